"""How much is due on each day of a range: what a calendar shows before anybody asks for a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.questions.deadlines import Asked, Due, Place, due_places, whole
from corpus.questions.recurring import stretches
from corpus.store import Store

__all__ = ["Day", "agenda"]

_DATED = """
SELECT last_day AS day, count(*) AS deadlines
FROM deadlines INDEXED BY deadlines_due
WHERE rrule IS NULL AND bound <> 'recurring' AND last_day IS NOT NULL AND last_day BETWEEN :first AND :last
GROUP BY last_day
UNION ALL
SELECT first_day, count(*)
FROM deadlines INDEXED BY deadlines_beginning
WHERE rrule IS NULL AND bound <> 'recurring' AND last_day IS NULL AND first_day IS NOT NULL
    AND first_day BETWEEN :first AND :last
GROUP BY first_day
"""
# By rule: what runs all through the range, and one by one what begins or ends within it.
_RUNNING = """
SELECT rrule, '' AS begins, '9999' AS ends, sum(deadlines) AS deadlines FROM recurrence_counts
WHERE begins <= :first AND ends >= :last GROUP BY rrule
UNION ALL
SELECT rrule, begins, ends, deadlines FROM recurrence_counts
WHERE begins <= :last AND ends >= :first AND NOT (begins <= :first AND ends >= :last)
"""


@dataclass(frozen=True, slots=True)
class Day:
    """How many deadlines are due on a day."""

    dated: int = 0
    recurring: int = 0
    """Occurrences of recurring ones."""
    first: Sequence[Due] = ()
    """Some of them, those with a day of their own before those that recur."""

    @property
    def total(self) -> int:
        """All of them."""
        return self.dated + self.recurring


def agenda(store: Store, asked: Asked, *, most: int = 0) -> Mapping[str, Day]:
    """The days (ISO 8601) on which something is due, from ``asked.first`` to ``asked.last``, which must be given.

    The counts are those of ``deadlines``, which lists what is counted here; at ``most`` so many of each day are given,
    too. Raises ``QueryError``.
    """
    first, last = asked.first, asked.last
    if first is None or last is None:
        raise ValueError("a range has a first and a last day")
    with store.unchanged():
        if asked != Asked(first, last, recurring=asked.recurring):
            return _gathered(store, asked, most)
        return _counted(store, first, last, most, with_recurring=asked.recurring)


def _counted(store: Store, first: dt.date, last: dt.date, most: int, *, with_recurring: bool) -> Mapping[str, Day]:
    """The agenda of everybody: of figures that are kept."""
    dated: defaultdict[str, int] = defaultdict(int)
    recurring: defaultdict[str, int] = defaultdict(int)
    for row in store.rows(_DATED, {"first": first.isoformat(), "last": last.isoformat()}):
        dated[row["day"]] += row["deadlines"]
    if with_recurring:
        _count_recurring(store, first, last, recurring)
    days = {day: Day(dated[day], recurring[day]) for day in sorted({*dated, *recurring})}
    return {
        day: replace(counted, first=_first(store, dt.date.fromisoformat(day), counted, most))
        for day, counted in days.items()
        if counted.total
    }


def _gathered(store: Store, asked: Asked, most: int) -> Mapping[str, Day]:
    """The agenda of a body or a document: so little that all of it is looked at."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for place in due_places(store, asked):
        places[place.due].append(place)
    return {
        day: Day(
            sum(not place.recurs for place in places[day]),
            sum(place.recurs for place in places[day]),
            tuple(whole(store, place) for place in sorted(places[day], key=lambda place: place.recurs)[:most]),
        )
        for day in sorted(places)
    }


def _first(store: Store, day: dt.date, counted: Day, most: int) -> Sequence[Due]:
    """Some of the deadlines of a day."""
    found: list[Place] = []
    if counted.dated and most:
        found += due_places(store, Asked(day, day, recurring=False), limit=most)
    if counted.recurring and len(found) < most:
        everything = due_places(store, Asked(day, day), limit=counted.dated + most)
        found += [place for place in everything if place.recurs]
    return tuple(whole(store, place) for place in found[:most])


def _count_recurring(store: Store, first: dt.date, last: dt.date, counts: defaultdict[str, int]) -> None:
    due: dict[str, list[str]] = {}
    for row in store.rows(_RUNNING, {"first": first.isoformat(), "last": last.isoformat()}):
        rule = row["rrule"]
        if rule not in due:
            due[rule] = [stretch.last.isoformat() for stretch in stretches(rule, first, last)]
        for day in due[rule]:
            if row["begins"] <= day <= row["ends"]:
                counts[day] += row["deadlines"]
