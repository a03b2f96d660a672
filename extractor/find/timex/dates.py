"""Cores that print dates, read: days, months, quarters, halves, years, terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from extractor.find.timex.calendar import LAST_DAY, OPEN_MONTH, Printed
from extractor.find.timex.grammar import Core, members
from extractor.find.timex.items import Item
from extractor.find.timex.numerals import digits, number
from extractor.find.timex.recurrence import period, rule_of_dates
from extractor.lexicon import load
from schemas.vocabulary import Granularity

__all__ = ["READERS"]

#: The members of a core.
_Items = Sequence[Item]


def _year(printed: str | None) -> int | None:
    """Return a printed year; an O that OCR put for a zero is certain there."""
    return None if printed is None else digits(printed)


def _month(printed: str) -> int:
    return digits(printed) if printed[-1:].isdecimal() else _named_month(printed)


def _named_month(printed: str) -> int:
    named = load("time")["months"].get(printed)
    return digits(printed) if named is None else int(named)


def _dated(core: Core, printed: Printed, start: int | None = None, end: int | None = None) -> Item:
    """Return the item of printed days, recurring where `hằng năm` follows; by itself it is all of the core."""
    start, end = core.start if start is None else start, core.end if end is None else end
    every = None if core.each is None else period(core.each)
    if every is None:
        return Item(start, end, core.rule, printed.granularity, printed)
    rrule = rule_of_dates(every[0], printed)
    return Item(start, end, core.rule, printed.granularity, recurs=True, period=every[0], rrule=rrule)


def _listed(core: Core, found: Sequence[tuple[int, int, Printed]]) -> _Items:
    """Return the items of a list, each at its own number, the first and the last to the edges of the core."""
    last = len(found) - 1
    return [
        _dated(core, printed, start if place else core.start, end if place < last else core.end)
        for place, (start, end, printed) in enumerate(found)
    ]


def _days_of(core: Core, month: int, first: int, last: int, year: int | None) -> Printed:
    return Printed(Granularity.DAY, (month, first), (month, last), year, None, not core.lunar)


def _date(core: Core) -> _Items:
    day, month, year = core.match.group("day", "month", "year")
    number_of_day = digits(day)
    return (_dated(core, _days_of(core, _month(month), number_of_day, number_of_day, _year(year))),)


def _short_year(core: Core) -> _Items:
    """Read `ngày 5/3/24`."""
    day, month, year = core.match.group("day", "month", "short")
    return (_dated(core, _days_of(core, _month(month), digits(day), digits(day), 2000 + int(year))),)


def _day_month(core: Core) -> _Items:
    day, month = core.match.group("day", "month")
    return (_dated(core, _days_of(core, _month(month), digits(day), digits(day), None)),)


def _bare_day(core: Core) -> _Items:
    day = digits(core.match["day"])
    return (_dated(core, _days_of(core, OPEN_MONTH, day, day, None)),)


def _day_range(core: Core) -> _Items:
    begin, finish, month, year = core.match.group("from", "to", "month", "year")
    first, last = digits(begin), digits(finish)
    return (_dated(core, _days_of(core, _month(month), first, last, _year(year))),) if first <= last else ()


#: What says that the days that follow are one stretch: `trong hai `.
_COUNTED = regex.compile(r"(?r)trong (?:\d{1,2}|hai|ba|bốn|năm) ")


def _days(core: Core) -> _Items:
    """Read listed days: one each, but three or more in a row are one stretch (`24, 25 và 26 tháng 8`)."""
    found = [(digits(printed), start, end) for printed, start, end in members(core, "day")]
    month, year = _month(core.match["month"]), _year(core.match["year"])
    if _in_a_row([day for day, *_ in found]) and (len(found) > 2 or _COUNTED.match(core.match.string, 0, core.start)):
        return (_dated(core, _days_of(core, month, found[0][0], found[-1][0], year)),)
    return _listed(core, [(start, end, _days_of(core, month, day, day, year)) for day, start, end in found])


def _in_a_row(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[-1] + 1))


def _month_year(core: Core) -> _Items:
    month, year = core.match.group("month", "year")
    return (_dated(core, _whole_months(core, digits(month), digits(month), _year(year), Granularity.MONTH)),)


def _whole_months(core: Core, first: int, last: int, year: int | None, granularity: Granularity) -> Printed:
    return Printed(granularity, (first, 1), (last, LAST_DAY), year, None, not core.lunar)


#: Days of the thirds and halves of a month.
_THIRDS = {
    "nửa đầu": (1, 15),
    "nửa cuối": (16, LAST_DAY),
    "đầu": (1, 10),
    "thượng tuần": (1, 10),
    "giữa": (11, 20),
    "trung tuần": (11, 20),
    "cuối": (21, LAST_DAY),
    "hạ tuần": (21, LAST_DAY),
}
_WEEKS = {"nhất": 1, "đầu": 1, "hai": 2, "ba": 3, "tư": 4}


def _month_rule(core: Core) -> _Items:
    named, printed_year, part, first, week = core.match.group("month", "year", "part", "first", "week")
    month, year = _month(named), _year(printed_year)
    granularity, begin, finish = Granularity.MONTH, 1, LAST_DAY
    if part:
        begin, finish = _THIRDS[part]
    elif first:
        granularity, finish = Granularity.DAY, int(first)
    elif week == "cuối":
        granularity, begin = Granularity.WEEK, 22
    elif week:
        place = _WEEKS.get(week) or int(week)
        granularity, begin, finish = Granularity.WEEK, 7 * place - 6, LAST_DAY if place > 4 else 7 * place
    return (_dated(core, Printed(granularity, (month, begin), (month, finish), year, None, not core.lunar)),)


def _months(core: Core) -> _Items:
    """Read listed months: one each, but two or more in a row are one stretch (`tháng 9 và tháng 10 năm 2025`)."""
    found = [(_month(printed), start, end) for printed, start, end in members(core, "any_month")]
    year = _year(core.match["year"]) if "year" in core.match.re.groupindex else None
    if _in_a_row([month for month, *_ in found]):
        return (_dated(core, _whole_months(core, found[0][0], found[-1][0], year, Granularity.MONTH)),)
    return _listed(
        core,
        [(start, end, _whole_months(core, month, month, year, Granularity.MONTH)) for month, start, end in found],
    )


def _part_of_month(core: Core) -> _Items:
    first, last = _THIRDS[core.match["part"]]
    return (_dated(core, Printed(Granularity.MONTH, (OPEN_MONTH, first), (OPEN_MONTH, last))),)


def _months_of_year(core: Core) -> _Items:
    months, year = number(core.match["months"]) or 0, _year(core.match["year"] or core.match["whole"])
    if not 1 <= months <= 12:
        return ()
    first, last = (13 - months, 12) if core.match["side"] == "cuối" else (1, months)
    granularity = Granularity.HALF_YEAR if months == 6 else Granularity.QUARTER if months == 3 else Granularity.MONTH
    return (_dated(core, _whole_months(core, first, last, year, granularity)),)


def _half(core: Core) -> _Items:
    first = 7 if core.match["side"] == "cuối" else 1
    year = _year(core.match["year"])
    return (_dated(core, _whole_months(core, first, first + 5, year, Granularity.HALF_YEAR)),)


def _quarter(core: Core) -> _Items:
    quarters, year, found = load("time")["quarters"], _year(core.match["year"]), []
    for printed, start, end in members(core, "quarter"):
        last = 3 * int(quarters[printed])
        months = {"đầu": (last - 2, last - 2), "giữa": (last - 1, last - 1), "cuối": (last, last)}
        first, last = months.get(core.match["part"], (last - 2, last))
        found.append((start, end, _whole_months(core, first, last, year, Granularity.QUARTER)))
    return _listed(core, found)


def _quarters(core: Core) -> _Items:
    """Read `quý III - IV/2024`."""
    numbers, (begin, finish, year) = load("time")["quarters"], core.match.group("from", "to", "year")
    first, last = int(numbers[begin]), int(numbers[finish])
    if first >= last:
        return ()
    return (_dated(core, _whole_months(core, 3 * first - 2, 3 * last, _year(year), Granularity.QUARTER)),)


def _part_of_years(part: str | None, first: int | None, last: int | None, granularity: Granularity) -> Printed:
    """Return the years, open at the side of which `đầu` and `cuối` say nothing."""
    if part is None:
        return Printed(granularity, (1, 1), (12, LAST_DAY), first, last)
    begin = (1, 1) if part == "đầu" else None
    finish = (12, LAST_DAY) if part == "cuối" else None
    return Printed(granularity, begin, finish, first, last, part in ("đầu", "cuối"))


def _whole(core: Core, printed: Printed, limit: str | None = None) -> _Items:
    """Return the only item of a core that prints no days of a month."""
    return (Item(core.start, core.end, core.rule, printed.granularity, printed, limit=limit),)


def _years(core: Core) -> _Items:
    """Read `năm 2025`, `cuối năm 2025`, `năm 2024, 2025 và 2026`."""
    part, year, last, more = core.match.group("part", "year", "last", "more")
    printed = _part_of_years(part, digits(year), _year(last), Granularity.YEAR)
    if not more:
        return _whole(core, printed)
    first = Item(core.start, core.match.end("year"), core.rule, Granularity.YEAR, printed)
    return (
        first,
        *(
            Item(start, end, core.rule, Granularity.YEAR, _part_of_years(part, digits(printed), None, Granularity.YEAR))
            for printed, start, end in members(core, "year", "more")
        ),
    )


def _bare_year(core: Core) -> _Items:
    return _whole(core, _part_of_years(None, digits(core.match["year"]), None, Granularity.YEAR))


def _year_cell(core: Core) -> _Items:
    year, last = core.match.group("year", "last")
    return _whole(core, _part_of_years(None, digits(year), _year(last), Granularity.YEAR))


def _part_of_year(core: Core) -> _Items:
    return _whole(core, _part_of_years(core.match["part"], None, None, Granularity.YEAR))


def _end_of_year(core: Core) -> _Items:
    return _whole(core, _part_of_years("cuối", None, None, Granularity.YEAR))


def _this(core: Core) -> _Items:
    """Read `tháng này` and `năm nay`: those of the issue date. Which days `tuần này` has is not said."""
    if core.match["this"].startswith("tuần"):
        return _whole(core, Printed(Granularity.WEEK, None, None, dated=False))
    if core.match["this"].startswith("năm"):
        return _whole(core, _part_of_years(None, None, None, Granularity.YEAR))
    return _whole(core, Printed(Granularity.MONTH, (OPEN_MONTH, 1), (OPEN_MONTH, LAST_DAY)))


def _term(core: Core) -> _Items:
    part, year, last = core.match.group("part", "year", "last")
    return _whole(core, _part_of_years(part, _year(year), _year(last), Granularity.TERM))


def _open_term(core: Core) -> _Items:
    printed = core.match["part"]
    part = "cuối" if printed in ("cuối", "hết") else "nửa"
    return _whole(core, _part_of_years(part, None, None, Granularity.TERM), limit=printed)


def _school_year(core: Core) -> _Items:
    """Read a school year or a half of it; their days are set anew every year, so they have no dates of their own."""
    granularity = Granularity.HALF_YEAR if core.match["half"] else Granularity.YEAR
    return _whole(core, Printed(granularity, None, None, _year(core.match["year"]), dated=False))


def _part_of_term(core: Core) -> _Items:
    return _whole(core, Printed(Granularity.YEAR, None, None, _year(core.match["year"]), dated=False))


#: The reader of each rule that prints dates.
READERS: dict[str, Callable[[Core], _Items]] = {
    "days": _days,
    "day_range": _day_range,
    "date": _date,
    "short_year": _short_year,
    "day_month": _day_month,
    "bare_day_month": _day_month,
    "bare_day": _bare_day,
    "bare_month_year": _month_year,
    "months_of_year": _months_of_year,
    "half": _half,
    "months": _months,
    "month": _month_rule,
    "part_of_month": _part_of_month,
    "quarter": _quarter,
    "quarters": _quarters,
    "school_year": _school_year,
    "part_of_term": _part_of_term,
    "term": _term,
    "open_term": _open_term,
    "year": _years,
    "bare_year": _bare_year,
    "year_cell": _year_cell,
    "part_of_year": _part_of_year,
    "end_of_year": _end_of_year,
    "this": _this,
}
