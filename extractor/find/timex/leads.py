"""The words before a core: its bound (`trước`, `chậm nhất là`), the time of day, the weekday.

They are read backwards from the core, so that nothing is looked at that does not stand before one.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from extractor.find.alternation import any_of, any_of_backwards
from extractor.lexicon import load
from schemas.vocabulary import Bound

__all__ = ["Lead", "read_lead"]

#: How far before a core its words may begin: the longest bound, a range of hours and a weekday fit.
_REACH = 90

_CLOCK = r"(?:[01]?\d|2[0-4])(?: ?(?:giờ|h|g)(?: ?[0-5]\d)?|:[0-5]\d)(?: ?phút|'|p)?(?!\w)"


class Lead(NamedTuple):
    """What stands before a core and belongs to its expression.

    Attributes:
        start: Flow position where it begins; that of the core where there is none.
        bound: The bound that it says.
        words: The words that say the bound.
        time: The (first) time of day, as ISO 8601.
    """

    start: int
    bound: Bound | None = None
    words: str = ""
    time: str | None = None


@cache
def _bounds() -> dict[str, Bound]:
    bounds = {str(bound): bound for bound in Bound}
    return {phrase: bounds[name] for name, phrases in load("time")["bounds"].items() for phrase in phrases}


#: Words that may lead to any core, and those that may lead to one that names a day, beside bounds and hours.
_WORDS = ("đúng", "khoảng", "cả", "các", "dịp", "mỗi")
_WORDS_OF_DAY = ("lúc", "hồi", "buổi", "ngày", "sáng và chiều", "sáng", "trưa", "chiều", "tối", "đêm")


@cache
def _endings() -> frozenset[str]:
    """Return the last two letters of all that may lead to a core, and the last of hours and brackets."""
    words = (*_bounds(), *_WORDS, *_WORDS_OF_DAY, *load("time")["weekdays"], "giờ", "phút")
    return frozenset((*(word[-2:] for word in words), *"0123456789hgp')"))


def _may_lead(lowered: str, start: int, floor: int) -> bool:
    """Say whether what stands before `start` ends like something that leads to a core; most often it does not."""
    ending = lowered[max(floor, start - 4) : start].rstrip(", ")[-2:]
    return ending in _endings() or ending[-1:] in _endings()


@cache
def _pattern(*, of_day: bool) -> regex.Pattern[str]:
    """Return the pattern of all that may lead to a core, to be matched backwards; the hour leads to a day only."""
    weekdays, adverbs = load("time")["weekdays"], _WORDS
    clock = "(?P<clock>(?!))"
    if of_day:
        clock = rf"(?P<clock>(?:từ )?(?:{_CLOCK}) ?(?:-|đến) ?(?:{_CLOCK})|{_CLOCK})"
        adverbs = (*adverbs, *weekdays, *_WORDS_OF_DAY)
    words = rf"(?:vào )?{any_of_backwards(adverbs)}|\({any_of(weekdays)}\)|{clock}"
    return regex.compile(
        rf"(?r)(?:(?:^|(?<=[^\w]))(?P<bound>{any_of_backwards(_bounds())}) ?)?"
        rf"(?:(?:(?<=[^\w])|^)(?:{words}),? (?:ngày )?){{0,5}}"
    )


def read_lead(lowered: str, start: int, floor: int, *, of_day: bool) -> Lead:
    """Return the words that lead to the core at `start`, none of them before `floor`.

    Args:
        lowered: The flow in lower case.
        start: Where the core begins.
        floor: Where the core before it ends.
        of_day: Whether the core names a day, so that an hour or a part of the day may lead to it.
    """
    floor = max(floor, start - _REACH)
    match = _pattern(of_day=of_day).match(lowered, floor, start) if _may_lead(lowered, start, floor) else None
    if match is None or match.start() == start:
        return Lead(start)
    words = match["bound"] or ""
    return Lead(match.start(), _bounds().get(words), words, _time(match["clock"]))


def _time(clock: str | None) -> str | None:
    """Return the first time of day of `8h00-10h00`, `08 giờ 00`, `14 giờ` by ISO 8601."""
    if clock is None:
        return None
    found = regex.search(r"(\d{1,2}) ?(?:giờ|h|g|:)(?: ?(\d{2}))?", clock)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return None if hour == 24 and minute else f"{hour:02}:{minute:02}"
