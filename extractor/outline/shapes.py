"""Words without their marks: what is left when a scanner has damaged them."""

from __future__ import annotations

import unicodedata

__all__ = ["EDGES", "fold", "unmarked"]

#: What clings to a line of a letterhead or a signature: punctuation, and the specks that a scanner makes of dust.
EDGES = " .:;,-_*~'\"`()[]{}|/\\¬°ˆ˜´¨^<>«»‹›…•“”„"

# Letters that stay are listed too: `str.translate` is twice as slow where it misses a letter in its table.
_BARE = (
    {code: chr(code) for code in range(0x80)}
    | {
        code: unicodedata.normalize("NFD", chr(code))[0]
        for first, last in ((0xC0, 0x1B1), (0x1EA0, 0x1EFA))
        for code in range(first, last)
    }
    | {ord("đ"): "d", ord("Đ"): "D"}
)


def unmarked(text: str) -> str:
    """Return `text` without marks on its letters, character for character."""
    return text.translate(_BARE)


def fold(text: str) -> str:
    """Return `text` in small letters without marks, its words parted by single spaces."""
    return " ".join(unmarked(text).lower().split())
