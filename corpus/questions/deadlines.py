"""What is due, and when."""

from __future__ import annotations

import datetime as dt
import heapq
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from corpus.questions.paging import cursor_of, read_cursor
from corpus.questions.recurring import Stretch, stretches
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.reading import find_document

__all__ = ["Asked", "Due", "DuePage", "Place", "deadlines", "due_places", "whole"]

_ONE_DAY = dt.timedelta(days=1)
_BEGINNING, _END = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
_FURTHEST = 10
"""Years beyond which a recurrence is not followed."""

# From the bodies to their deadlines, in this order: they are few among all.
_OF_BODY = """
SELECT DISTINCT t.document_id, t.id, t.first_day, t.last_day, t.bound, t.rrule, CASE WHEN t.rrule IS NOT NULL
    THEN coalesce(t.starts_on, (SELECT d.issued_on FROM documents AS d WHERE d.id = t.document_id), '') END AS begins,
    coalesce(t.ends_on, '9999') AS ends
FROM bodies AS n
CROSS JOIN responsibilities AS r ON r.body = n.name
CROSS JOIN deadline_bodies AS b INDEXED BY deadline_bodies_responsibility
    ON b.document_id = r.document_id AND b.responsibility_id = r.id
CROSS JOIN deadlines AS t ON t.document_id = b.document_id AND t.id = b.deadline_id
WHERE n.folded LIKE :body AND (t.rrule IS NOT NULL OR t.bound = 'recurring' OR t.last_day IS NULL
    OR t.last_day BETWEEN :first AND :last) AND {filters}
"""
_DATED = """
SELECT t.{day} AS due_on, t.document_id, t.id
FROM deadlines AS t INDEXED BY {index}
WHERE t.rrule IS NULL AND t.bound <> 'recurring' AND {due} AND t.{day} BETWEEN :first AND :last AND {filters}
    {following}
ORDER BY t.{day}, t.document_id, t.id LIMIT :limit
"""
_FOLLOWING = "AND (t.{day}, t.document_id, t.id) > (:after_due, :after_document, :after_id)"
_DUE = {
    "last_day": ("deadlines_due", "t.last_day IS NOT NULL"),
    "first_day": ("deadlines_beginning", "t.last_day IS NULL AND t.first_day IS NOT NULL"),
}
"""By the day that they are due on: an index that has those deadlines in the order of the answer, and which they are.
Without statistics SQLite takes another index, and sorts."""
_RECURRING = """
SELECT t.document_id, t.id
FROM deadlines AS t JOIN documents AS d ON d.id = t.document_id
WHERE t.rrule = :rule AND coalesce(t.starts_on, d.issued_on, '') <= :due AND coalesce(t.ends_on, '9999') >= :due
    AND {filters} AND (t.document_id, t.id) > (:from_document, :from_id)
ORDER BY t.document_id, t.id LIMIT :limit
"""
# From each rule to the next in the index: the many rows of one rule are not read.
_RULES = """
WITH RECURSIVE rules (rule) AS (
    SELECT min(rrule) FROM deadlines WHERE rrule IS NOT NULL
    UNION ALL
    SELECT (SELECT min(rrule) FROM deadlines WHERE rrule > rules.rule) FROM rules WHERE rules.rule IS NOT NULL
)
SELECT rule FROM rules WHERE rule IS NOT NULL
"""
_UNDATED = """
SELECT t.document_id, t.id FROM deadlines AS t
WHERE t.rrule IS NULL AND t.first_day IS NULL AND t.last_day IS NULL AND {filters}
    AND (t.document_id, t.id) > (:from_document, :from_id)
ORDER BY t.document_id, t.id LIMIT :limit
"""
_WHOLE = """
SELECT c.*, d.doc_type, (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path, d.sha256
FROM calendar AS c JOIN documents AS d ON d.id = c.document_id
WHERE c.document_id = ? AND c.deadline_id = ?
"""
_ALL = -1


