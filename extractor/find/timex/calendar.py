"""Stretches of the calendar as directives print them, and the days that they mean."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from schemas.vocabulary import Granularity

__all__ = ["LAST_DAY", "OPEN_MONTH", "Interval", "Printed", "add_months", "resolve"]

#: As a day: the last one of its month.
LAST_DAY = 31
#: As a month: the one that the text leaves open (`cuối tháng`).
OPEN_MONTH = 0

#: A document names the same few periods again and again: so many are remembered.
_REMEMBERED = 1024
#: How many years ahead a date without a year is sought: 29 February may be eight years away.
_HORIZON = 9


class Printed(NamedTuple):
    """A stretch of days inside one year, as printed: the year may be missing.

    Attributes:
        granularity: The unit that the text names.
        begin: Month and day on which it begins; None where the words leave that open (`cuối năm`).
        finish: Month and day on which it ends (`LAST_DAY` for the end of any month).
        year: The printed year.
        last_year: The year in which it ends, where that is another one (terms).
        dated: Whether it stands for days of the solar calendar at all (a lunar date does not).
    """

    granularity: Granularity
    begin: tuple[int, int] | None
    finish: tuple[int, int] | None
    year: int | None = None
    last_year: int | None = None
    dated: bool = True

    @property
    def month_open(self) -> bool:
        """Whether the month itself is left open (`ngày 26` of a list, `cuối tháng`)."""
        return (self.begin or self.finish or (1, 1))[0] == OPEN_MONTH

    def in_month(self, month: int) -> Printed:
        """Return the same days in another month."""
        return self._replace(
            begin=self.begin and (month, self.begin[1]),
            finish=self.finish and (month, self.finish[1]),
        )

    def in_year(self, year: int) -> Interval | None:
        """Return the days that it means in `year`; None if the calendar has no such day (`31/6`)."""
        if not self.dated or self.month_open:
            return None
        try:
            first = self.begin and date(year, *self.begin)
            last = self.finish and _end(self.last_year or year, *self.finish, exact=self.begin == self.finish)
        except ValueError:
            return None
        return Interval(first, last)


class Interval(NamedTuple):
    """Days of the calendar, both inclusive; `inferred` names what was not printed."""

    first: date | None = None
    last: date | None = None
    inferred: tuple[str, ...] = ()


@lru_cache(_REMEMBERED)
def resolve(printed: Printed, issued_on: date | None) -> Interval:
    """Return the days that `printed` means in a document of `issued_on`.

    A missing year is that of the first such days on or after the issue date; without one the result is empty.
    """
    if printed.year is not None:
        return printed.in_year(printed.year) or Interval()
    if issued_on is None:
        return Interval()
    if printed.month_open:
        return _resolve_month(printed, issued_on)
    for year in range(issued_on.year, issued_on.year + _HORIZON):
        interval = printed.in_year(year)
        if interval is not None and (interval.last or interval.first or issued_on) >= issued_on:
            return interval._replace(inferred=("year",))
    return Interval()


def _resolve_month(printed: Printed, issued_on: date) -> Interval:
    """Return the first such days on or after the issue date, whatever the month."""
    for ahead in range(13):
        month = add_months(issued_on.replace(day=1), ahead)
        interval = printed.in_month(month.month).in_year(month.year)
        if interval is not None and (interval.last or interval.first or issued_on) >= issued_on:
            return interval._replace(inferred=("month", "year"))
    return Interval()


def add_months(day: date, months: int) -> date:
    """Return `day` moved by whole months, cut back to the end of a shorter month (Bộ luật Dân sự 2015, article 148)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _end(year: int, month: int, day: int, *, exact: bool) -> date:
    """Return the day, or the last of its month where `LAST_DAY` stands for that."""
    if exact or day != LAST_DAY:
        return date(year, month, day)
    return date(year, month, 1) + timedelta(days=monthrange(year, month)[1] - 1)
