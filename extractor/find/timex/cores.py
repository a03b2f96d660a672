"""What a core says: each rule of the grammar read into dates, a recurrence, a length of time or an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import regex

from extractor.find.timex import dates
from extractor.find.timex.grammar import Core, members
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

#: The members of a core.
_Items = Sequence[Item]


def read_core(core: Core) -> _Items:
    """Return the members of a core: one, or one for each entry of a list; none where it says what cannot be."""
    return _READERS[core.rule](core)


def _recurrence(core: Core, granularity: Granularity, every: Period, rrule: str | None) -> _Items:
    return (Item(core.start, core.end, core.rule, granularity, recurs=True, period=every, rrule=rrule),)


def _day(core: Core) -> _Items:
    return (Item(core.start, core.end, core.rule, Granularity.DAY),)


def _times(core: Core) -> _Items:
    """Read `02 lần/năm`, `mỗi tháng ít nhất 01 ngày`."""
    return _so_many_times(core, core.match["times"])


def _per_times(core: Core) -> _Items:
    """Read `quý/lần`, `năm/2 lần`, `mỗi năm họp 02 lần`."""
    return _so_many_times(core, core.match["times"] or core.match["parted"] or "1")


def _so_many_times(core: Core, printed: str) -> _Items:
    every, times = period(core.match["item"]), number(printed)
    if every is None or not times:
        return ()
    return _recurrence(core, every[1], every[0], rule_of_times(times, every[0]))


def _weekly(core: Core) -> _Items:
    days = [printed for printed, *_ in members(core, "weekday")]
    return _recurrence(core, Granularity.DAY, ("WEEKLY", 1), rule_of_weekdays(days))


def _weekdays(core: Core) -> _Items:
    """Read `thứ Hai đến thứ Sáu hằng tuần`."""
    days = weekdays_between(core.match["from"], core.match["to"])
    return _recurrence(core, Granularity.DAY, ("WEEKLY", 1), rule_of_weekdays(days))


#: Which one of the weekdays of a month.
_ORDINALS = {"đầu": 1, "đầu tiên": 1, "cuối": -1, "cuối cùng": -1, "nhất": 1, "hai": 2, "ba": 3, "tư": 4}


def _weekday_of_month(core: Core) -> _Items:
    printed = core.match["which"].removeprefix("thứ ")
    which = _ORDINALS.get(printed) or int(printed)
    every = ("MONTHLY", 1)
    rrule = rule(every, f"BYDAY={which}{load('time')['weekdays'][core.match['weekday']]}")
    return _recurrence(core, Granularity.DAY, every, rrule)


def _day_of_period(core: Core) -> _Items:
    every = period(core.match["of"] or core.match["whole"] or core.match["next"])
    if every is None:
        return ()
    days = ",".join(str(digits(printed)) for printed, *_ in members(core, "day"))
    return _recurrence(core, Granularity.DAY, every[0], rule(every[0], f"BYMONTHDAY={days}"))


def _end_of_period(core: Core) -> _Items:
    """Read the first or last day of every month, quarter or year, of working days where it is one."""
    match = core.match
    every = period(match["of"])
    if every is None:
        return ()
    place = 1 if (match["side"] or match["at"]).startswith("đầu") else -1
    if match["working"]:
        parts = ["BYDAY=MO,TU,WE,TH,FR", f"BYSETPOS={place}"]
    else:
        parts = [f"{'BYYEARDAY' if match['of'] == 'năm' else 'BYMONTHDAY'}={place}"]
    return _recurrence(core, Granularity.DAY, every[0], rule(every[0], *parts))


def _days_of_each(core: Core) -> _Items:
    every = period(core.match["of"] or core.match["next"])
    return () if every is None else _recurrence(core, every[1], every[0], rule(every[0]))


def _months_each(core: Core) -> _Items:
    """Read months or days that begin and end a stretch of every year; it may run over the turn of the year."""
    first, last = digits(core.match["from"]), digits(core.match["to"])
    months = range(first, last + 1 if first <= last else last + 13)
    every = ("YEARLY", 1)
    rrule = rule(every, "BYMONTH=" + ",".join(str((month - 1) % 12 + 1) for month in months))
    granularity = Granularity.MONTH if core.rule == "months_each" else Granularity.DAY
    return _recurrence(core, granularity, every, rrule)


def _periods(core: Core) -> _Items:
    """Read `hằng quý, 6 tháng và năm`."""
    return _of_periods(core, "period", period)


def _reports(core: Core) -> _Items:
    """Read `(báo cáo) quý, 6 tháng, năm`."""
    return _of_periods(core, "report", report_period)


def _of_periods(core: Core, piece: str, read: Callable[[str], tuple[Period, Granularity] | None]) -> _Items:
    items = []
    for place, (printed, start, end) in enumerate(members(core, piece)):
        every = read(printed)
        if every is not None:
            begin = start if place else core.start
            items.append(Item(begin, end, core.rule, every[1], recurs=True, period=every[0], rrule=rule(every[0])))
    return items


def _periodic(core: Core) -> _Items:
    return (Item(core.start, core.end, core.rule, Granularity.YEAR, recurs=True),)


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
_OF_DAY = re.compile(
    r",? (?:ngày (?:thứ|mùng|mồng|\d)|(?:cùng|hàng|hằng) ngày|thứ|chủ nhật|sáng|trưa|chiều|tối|đêm)(?!\w{3})"
)


def _duration(core: Core) -> _Items:
    match = core.match
    count, unit, tail, event = match.group("count", "length", "tail", "event")
    granularity = _LENGTHS[unit]
    many = number(count)
    if not many or (granularity is Granularity.TIME and tail is None and _is_clock(match.string, core)):
        return ()
    length = Length(many, unit, None if tail is None else event.strip(), tail is not None and "trước" in tail[:8])
    return (Item(core.start, core.end, core.rule, granularity, length=length),)


def _is_clock(lowered: str, core: Core) -> bool:
    """Say whether hours are a time of day, not a length of time."""
    return not _LIMITED.match(lowered, 0, core.start) or _OF_DAY.match(lowered, core.end) is not None


def _event(core: Core) -> _Items:
    words = core.match.group()
    end = core.end - (len(words) - len(words.rstrip(" -")))
    limit = core.match["limit"] if core.rule == "upon" else "vào" if core.rule == "on_event" else "trong"
    return (Item(core.start, end, core.rule, Granularity.DAY, limit=limit),)


def _from_event(core: Core) -> _Items:
    return (Item(core.start, core.end, core.rule, Granularity.DAY, anchor=core.match["event"]),)


_READERS: dict[str, Callable[[Core], _Items]] = {
    **dates.READERS,
    "times_per": _times,
    "per_times": _per_times,
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
    "report": _reports,
    "reports": _reports,
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
