"""Bytes of plain text to Unicode, whatever Vietnamese encoding they are in."""

from __future__ import annotations

from corpus.files.encodings.runs import Decoded, Run, unicode_of
from corpus.files.encodings.stored import as_letters
from corpus.files.encodings.wide import wide_encoding

__all__ = ["UnknownEncodingError", "decode_plain"]


class UnknownEncodingError(ValueError):
    """The bytes are text in no encoding that is known.

    ``offset`` is that of the first byte that is not UTF-8 (or whatever ``likely`` names).
    """

    def __init__(self, offset: int, likely: str) -> None:
        super().__init__(f"no known encoding from offset {offset} (likely encoding: {likely})")
        self.offset = offset
        self.likely = likely


def decode_plain(content: bytes) -> Decoded:
    """Return the text of a plain text file, as the only one of ``Decoded.texts``.

    UTF-8, UTF-16 and UTF-32 are decoded with nothing translated: newlines as stored, a byte order mark kept as the
    first letter, decomposed letters decomposed; but letters of an old encoding that were stored as Unicode become what
    they mean. Bytes that are none of these are read in the old encodings, each line in its own where they differ, or as
    Windows-1252 where the text is in another Western language.

    Raises ``UnknownEncodingError``.
    """
    encoding = wide_encoding(content) or "UTF-8"
    try:
        return unicode_of([Run(content.decode(encoding))])
    except UnicodeDecodeError as error:
        if encoding != "UTF-8":
            raise UnknownEncodingError(error.start, encoding) from error
        decoded = unicode_of([Run(as_letters(content))])
        if decoded.unread and not decoded.converted:
            raise UnknownEncodingError(error.start, "unknown") from error
        return decoded
