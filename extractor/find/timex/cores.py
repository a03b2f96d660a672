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
    weekdays_between,
)
from extractor.lexicon import load
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


def _weekdays(name: str, match: _Match) -> Iterator[Item]:
    """Read `thứ Hai đến thứ Sáu hằng tuần`."""
    rrule = rule_of_weekdays(weekdays_between(match["from"], match["to"]))
    yield Item(match.start(), match.end(), name, Granularity.DAY, recurs=True, period=("WEEKLY", 1), rrule=rrule)


#: Which one of the weekdays of a month.
_ORDINALS = {"đầu": 1, "đầu tiên": 1, "cuối": -1, "cuối cùng": -1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4}


def _weekday_of_month(name: str, match: _Match) -> Iterator[Item]:
    printed = match["which"].removeprefix("thứ ")
    which = _ORDINALS.get(printed) or int(printed)
    every = ("MONTHLY", 1)
    rrule = rule(every, f"BYDAY={which}{load('time')['weekdays'][match['weekday']]}")
    yield Item(match.start(), match.end(), name, Granularity.DAY, recurs=True, period=every, rrule=rrule)


def _day_of_period(name: str, match: _Match) -> Iterator[Item]:
    every = period(match["of"] or match["next"])
    if every is not None:
        days = ",".join(str(digits(day)) for day in match.captures("day"))
        rrule = rule(every[0], f"BYMONTHDAY={days}")
        yield Item(match.start(), match.end(), name, Granularity.DAY, recurs=True, period=every[0], rrule=rrule)


def _end_of_period(name: str, match: _Match) -> Iterator[Item]:
    """Read the first or last day of every month, quarter or year, of working days where it is one."""
    every = period(match["of"])
    if every is None:
        return
    place = 1 if match["side"].startswith("đầu") else -1
    if match["working"]:
        parts = ["BYDAY=MO,TU,WE,TH,FR", f"BYSETPOS={place}"]
    else:
        parts = [f"{'BYYEARDAY' if match['of'] == 'năm' else 'BYMONTHDAY'}={place}"]
    yield Item(
        match.start(), match.end(), name, Granularity.DAY, recurs=True, period=every[0], rrule=rule(every[0], *parts)
    )


def _days_of_each(name: str, match: _Match) -> Iterator[Item]:
    every = period(match["of"])
    if every is not None:
        yield Item(match.start(), match.end(), name, every[1], recurs=True, period=every[0], rrule=rule(every[0]))


def _months_each(name: str, match: _Match) -> Iterator[Item]:
    """Read months or days that begin and end a stretch of every year; it may run over the turn of the year."""
    first, last = digits(match["from"]), digits(match["to"])
    months = range(first, last + 1 if first <= last else last + 13)
    every = ("YEARLY", 1)
    rrule = rule(every, "BYMONTH=" + ",".join(str((month - 1) % 12 + 1) for month in months))
    granularity = Granularity.MONTH if name == "months_each" else Granularity.DAY
    yield Item(match.start(), match.end(), name, granularity, recurs=True, period=every, rrule=rrule)


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
    "phút": Granularity.TIME,
    "tuần": Granularity.WEEK,
    "tháng": Granularity.MONTH,
    "năm": Granularity.YEAR,
}


#: What stands before hours that are a length of time, not a time of day.
_LIMITED = regex.compile(r"(?r)(?:trong|vòng|hạn|quá|đa|nhất|nhất sau|nhất là sau|[<≤]) ?")
#: What follows a time of day.
_OF_DAY = regex.compile(
    r",? (?:ngày (?:thứ|mùng|mồng|\d)|(?:cùng|hàng|hằng) ngày|thứ|chủ nhật|sáng|trưa|chiều|tối|đêm)(?!\w{3})"
)


def _duration(name: str, match: _Match) -> Iterator[Item]:
    count, tail = number(match["count"]), match["tail"]
    is_clock = (
        _LENGTHS[match["length"]] is Granularity.TIME
        and tail is None
        and (not _LIMITED.match(match.string, 0, match.start()) or _OF_DAY.match(match.string, match.end()) is not None)
    )
    if count and not is_clock:
        anchor = None if tail is None else match["event"].strip()
        length = Length(count, match["length"], anchor, runs_back=tail is not None and "trước" in tail[:8])
        yield Item(match.start(), match.end(), name, _LENGTHS[match["length"]], length=length)


def _event(name: str, match: _Match) -> Iterator[Item]:
    end = match.end() - (len(match.group()) - len(match.group().rstrip(" -")))
    limit = match["limit"] if name == "upon" else "vào" if name == "on_event" else "trong"
    yield Item(match.start(), end, name, Granularity.DAY, limit=limit)


def _from_event(name: str, match: _Match) -> Iterator[Item]:
    yield Item(match.start(), match.end(), name, Granularity.DAY, anchor=match["event"])


_READERS: dict[str, Callable[[str, _Match], Iterator[Item]]] = {
    **dates.READERS,
    "times_per": _times,
    "per_times": _times,
    "days_per": _times,
    "weekly": _weekly,
    "weekdays": _weekdays,
    "weekday_of_month": _weekday_of_month,
    "day_of_period": _day_of_period,
    "end_of_period": _end_of_period,
    "days_of_each": _days_of_each,
    "months_each": _months_each,
    "dates_each": _months_each,
    "every": _periods,
    "periods": _periods,
    "report": _periods,
    "reports": _periods,
    "periodic": _periodic,
    "from_now": _day,
    "from_event": _from_event,
    "same_day": _day,
    "duration": _duration,
    "after_each": _periodic,
    "on_event": _event,
    "upon": _event,
    "during": _event,
}
