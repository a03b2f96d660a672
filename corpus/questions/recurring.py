"""The days that a recurrence takes up within a range.

A rule that names a day (``FREQ=MONTHLY;BYMONTHDAY=25``) gives days. One that names none (``FREQ=MONTHLY;INTERVAL=3``:
every quarter) gives whole periods of the calendar, for no day is said: quarters, half-years, years.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from dateutil.rrule import rrulestr

__all__ = ["Stretch", "stretches"]

_NAMES_A_DAY = frozenset({"BYMONTHDAY", "BYDAY"})
_NOT_OF_DAYS = frozenset({"COUNT", "UNTIL", "BYHOUR", "BYMINUTE"})
_MONTHS = 12
_WEEK = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)


class Stretch(NamedTuple):
    """Days from the first to the last, both inclusive."""

    first: dt.date
    last: dt.date


def stretches(rule: str, first: dt.date, last: dt.date) -> Iterator[Stretch]:
    """The days or periods of a rule (RFC 5545, without ``RRULE:``) that are due between two days, both inclusive.

    A period is due on its last day. A rule whose periods do not fill a year evenly (every five months, every two
    years) has no place in the calendar unless a document says where it begins: it gives none.
    """
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    interval = int(parts.get("INTERVAL", "1"))
    frequency = parts["FREQ"]
    if _NAMES_A_DAY & parts.keys() and interval == 1:
        yield from _days(rule, first, last)
    elif frequency == "YEARLY" and "BYMONTH" in parts and interval == 1:
        for month in sorted(int(number) for number in parts["BYMONTH"].split(",")):
            yield from _in_range(_months(first, last, 1, month), first, last)
    elif frequency in ("YEARLY", "MONTHLY") and (months := interval * (_MONTHS if frequency == "YEARLY" else 1)):
        if _MONTHS % months == 0:
            yield from _in_range(_months(first, last, months), first, last)
    elif frequency == "WEEKLY" and interval == 1:
        monday = first - dt.timedelta(days=first.weekday())
        while monday + _WEEK - _DAY <= last:
            yield Stretch(monday, monday + _WEEK - _DAY)
            monday += _WEEK
    elif frequency in ("DAILY", "HOURLY") and interval == 1:
        day = first
        while day <= last:
            yield Stretch(day, day)
            day += _DAY


def _days(rule: str, first: dt.date, last: dt.date) -> Iterator[Stretch]:
    """The days that a rule names. It may name none in some months (day 31): RFC 5545 leaves those out."""
    begin = dt.datetime(first.year, 1, 1)
    plain = ";".join(
        part for part in rule.split(";") if not part.startswith(("COUNT=", "UNTIL=", "BYHOUR", "BYMINUTE"))
    )
    found = rrulestr(plain, dtstart=begin).between(
        dt.datetime.combine(first, dt.time.min), dt.datetime.combine(last, dt.time.max), inc=True
    )
    for moment in found:
        yield Stretch(moment.date(), moment.date())


def _months(first: dt.date, last: dt.date, length: int, only: int | None = None) -> Iterator[Stretch]:
    """The periods of some months from the year of one day to that of another, counted from January."""
    for year in range(first.year, last.year + 1):
        for start in range(1, _MONTHS + 1, length):
            if only is None or start == only:
                end = start + length
                following = dt.date(year + (end > _MONTHS), (end - 1) % _MONTHS + 1, 1)
                yield Stretch(dt.date(year, start, 1), following - _DAY)


def _in_range(periods: Iterator[Stretch], first: dt.date, last: dt.date) -> Iterator[Stretch]:
    return (period for period in periods if first <= period.last <= last)
