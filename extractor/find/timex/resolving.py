"""The days that members of cores mean in a document: its issue date and its term fill what they leave out."""

from __future__ import annotations

import re
from datetime import date, timedelta

from extractor.find.timex.calendar import Interval, add_months, resolve
from extractor.find.timex.items import Item, Length
from schemas.vocabulary import Bound

__all__ = ["Resolver", "bounded"]

#: `kể từ ngày` … what makes it the issue date.
_ISSUE = re.compile(
    r"(?:(?:được )?ký|(?:được )?ban hành|ký,? ban hành)(?: và .{1,40}| (?:\w+ ){1,3}này)?$"
    r"|(?:\w+ ){1,3}này (?:được )?(?:ký|ban hành|ký ban hành)"
)
_UNKNOWN = Interval()
_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")


class Resolver:
    """Finds the days that a document means.

    Args:
        issued_on: The issue date, from which missing years and `kể từ ngày ban hành` are counted.
        term_end: The last year of the term that `cuối nhiệm kỳ` speaks of.
    """

    def __init__(self, issued_on: date | None, term_end: int | None) -> None:
        self._issued_on = issued_on
        self._term_end = term_end

    def days(self, item: Item, *, shared: bool) -> Interval:
        """Return the days of a member; `shared` says that a neighbour completed it."""
        if item.printed is not None:
            interval = self.days_since(item, self._issued_on)
            return interval._replace(inferred=("year",)) if shared and not interval.inferred else interval
        if item.form == "from_now":
            return Interval(self._issued_on, None, ("start",) if self._issued_on else ())
        if item.form == "from_event":
            issued = item.anchor is not None and _ISSUE.match(item.anchor) is not None and self._issued_on is not None
            return Interval(self._issued_on, None, ("start",)) if issued else _UNKNOWN
        return _UNKNOWN._replace(inferred=("year",)) if shared else _UNKNOWN

    def end_days(self, item: Item, begin: Interval) -> Interval:
        """Return the days of the member that ends a stretch which begins on `begin`."""
        return self.days_since(item, begin.first or self._issued_on)

    def days_since(self, item: Item, since: date | None) -> Interval:
        """Return the days of a member, the first on or after `since` where it leaves the year open."""
        if item.printed is None:
            return _UNKNOWN
        if item.form != "open_term":
            return resolve(item.printed, since)
        if self._term_end is None or item.printed.finish is None:
            return _UNKNOWN
        return resolve(item.printed._replace(year=self._term_end), since)._replace(inferred=("end",))

    def counted(self, length: Length) -> date | None:
        """Return the day to which a length of time runs, where its beginning is known.

        Working days and hours need a calendar of holidays: they have none.
        """
        since = self._beginning(length)
        if since is None:
            return None
        count = -length.number if length.runs_back else length.number
        try:
            match length.unit:
                case "ngày":
                    return since + timedelta(days=count)
                case "tuần":
                    return since + timedelta(weeks=count)
                case "tháng":
                    return add_months(since, count)
                case "năm":
                    return add_months(since, 12 * count)
                case _:
                    return None
        except (ValueError, OverflowError):
            return None

    def _beginning(self, length: Length) -> date | None:
        if length.anchor is None:
            return None
        printed = _DATE.search(length.anchor)
        if printed is None:
            return self._issued_on if _ISSUE.match(length.anchor) else None
        try:
            return date(int(printed[3]), int(printed[2]), int(printed[1]))
        except ValueError:
            return None


def bounded(bound: Bound, interval: Interval, *, after: bool) -> tuple[date | None, date | None]:
    """Return the first and last day that a bound leaves of an interval.

    `trước` ends where the interval begins, `từ` begins there, `sau` where it ends; where the interval is open at that
    side (`trước cuối năm`), at its other one.
    """
    first, last, _ = interval
    if bound is Bound.BEFORE:
        return None, first or last
    if bound is Bound.BY:
        return None, last or first
    if bound is Bound.FROM:
        return (last or first) if after else (first or last), None
    return first, last
