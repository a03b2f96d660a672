"""What bodies must do, and which bodies there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.questions.paging import cursor_of, read_cursor
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.reading import find_document

__all__ = ["Body", "BodyPage", "Duty", "DutyPage", "bodies", "duties"]

_BODIES = """
SELECT n.name, count(*) AS duties, count(DISTINCT r.document_id) AS documents
FROM bodies AS n JOIN responsibilities AS r ON r.body = n.name
WHERE n.folded LIKE :words AND n.name > :after
GROUP BY n.name ORDER BY n.name LIMIT :limit
"""
_DUTIES = """
SELECT u.*, d.doc_type, (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path,
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


@dataclass(frozen=True, slots=True)
class Body:
    """A body that some document makes answerable."""

    name: str
    duties: int
    documents: int


@dataclass(frozen=True, slots=True)
class BodyPage:
    """Bodies by name."""

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


@dataclass(frozen=True, slots=True)
class DutyPage:
    """Duties by body."""

    items: Sequence[Duty]
    next: str | None


def bodies(store: Store, words: str = "", *, limit: int | None = None, after: str | None = None) -> BodyPage:
    """The bodies whose names hold some words, with or without marks. Raises ``QueryError`` for a wrong cursor."""
    (name,) = read_cursor(after, (str,)) if after is not None else ("",)
    rows = store.rows(_BODIES, {"words": _holding(words), "after": name, "limit": _ALL if limit is None else limit + 1})
    items = [Body(row["name"], row["duties"], row["documents"]) for row in rows]
    if limit is None or len(items) <= limit:
        return BodyPage(items, None)
    return BodyPage(items[:limit], cursor_of((items[limit - 1].name,)))


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
            row["confidence"],
        )
        for row in rows
    ]  # fmt: skip
    if limit is None or len(items) <= limit:
        return DutyPage(items, None)
    last = items[limit - 1]
    return DutyPage(items[:limit], cursor_of((last.body, last.document_id, last.start)))


def _holding(words: str) -> str:
    return f"%{lookup_form(words)}%"
