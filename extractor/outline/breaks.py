"""What the words at the end of a line, and its capitals, tell about whether its sentence goes on."""

from __future__ import annotations

from functools import cache

import regex

from extractor.lexicon import load

__all__ = ["CLOSING", "STOPS", "hangs", "has_ended", "is_shouted", "last_of_hanging"]

#: A line whose last character is one of these comes to a stop.
STOPS = frozenset(".;:!?…")
#: What may stand behind a stop.
CLOSING = frozenset("\"')]")
_STOP_BEFORE = regex.compile(r"[.;:!?…][\"')\]]{0,3}$|[.;:!?][\"')\]\s.]{0,4}$")
#: Signs that more must follow.
_OPEN_SIGNS = frozenset(",(/&")


def has_ended(text: str) -> bool:
    """Say whether a line comes to a stop.

    >>> has_ended("tổng hợp."), has_ended('theo quy định.")'), has_ended("(gửi kèm)")
    (True, True, False)
    """
    last = text[-1]
    return last in STOPS or (last in CLOSING and _STOP_BEFORE.search(text, max(0, len(text) - 8)) is not None)


@cache
def _hanging() -> tuple[regex.Pattern[str], frozenset[str], frozenset[str]]:
    """Return the words that more must follow, at the end of a line.

    Returns:
        Their pattern, those of them that are one syllable and always hang, and the last syllables of the others.
    """
    words = sorted(load("layout")["hanging"], key=len, reverse=True)
    # `Năm 2025 đến cuối nhiệm kỳ` and `Kết quả đạt được` are whole headings.
    whole = r"(?<!(?:đầu|giữa|cuối|nửa|hết|toàn|cả) (?:nhiệm kỳ|giai đoạn)|đạt được)"
    pattern = regex.compile(rf"(?<![\p{{L}}\d])(?:{'|'.join(map(regex.escape, words))})$(?i:{whole})")
    single = frozenset(word for word in words if " " not in word and word != "được")
    return pattern, single, frozenset(word.split()[-1] for word in words) - single


@cache
def last_of_hanging() -> frozenset[str]:
    """Return what the last character of a line is one of that `hangs`."""
    return _OPEN_SIGNS.union(word[-1] for word in load("layout")["hanging"])


def hangs(text: str) -> bool:
    """Say whether `text` ends with a word or a sign that more words must follow."""
    if text[-1] in _OPEN_SIGNS:
        return True
    pattern, single, syllables = _hanging()
    last = text[text.rfind(" ") + 1 :]
    if last in single:
        return True
    may = last in syllables or not last.isalpha()
    return may and pattern.search(text, max(0, len(text) - 12)) is not None


def is_shouted(text: str) -> bool:
    """Say whether `text` is set in capitals: two words or more, no small letter."""
    return text.isupper() and " " in text and sum(map(str.isalpha, text[:24])) > 4
