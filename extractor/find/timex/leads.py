"""The words before a core: its bound (`trước`, `chậm nhất là`), the time of day, the weekday.

They are read backwards from the core, so that nothing is looked at that does not stand before one: what stands before
it is turned round, letter by letter, and so are the patterns.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.find.alternation import any_of_turned
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import Bound

__all__ = ["Lead", "read_lead"]

#: How far before a core its words may begin: the longest bound, a range of hours and a weekday fit.
_REACH = 90

#: A time of day, turned round: `(?:[01]?\d|2[0-4])(?: ?(?:giờ|h|g)(?: ?[0-5]\d)?|:[0-5]\d)(?: ?phút|'|p)?(?!\w)`.
_CLOCK = r"(?<!\w)(?:túhp ?|'|p)?(?:(?:\d[0-5] ?)?(?:ờig|h|g) ?|\d[0-5]:)(?:\d[01]?|[0-4]2)"
_HOUR = re.compile(r"(\d{1,2}) ?(?:giờ|h|g|:)(?: ?(\d{2}))?")


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


#: Words that may lead to any core, and those that may lead to one that names a day, beside bounds and hours.
_WORDS = ("đúng", "khoảng", "cả", "các", "dịp", "mỗi")
_WORDS_OF_DAY = ("lúc", "hồi", "buổi", "ngày", "sáng và chiều", "sáng", "trưa", "chiều", "tối", "đêm")


@cache
def _bounds() -> dict[str, Bound]:
    bounds = {str(bound): bound for bound in Bound}
    return {phrase: bounds[name] for name, phrases in load("time")["bounds"].items() for phrase in phrases}


@cache
def _endings() -> frozenset[str]:
    """Return the last two letters of all that may lead to a core, and the last of hours and brackets."""
    words = (*_bounds(), *_WORDS, *_WORDS_OF_DAY, *load("time")["weekdays"], "giờ", "phút")
    return frozenset((*(word[-2:] for word in words), *"0123456789hgp')"))


@cache
def _pattern(of_day: bool) -> re.Pattern[str]:
    """Return the pattern of all that may lead to a core, turned round; the hour leads to a day only."""
    weekdays, adverbs, clock = load("time")["weekdays"], _WORDS, "(?P<clock>(?!))"
    if of_day:
        clock = rf"(?P<clock>{_CLOCK} ?(?:-|nếđ) ?{_CLOCK}(?: ừt)?|{_CLOCK})"
        adverbs = (*adverbs, *weekdays, *_WORDS_OF_DAY)
    words = rf"{any_of_turned(adverbs)}(?: oàv)?|\){any_of_turned(weekdays)}\(|{clock}"
    bounds = any_of_turned(_bounds())
    return compile_plain(rf"(?:(?: yàgn)? ,?(?:{words})(?!\w)){{0,5}}(?: ?(?P<bound>{bounds})(?!\w))?")


def read_lead(lowered: str, start: int, floor: int, *, of_day: bool) -> Lead:
    """Return the words that lead to the core at `start`, none of them before `floor`.

    Args:
        lowered: The flow in lower case.
        start: Where the core begins.
        floor: Where the core before it ends.
        of_day: Whether the core names a day, so that an hour or a part of the day may lead to it.
    """
    ending, endings = lowered[max(floor, start - 4) : start].rstrip(", ")[-2:], _endings()
    if ending not in endings and ending[-1:] not in endings:  # most often
        return Lead(start)
    floor = max(floor, start - _REACH)
    before = lowered[floor - 1 : floor]
    edge = "_" if before.isalnum() else "\n"  # whether a word goes on there, which itself is not looked at
    match = _pattern(of_day).match(f"{lowered[floor:start][::-1]}{edge}")
    if match is None or match.end() == 0:
        return Lead(start)
    words, clock = match.group("bound", "clock")
    if words is None:
        return Lead(start - match.end(), None, "", clock and _time(clock[::-1]))
    return Lead(start - match.end(), _bounds()[words[::-1]], words[::-1], clock and _time(clock[::-1]))


def _time(clock: str) -> str | None:
    """Return the first time of day of `8h00-10h00`, `08 giờ 00`, `14 giờ` by ISO 8601."""
    found = _HOUR.search(clock)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return None if hour == 24 and minute else f"{hour:02}:{minute:02}"
