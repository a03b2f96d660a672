"""What the words at the end of a line, and its capitals, tell about whether its sentence goes on."""

from __future__ import annotations

from functools import cache

import regex

from extractor.lexicon import load

__all__ = ["hangs", "has_ended", "is_shouted"]

_STOPS = frozenset(".;:!?…")
#: What may stand behind a stop.
_CLOSING = frozenset("\"')]")
_STOP_BEFORE = regex.compile(r"[.;:!?…][\"')\]]{0,3}$|[.;:!?][\"')\]\s.]{0,4}$")


def has_ended(text: str) -> bool:
    """Say whether a line comes to a stop.

    >>> has_ended("tổng hợp."), has_ended('theo quy định.")'), has_ended("(gửi kèm)")
    (True, True, False)
    """
    last = text[-1]
    return last in _STOPS or (last in _CLOSING and _STOP_BEFORE.search(text, max(0, len(text) - 8)) is not None)


@cache
def _hanging() -> tuple[regex.Pattern[str], frozenset[str]]:
    """Return the pattern of words at the end of a line that more must follow, and the letters that they end in."""
    words = sorted(load("layout")["hanging"], key=len, reverse=True)
    # `Năm 2025 đến cuối nhiệm kỳ` and `Kết quả đạt được` are whole headings.
    whole = r"(?<!(?:đầu|giữa|cuối|nửa|hết|toàn|cả) (?:nhiệm kỳ|giai đoạn)|đạt được)"
    pattern = rf"(?<![\p{{L}}\d])(?:{'|'.join(map(regex.escape, words))})$(?i:{whole})|[,(/&]$"
    return regex.compile(pattern), frozenset(",(/&").union(word[-1] for word in words)


def hangs(text: str) -> bool:
    """Say whether `text` ends with a word that more words must follow."""
    pattern, last = _hanging()
    return text[-1] in last and pattern.search(text, max(0, len(text) - 12)) is not None


def is_shouted(text: str) -> bool:
    """Say whether `text` is set in capitals: two words or more, no small letter."""
    return text.isupper() and " " in text and sum(map(str.isalpha, text[:24])) > 4
