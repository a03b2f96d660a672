"""Small letters that leave every character in its place."""

from __future__ import annotations

__all__ = ["lowered"]


def lowered(text: str) -> str:
    """Return `text` in lower case, character for character: positions do not move.

    >>> lowered("TỈNH ỦY İ")
    'tỉnh ủy İ'
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
