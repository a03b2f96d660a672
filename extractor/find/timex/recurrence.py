"""Recurrence rules (RFC 5545) of the frequencies that directives print."""

from __future__ import annotations

from functools import cache

from extractor.find.timex.calendar import LAST_DAY, Printed
from extractor.find.timex.numerals import number
from extractor.lexicon import load
from schemas.vocabulary import Granularity

__all__ = [
    "Period",
    "period",
    "report_period",
    "rule",
    "rule_of_dates",
    "rule_of_times",
    "rule_of_weekdays",
    "weekdays_between",
]

#: Frequency and interval: `("MONTHLY", 6)` for every six months.
Period = tuple[str, int]

_GRANULARITIES = {
    "năm": Granularity.YEAR,
    "quý": Granularity.QUARTER,
    "tháng": Granularity.MONTH,
    "tuần": Granularity.WEEK,
    "ngày": Granularity.DAY,
}


@cache
def period(printed: str) -> tuple[Period, Granularity] | None:
    """Return the period that `năm`, `quý`, `06 tháng`, `2 năm` stands for, with its unit."""
    count, _, unit = printed.rpartition(" ")
    many = number(count.strip()) if count else 1
    entry = load("time")["every"].get(unit)
    if entry is None or not many:
        return None
    granularity = Granularity.HALF_YEAR if unit == "tháng" and many == 6 else _GRANULARITIES[unit]
    return (str(entry[0]), int(entry[1]) * many), granularity


@cache
def report_period(printed: str) -> tuple[Period, Granularity] | None:
    """Return the period of a report: `6 tháng` twice a year; `9 tháng` and `cả năm` once."""
    found = period(printed.removeprefix("cả "))
    if found is not None and found[0] == ("MONTHLY", 9):
        return ("YEARLY", 1), Granularity.YEAR
    return found


def rule(every: Period, *parts: str) -> str:
    """Return the rule of a period, with the parts that narrow it."""
    frequency, interval = every
    return ";".join([f"FREQ={frequency}", *([f"INTERVAL={interval}"] if interval > 1 else []), *parts])


def rule_of_times(times: int, every: Period) -> str | None:
    """Return the rule of so many times a period, where a rule can say it.

    >>> rule_of_times(2, ("YEARLY", 1)), rule_of_times(1, ("MONTHLY", 3)), rule_of_times(2, ("WEEKLY", 1))
    ('FREQ=MONTHLY;INTERVAL=6', 'FREQ=MONTHLY;INTERVAL=3', None)
    """
    frequency, interval = every
    if times < 1:
        return None
    if frequency == "YEARLY" and interval % times:
        frequency, interval = "MONTHLY", 12 * interval
    return None if interval % times else rule((frequency, interval // times))


def rule_of_weekdays(days: list[str]) -> str:
    """Return the weekly rule of the printed weekdays."""
    codes = load("time")["weekdays"]
    return rule(("WEEKLY", 1), "BYDAY=" + ",".join(dict.fromkeys(str(codes[day]) for day in days)))


def weekdays_between(first: str, last: str) -> list[str]:
    """Return the printed names of the weekdays from `first` to `last`.

    >>> weekdays_between("thứ sáu", "chủ nhật")
    ['thứ sáu', 'thứ bảy', 'chủ nhật']
    """
    codes = load("time")["weekdays"]
    names = list({str(code): str(name) for name, code in reversed(codes.items())}.items())[::-1]
    order = [code for code, _ in names]
    begin, end = order.index(codes[first]), order.index(codes[last])
    return [name for _, name in names[begin : end + 1 if begin <= end else None]]


def rule_of_dates(every: Period, printed: Printed) -> str:
    """Return the rule of the printed days in every period: `ngày 15/11 hằng năm`, `tháng 12 hằng năm`."""
    begin, finish = printed.begin, printed.finish
    if begin is None or finish is None:
        return rule(every)
    parts = []
    if every[0] == "YEARLY" and not printed.month_open:
        parts.append("BYMONTH=" + ",".join(str(month) for month in range(begin[0], finish[0] + 1)))
    if begin == finish and finish[1] <= LAST_DAY and every[0] in ("YEARLY", "MONTHLY"):
        parts.append(f"BYMONTHDAY={finish[1]}")
    return rule(every, *parts)
