"""What bodies must do, and which bodies there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.questions.paging import Key, cursor_of, read_cursor
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.reading import find_document

__all__ = ["Body", "BodyOrder", "BodyPage", "Duty", "DutyPage", "bodies", "duties"]

_BODIES = """
SELECT n.name, k.duties, k.documents
FROM bodies AS n JOIN body_counts AS k ON k.body = n.name
WHERE n.folded LIKE :words {following}
ORDER BY {order} LIMIT :limit
"""
_BODY_ORDERS = {
    "name": ("n.name", "AND n.name > :after_name"),
    "duties": ("k.duties DESC, n.name", "AND (-k.duties, n.name) > (-:after_count, :after_name)"),
    "documents": ("k.documents DESC, n.name", "AND (-k.documents, n.name) > (-:after_count, :after_name)"),
}
_DUTIES = """
SELECT u.*, d.doc_type, d.sha256, (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path,
    (SELECT min(t.last_day) FROM deadline_bodies AS b
     JOIN deadlines AS t ON t.document_id = b.document_id AND t.id = b.deadline_id
     WHERE b.document_id = u.document_id AND b.responsibility_id = u.responsibility_id) AS due_on
FROM duties AS u JOIN documents AS d ON d.id = u.document_id
WHERE u.body IN (SELECT name FROM bodies WHERE folded LIKE :words)
    AND (:role IS NULL OR u.role = :role) AND (:document IS NULL OR u.document_id = :document)
    AND (u.body, u.document_id, u.span_start) > (:after_body, :after_document, :after_start)
ORDER BY u.body, u.document_id, u.span_start LIMIT :limit
"""
_ALL = -1


class BodyOrder(StrEnum):
    """What comes first."""

    NAME = "name"
    DUTIES = "duties"
    """The bodies that are made answerable most often."""
    DOCUMENTS = "documents"
    """The bodies that the most documents make answerable."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body that some document makes answerable."""

    name: str
    duties: int
    """Places that make it answerable."""
    documents: int


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Bodies in the order that was asked for."""

    items: Sequence[Body]
    next: str | None


@dataclass(frozen=True, slots=True)
class Duty:
    """One task of a body; or one place that makes it answerable, where the text names no task of its own."""

    body: str
    parent_body: str | None
    role: str
    task: str | None
    due_on: str | None
    """The first day by which some of it is due."""
    document_id: int
    responsibility_id: str
    path: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    section: str | None
    page: int | None
    text: str
    start: int
    end: int
    confidence: float | None
    sha256: str


@dataclass(frozen=True, slots=True)
class DutyPage:
    """Duties by body."""

    items: Sequence[Duty]
    next: str | None


def bodies(
    store: Store,
    words: str = "",
    *,
    order: BodyOrder = BodyOrder.NAME,
    limit: int | None = None,
    after: str | None = None,
) -> BodyPage:
    """The bodies whose names hold some words, with or without marks. Raises ``QueryError`` for a wrong cursor."""
    count, name = _body_cursor(order, after)
    ordered, following = _BODY_ORDERS[order]
    rows = store.rows(
        _BODIES.format(order=ordered, following=following if after is not None else ""),
        {
            "words": _holding(words),
            "after_name": name,
            "after_count": count,
            "limit": _ALL if limit is None else limit + 1,
        },
    )
    items = [Body(row["name"], row["duties"], row["documents"]) for row in rows]
    if limit is None or len(items) <= limit:
        return BodyPage(items, None)
    last = items[limit - 1]
    cursors = {
        BodyOrder.NAME: (last.name,),
        BodyOrder.DUTIES: (last.duties, last.name),
        BodyOrder.DOCUMENTS: (last.documents, last.name),
    }
    return BodyPage(items[:limit], cursor_of(cursors[order]))


def _body_cursor(order: BodyOrder, after: str | None) -> tuple[Key, Key]:
    """The count and the name after which a page begins."""
    if after is None:
        return None, None
    if order is BodyOrder.NAME:
        return None, read_cursor(after, (str,))[0]
    count, name = read_cursor(after, (int, str))
    return count, name


def duties(
    store: Store,
    words: str,
    *,
    role: str | None = None,
    document: str | None = None,
    limit: int | None = None,
    after: str | None = None,
) -> DutyPage:
    """What the bodies whose names hold some words must do. Raises ``QueryError``."""
    body, document_id, start = read_cursor(after, (str, int, int)) if after is not None else ("", 0, 0)
    rows = store.rows(
        _DUTIES,
        {
            "words": _holding(words),
            "role": role,
            "document": find_document(store, document) if document is not None else None,
            "after_body": body,
            "after_document": document_id,
            "after_start": start,
            "limit": _ALL if limit is None else limit + 1,
        },
    )
    items = [
        Duty(
            row["body"], row["parent_body"], row["role"], row["task"], row["due_on"], row["document_id"],
            row["responsibility_id"], row["path"] or "", row["doc_type"], row["number"], row["title"], row["issuer"],
            row["issued_on"], row["section_path"], row["page"], row["text"], row["span_start"], row["span_end"],
            row["confidence"], row["sha256"],
        )
        for row in rows
    ]  # fmt: skip
    if limit is None or len(items) <= limit:
        return DutyPage(items, None)
    last = items[limit - 1]
    return DutyPage(items[:limit], cursor_of((last.body, last.document_id, last.start)))


def _holding(words: str) -> str:
    return f"%{lookup_form(words)}%"