@dataclass(frozen=True, slots=True)
class Asked:
    """Which deadlines are asked for."""

    first: dt.date | None = None
    """Due on this day or later."""
    last: dt.date | None = None
    """Due on this day or earlier."""
    overdue_on: dt.date | None = None
    """Due before this day; recurring ones are not overdue, they come again."""
    body: str | None = None
    """Some of the words of a body that must do it, with or without marks."""
    document: str | None = None
    """As ``find_document`` takes it."""
    recurring: bool = True
    """Also what recurs, where there is a range to follow it through."""
    undated: bool = False
    """Instead, those without any date: relative to an event, or of no printed year."""


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline, or one occurrence of a recurring one."""

    due_on: str | None
    """The last day for it, inclusive; of an open one the first day."""
    first_day: str | None
    document_id: int
    deadline_id: str
    path: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    section: str | None
    page: int | None
    bound: str
    starts_on: str | None
    ends_on: str | None
    time: str | None
    granularity: str | None
    rrule: str | None
    task: str | None
    bodies: Sequence[str]
    text: str
    start: int
    end: int
    inferred: Sequence[str]
    confidence: float | None
    sha256: str


@dataclass(frozen=True, slots=True)
class DuePage:
    """Deadlines in the order of their days."""

    items: Sequence[Due]
    next: str | None


class Place(NamedTuple):
    """Where a deadline stands among all: they are in the order of the first three."""

    due: str
    document_id: int
    deadline_id: str
    first_day: str | None
    """Of the occurrence of a recurring one."""

    @property
    def recurs(self) -> bool:
        """Whether it is an occurrence."""
        return self.first_day is not None

    @property
    def key(self) -> tuple[str, int, str]:
        """What a cursor holds."""
        return self[:3]


def deadlines(store: Store, asked: Asked, *, limit: int | None = None, after: str | None = None) -> DuePage:
    """What is due, the earliest first; within a range recurring deadlines come once for every time they are due.

    Without a range recurring ones are left out. A deadline is due on its last day: a plan for a quarter at the
    quarter's end; one that only begins, on its first day. Raises ``QueryError``.
    """
    with store.unchanged():
        found = list(islice(_Query(store, asked, limit, after).places(), None if limit is None else limit + 1))
        rows = found if limit is None else found[:limit]
        next_ = cursor_of(rows[-1].key) if limit is not None and len(found) > limit else None
        return DuePage([whole(store, place) for place in rows], next_)


def due_places(store: Store, asked: Asked, *, limit: int | None = None) -> Iterator[Place]:
    """The same deadlines without what they say. Raises ``QueryError``."""
    return islice(_Query(store, asked, limit, None).places(), limit)


def whole(store: Store, place: Place) -> Due:
    """All of a deadline."""
    row = store.row(_WHOLE, (place.document_id, place.deadline_id))
    assert row is not None  # the state of the archive that the place is of
    return _due(row, place.due or None, place.first_day or row["first_day"])


class _Query:
    """One question, in SQL that reads no more than the page."""

    def __init__(self, store: Store, asked: Asked, limit: int | None, after: str | None) -> None:
        self._store = store
        self._asked = asked
        self._limit = _ALL if limit is None else limit + 1
        self._known: dict[str, Sequence[Stretch]] = {}
        filters = ["1"]
        self._parameters: dict[str, str | int | None] = {"limit": self._limit}
        if asked.body is not None:
            self._parameters["body"] = f"%{lookup_form(asked.body)}%"
        if asked.document is not None:
            filters.append("t.document_id = :document")
            self._parameters["document"] = find_document(store, asked.document)
        self._filters = " AND ".join(filters)
        due, document, deadline = read_cursor(after, (str, int, str)) if after is not None else (None, None, None)
        self._after = {"after_due": due, "after_document": document, "after_id": deadline}

    def places(self) -> Iterator[Place]:
        """The deadlines in order, as far as they are asked for."""
        if self._asked.body is not None:
            yield from self._of_body()
            return
        if self._asked.undated:
            yield from self._undated()
            return
        yield from heapq.merge(
            self._dated("last_day"), self._dated("first_day"), *self._occurrences(), key=lambda place: place.key
        )

    def _range(self) -> tuple[dt.date, dt.date]:
        asked = self._asked
        last = asked.last or _END
        if asked.overdue_on is not None:
            last = min(last, asked.overdue_on - _ONE_DAY)
        return asked.first or _BEGINNING, last

    def _dated(self, day: str) -> Iterator[Place]:
        if day == "first_day" and self._asked.overdue_on is not None:
            return  # what only begins on a day is not late after it
        first, last = self._range()
        following = _FOLLOWING.format(day=day) if self._after["after_due"] is not None else ""
        index, due = _DUE[day]
        sql = _DATED.format(day=day, index=index, due=due, filters=self._filters, following=following)
        parameters = {**self._parameters, **self._after, "first": first.isoformat(), "last": last.isoformat()}
        for row in self._store.each(sql, parameters):
            yield Place(row["due_on"], row["document_id"], row["id"], None)

    def _occurrences(self) -> Iterator[Iterator[Place]]:
        if self._follows:
            for (rule,) in self._store.rows(_RULES):
                for first_day, last_day in self._stretches(rule):
                    yield self._occurrence(rule, first_day.isoformat(), last_day.isoformat())

    @property
    def _follows(self) -> bool:
        """Whether recurrences are asked for, and there is a range to follow them through."""
        asked = self._asked
        has_range = asked.first is not None and asked.last is not None
        return asked.recurring and has_range and asked.overdue_on is None

    def _stretches(self, rule: str) -> Sequence[Stretch]:
        """When a rule is due within the range."""
        first, last = self._asked.first, self._asked.last
        if not self._follows or first is None or last is None:
            return ()
        if rule not in self._known:
            furthest = first + dt.timedelta(days=366 * _FURTHEST)
            self._known[rule] = list(stretches(rule, first, min(last, furthest)))
        return self._known[rule]

    def _occurrence(self, rule: str, first_day: str, due: str) -> Iterator[Place]:
        after = self._after
        if after["after_due"] is not None and due < str(after["after_due"]):
            return
        is_on_cursor = due == after["after_due"]
        parameters = {
            **self._parameters,
            "rule": rule,
            "due": due,
            "from_document": after["after_document"] if is_on_cursor else 0,
            "from_id": after["after_id"] if is_on_cursor else "",
        }
        for row in self._store.each(_RECURRING.format(filters=self._filters), parameters):
            yield Place(due, row["document_id"], row["id"], first_day)

    def _of_body(self) -> Iterator[Place]:
        """The deadlines of some bodies: so few that all are looked at."""
        first, last = self._range()
        parameters = {**self._parameters, "first": first.isoformat(), "last": last.isoformat()}
        found = [
            place
            for row in self._store.rows(_OF_BODY.format(filters=self._filters), parameters)
            for place in self._places(row)
        ]
        after = self._after
        if after["after_due"] is not None:
            cursor = (after["after_due"], after["after_document"], after["after_id"])
            found = [place for place in found if place.key > cursor]
        return iter(sorted(found, key=lambda place: place.key))

    def _places(self, row: sqlite3.Row) -> Iterator[Place]:
        """The days on which a deadline is due, of those that are asked for."""
        asked, (first, last) = self._asked, self._range()
        is_recurring = row["rrule"] is not None or row["bound"] == "recurring"
        if asked.undated:
            if row["rrule"] is None and row["first_day"] is None and row["last_day"] is None:
                yield Place("", row["document_id"], row["id"], None)
        elif not is_recurring:
            day = row["last_day"] or (row["first_day"] if asked.overdue_on is None else None)
            if day is not None and first.isoformat() <= day <= last.isoformat():
                yield Place(day, row["document_id"], row["id"], None)
        elif row["rrule"] is not None:
            for stretch in self._stretches(row["rrule"]):
                if row["begins"] <= (due := stretch.last.isoformat()) <= row["ends"]:
                    yield Place(due, row["document_id"], row["id"], stretch.first.isoformat())

    def _undated(self) -> Iterator[Place]:
        parameters = {
            **self._parameters,
            "from_document": self._after["after_document"] or 0,
            "from_id": self._after["after_id"] or "",
        }
        for row in self._store.each(_UNDATED.format(filters=self._filters), parameters):
            yield Place("", row["document_id"], row["id"], None)


def _due(row: sqlite3.Row, due: str | None, first_day: str | None) -> Due:
    return Due(
        due, first_day, row["document_id"], row["deadline_id"], row["path"] or "", row["doc_type"], row["number"],
        row["title"], row["issuer"], row["issued_on"], row["section_path"], row["page"], row["bound"],
        row["starts_on"], row["ends_on"], row["time"], row["granularity"], row["rrule"], row["task"],
        json.loads(row["bodies"]), row["text"], row["span_start"], row["span_end"], json.loads(row["inferred"]),
        row["confidence"], row["sha256"],
    )  # fmt: skip
