"""Cores and the words around them, made into expressions: stretches, recurrences on a day, lengths of time, events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import regex

from extractor.find.mentions import TimeExpression
from extractor.find.timex.calendar import Interval
from extractor.find.timex.items import Item, Length
from extractor.find.timex.leads import Lead
from extractor.find.timex.neighbours import BEGINNINGS, DATED, OPEN, Neighbours
from extractor.find.timex.recurrence import Period, rule_of_dates
from extractor.find.timex.resolving import Resolver, bounded
from schemas.vocabulary import Bound, Granularity

__all__ = ["compose"]

#: An expression, if one was made, and the place of the member to go on with.
_Reading = tuple[TimeExpression | None, int]

#: What may stand between `hằng năm` and the day on which it falls.
_UNDER = re.compile(r",? (?:\(|vào )?|,? ?\(")
#: What may stand between the period of a report and the day on which it falls: `báo cáo tháng gửi trước ngày 18`.
_SENT = re.compile(r",? (?:\(|gửi |nộp |vào )?")
#: The words of an event, and those that go on with another clause.
_EVENT = re.compile(r"[^\n,.;:()\[\]\"]{0,90}")
_GOES_ON = re.compile(r" (?:để|phải|thì|đề nghị|yêu cầu|nhằm|nếu|mà|gồm|bao gồm|các đơn vị) ")
_LONGEST_WORDS = len(" các đơn vị ")
_UNTIL_EVENT = re.compile(
    r",? (?:cho )?(?:đến|tới)(?: hết)? (?:(?:ngày|khi|lúc|thời điểm|cuối|kết thúc|hết) (?!\d)"
    r"|(?=(?:tết|đại hội|hội nghị|lễ|mùa|kỳ)(?!\w)))"
)
_LISTED = regex.compile(r"(?r)(?:,| và|, và| hoặc)?[ -]*")

_WITHIN, _FROM = Bound.WITHIN, Bound.FROM
_BOUND_OF_EVENT = {
    "trước": Bound.BEFORE,
    "sau": Bound.FROM,
    "kể từ": Bound.FROM,
    "trong": Bound.WITHIN,
    "vào": Bound.ON,
}


def compose(
    lowered: str, items: Sequence[Item], issued_on: date | None, term_end: int | None
) -> Iterator[TimeExpression]:
    """Yield the expressions that the members of the cores make, in order.

    Args:
        lowered: The flow in lower case.
        items: The members of its cores, in order.
        issued_on: The issue date, from which missing years and `kể từ ngày ban hành` are counted.
        term_end: The last year of the term that `cuối nhiệm kỳ` speaks of.
    """
    return _Composer(Neighbours(lowered, items), Resolver(issued_on, term_end)).expressions()


class _Composer:
    def __init__(self, neighbours: Neighbours, resolver: Resolver) -> None:
        self._neighbours = neighbours
        self._resolver = resolver
        self._text = neighbours.text
        self._items = neighbours.items
        self._leads = neighbours.leads

    def expressions(self) -> Iterator[TimeExpression]:
        place = 0
        near = self._neighbours.near
        while place < len(self._items):
            expression, place = (place in near and self._together(place)) or self._alone(place)
            if expression is not None:
                yield expression

    def _together(self, place: int) -> _Reading | None:
        return self._stretch(place) or self._recurrence_on_days(place) or self._periodic(place)

    # ---- a member and the next, which is near, in one expression; each returns None where it does not apply

    def _stretch(self, place: int) -> _Reading | None:
        """Read `từ ngày 10/4 đến ngày 12/5/2024`, `2021 - 2025`, `từ nay đến cuối năm`."""
        first = self._items[place]
        if not (first.printed or first.form in BEGINNINGS) or not self._neighbours.joined(place):
            return None
        last, lead, begin = self._items[place + 1], self._leads[place], self._days(place)
        if last.printed is not None and last.printed.year is None and first.printed and first.printed.year:
            year = first.printed.year
            days = last.printed.in_year(year)
            late = days is not None and days.last is not None and begin.first is not None and days.last < begin.first
            last = last._replace(printed=last.printed._replace(year=year + late))
        finish = self._resolver.end_days(last, begin)
        if self._leads[place + 1].bound is Bound.BEFORE and finish.first:
            finish = finish._replace(last=finish.first - timedelta(days=1))
        inferred = () if place in self._neighbours.shared else begin.inferred
        return TimeExpression(
            lead.start,
            last.end,
            Bound.WITHIN,
            *_in_order(begin.first, finish.last),
            min(first.granularity, last.granularity, key=list(Granularity).index),
            time=lead.time,
            inferred=tuple(dict.fromkeys((*inferred, *finish.inferred))),
            form="stretch",
        ), place + 2

    def _recurrence_on_days(self, place: int) -> _Reading | None:
        """Read `hằng năm, trước ngày 30/11`, `hằng quý (trước ngày 15 của tháng kế tiếp)`."""
        if self._items[place].form not in ("every", "periods", "report"):
            return None
        item, after, gap = self._items[place], self._items[place + 1], self._neighbours.gap(place)
        of_report = item.form == "report"
        if item.period is None or not (_SENT if of_report else _UNDER).fullmatch(gap):
            return None
        if of_report and after.form not in ("bare_day", "day_of_period"):
            return None  # `báo cáo năm trước ngày 15/12`: the one says how often, the other when
        if after.form == "day_of_period" and after.rrule:
            rrule = f"{item.rrule};{after.rrule.rpartition(';')[2]}"
        elif after.printed and after.printed.year is None and _falls_in(item.period, after):
            rrule = rule_of_dates(item.period, after.printed)
        else:
            return None
        end = after.end
        if "(" in gap:
            close = self._text.find(")", end, end + 40)
            end = close + 1 if close >= 0 and "\n" not in self._text[end:close] else end
        lead = self._leads[place]
        return TimeExpression(
            _after_bound(lead),
            end,
            Bound.RECURRING,
            None,
            None,
            after.granularity,
            time=lead.time,
            rrule=rrule,
            form="recurrence",
        ), place + 2

    def _periodic(self, place: int) -> _Reading | None:
        """Read `định kỳ` before a recurrence as part of it."""
        if self._items[place].form != "periodic":
            return None
        after = self._items[place + 1]
        if not after.recurs or after.form == "periodic" or self._neighbours.gap(place) not in (" ", " vào ", ", "):
            return None
        self._leads[place + 1] = self._leads[place + 1]._replace(start=self._items[place].start, words="")
        return None, place + 1

    # ---- one member

    def _alone(self, place: int) -> _Reading:
        item, lead = self._items[place], self._leads[place]
        if item.recurs:
            return self._of_recurrence(item, lead), place + 1
        if item.length is not None:
            return self._of_length(item, item.length, lead), place + 1
        if item.printed is not None:
            return self._of_days(place)
        if item.form == "from_now":
            return self._from_now(place)
        if item.form in ("same_day", "from_event") or (item.form == "on_event" and lead.bound is not Bound.WITHIN):
            return None, place + 1  # `các ngày lễ` is no time; the others are none without a neighbour
        return self._of_event(place)

    def _of_recurrence(self, item: Item, lead: Lead) -> TimeExpression:
        return TimeExpression(
            lead.start if item.form in DATED else _after_bound(lead),
            item.end,
            Bound.RECURRING,
            None,
            None,
            Granularity.TIME if lead.time else item.granularity,
            time=lead.time,
            rrule=item.rrule,
            form=item.form,
        )

    def _of_days(self, place: int) -> _Reading:
        item, lead, printed = self._items[place], self._leads[place], self._items[place].printed
        if (
            printed is None
            or (item.form == "bare_day" and printed.month_open)
            or not self._neighbours.is_anchored(place)
        ):
            return None, place + 1
        interval, bound, end, following = self._days(place), lead.bound, item.end, place + 1
        until = _UNTIL_EVENT.match(self._text, end) if bound is _FROM else None
        if until is not None:
            bound, end = _WITHIN, self._event_end(until.end())
            day, following = self._day_of_event(following, end)
            if day.last is not None and printed.year is None and item.form not in OPEN:
                interval = printed.in_year(day.last.year) or interval
            interval = interval._replace(last=day.last)
        elif bound is None or bound is _WITHIN or item.form in ("day_range", "quarters"):
            bound = Bound.ON if printed.begin is not None and printed.begin == printed.finish else _WITHIN
        if item.form == "open_term" and item.limit == "hết" and bound is _WITHIN:
            bound = Bound.BY
        first, last = _in_order(*bounded(bound, interval, after=lead.words.endswith("sau")))
        granularity = Granularity.TIME if lead.time else item.granularity
        expression = TimeExpression(
            lead.start, end, bound, first, last, granularity, lead.time, None, interval.inferred, item.form
        )
        return expression, following

    def _from_now(self, place: int) -> _Reading:
        """Read `từ nay đến khi …`; alone it is no time."""
        item = self._items[place]
        until = _UNTIL_EVENT.match(self._text, item.end)
        if until is None:
            return None, place + 1
        end = self._event_end(until.end())
        interval = self._days(place)
        day, following = self._day_of_event(place + 1, end)
        return TimeExpression(
            item.start,
            end,
            Bound.WITHIN,
            *_in_order(interval.first, day.last),
            item.granularity,
            inferred=interval.inferred,
            form="stretch",
        ), following

    def _of_length(self, item: Item, length: Length, lead: Lead) -> TimeExpression:
        bound = lead.bound
        if bound is None and length.anchor is not None:
            bound = Bound.BEFORE if length.runs_back else Bound.BY
        elif bound is Bound.WITHIN:
            bound = Bound.BY
        bound = bound or Bound.WITHIN
        day = self._resolver.counted(length)
        first, last = (day, None) if bound is Bound.FROM else (None, day)
        return TimeExpression(
            lead.start,
            item.end,
            bound,
            first,
            last,
            item.granularity,
            inferred=(("start",) if first else ("end",) if last else ()),
            form="duration",
        )

    def _of_event(self, place: int) -> _Reading:
        """Read an event to the end of its clause; a time that is no deadline by its own words belongs to it."""
        item, lead = self._items[place], self._leads[place]
        end = self._event_end(item.end)
        for later in range(place + 1, len(self._items)):
            if self._leads[later].start >= end:
                break
            starts = self._leads[later].bound is not None or self._items[later].limit is not None
            if starts or self._items[later].recurs:
                end = max(item.end, self._leads[later].start)
                break
        day, following = self._day_of_event(place + 1, end)
        listed = _LISTED.match(self._text, item.end, end)
        end = listed.start() if listed else end
        bound = _BOUND_OF_EVENT[item.limit or "trong"]
        first, last = (None, None) if bound is Bound.WITHIN else bounded(bound, day, after=bound is Bound.FROM)
        return TimeExpression(lead.start, end, bound, first, last, item.granularity, form="event"), following

    def _day_of_event(self, place: int, end: int) -> tuple[Interval, int]:
        """Return the day that is printed with an event (`sau ngày bầu cử 15/3/2026`), and the first item after it."""
        day = Interval()
        while place < len(self._items) and self._items[place].start < end:
            if self._items[place].printed is not None and self._items[place].granularity is Granularity.DAY:
                day = self._days(place)
            place += 1
        return day, place

    def _event_end(self, start: int) -> int:
        """Return where the words of an event end that go on at `start`."""
        words = _EVENT.match(self._text, start)
        end = words.end() if words else start
        clause = _GOES_ON.search(self._text, start, end + _LONGEST_WORDS)
        return min(end, clause.start()) if clause else end

    def _days(self, place: int) -> Interval:
        return self._resolver.days(self._items[place], shared=place in self._neighbours.shared)


def _falls_in(period: Period, day: Item) -> bool:
    """Say whether a day without a year may narrow a period: `hằng năm, trước ngày 30/11`, `hằng tháng, ngày 25`."""
    return day.form == "bare_day" if period[0] == "MONTHLY" else period == ("YEARLY", 1) and day.form not in OPEN


def _after_bound(lead: Lead) -> int:
    """Return where a recurrence begins: a bound before it belongs to something else."""
    return lead.start + len(lead.words) + 1 if lead.words else lead.start


def _in_order(first: date | None, last: date | None) -> tuple[date | None, date | None]:
    """Return both days, or none where a misprint has put the end before the beginning."""
    return (None, None) if first and last and last < first else (first, last)
