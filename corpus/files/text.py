"""Plain text in any Vietnamese encoding."""

from __future__ import annotations

from corpus.errors import NotUtf8Error
from corpus.files.encodings import UnknownEncodingError, decode_plain
from corpus.files.loader import Body, Job

__all__ = ["PlainTextLoader"]


class PlainTextLoader:
    """Reads text in UTF-8, UTF-16, UTF-32 and the old Vietnamese encodings."""

    name = "text"
    version = "2"

    def load(self, content: bytes, job: Job) -> Body:
        """Decode, translating nothing but letters of old encodings.

        Raises ``NotUtf8Error`` for text in an encoding that is not known.
        """
        try:
            decoded = decode_plain(content)
        except UnknownEncodingError as error:
            raise NotUtf8Error(name=job.name, offset=error.offset, likely=error.likely) from error
        return Body("".join(decoded.texts), warnings=decoded.warnings)
