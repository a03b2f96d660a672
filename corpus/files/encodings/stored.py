"""Bytes as letters: how text in an old encoding looks to a program that takes it for Windows-1252.

Office formats keep old text in that shape (`§` for the byte A7, which TCVN3 reads as `Đ`), and bytes are brought into
it before anything else, so that one set of tables serves both. The five bytes that Windows-1252 leaves open are the
control characters of the same number, as the WHATWG Encoding Standard has it.
"""

from __future__ import annotations

__all__ = ["BYTES", "LETTERS", "LOOKALIKES", "as_bytes", "as_letters"]


def _letter(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


LETTERS: tuple[str, ...] = tuple(_letter(byte) for byte in range(256))
"""What each byte looks like."""

BYTES: dict[str, int] = {chr(byte): byte for byte in range(256)} | {letter: byte for byte, letter in enumerate(LETTERS)}
"""The byte behind each letter; control characters stand for themselves, for text that was taken for Latin-1."""

LOOKALIKES: dict[str, str] = {
    "\u2212": "\u00ad",
    "\u2010": "\u00ad",
    "\u2219": "\u00b7",
    "\u03bc": "\u00b5",
    "\u02c9": "\u00af",
}
"""Letters that fonts draw with one glyph, and that PDF files therefore confuse: what is found, and what was meant.

Source: the Adobe Glyph List (`hyphen`, `periodcentered`, `mu`, `macron`); `minus` stands for the soft hyphen in the
fonts of PDF files that Acrobat Distiller made.
"""

_DECODING = {byte: letter for byte, letter in enumerate(LETTERS) if ord(letter) != byte}


def as_letters(content: bytes) -> str:
    """Return bytes as letters, one for one.

    >>> as_letters(bytes([0x93, 0x51, 0xA7, 0x94]))
    '“Q§”'
    """
    return content.decode("latin-1").translate(_DECODING)


def as_bytes(stored: str) -> bytes | None:
    """Return the bytes that look like these letters, or ``None`` where a letter stands for no byte."""
    try:
        return bytes([BYTES[letter] for letter in stored])
    except KeyError:
        return None
