"""Plain text in UTF-8, with or without a byte order mark."""

from __future__ import annotations

from corpus.errors import EmptyFileError, NotTextError, NotUtf8Error
from corpus.files.encodings import likely_encoding, wide_encoding
from corpus.files.signatures import describe

__all__ = ["PlainTextLoader"]


class PlainTextLoader:
    """Reads UTF-8 text; the loader of last resort, so it says what else the content might be."""

    media_type = "text/plain"

    def accepts(self, content: bytes) -> bool:
        """Accept anything: what is not text is refused with its reason in ``load``."""
        return True

    def load(self, content: bytes, name: str) -> str:
        """Decode without translating anything.

        Raises ``NotTextError`` for binary data and known formats, ``NotUtf8Error`` for text in another encoding,
        ``EmptyFileError`` for white space alone.
        """
        if wide := wide_encoding(content):
            raise NotUtf8Error(name=name, offset=0, likely=wide)
        if kind := describe(content):
            raise NotTextError(name=name, kind=kind)
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotUtf8Error(name=name, offset=error.start, likely=likely_encoding(content)) from error
        if not text.lstrip("\ufeff").strip():
            raise EmptyFileError(name=name)
        return text
