"""What the words at the end of a line, and its capitals, tell about whether its sentence goes on."""

from __future__ import annotations

from functools import cache

import regex

from extractor.lexicon import load

__all__ = ["MAY_STOP", "hangs", "has_ended", "is_shouted", "last_of_hanging"]

_STOPS = frozenset(".;:!?…")
#: What the last character of a line is one of that comes to a stop: a stop, or what may stand behind one.
MAY_STOP = _STOPS | frozenset("\"')]")
_STOP_BEFORE = regex.compile(r"[.;:!?…][\"')\]]{0,3}$|[.;:!?][\"')\]\s.]{0,4}$")


def has_ended(text: str) -> bool:
    """Say whether a line comes to a stop.

    >>> has_ended("tổng hợp."), has_ended('theo quy định.")'), has_ended("(gửi kèm)")
    (True, True, False)
    """
    last = text[-1]
    return last in _STOPS or (last in MAY_STOP and _STOP_BEFORE.search(text, max(0, len(text) - 8)) is not None)


@cache
def _hanging() -> regex.Pattern[str]:
    words = sorted(load("layout")["hanging"], key=len, reverse=True)
    # `Năm 2025 đến cuối nhiệm kỳ` and `Kết quả đạt được` are whole headings.
    whole = r"(?<!(?:đầu|giữa|cuối|nửa|hết|toàn|cả) (?:nhiệm kỳ|giai đoạn)|đạt được)"
    return regex.compile(rf"(?<![\p{{L}}\d])(?:{'|'.join(map(regex.escape, words))})$(?i:{whole})|[,(/&]$")


@cache
def last_of_hanging() -> frozenset[str]:
    """Return what the last character of a line is one of that `hangs`."""
    return frozenset(",(/&").union(word[-1] for word in load("layout")["hanging"])


def hangs(text: str) -> bool:
    """Say whether `text` ends with a word that more words must follow."""
    return text[-1] in last_of_hanging() and _hanging().search(text, max(0, len(text) - 12)) is not None


def is_shouted(text: str) -> bool:
    """Say whether `text` is set in capitals: two words or more, no small letter."""
    return text.isupper() and " " in text and sum(map(str.isalpha, text[:24])) > 4
