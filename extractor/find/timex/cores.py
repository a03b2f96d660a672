"""What a core says: each rule of the grammar read into dates, a recurrence, a length of time or an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from extractor.find.timex import dates
from extractor.find.timex.grammar import Core
from extractor.find.timex.items import Item, Length
from extractor.find.timex.numerals import digits, number
from extractor.find.timex.recurrence import (
    Period,
    period,
    report_period,
    rule,
    rule_of_times,
    rule_of_weekdays,
)
from schemas.vocabulary import Granularity

__all__ = ["read_core"]

_Match = regex.Match[str]


def read_core(core: Core) -> Iterator[Item]:
    """Yield the members of a core: one, or one for each entry of a list."""
    name, match = core
    yield from _READERS[name](name, match)


def _day(name: str, match: _Match) -> Iterator[Item]:
    yield Item(match.start(), match.end(), name, Granularity.DAY)


def _times(name: str, match: _Match) -> Iterator[Item]:
    every, times = period(match["item"]), number(match["times"] or "1")
    if every is not None and times:
        yield Item(
            match.start(),
            match.end(),
            name,
            every[1],
            recurs=True,
            period=every[0],
            rrule=rule_of_times(times, every[0]),
        )


def _weekly(name: str, match: _Match) -> Iterator[Item]:
    yield Item(
        match.start(),
        match.end(),
        name,
        Granularity.DAY,
        recurs=True,
        period=("WEEKLY", 1),
        rrule=rule_of_weekdays(match.captures("weekday")),
    )


def _day_of_period(name: str, match: _Match) -> Iterator[Item]:
    every = period(match["of"] or match["next"])
    if every is not None:
        rrule = rule(every[0], f"BYMONTHDAY={digits(match['day'])}")
        yield Item(match.start(), match.end(), name, Granularity.DAY, recurs=True, period=every[0], rrule=rrule)


def _periods(name: str, match: _Match) -> Iterator[Item]:
    read: Callable[[str], tuple[Period, Granularity] | None] = (
        report_period if name in ("report", "reports") else period
    )
    members = list(zip(match.captures("item"), match.spans("item"), strict=True))
    for place, (printed, (start, end)) in enumerate(members):
        every = read(printed)
        if every is not None:
            begin = match.start() if place == 0 else start
            yield Item(begin, end, name, every[1], recurs=True, period=every[0], rrule=rule(every[0]))


def _periodic(name: str, match: _Match) -> Iterator[Item]:
    yield Item(match.start(), match.end(), name, Granularity.YEAR, recurs=True)


_LENGTHS = {
    "ngày làm việc": Granularity.DAY,
    "ngày": Granularity.DAY,
    "giờ": Granularity.TIME,
    "tuần": Granularity.WEEK,
    "tháng": Granularity.MONTH,
    "năm": Granularity.YEAR,
}


#: What stands before hours that are a length of time, not a time of day.
_LIMITED = regex.compile(r"(?r)(?:trong|vòng|hạn|quá|đa|nhất|[<≤]) ?")


def _duration(name: str, match: _Match) -> Iterator[Item]:
    count, tail = number(match["count"]), match["tail"]
    is_clock = match["length"] == "giờ" and tail is None and not _LIMITED.match(match.string, 0, match.start())
    if count and not is_clock:
        anchor = None if tail is None else match["event"].strip()
        length = Length(count, match["length"], anchor, runs_back=tail is not None and "trước" in tail[:8])
        yield Item(match.start(), match.end(), name, _LENGTHS[match["length"]], length=length)


def _event(name: str, match: _Match) -> Iterator[Item]:
    end = match.end() - (len(match.group()) - len(match.group().rstrip(" -")))
    limit = match["limit"] if name == "upon" else "vào" if name == "on_event" else "trong"
    yield Item(match.start(), end, name, Granularity.DAY, limit=limit)


_READERS: dict[str, Callable[[str, _Match], Iterator[Item]]] = {
    **dates.READERS,
    "times_per": _times,
    "per_times": _times,
    "weekly": _weekly,
    "day_of_period": _day_of_period,
    "every": _periods,
    "periods": _periods,
    "report": _periods,
    "reports": _periods,
    "periodic": _periodic,
    "from_now": _day,
    "from_event": _day,
    "same_day": _day,
    "duration": _duration,
    "after_each": _periodic,
    "on_event": _event,
    "upon": _event,
    "during": _event,
}
