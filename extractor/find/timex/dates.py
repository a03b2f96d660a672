"""Cores that print dates, read: days, months, quarters, halves, years, terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import regex

from extractor.find.timex.calendar import LAST_DAY, OPEN_MONTH, Printed
from extractor.find.timex.items import Item
from extractor.find.timex.numerals import digits, number
from extractor.find.timex.recurrence import period, rule_of_dates
from extractor.lexicon import load
from schemas.vocabulary import Granularity

__all__ = ["READERS"]

_Match = regex.Match[str]


def _group(match: _Match, name: str) -> str | None:
    """Return what a group matched; None where it did not take part or the rule's pattern has no such group."""
    return match[name] if name in _groups(match.re) else None


@cache
def _groups(pattern: regex.Pattern[str]) -> frozenset[str]:
    return frozenset(pattern.groupindex)  # which a pattern makes anew whenever it is asked


def _year(printed: str | None) -> int | None:
    """Return a printed year; an O that OCR put for a zero is certain there."""
    return None if printed is None else digits(printed)


def _month(printed: str) -> int:
    named = load("time")["months"].get(printed)
    return digits(printed) if named is None else int(named)


def _dated(name: str, match: _Match, start: int, end: int, printed: Printed) -> Item:
    """Return the item of printed days, recurring where `hằng năm` follows."""
    each = _group(match, "each")
    every = None if each is None else period(each)
    if every is None:
        return Item(start, end, name, printed.granularity, printed)
    return Item(
        start, end, name, printed.granularity, recurs=True, period=every[0], rrule=rule_of_dates(every[0], printed)
    )


def _day(match: _Match, first: int, last: int) -> Printed:
    month, short = _group(match, "month"), _group(match, "short")
    number_of_month = OPEN_MONTH if month is None else _month(month)
    year = _year(_group(match, "year")) if short is None else 2000 + int(short)
    begin, finish = (number_of_month, first), (number_of_month, last)
    return Printed(Granularity.DAY, begin, finish, year, dated=_group(match, "lunar") is None)


def _date(name: str, match: _Match) -> Iterator[Item]:
    day = digits(match["day"])
    yield _dated(name, match, match.start(), match.end(), _day(match, day, day))


def _day_range(name: str, match: _Match) -> Iterator[Item]:
    first, last = digits(match["from"]), digits(match["to"])
    if first <= last:
        yield _dated(name, match, match.start(), match.end(), _day(match, first, last))


#: What says that the days that follow are one stretch: `trong hai `.
_COUNTED = regex.compile(r"(?r)trong (?:\d{1,2}|hai|ba|bốn|năm) ")


def _days(name: str, match: _Match) -> Iterator[Item]:
    """Read listed days: one each, but three or more in a row are one stretch (`24, 25 và 26 tháng 8`)."""
    days = [digits(day) for day in match.captures("item")]
    in_a_row = days == list(range(days[0], days[-1] + 1))
    if in_a_row and (len(days) > 2 or _COUNTED.match(match.string, 0, match.start())):
        yield _dated(name, match, match.start(), match.end(), _day(match, days[0], days[-1]))
        return
    spans = match.spans("item")
    for place, (day, (start, end)) in enumerate(zip(days, spans, strict=True)):
        yield _dated(
            name,
            match,
            match.start() if place == 0 else start,
            match.end() if place == len(days) - 1 else end,
            _day(match, day, day),
        )


def _month_year(name: str, match: _Match) -> Iterator[Item]:
    month = digits(match["month"])
    yield _dated(name, match, match.start(), match.end(), _whole_months(match, month, month, Granularity.MONTH))


def _whole_months(match: _Match, first: int, last: int, granularity: Granularity) -> Printed:
    year, dated = _year(_group(match, "year")), _group(match, "lunar") is None
    return Printed(granularity, (first, 1), (last, LAST_DAY), year, dated=dated)


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


def _month_rule(name: str, match: _Match) -> Iterator[Item]:
    month = _month(match["month"])
    printed = _whole_months(match, month, month, Granularity.MONTH)
    if match["part"]:
        first, last = _THIRDS[match["part"]]
        printed = Printed(Granularity.MONTH, (month, first), (month, last), printed.year, dated=printed.dated)
    elif match["first"]:
        printed = Printed(Granularity.DAY, (month, 1), (month, int(match["first"])), printed.year, dated=printed.dated)
    elif match["week"] == "cuối":
        printed = Printed(Granularity.WEEK, (month, 22), (month, LAST_DAY), printed.year, dated=printed.dated)
    elif match["week"]:
        week = _WEEKS.get(match["week"]) or int(match["week"])
        last = LAST_DAY if week > 4 else 7 * week
        printed = Printed(Granularity.WEEK, (month, 7 * week - 6), (month, last), printed.year, dated=printed.dated)
    yield _dated(name, match, match.start(), match.end(), printed)


def _months(name: str, match: _Match) -> Iterator[Item]:
    """Read listed months: one each, but two or more in a row are one stretch (`tháng 9 và tháng 10 năm 2025`)."""
    months = [_month(month) for month in match.captures("item")]
    if months == list(range(months[0], months[-1] + 1)):
        printed = _whole_months(match, months[0], months[-1], Granularity.MONTH)
        yield _dated(name, match, match.start(), match.end(), printed)
        return
    for place, (month, (start, end)) in enumerate(zip(months, match.spans("item"), strict=True)):
        yield _dated(
            name,
            match,
            match.start() if place == 0 else start,
            match.end() if place == len(months) - 1 else end,
            _whole_months(match, month, month, Granularity.MONTH),
        )


