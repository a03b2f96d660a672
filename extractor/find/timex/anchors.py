"""Where cores of expressions of time may begin: at their first words, and at numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from extractor.find.timex.heads import HEADS
from extractor.lexicon import load
from extractor.text.phrases import Occurrence

__all__ = ["anchors", "first_words_of_times"]

#: What goes on to a date after the first digit of a day or month; `o` and `l` are what readers make of zeros and ones.
_DATE = (
    r"(?: ?(?:/ ?[\dol]{1,2}(?![\do])"  # `5/3`
    r"|- ?[\dol]{1,2}(?: ?- ?[12]|/| tháng )"  # `5-3-2024`, `5 - 7/3`
    r"|\. ?[\dol]{1,2} ?\. ?[12]"  # `5.3.2024`
    r"|(?:đến|tới)[^\d\n]{0,10}[\dol]{1,2}(?:/| tháng ))"  # `5 đến hết ngày 7 tháng 3`
    r"|/[\do]{4}(?!/)"  # `3/2024`, and not `49/2021/NĐ-CP`
    r"|(?:(?:,? và |, ?)(?:ngày )?[\dol]{1,2}){1,9}(?:/| tháng ))"  # `5, 6 và ngày 7/3`
)
#: What goes on to a length of time, or to a month, after a number: `05 ngày`, `06 (sáu) tháng`, `2 lần/năm`.
_UNIT = (
    r"(?: \([^()\n]{1,20}\))?(?:(?P<months>,? tháng)|(?P<days> (?:ngày|tuần|năm|quý|giờ|phút))"
    r"|(?P<times> (?:lần|kỳ|số|buổi|cuộc|đợt) ?(?:/|mỗi|một|tr)))"
)
#: Where the first digit of a year stands that is one by itself: `đến 2030`; a cell, and none in a row of years.
_ALONE = "|".join(
    (
        r"(?<=(?:đến|hết|tới) .)|(?<=trước .)|(?<=từ .)",
        r"(?:(?<=\n.)(?<!\d\d\n.)|(?<![\s\S]{2}))(?!\d{3}\n(?:19|20)\d\d(?!\d))",
    )
)
#: What follows a number that may be one of these: most full stops and commas end or part a number that is none.
_GOES_ON = r"(?=[\dol]{0,2}(?:[ /-]|\. ?[\dol]{1,2} ?\.|, ?(?:[\dol]{1,2}[,/ ]|[ntv]))|0[1-5]\d(?!\d))"
#: Most numbers are no times: this finds those with which one may begin, and says which kind of one. It lets more pass
#: than the rules that are tried there. The digit comes first, so that the search leaps from one to the next, and then
#: what rules out most.
_NUMBER = re.compile(
    rf"[0-9](?<![0-9/.,].){_GOES_ON}(?<![^\W_].)"
    rf"(?:(?P<date>(?=[\dol]?+{_DATE}))|(?=\d{{0,2}}+{_UNIT})|(?P<year>(?<=2)(?=0[1-5]\d(?!\d))(?:{_ALONE})))"
)


@cache
def _followers() -> dict[str, tuple[str, ...]]:
    """Return what the names in braces stand for in the words of `HEADS`."""
    time = load("time")
    units = tuple(time["every"])
    return {
        "weekday": tuple(time["weekdays"]),
        "number": tuple(time["numbers"]),
        "timed": tuple(unit for unit in units if unit != "tháng"),
        "repeated": ("lần", "kỳ", "số", "buổi", "cuộc", "đợt"),
        "day": (*"0123456789ol", "mùng", "mồng"),
        "period": (*units, *time["numbers"], *"0123456789"),
        "whole": (
            *("hàng", "hằng", "mỗi", "của", "tháng", "quý", "năm", "học kỳ", "nhiệm kỳ", "giai đoạn", "thời kỳ"),
        ),
        "event": (
            *("mỗi", "từng", "khi", "thời điểm", "lúc", "ngày", "cuộc", "buổi", "kỳ", "phiên", "dịp", "giờ"),
            *("hội nghị", "đại hội", "bầu cử", "tết", "họp", "khai", "bế", *time["seasons"]["words"]),
        ),
    }


def _written_out(word: str) -> Iterator[str]:
    """Yield a word of `HEADS` with each of what its names in braces stand for."""
    before, brace, rest = word.partition("{")
    if not brace:
        yield word
        return
    name, _, after = rest.partition("}")
    for follower in _followers()[name]:
        yield from _written_out(f"{before}{follower}{after}")


def first_words_of_times() -> Iterable[str]:
    """Return the words with which cores begin, in small letters."""
    return _entries()


@cache
def _entries() -> dict[str, list[int]]:
    """Return the entries of `HEADS` by the words with which cores begin."""
    entries: dict[str, list[int]] = {}
    for entry, head in enumerate(HEADS):
        for word in head.words:
            if not word.startswith("#"):
                for written in _written_out(word):
                    entries.setdefault(written, []).append(entry)
    return entries


@cache
def _entry_of_number() -> dict[str | None, int]:
    """Return the entry of `HEADS` for each kind of number."""
    return {word[1:]: entry for entry, head in enumerate(HEADS) for word in head.words if word.startswith("#")}


def anchors(lowered: str, first_words: Iterable[Occurrence]) -> list[tuple[int, int]]:
    """Return, in order, where a core may begin, and the entry of `HEADS` with its rules.

    Args:
        lowered: The flow in lower case.
        first_words: Where `first_words_of_times` stand in it.
    """
    entry_of, entries = _entry_of_number(), _entries()
    found = [(match.start(), entry_of[match.lastgroup]) for match in _NUMBER.finditer(lowered)]
    found += [
        (start, entry)
        for start, word in first_words
        if (before := lowered[start - 1]) == " " or not start or not (before.isalnum() or before in "/.,")
        for entry in entries[word]
    ]
    found.sort()
    return found
