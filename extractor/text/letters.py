"""Letters in other forms that leave every character in its place."""

from __future__ import annotations

import unicodedata

__all__ = ["lowered", "unmarked"]

_BARRED = {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}  # letters whose bar is no mark to Unicode


def lowered(text: str) -> str:
    """Return `text` in lower case, character for character: positions do not move.

    >>> lowered("TỈNH ỦY İ")
    'tỉnh ủy İ'
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def unmarked(letter: str) -> str:
    """Return `letter` without its marks.

    >>> unmarked("Ệ"), unmarked("đ")
    ('E', 'd')
    """
    return _BARRED.get(letter) or unicodedata.normalize("NFD", letter)[0]
