"""On which days of a calendar a deadline stands. Pure.

A calendar knows days only, a directive often names no day. What is entered is what the text says, never more:

- A printed day is that day (the last one in time: for ``before`` the day before); days from … to … are all of them.
- A period (a week, a month, a quarter) is the whole period, not its first or last day: `chậm nhất tháng 6/2024` takes
  up June. Periods longer than the caller allows are left out: a year at the head of every day helps nobody.
- A recurrence is entered where its rule says on which days; `hằng quý` does not. It begins with the first such day on
  or after the date of the document.
- What has no date is left out.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from corpus.export.calendar.recurring import first_occurrence, recurring_month, rule_for_days
from schemas import Bound, Granularity
from schemas.due import DueDeadline

__all__ = ["LeftOut", "Placement", "place"]

_ONE_DAY = dt.timedelta(days=1)
_BY_DAY = frozenset({None, Granularity.DAY, Granularity.TIME})
_LENGTHS = {
    Granularity.TIME: 1,
    Granularity.DAY: 1,
    Granularity.WEEK: 7,
    Granularity.MONTH: 31,
    Granularity.QUARTER: 92,
    Granularity.HALF_YEAR: 184,
    Granularity.YEAR: 366,
}
"""The most days that a period of each unit has; a term has no limit."""
_MONTHS = {Granularity.MONTH: 1, Granularity.QUARTER: 3, Granularity.HALF_YEAR: 6, Granularity.YEAR: 12}


class LeftOut(StrEnum):
    """Why a deadline cannot be entered in a calendar."""

    NO_DATE = "no_date"
    """The text gives no date, or one relative to an event."""
    NO_DAY = "no_day"
    """It recurs, but on which days is not said, or from when."""
    TOO_LONG = "too_long"
    """It is known to a period only that is longer than is entered."""
    COPY = "copy"
    """Its document is nearly the same as another one, whose deadlines are entered."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The days that an entry takes up, both inclusive; of a recurring one, its first occurrence."""

    first: dt.date
    last: dt.date
    rule: str | None = None
    """RFC 5545, fit for entries of whole days."""


def place(deadline: DueDeadline, longest: Granularity) -> Placement | LeftOut:
    """Say which days a deadline takes up, or why none.

    ``longest`` is the longest period that is entered for a deadline that is known to a period only.
    """
    placed = _recurring(deadline) if deadline.bound is Bound.RECURRING else _once(deadline)
    if isinstance(placed, LeftOut):
        return placed
    if placed.last.year >= dt.MAXYEAR:
        return LeftOut.NO_DATE  # the day after the last must exist
    is_period = deadline.granularity not in _BY_DAY
    limit = _LENGTHS.get(longest)
    if is_period and limit is not None and (placed.last - placed.first).days + 1 > limit:
        return LeftOut.TOO_LONG
    return placed


def _once(deadline: DueDeadline) -> Placement | LeftOut:
    first, last = deadline.first_day, deadline.last_day
    if first is None:
        return LeftOut.NO_DATE
    is_whole = deadline.start is not None and deadline.end is not None
    if deadline.granularity in _BY_DAY or is_whole:
        return Placement(first, last or first)
    return _period(last or first, deadline.granularity)


def _period(day: dt.date, unit: Granularity | None) -> Placement | LeftOut:
    """The calendar period that holds a day."""
    if unit is Granularity.WEEK:
        monday = day.toordinal() - day.weekday()
        if monday < 1 or monday + 6 > dt.date.max.toordinal():
            return LeftOut.NO_DATE
        return Placement(dt.date.fromordinal(monday), dt.date.fromordinal(monday + 6))
    months = _MONTHS.get(unit) if unit is not None else None
    if months is None:
        return LeftOut.TOO_LONG  # a term: where it begins is not said
    first_month = (day.month - 1) // months * months + 1
    last_month = first_month + months - 1
    last_day = calendar.monthrange(day.year, last_month)[1]
    return Placement(dt.date(day.year, first_month, 1), dt.date(day.year, last_month, last_day))


def _recurring(deadline: DueDeadline) -> Placement | LeftOut:
    """The first occurrence on or after the beginning: as printed, else the date of the document."""
    begin = deadline.start or deadline.document.issued_on
    if deadline.rrule is None or begin is None:
        return LeftOut.NO_DAY
    is_phase_known = deadline.start is not None
    if rule := rule_for_days(deadline.rrule, until=deadline.end, is_phase_known=is_phase_known):
        day = first_occurrence(rule, begin)
        return Placement(day, day, rule) if day is not None else LeftOut.NO_DAY
    if (month := recurring_month(deadline.rrule)) is not None:
        year = begin.year if begin.month <= month else begin.year + 1
        if year < dt.MAXYEAR:
            whole = _period(dt.date(year, month, 1), Granularity.MONTH)
            until = deadline.end
            if isinstance(whole, Placement) and (until is None or whole.first <= until):
                limit = f";UNTIL={until:%Y%m%d}" if until is not None else ""
                return Placement(whole.first, whole.last, deadline.rrule + limit)
    return LeftOut.NO_DAY
