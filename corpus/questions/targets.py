"""What is to be reached."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from corpus.questions.paging import cursor_of, read_cursor
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.reading import find_document

__all__ = ["Goal", "GoalPage", "TargetOrder", "targets"]

_FEW, _FEW_BY_DOCUMENT = 30_000, 2_000
"""So many targets are quicker to collect and to sort; of more, the archive is walked through in the order wanted. To
walk by document is quicker than by amount or by day, for the targets of a document lie together."""

_GOAL = """
SELECT g.*, d.doc_type, d.sha256, (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path
FROM goals AS g JOIN documents AS d ON d.id = g.document_id
WHERE g.document_id = ? AND g.target_id = ?
"""
_WITH_DEADLINE = "LEFT JOIN deadlines AS t ON t.document_id = g.document_id AND t.id = g.deadline_id"
_CANDIDATES = """json_each(:candidates) AS k
    CROSS JOIN targets AS g ON g.document_id = k.value ->> 0 AND g.id = k.value ->> 1"""
_BY_WORDS = "SELECT document_id, id FROM target_words WHERE folded LIKE :words LIMIT :few"
_BY_UNIT = "SELECT document_id, id FROM targets INDEXED BY targets_value WHERE coalesce(unit, '') = :unit LIMIT :few"
_NO_DAY = "~"
"""After every day."""


class TargetOrder(StrEnum):
    """What comes first."""

    ARRIVAL = "arrival"
    """As the documents came into the archive."""
    NEWEST = "newest"
    """The last issued document; those without a date come last."""
    SMALLEST = "smallest"
    """By unit, then by amount."""
    LARGEST = "largest"
    """The same backwards."""
    DUE = "due"
    """The earliest day by which it is to be reached; those without one come last."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A rate, a count or an amount to reach."""

    document_id: int
    target_id: str
    path: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    subject: str | None
    comparator: str
    value: str
    value_max: str | None
    unit: str | None
    change: str | None
    due_on: str | None
    section: str | None
    page: int | None
    text: str
    start: int
    end: int
    confidence: float | None
    sha256: str


@dataclass(frozen=True, slots=True)
class GoalPage:
    """Targets in the order that was asked for."""

    items: Sequence[Goal]
    next: str | None


def targets(
    store: Store,
    words: str = "",
    *,
    unit: str | None = None,
    document: str | None = None,
    first: str | None = None,
    last: str | None = None,
    order: TargetOrder = TargetOrder.ARRIVAL,
    limit: int | None = None,
    after: str | None = None,
) -> GoalPage:
    """Targets whose subject or text holds some words, with or without marks; due between two days (ISO 8601).

    Raises ``QueryError``.
    """
    with store.unchanged():
        query = _Query(store, words, unit, document, first, last, order)
        found = list(islice(query.keys(after), None if limit is None else limit + 1))
        rows = found if limit is None else found[:limit]
        next_ = cursor_of(rows[-1][0]) if limit is not None and len(found) > limit else None
        return GoalPage([query.whole(document_id, target_id) for _, document_id, target_id in rows], next_)


_BY_AMOUNT = (TargetOrder.SMALLEST, TargetOrder.LARGEST)


def _few(order: TargetOrder) -> int:
    return min(_FEW, _FEW_BY_DOCUMENT) if order in (TargetOrder.ARRIVAL, TargetOrder.NEWEST) else _FEW


@dataclass(frozen=True, slots=True)
class _Way:
    """How the targets are gone through in an order."""

    walk: str
    """In this order by itself: from an index."""
    collect: str
    """To be sorted."""
    key: Sequence[tuple[str, type]]
    """The columns of the cursor: what a row is ordered by."""
    following: str
    """What comes after a cursor, whose values are ``:after_0``, ``:after_1`` …"""
    order: str


_WAYS: Mapping[TargetOrder, _Way] = {
    TargetOrder.ARRIVAL: _Way(
        walk=f"targets AS g {_WITH_DEADLINE}",
        collect=f"{_CANDIDATES} {_WITH_DEADLINE}",
        key=(("g.document_id", int), ("g.span_start", int), ("g.id", str)),
        following="(g.document_id, g.span_start, g.id) > (:after_0, :after_1, :after_2)",
        order="g.document_id, g.span_start, g.id",
    ),
    TargetOrder.NEWEST: _Way(
        walk=f"documents AS d CROSS JOIN targets AS g ON g.document_id = d.id {_WITH_DEADLINE}",
        collect=f"{_CANDIDATES} JOIN documents AS d ON d.id = g.document_id {_WITH_DEADLINE}",
        key=(("coalesce(d.issued_on, '')", str), ("d.id", int), ("g.span_start", int), ("g.id", str)),
        following="coalesce(d.issued_on, '') <= :after_0 AND (coalesce(d.issued_on, '') < :after_0 OR d.id < :after_1"
        " OR d.id = :after_1 AND (g.span_start, g.id) > (:after_2, :after_3))",
        order="d.issued_on DESC, d.id DESC, g.span_start, g.id",
    ),
    TargetOrder.SMALLEST: _Way(
        walk=f"targets AS g INDEXED BY targets_value {_WITH_DEADLINE}",
        collect=f"{_CANDIDATES} {_WITH_DEADLINE}",
        key=(("coalesce(g.unit, '')", str), ("g.amount", float), ("g.document_id", int), ("g.id", str)),
        following="(coalesce(g.unit, ''), g.amount, g.document_id, g.id) > (:after_0, :after_1, :after_2, :after_3)",
        order="coalesce(g.unit, ''), g.amount, g.document_id, g.id",
    ),
    TargetOrder.LARGEST: _Way(
        walk=f"targets AS g INDEXED BY targets_value {_WITH_DEADLINE}",
        collect=f"{_CANDIDATES} {_WITH_DEADLINE}",
        key=(("coalesce(g.unit, '')", str), ("g.amount", float), ("g.document_id", int), ("g.id", str)),
        following="(coalesce(g.unit, ''), g.amount, g.document_id, g.id) < (:after_0, :after_1, :after_2, :after_3)",
        order="coalesce(g.unit, '') DESC, g.amount DESC, g.document_id DESC, g.id DESC",
    ),
    TargetOrder.DUE: _Way(
        walk="deadlines AS t INDEXED BY deadlines_last_day CROSS JOIN targets AS g"
        " ON g.document_id = t.document_id AND g.deadline_id = t.id AND t.last_day IS NOT NULL",
        collect=f"{_CANDIDATES} {_WITH_DEADLINE}",
        key=((f"coalesce(t.last_day, '{_NO_DAY}')", str), ("g.document_id", int), ("g.span_start", int), ("g.id", str)),
        following=f"coalesce(t.last_day, '{_NO_DAY}') >= :after_0"
        f" AND (coalesce(t.last_day, '{_NO_DAY}'), g.document_id, g.span_start, g.id)"
        " > (:after_0, :after_1, :after_2, :after_3)",
        order=f"coalesce(t.last_day, '{_NO_DAY}'), g.document_id, g.span_start, g.id",
    ),
}
_DATED_IN_ORDER = "t.last_day, g.document_id, g.span_start, g.id"
"""``TargetOrder.DUE`` of those with a day: without ``coalesce``, so that the index serves."""
_UNDATED = f"targets AS g {_WITH_DEADLINE}"

_Key = tuple[list[str | int | float], int, str]
"""The values of a row's cursor, its document, its id."""


class _Query:
    """One question, answered from the few that it means or by a walk through all."""

    def __init__(
        self,
        store: Store,
        words: str,
        unit: str | None,
        document: str | None,
        first: str | None,
        last: str | None,
        order: TargetOrder,
    ) -> None:
        self._store = store
        self._order = order
        self._few = _few(order)
        self._parameters: dict[str, str | int | float | None] = {"few": self._few + 1}
        self._filters = ["1"]
        self._candidates: str | None = None
        form = lookup_form(words)
        if first is not None:
            self._narrow("t.last_day >= :first", first=first)
        if last is not None:
            self._narrow("t.last_day <= :last", last=last)
        if document is not None:
            self._narrow("g.document_id = :document", document=find_document(store, document))
            self._collect("SELECT document_id, id FROM targets WHERE document_id = :document LIMIT :few")
        if unit is not None:
            self._narrow("coalesce(g.unit, '') = :unit", unit=unit)
            if order not in _BY_AMOUNT:  # whose index begins with the unit
                self._collect(_BY_UNIT)
        if form:
            self._narrow(
                "EXISTS (SELECT 1 FROM target_words AS w WHERE w.document_id = g.document_id AND w.id = g.id"
                " AND w.folded LIKE :words)",
                words=f"%{form}%",
            )
            self._collect(_BY_WORDS)

    def _narrow(self, condition: str, **parameters: str | int) -> None:
        self._filters.append(condition)
        self._parameters |= parameters

    def _collect(self, sql: str) -> None:
        """Take the targets that a condition leaves, where they are few."""
        if self._candidates is None:
            found = self._store.rows(sql, self._parameters)
            if len(found) <= self._few:
                self._candidates = json.dumps([tuple(row) for row in found])

    def keys(self, after: str | None) -> Iterator[_Key]:
        """The targets in order, as far as they are asked for."""
        way = _WAYS[self._order]
        cursor = read_cursor(after, [kind for _, kind in way.key]) if after is not None else None
        if self._candidates is not None:
            yield from self._asked(way, way.collect, way.order, cursor, candidates=self._candidates)
            return
        if self._order is not TargetOrder.DUE:
            yield from self._asked(way, way.walk, way.order, cursor)
            return
        if cursor is None or cursor[0] != _NO_DAY:
            yield from self._asked(way, way.walk, _DATED_IN_ORDER, cursor)
            cursor = None
        yield from self._asked(way, _UNDATED, "g.document_id, g.span_start, g.id", cursor, "t.last_day IS NULL")

    def _asked(
        self,
        way: _Way,
        source: str,
        order: str,
        cursor: Sequence[str | int | float | None] | None,
        condition: str = "1",
        **parameters: str,
    ) -> Iterator[_Key]:
        filters = [*self._filters, condition]
        if cursor is not None:
            filters.append(way.following)
        columns = ", ".join(column for column, _ in way.key)
        sql = f"SELECT {columns}, g.document_id, g.id FROM {source} WHERE {' AND '.join(filters)} ORDER BY {order}"
        named = {f"after_{place}": value for place, value in enumerate(cursor or ())}
        for row in self._store.each(sql, {**self._parameters, **named, **parameters}):
            *key, document_id, target_id = row
            yield key, document_id, target_id

    def whole(self, document_id: int, target_id: str) -> Goal:
        """All of a target."""
        row = self._store.row(_GOAL, (document_id, target_id))
        assert row is not None  # the state of the archive that the keys are of
        return _goal(row)


def _goal(row: sqlite3.Row) -> Goal:
    return Goal(
        row["document_id"], row["target_id"], row["path"] or "", row["doc_type"], row["number"], row["title"],
        row["issuer"], row["issued_on"], row["subject"], row["comparator"], row["value"], row["value_max"],
        row["unit"], row["change"], row["due_on"], row["section_path"], row["page"], row["text"],
        row["span_start"], row["span_end"], row["confidence"], row["sha256"],
    )  # fmt: skip
