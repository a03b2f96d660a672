"""One state of an archive, read document by document.

The order is by date of issue, then by content, never that of indexing: the same documents give the same export. Only
ids are sorted; everything else is read for one document at a time, so that memory stays flat however many there are.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from corpus.export.selection import Selection
from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.rows import Value

__all__ = ["Snapshot", "snapshot"]

_REVIEW = (
    "CASE WHEN EXISTS (SELECT 1 FROM reviewed_documents AS v WHERE v.document_id = d.id) THEN 'whole'"
    " WHEN EXISTS (SELECT 1 FROM reviews AS v WHERE v.sha256 = d.sha256 AND v.state IN ('applied', 'moved'))"
    " THEN 'part' END"
)
"""How much of a document was reviewed: all of it, something, or nothing (null)."""
_LASTING_ORDER = "d.issued_on IS NULL, d.issued_on, d.sha256"
_REVIEWED_FIRST = f"{_REVIEW} IS NULL, {_REVIEW} DESC, {_LASTING_ORDER}"

_DOCUMENT = (
    f"SELECT d.*, r.text, w.identity AS work, {_REVIEW} AS review,"
    " (SELECT min(l.path) FROM locations AS l WHERE l.document_id = d.id) AS path"
    " FROM documents AS d JOIN records AS r ON r.document_id = d.id LEFT JOIN works AS w ON w.id = d.work_id"
    " WHERE d.id = ?"
)


class Snapshot:
    """The documents that are selected, in a lasting order."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self.selection = selection
        self._store = store

    def documents(self, *, reviewed_first: bool = False) -> Iterator[sqlite3.Row]:
        """The rows of ``documents``, each with its ``text``, its ``work`` (identity), one ``path`` and its ``review``.

        ``review`` says how much of it a reader has reviewed: ``whole``, ``part`` or null. ``reviewed_first`` puts the
        documents in this order, and only then in the lasting one.
        """
        wanted = self.selection
        conditions: list[str] = []
        parameters: list[Value] = []
        for condition, value in (
            ("issued_on >= ?", _day(wanted.issued_from)),
            ("issued_on <= ?", _day(wanted.issued_to)),
            ("doc_type = ?", wanted.doc_type),
            ("id = ?", wanted.document),
            ("id IN (SELECT value FROM json_each(?))", _ids(wanted.among)),
        ):
            if value is not None:
                conditions.append(condition)
                parameters.append(value)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        issuer = lookup_form(wanted.issuer or "")
        order = _REVIEWED_FIRST if reviewed_first else _LASTING_ORDER
        for row in self._store.each(f"SELECT d.id, d.issuer FROM documents AS d{where} ORDER BY {order}", parameters):
            if issuer in lookup_form(row["issuer"] or ""):
                found = self._store.row(_DOCUMENT, (row["id"],))
                assert found is not None  # the snapshot does not change
                yield found

    def record(self, document: sqlite3.Row) -> dict[str, Any]:
        """The record of a document, reviews applied, as its JSON says it; its source has the document's path."""
        row = self._store.row(
            "SELECT coalesce(reviewed, record) AS record FROM records WHERE document_id = ?", (document["id"],)
        )
        assert row is not None  # stored with the document
        record: dict[str, Any] = json.loads(row["record"])
        record["source"]["path"] = document["path"]
        return record

    def of(self, document: sqlite3.Row, sql: str) -> list[sqlite3.Row]:
        """The answer to a question about one document, which is ``:document`` in it."""
        return self._store.rows(sql, {"document": document["id"]})

    def each(self, sql: str) -> Iterator[sqlite3.Row]:
        """The rows of a question about the whole archive, one by one."""
        return self._store.each(sql)


@contextmanager
def snapshot(store: Store, selection: Selection) -> Iterator[Snapshot]:
    """Hold one state of the archive while it is read: an indexer at work beside it is neither seen nor hindered."""
    with store.unchanged():
        yield Snapshot(store, selection)


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date is not None else None


def _ids(among: frozenset[int] | None) -> str | None:
    return json.dumps(sorted(among)) if among is not None else None
