"""What stands beside what: the words that lead to each core, lists, stretches, and what their members share."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from extractor.find.timex.items import Item
from extractor.find.timex.leads import Lead, read_lead
from extractor.find.timex.recurrence import rule_of_dates
from extractor.lexicon import load
from schemas.vocabulary import Bound, Granularity

__all__ = ["BEGINNINGS", "DATED", "OPEN", "Neighbours"]

#: Rules of cores that print days inside a year; with `hằng năm` they recur on these days.
DATED = frozenset(
    {
        *("date", "day_month", "bare_day", "bare_day_month", "days", "day_range", "day_of_period", "weekly"),
        *("month", "months", "part_of_month", "quarter", "quarters"),
        *("weekdays", "weekday_of_month", "end_of_period", "days_of_each", "months_each", "dates_each"),
    }
)
#: Rules of cores that print years.
OPEN = frozenset(
    {
        *("term", "open_term", "part_of_term", "school_year"),
        *("year", "bare_year", "year_cell", "part_of_year", "end_of_year"),
    }
)
#: Rules of cores that begin a stretch and are no time alone.
BEGINNINGS = frozenset({"from_now", "from_event"})
#: Cores that are times only with words that make them so: `2/3` may be a share, `5/2024` the number of a document.
_BARE = frozenset({"bare_day_month", "bare_month_year"})
#: Bounds that end something.
_ENDS = frozenset({Bound.BEFORE, Bound.BY})
_DAY = Granularity.DAY

_AND = re.compile(r"(?: \([^()\n]{1,14}\))?(?:,| và| và đến|, và| hoặc|;) ?(?:năm )?")
#: No more than these patterns match stands between the members of a list or of a stretch.
_LONGEST_GAP = 40
_NEXT_TO = re.compile(r"(?: \([^()\n]{1,14}\))?,? ?")
_DASH = re.compile(r" ?[-~] ?")
_OPENS = regex.compile(r"(?r)(?:^|[\n:|]|(?<![^\s])\(|[-+*.] ?) ?")


class Neighbours:
    """The members of the cores of a text, each with its lead.

    Attributes:
        text: The flow in lower case.
        items: The members, in order, completed by what their neighbours print for them.
        leads: The words that lead to each.
        shared: The places of members that have their year or month from a neighbour.
        near: The places of members so near the next that the two may have to do with each other; few are, and only
            they are looked at together.
    """

    def __init__(self, lowered: str, items: Sequence[Item]) -> None:
        self.text = lowered
        self.items = list(items)
        self.shared: set[int] = set()
        self.leads: list[Lead] = []
        near: list[int] = []
        floor = 0
        for place, item in enumerate(items):
            lead = read_lead(lowered, item.start, floor, of_day=item.granularity is _DAY)
            self.leads.append(lead)
            if lead.start - floor <= _LONGEST_GAP and place:
                near.append(place - 1)
            if item.form == "same_day":
                self._share_day(place)
            floor = item.end
        self.near = frozenset(near)
        for place in near:
            self._share_bound(place)
        for place in reversed(near):
            self._share_date(place)

    def gap(self, place: int) -> str:
        """Return what stands between a member and the lead of the next."""
        return self.text[self.items[place].end : self.leads[place + 1].start]

    def listed(self, place: int) -> bool:
        """Say whether the next member, which is near, goes on with a list."""
        return _AND.fullmatch(self.gap(place)) is not None

    def joined(self, place: int) -> bool:
        """Say whether a member and the next, which is near, are the two ends of one stretch."""
        lead, after = self.leads[place], self.leads[place + 1]
        first, last = self.items[place], self.items[place + 1]
        if last.printed is None or lead.bound in _ENDS:
            return False
        if after.bound is None:
            return _DASH.fullmatch(self.gap(place)) is not None and (
                first.granularity == last.granularity or lead.bound is not None
            )
        gap = self.gap(place)
        if after.words == "hết":  # `từ ngày 01/6 - hết ngày 30/6/2024`
            return lead.bound is Bound.FROM and _DASH.fullmatch(gap) is not None
        if after.words not in load("time")["stretch"]["joins"] or not _NEXT_TO.fullmatch(gap):
            return False
        return (
            lead.bound is not None
            or first.form in BEGINNINGS
            or first.granularity == last.granularity
            or self._opens(place)
        )

    def is_anchored(self, place: int) -> bool:
        """Say whether a member stands where only a time can stand; a bare `2/3` or `5/2024` may be something else."""
        if self.items[place].form not in _BARE:
            return True
        lead = self.leads[place]
        if lead.bound is not None or lead.time is not None:
            return True
        return place in self.shared or place - 1 in self.shared or self._opens(place)

    def _opens(self, place: int) -> bool:
        """Say whether a member begins its paragraph, a bracket, or what follows a colon."""
        start = self.leads[place].start
        return _OPENS.match(self.text, max(0, start - 4), start) is not None

    def _share_day(self, place: int) -> None:
        """Give `cùng ngày` the day that the member before it prints."""
        before = self.items[place - 1] if place else None
        if before is not None and before.printed is not None and before.granularity is _DAY:
            self.items[place] = self.items[place]._replace(printed=before.printed)
            self.shared.add(place)

    def _share_bound(self, place: int) -> None:
        """Give a bare date of a list the bound of the one before it: `trước ngày 15/6/2025 và 15/12/2025`."""
        bound, after = self.leads[place].bound, self.leads[place + 1]
        if after.bound is not None or bound not in _ENDS:
            return
        first, next_ = self.items[place], self.items[place + 1]
        dated = next_.printed is not None or (first.length and next_.length)
        if dated and first.granularity == next_.granularity and self.listed(place):
            self.leads[place + 1] = after._replace(bound=bound)

    def _share_date(self, place: int) -> None:
        """Give a member of a list or stretch what only the next prints: the month, the year, `hằng năm`."""
        item, after = self.items[place], self.items[place + 1]
        printed = item.printed
        if printed is None or printed.year is not None or not (self.listed(place) or self.joined(place)):
            return
        if after.printed is not None:
            if printed.month_open and after.printed.finish and not after.printed.month_open:
                printed = printed.in_month(after.printed.finish[0])
            year = after.printed.year
            if year is not None and printed.begin and after.printed.finish and printed.begin > after.printed.finish:
                year -= 1  # `từ 15/11 đến 20/02/2025`
            self.items[place] = item._replace(printed=printed._replace(year=year))
            self.shared.add(place)
        elif after.period and after.form in DATED:
            rrule = rule_of_dates(after.period, printed)
            self.items[place] = item._replace(printed=None, recurs=True, period=after.period, rrule=rrule)
