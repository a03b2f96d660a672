"""What one body must do, in the order that is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from corpus.questions.paging import Key, cursor_of, read_cursor
from corpus.store import Store

__all__ = ["Binding", "Work", "WorkOrder", "WorkPage", "roles", "workload"]

_FEW = 500
"""So many duties are quicker to collect and to sort by document; of more, the documents are walked through in order."""
_NO_DAY = "~"
"""After every day."""
_AFTER = "(:after_0, :after_1, :after_2, :after_3)"

_DUE = """(SELECT min(t.last_day) FROM deadline_bodies AS b INDEXED BY deadline_bodies_responsibility
    JOIN deadlines AS t ON t.document_id = b.document_id AND t.id = b.deadline_id
    WHERE b.document_id = r.document_id AND b.responsibility_id = r.id)"""
_OF_BODY = "r.body = :body AND (:role IS NULL OR r.role = :role)"
# From the body, to be sorted.
_COLLECTED = f"""
SELECT {{columns}}, r.document_id, r.id
FROM responsibilities AS r CROSS JOIN documents AS d ON d.id = r.document_id
WHERE {_OF_BODY} AND {{following}} ORDER BY {{order}}
"""
# From the latest document on.
_BY_DOCUMENT = f"""
SELECT {{columns}}, r.document_id, r.id
FROM documents AS d CROSS JOIN responsibilities AS r INDEXED BY responsibilities_body
    ON r.document_id = d.id AND {_OF_BODY}
WHERE {{following}} ORDER BY {{order}}
"""
_WORK = """
SELECT r.body, r.parent_body, r.role, r.text, r.span_start, r.span_end, r.section_path, r.page, r.confidence,
    r.inferred, d.sha256, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on,
    (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path
FROM responsibilities AS r JOIN documents AS d ON d.id = r.document_id
WHERE r.document_id = ? AND r.id = ?
"""
_TASKS = "SELECT text FROM tasks WHERE document_id = ? AND responsibility_id = ? ORDER BY position"
_BINDINGS = """
SELECT t.id, t.text, t.first_day, t.last_day, t.rrule
FROM deadline_bodies AS b JOIN deadlines AS t ON t.document_id = b.document_id AND t.id = b.deadline_id
WHERE b.document_id = ? AND b.responsibility_id = ?
ORDER BY t.last_day IS NULL, t.last_day, t.position
"""


class WorkOrder(StrEnum):
    """What comes first."""

    DUE = "due"
    """The earliest day by which some of it is due; what has none comes last."""
    NEWEST = "newest"
    """The last issued document; those without a date come last."""


@dataclass(frozen=True, slots=True)
class Binding:
    """A deadline that binds a duty."""

    deadline_id: str
    text: str
    first_day: str | None
    last_day: str | None
    rrule: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """One place that makes a body answerable, with everything that it must do there."""

    body: str
    parent_body: str | None
    role: str
    tasks: Sequence[str]
    deadlines: Sequence[Binding]
    """The earliest first."""
    responsibility_id: str
    sha256: str
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
    inferred: Sequence[str]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class WorkPage:
    """Duties in the order that was asked for."""

    items: Sequence[Work]
    next: str | None


def workload(
    store: Store,
    body: str,
    *,
    role: str | None = None,
    order: WorkOrder = WorkOrder.DUE,
    limit: int | None = None,
    after: str | None = None,
) -> WorkPage:
    """What a body of exactly this name must do. Raises ``QueryError`` for a wrong cursor."""
    parameters: dict[str, Key] = {"body": body, "role": role}
    with store.unchanged():
        keys = _keys(store, order, parameters, after, is_short=_count(store, body) <= _FEW)
        found = list(islice(keys, None if limit is None else limit + 1))
        rows = found if limit is None else found[:limit]
        next_ = cursor_of(rows[-1][:-2]) if limit is not None and len(found) > limit else None
        return WorkPage([_work(store, row[-2], row[-1]) for row in rows], next_)


def roles(store: Store, body: str) -> dict[str, int]:
    """How often a body has which part in the work, the most frequent first."""
    rows = store.rows("SELECT role, duties FROM role_counts WHERE body = ? ORDER BY duties DESC, role", (body,))
    return {row["role"]: row["duties"] for row in rows}


def _count(store: Store, body: str) -> int:
    row = store.row("SELECT duties FROM body_counts WHERE body = ?", (body,))
    return row["duties"] if row is not None else 0


def _keys(
    store: Store, order: WorkOrder, parameters: dict[str, Key], after: str | None, *, is_short: bool
) -> Iterator[list[Key]]:
    """The values of each row's cursor, then its document and id."""
    kinds = (str, int, int, str)
    cursor = read_cursor(after, kinds) if after is not None else None
    named = parameters | {f"after_{place}": value for place, value in enumerate(cursor or ())}
    if order is WorkOrder.NEWEST:
        following = (
            "coalesce(d.issued_on, '') <= :after_0 AND (coalesce(d.issued_on, '') < :after_0 OR d.id < :after_1"
            " OR d.id = :after_1 AND (r.span_start, r.id) > (:after_2, :after_3))"
        )
        sql = (_COLLECTED if is_short else _BY_DOCUMENT).format(
            columns="coalesce(d.issued_on, ''), d.id, r.span_start, r.id",
            following=following if cursor is not None else "1",
            order="d.issued_on DESC, d.id DESC, r.span_start, r.id",
        )
        yield from (list(row) for row in store.each(sql, named))
        return
    due = f"coalesce({_DUE}, '{_NO_DAY}')"
    sql = _COLLECTED.format(
        columns=f"{due} AS due, d.id, r.span_start, r.id",
        following=f"({due}, d.id, r.span_start, r.id) > {_AFTER}" if cursor else "1",
        order="due, d.id, r.span_start, r.id",
    )
    yield from (list(row) for row in store.each(sql, named))


def _work(store: Store, document_id: Key, responsibility_id: Key) -> Work:
    """All of a duty."""
    key = (document_id, responsibility_id)
    row = store.row(_WORK, key)
    assert row is not None  # the state of the archive that the keys are of
    return Work(
        row["body"], row["parent_body"], row["role"], [task["text"] for task in store.rows(_TASKS, key)],
        [Binding(*binding) for binding in store.rows(_BINDINGS, key)], str(responsibility_id), row["sha256"],
        row["path"] or "", row["doc_type"], row["number"], row["title"], row["issuer"], row["issued_on"],
        row["section_path"], row["page"], row["text"], row["span_start"], row["span_end"],
        json.loads(row["inferred"]), row["confidence"],
    )  # fmt: skip
