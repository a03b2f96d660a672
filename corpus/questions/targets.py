"""What is to be reached."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.questions.paging import cursor_of, read_cursor
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.reading import find_document

__all__ = ["Goal", "GoalPage", "targets"]

_GOALS = """
SELECT g.*, d.doc_type, (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path
FROM goals AS g JOIN documents AS d ON d.id = g.document_id
WHERE (:document IS NULL OR g.document_id = :document)
    AND (:unit IS NULL OR g.unit = :unit)
    AND (:first IS NULL OR g.due_on >= :first) AND (:last IS NULL OR g.due_on <= :last)
    AND (g.document_id, g.span_start) > (:after_document, :after_start)
ORDER BY g.document_id, g.span_start
"""


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


@dataclass(frozen=True, slots=True)
class GoalPage:
    """Targets by document."""

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
    limit: int | None = None,
    after: str | None = None,
) -> GoalPage:
    """Targets whose subject or text holds some words, with or without marks; due between two days (ISO 8601).

    Raises ``QueryError``.
    """
    document_id, start = read_cursor(after, (int, int)) if after is not None else (0, -1)
    rows = store.each(
        _GOALS,
        {
            "document": find_document(store, document) if document is not None else None,
            "unit": unit,
            "first": first,
            "last": last,
            "after_document": document_id,
            "after_start": start,
        },
    )
    wanted = lookup_form(words)
    items: list[Goal] = []
    for row in rows:
        if wanted and wanted not in lookup_form(f"{row['subject'] or ''} {row['text']}"):
            continue
        if limit is not None and len(items) == limit:
            return GoalPage(items, cursor_of((items[-1].document_id, items[-1].start)))
        items.append(_goal(row))
    return GoalPage(items, None)


def _goal(row: sqlite3.Row) -> Goal:
    return Goal(
        row["document_id"], row["target_id"], row["path"] or "", row["doc_type"], row["number"], row["title"],
        row["issuer"], row["issued_on"], row["subject"], row["comparator"], row["value"], row["value_max"],
        row["unit"], row["change"], row["due_on"], row["section_path"], row["page"], row["text"],
        row["span_start"], row["span_end"], row["confidence"],
    )  # fmt: skip
