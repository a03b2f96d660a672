"""Plain text in UTF-8, with or without a byte order mark."""

from __future__ import annotations

from corpus.errors import EmptyFileError, NotUtf8Error
from corpus.files.encodings import likely_encoding, wide_encoding
from corpus.files.loader import Body, Job

__all__ = ["PlainTextLoader"]


class PlainTextLoader:
    """Reads UTF-8 text."""

    name = "text"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Decode without translating anything.

        Raises ``NotUtf8Error`` for text in another encoding, ``EmptyFileError`` for white space alone.
        """
        if wide := wide_encoding(content):
            raise NotUtf8Error(name=job.name, offset=0, likely=wide)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotUtf8Error(name=job.name, offset=error.start, likely=likely_encoding(content)) from error
        if not text.lstrip("\ufeff").strip():
            raise EmptyFileError(name=job.name)
        return Body(text)
