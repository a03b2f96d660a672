"""The numbers in expressions of time: digits, also damaged ones, and words."""

from __future__ import annotations

from functools import cache

from extractor.lexicon import load

__all__ = ["digits", "number"]


def digits(printed: str) -> int:
    """Return the number of up to four digits, of which an optical reader may have made l and o.

    >>> digits("l5"), digits("2o24")
    (15, 2024)
    """
    return int(printed if printed.isdecimal() else printed.replace("o", "0").replace("l", "1"))


@cache
def number(printed: str) -> int | None:
    """Return the number that `06`, `6 (sáu)` or `sáu` stands for; None if it stands for none."""
    word = printed.partition(" (")[0]
    value = int(word) if word.isdecimal() else load("time")["numbers"].get(word)
    return None if value is None else int(value)