def _part_of_month(name: str, match: _Match) -> Iterator[Item]:
    first, last = _THIRDS[match["part"]]
    printed = Printed(Granularity.MONTH, (OPEN_MONTH, first), (OPEN_MONTH, last))
    yield _dated(name, match, match.start(), match.end(), printed)


def _months_of_year(name: str, match: _Match) -> Iterator[Item]:
    months = number(match["months"]) or 0
    if not 1 <= months <= 12:
        return
    first, last = (13 - months, 12) if match["side"] == "cuối" else (1, months)
    granularity = Granularity.HALF_YEAR if months == 6 else Granularity.QUARTER if months == 3 else Granularity.MONTH
    yield _dated(name, match, match.start(), match.end(), _whole_months(match, first, last, granularity))


def _half(name: str, match: _Match) -> Iterator[Item]:
    first = 7 if match["side"] == "cuối" else 1
    yield _dated(name, match, match.start(), match.end(), _whole_months(match, first, first + 5, Granularity.HALF_YEAR))


def _quarter(name: str, match: _Match) -> Iterator[Item]:
    quarters = load("time")["quarters"]
    members = list(zip(match.captures("item"), match.spans("item"), strict=True))
    for place, (printed, (start, end)) in enumerate(members):
        last = 3 * int(quarters[printed])
        months = {"đầu": (last - 2, last - 2), "giữa": (last - 1, last - 1), "cuối": (last, last)}
        first, last = months.get(match["part"], (last - 2, last))
        yield _dated(
            name,
            match,
            match.start() if place == 0 else start,
            match.end() if place == len(members) - 1 else end,
            _whole_months(match, first, last, Granularity.QUARTER),
        )


def _quarters(name: str, match: _Match) -> Iterator[Item]:
    """Read `quý III - IV/2024`."""
    numbers = load("time")["quarters"]
    first, last = int(numbers[match["from"]]), int(numbers[match["to"]])
    if first < last:
        printed = _whole_months(match, 3 * first - 2, 3 * last, Granularity.QUARTER)
        yield _dated(name, match, match.start(), match.end(), printed)


def _part_of_years(part: str | None, first: int | None, last: int | None, granularity: Granularity) -> Printed:
    """Return the years, open at the side of which `đầu` and `cuối` say nothing."""
    begin = None if part and part != "đầu" else (1, 1)
    finish = None if part and part != "cuối" else (12, LAST_DAY)
    return Printed(granularity, begin, finish, first, last, dated=part is None or part in ("đầu", "cuối"))


def _years(name: str, match: _Match) -> Iterator[Item]:
    members = list(zip(match.captures("item"), match.spans("item"), strict=True))
    for place, (printed, (start, end)) in enumerate(members):
        yield Item(
            match.start() if place == 0 else start,
            match.end() if place == len(members) - 1 else end,
            name,
            Granularity.YEAR,
            _part_of_years(_group(match, "part"), _year(printed), _year(_group(match, "last")), Granularity.YEAR),
        )


def _part_of_year(name: str, match: _Match) -> Iterator[Item]:
    printed = _part_of_years(match["part"], None, None, Granularity.YEAR)
    yield Item(match.start(), match.end(), name, Granularity.YEAR, printed)


def _end_of_year(name: str, match: _Match) -> Iterator[Item]:
    printed = _part_of_years("cuối", None, None, Granularity.YEAR)
    yield Item(match.start(), match.end(), name, Granularity.YEAR, printed)


def _this(name: str, match: _Match) -> Iterator[Item]:
    """Read `tháng này` and `năm nay`: those of the issue date. Which days `tuần này` has is not said."""
    if match["this"].startswith("tuần"):
        printed = Printed(Granularity.WEEK, None, None, dated=False)
    elif match["this"].startswith("năm"):
        printed = _part_of_years(None, None, None, Granularity.YEAR)
    else:
        printed = Printed(Granularity.MONTH, (OPEN_MONTH, 1), (OPEN_MONTH, LAST_DAY))
    yield Item(match.start(), match.end(), name, printed.granularity, printed)


def _term(name: str, match: _Match) -> Iterator[Item]:
    printed = _part_of_years(match["part"], _year(match["year"]), _year(match["last"]), Granularity.TERM)
    yield Item(match.start(), match.end(), name, Granularity.TERM, printed)


def _open_term(name: str, match: _Match) -> Iterator[Item]:
    part = match["part"] if match["part"] in ("cuối", "hết") else "nửa"
    printed = _part_of_years("cuối" if part == "hết" else part, None, None, Granularity.TERM)
    yield Item(match.start(), match.end(), name, Granularity.TERM, printed, limit=match["part"])


def _school_year(name: str, match: _Match) -> Iterator[Item]:
    """Read a school year or a half of it; their days are set anew every year, so they have no dates of their own."""
    granularity = Granularity.HALF_YEAR if _group(match, "half") else Granularity.YEAR
    printed = Printed(granularity, None, None, _year(match["year"]), dated=False)
    yield Item(match.start(), match.end(), name, granularity, printed)


#: The reader of each rule that prints dates.
READERS: dict[str, Callable[[str, _Match], Iterator[Item]]] = {
    "days": _days,
    "day_range": _day_range,
    "date": _date,
    "short_year": _date,
    "day_month": _date,
    "bare_day_month": _date,
    "bare_day": _date,
    "bare_month_year": _month_year,
    "months_of_year": _months_of_year,
    "half": _half,
    "months": _months,
    "month": _month_rule,
    "part_of_month": _part_of_month,
    "quarter": _quarter,
    "quarters": _quarters,
    "school_year": _school_year,
    "part_of_term": _school_year,
    "term": _term,
    "open_term": _open_term,
    "year": _years,
    "bare_year": _years,
    "year_cell": _years,
    "part_of_year": _part_of_year,
    "end_of_year": _end_of_year,
    "this": _this,
}
