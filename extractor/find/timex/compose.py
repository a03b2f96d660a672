"""Cores and the words around them, made into expressions: stretches, lists, recurrences on a day, events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import regex

from extractor.find.mentions import TimeExpression
from extractor.find.timex.calendar import Interval, add_months, resolve
from extractor.find.timex.cores import Item, Length
from extractor.find.timex.leads import Lead, read_lead
from extractor.find.timex.recurrence import rule_of_dates
from extractor.lexicon import load
from schemas.vocabulary import Bound, Granularity

__all__ = ["compose"]

_AND = regex.compile(r"(?: \([^()\n]{1,14}\))?(?:,| và| và đến|, và| hoặc|;) ?")
_NEXT_TO = regex.compile(r"(?: \([^()\n]{1,14}\))?,? ?")
_DASH = regex.compile(r" ?[-~] ?")
_UNDER = regex.compile(r",? (?:\(|vào )?|,? ?\(")
_EVENT = regex.compile(
    r"(?:(?! (?:để|phải|thì|đề nghị|yêu cầu|nhằm|nếu|mà|gồm|bao gồm|các đơn vị) )[^\n,.;:()\[\]\"]){0,90}"
)
_OPENS = regex.compile(r"(?r)(?:^|[\n:|]|(?<![^\s])\(|[-+*.] ?) ?")
_ISSUE = regex.compile(
    r"(?:(?:được )?ký|(?:được )?ban hành|ký,? ban hành)(?: và .{1,40}| (?:\w+ ){1,3}này)?$"
    r"|(?:\w+ ){1,3}này (?:được )?(?:ký|ban hành|ký ban hành)"
)
_DATE = regex.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")

#: Cores that are times only with words that make them so: `2/3` may be a share, `5/2024` the number of a document.
_BARE = frozenset({"bare_day_month", "bare_month_year"})
#: Bounds that end something.
_ENDS = frozenset({Bound.BEFORE, Bound.BY})
_SAYS_BEFORE_AND_AFTER = {
    "trước": Bound.BEFORE,
    "sau": Bound.FROM,
    "kể từ": Bound.FROM,
    "trong": Bound.WITHIN,
    "vào": Bound.ON,
}
_UNTIL_EVENT = regex.compile(r",? (?:cho )?(?:đến|tới)(?: hết)? (?:ngày|khi|lúc|thời điểm|cuối|kết thúc|hết) (?!\d)")


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
    return _Composer(lowered, items, issued_on, term_end).expressions()


class _Composer:
    def __init__(self, lowered: str, items: Sequence[Item], issued_on: date | None, term_end: int | None) -> None:
        self._text = lowered
        self._issued_on = issued_on
        self._term_end = term_end
        floors = [0, *(item.end for item in items)]
        self._leads = [
            read_lead(lowered, item.start, floor, of_day=item.granularity is Granularity.DAY)
            for item, floor in zip(items, floors, strict=False)
        ]
        self._share_bounds(items)
        self._shared: set[int] = set()
        self._items = self._share(list(items))

    def expressions(self) -> Iterator[TimeExpression]:
        place = 0
        while place < len(self._items):
            for read in (self._stretch, self._recurrence_on_days, self._periodic, self._alone):
                found = read(place)
                if found is not None:
                    expression, place = found
                    if expression is not None:
                        yield expression
                    break

    # ---- what stands beside what

    def _gap(self, place: int) -> str:
        """Return what stands between a member and the lead of the next."""
        return self._text[self._items[place].end : self._leads[place + 1].start]

    def _share_bounds(self, items: Sequence[Item]) -> None:
        """Give a bare date of a list the bound of the one before it: `trước ngày 15/6/2025 và 15/12/2025`."""
        self._items = list(items)
        for place in range(1, len(items)):
            before, lead = self._leads[place - 1], self._leads[place]
            alike = items[place].printed is not None and items[place - 1].granularity == items[place].granularity
            if alike and lead.bound is None and before.bound in _ENDS and self._listed(place - 1):
                self._leads[place] = replace(lead, bound=before.bound)

    def _listed(self, place: int) -> bool:
        return _AND.fullmatch(self._gap(place)) is not None

    def _joined(self, place: int) -> bool:
        """Say whether a member and the next are the two ends of one stretch."""
        lead, after = self._leads[place], self._leads[place + 1]
        first, last = self._items[place], self._items[place + 1]
        if last.printed is None or lead.bound in (Bound.BEFORE, Bound.BY):
            return False
        if after.bound is None:
            return _DASH.fullmatch(self._gap(place)) is not None and (
                first.granularity == last.granularity or lead.bound is not None
            )
        if after.words not in load("time")["stretch"]["joins"] or not _NEXT_TO.fullmatch(self._gap(place)):
            return False
        return (
            lead.bound is not None
            or first.form == "from_now"
            or first.granularity == last.granularity
            or _OPENS.match(self._text, max(0, lead.start - 4), lead.start) is not None
        )

    def _share(self, items: list[Item]) -> list[Item]:
        """Give members of lists and stretches what only their last one prints: the month, the year, `hằng năm`."""
        self._items = items
        for place in range(len(items) - 2, -1, -1):
            item, after = items[place], items[place + 1]
            if item.printed is None or item.printed.year is not None:
                continue
            if not (self._listed(place) or self._joined(place)):
                continue
            if after.printed is not None:
                printed = item.printed
                if printed.month_open and after.printed.finish and not after.printed.month_open:
                    printed = printed.in_month(after.printed.finish[0])
                year = after.printed.year
                if year is not None and printed.begin and after.printed.finish and printed.begin > after.printed.finish:
                    year -= 1
                items[place] = replace(item, printed=replace(printed, year=year))
                self._shared.add(place)
            elif after.period and after.form in _DATED:
                items[place] = replace(
                    item,
                    printed=None,
                    recurs=True,
                    period=after.period,
                    rrule=rule_of_dates(after.period, item.printed),
                )
        return items

    # ---- the kinds of expressions; each returns None where it does not apply

    def _stretch(self, place: int) -> tuple[TimeExpression | None, int] | None:
        items = self._items
        first = items[place]
        if place + 1 >= len(items) or not (first.printed or first.form == "from_now") or not self._joined(place):
            return None
        last, lead = items[place + 1], self._leads[place]
        begin = self._interval(place)
        if last.printed is not None and last.printed.year is None and first.printed and first.printed.year:
            year = last.printed.in_year(first.printed.year)
            late = year is not None and year.last is not None and begin.first is not None and year.last < begin.first
            last = replace(last, printed=replace(last.printed, year=first.printed.year + late))
        finish = self._resolved(last, begin.first or self._issued_on)
        if self._leads[place + 1].bound is Bound.BEFORE and finish.first:
            finish = replace(finish, last=finish.first - timedelta(days=1))
        if begin.first and finish.last and finish.last < begin.first:
            begin = finish = Interval()
        inferred = () if place in self._shared else begin.inferred
        expression = TimeExpression(
            lead.start,
            last.end,
            Bound.WITHIN,
            begin.first,
            finish.last,
            min(first.granularity, last.granularity, key=list(Granularity).index),
            time=lead.time,
            inferred=tuple(dict.fromkeys((*inferred, *finish.inferred))),
            form="stretch",
        )
        return expression, place + 2

    def _recurrence_on_days(self, place: int) -> tuple[TimeExpression | None, int] | None:
        """Read `hằng năm, trước ngày 30/11`, `hằng quý (trước ngày 15 của tháng kế tiếp)`."""
        items = self._items
        if place + 1 >= len(items) or items[place].form not in ("every", "periods"):
            return None
        item, after, gap = items[place], items[place + 1], self._gap(place)
        if item.period is None or not _UNDER.fullmatch(gap):
            return None
        if after.form == "day_of_period" and after.rrule:
            days = after.rrule.rpartition(";")[2]
            rrule = f"{item.rrule};{days}"
        elif item.period == ("YEARLY", 1) and after.printed and after.printed.year is None and after.form not in _OPEN:
            rrule = rule_of_dates(item.period, after.printed)
        else:
            return None
        end = after.end
        if "(" in gap:
            close = self._text.find(")", end, end + 40)
            end = close + 1 if close >= 0 and "\n" not in self._text[end:close] else end
        lead = self._leads[place]
        start = self._recurring_start(lead)
        expression = TimeExpression(
            start, end, Bound.RECURRING, None, None, after.granularity, time=lead.time, rrule=rrule, form="recurrence"
        )
        return expression, place + 2

    def _periodic(self, place: int) -> tuple[TimeExpression | None, int] | None:
        """Read `định kỳ` before a recurrence as part of it."""
        items = self._items
        if items[place].form != "periodic" or place + 1 >= len(items) or not items[place + 1].recurs:
            return None
        if self._gap(place) not in (" ", " vào ", ", ") or items[place + 1].form == "periodic":
            return None
        self._leads[place + 1] = replace(self._leads[place + 1], start=items[place].start, words="")
        return None, place + 1

    def _alone(self, place: int) -> tuple[TimeExpression | None, int]:
        item, lead = self._items[place], self._leads[place]
        if item.recurs:
            return (
                TimeExpression(
                    self._recurring_start(lead) if item.form not in _DATED else lead.start,
                    item.end,
                    Bound.RECURRING,
                    None,
                    None,
                    Granularity.TIME if lead.time else item.granularity,
                    time=lead.time,
                    rrule=item.rrule,
                    form=item.form,
                ),
                place + 1,
            )
        if item.length is not None:
            return self._of_length(item, item.length, lead), place + 1
        if item.printed is None:
            if item.form == "from_now":
                return self._from_now(place)
            unled = item.form == "on_event" and lead.bound is not Bound.WITHIN  # `các ngày lễ` is no time
            return (None, place + 1) if unled or not item.limit else self._of_event(place)
        return self._of_days(place)

    def _of_days(self, place: int) -> tuple[TimeExpression | None, int]:
        item, lead, printed = self._items[place], self._leads[place], self._items[place].printed
        assert printed is not None
        place += 1
        if item.form == "bare_day" and printed.month_open:
            return None, place
        if item.form in _BARE and not self._is_anchored(place - 1):
            return None, place
        interval, bound, end = self._interval(place - 1), lead.bound, item.end
        until = _UNTIL_EVENT.match(self._text, end) if bound is Bound.FROM else None
        if until is not None:
            bound, end = Bound.WITHIN, self._event_end(until.end())
            day, place = self._day_of_event(place, end)
            if day.last is not None and printed.year is None and item.form not in _OPEN:
                interval = printed.in_year(day.last.year) or interval
            interval = replace(interval, last=day.last)
        elif bound is None or bound is Bound.WITHIN or item.form == "day_range":
            bound = Bound.ON if printed.begin is not None and printed.begin == printed.finish else Bound.WITHIN
        if item.form == "open_term" and item.limit == "hết" and bound is Bound.WITHIN:
            bound = Bound.BY
        first, last = _bounded(bound, interval, after=lead.words.endswith("sau"))
        return TimeExpression(
            lead.start,
            end,
            bound,
            first,
            last,
            Granularity.TIME if lead.time else item.granularity,
            time=lead.time,
            inferred=interval.inferred,
            form=item.form,
        ), place

    def _from_now(self, place: int) -> tuple[TimeExpression | None, int]:
        """Read `từ nay đến khi …`; alone it is no time."""
        item = self._items[place]
        until = _UNTIL_EVENT.match(self._text, item.end)
        if until is None:
            return None, place + 1
        end = self._event_end(until.end())
        interval = self._interval(place)
        day, place = self._day_of_event(place + 1, end)
        first, inferred = interval.first, interval.inferred
        return TimeExpression(
            item.start, end, Bound.WITHIN, first, day.last, item.granularity, inferred=inferred, form="stretch"
        ), place

    def _is_anchored(self, place: int) -> bool:
        """Say whether a bare `2/3` or `5/2024` stands where only a time can stand."""
        lead = self._leads[place]
        if lead.bound is not None or lead.time is not None or place in self._shared or place - 1 in self._shared:
            return True
        return _OPENS.match(self._text, max(0, lead.start - 4), lead.start) is not None

    def _of_length(self, item: Item, length: Length, lead: Lead) -> TimeExpression:
        bound = lead.bound
        if bound is None and length.anchor is not None:
            bound = Bound.BEFORE if length.runs_back else Bound.BY
        elif bound is Bound.WITHIN:
            bound = Bound.BY
        bound = bound or Bound.WITHIN
        day = self._counted(length)
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

    def _of_event(self, place: int) -> tuple[TimeExpression, int]:
        """Read an event to the end of its clause; a time that is no deadline by its own words belongs to it."""
        item, lead = self._items[place], self._leads[place]
        end = self._event_end(item.end)
        for later in range(place + 1, len(self._items)):
            if self._leads[later].start >= end:
                break
            if self._leads[later].bound is not None or self._items[later].recurs:
                end = max(item.end, self._leads[later].start)
                break
        day, place = self._day_of_event(place + 1, end)
        while end > item.end and self._text[end - 1] in " -":
            end -= 1
        bound = _SAYS_BEFORE_AND_AFTER[item.limit or "trong"]
        first, last = (None, None) if bound is Bound.WITHIN else _bounded(bound, day, after=bound is Bound.FROM)
        return TimeExpression(lead.start, end, bound, first, last, item.granularity, form="event"), place

    def _day_of_event(self, place: int, end: int) -> tuple[Interval, int]:
        """Return the day that is printed with an event (`sau ngày bầu cử 15/3/2026`), and the first item after it."""
        day = Interval()
        while place < len(self._items) and self._items[place].start < end:
            item = self._items[place]
            if item.printed is not None and item.granularity is Granularity.DAY:
                day = self._interval(place)
            place += 1
        return day, place

    def _event_end(self, start: int) -> int:
        """Return where the words of an event end that go on at `start`."""
        tail = _EVENT.match(self._text, start)
        return tail.end() if tail else start

    # ---- dates

    def _interval(self, place: int) -> Interval:
        item = self._items[place]
        if item.form == "from_now":
            return Interval(self._issued_on, None, ("start",) if self._issued_on else ())
        interval = self._resolved(item, self._issued_on)
        if place in self._shared and not interval.inferred:
            return replace(interval, inferred=("year",))
        return interval

    def _resolved(self, item: Item, since: date | None) -> Interval:
        """Return the days of `item`; a term named without years is the document's own."""
        assert item.printed is not None
        if item.form != "open_term":
            return resolve(item.printed, since)
        if self._term_end is None or item.printed.finish is None:
            return Interval()
        return replace(resolve(replace(item.printed, year=self._term_end), since), inferred=("end",))

    def _counted(self, length: Length) -> date | None:
        """Return the day to which a length of time runs, where its beginning is known."""
        if length.anchor is None:
            return None
        printed = _DATE.search(length.anchor)
        try:
            since = date(int(printed[3]), int(printed[2]), int(printed[1])) if printed else None
            if since is None and _ISSUE.match(length.anchor):
                since = self._issued_on
            if since is None:
                return None
            sign = -1 if length.runs_back else 1
            match length.unit:
                case "ngày":
                    return since + timedelta(days=sign * length.count)
                case "tuần":
                    return since + timedelta(weeks=sign * length.count)
                case "tháng":
                    return add_months(since, sign * length.count)
                case "năm":
                    return add_months(since, sign * 12 * length.count)
        except ValueError:
            return None
        return None  # working days and hours need a calendar of holidays

    def _recurring_start(self, lead: Lead) -> int:
        """Return where a recurrence begins: a bound before it belongs to something else."""
        return lead.start + len(lead.words) + 1 if lead.words else lead.start


def _bounded(bound: Bound, interval: Interval, *, after: bool) -> tuple[date | None, date | None]:
    """Return the first and last day that a bound leaves of an interval.

    `trước` ends where the interval begins, `từ` begins there, `sau` where it ends; where the interval is open at that
    side (`trước cuối năm`), at its other one.
    """
    first, last = interval.first, interval.last
    match bound:
        case Bound.BEFORE:
            return None, first or last
        case Bound.BY:
            return None, last or first
        case Bound.FROM:
            return (last or first) if after else (first or last), None
        case _:
            return first, last


_DATED = frozenset(
    {
        "date",
        "day_month",
        "bare_day",
        "bare_day_month",
        "month",
        "quarter",
        "days",
        "day_range",
        "day_of_period",
        "part_of_month",
        "weekly",
    }
)
_OPEN = frozenset({"term", "open_term", "year", "part_of_year", "school_year"})
