"""Which documents there are, and what is said of one in a line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from corpus.errors import AmbiguousDocumentError, UnknownDocumentError
from corpus.questions.paging import cursor_of, read_cursor
from corpus.store import Store
from corpus.store.rows import Value
from corpus.store.searching import EVERYTHING, Filters

__all__ = ["HASH_DIGITS", "Brief", "BriefPage", "briefs", "document_of_hash", "documents"]

HASH_DIGITS = 16
"""Digits of the SHA-256 that name a document: enough to tell those of any archive, whatever is indexed anew."""

_BRIEF = """
SELECT d.id, d.sha256, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on, d.place,
    (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path
FROM documents AS d
"""
_LISTED = f"{_BRIEF} WHERE {{filters}} ORDER BY d.issued_on DESC, d.id DESC LIMIT :limit"
_NAMED = f"{_BRIEF} WHERE d.id IN (SELECT value FROM json_each(:ids))"
_OF_HASH = "SELECT id, sha256 FROM documents WHERE sha256 >= :first AND sha256 < :beyond LIMIT 2"
_AFTER_HEX = "g"
_ALL = -1


@dataclass(frozen=True, slots=True)
class Brief:
    """A document in one line."""

    document_id: int
    sha256: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    place: str | None
    path: str


@dataclass(frozen=True, slots=True)
class BriefPage:
    """Documents, the last issued first; those without a date at the end."""

    items: Sequence[Brief]
    next: str | None


def documents(
    store: Store, filters: Filters = EVERYTHING, *, limit: int | None = None, after: str | None = None
) -> BriefPage:
    """The documents that pass the filters. Raises ``QueryError`` for a wrong cursor."""
    conditions, parameters = ["1"], dict[str, Value](limit=_ALL if limit is None else limit + 1)
    for column, value in (("doc_type", filters.doc_type), ("issuer", filters.issuer), ("place", filters.place)):
        if value is not None:
            conditions.append(f"d.{column} = :{column}")
            parameters[column] = value
    if filters.year is not None:
        conditions.append("d.issued_on BETWEEN :first AND :last")
        parameters |= {"first": f"{filters.year:04}-01-01", "last": f"{filters.year:04}-12-31"}
    if after is not None:
        issued_on, document_id = read_cursor(after, (str, int))
        parameters |= {"after_day": issued_on, "after_id": document_id}
        following = "(d.issued_on, d.id) < (:after_day, :after_id) OR d.issued_on IS NULL"
        conditions.append(f"({following})" if issued_on else "d.issued_on IS NULL AND d.id < :after_id")
    rows = store.rows(_LISTED.format(filters=" AND ".join(conditions)), parameters)
    items = [_brief(row) for row in rows]
    if limit is None or len(items) <= limit:
        return BriefPage(items, None)
    last = items[limit - 1]
    return BriefPage(items[:limit], cursor_of((last.issued_on or "", last.document_id)))


def briefs(store: Store, document_ids: Collection[int]) -> Mapping[int, Brief]:
    """The documents of these ids, by id."""
    rows = store.rows(_NAMED, {"ids": json.dumps(sorted(set(document_ids)))})
    return {row["id"]: _brief(row) for row in rows}


def document_of_hash(store: Store, digits: str) -> int:
    """The id of the document whose SHA-256 begins with these digits.

    Raises ``UnknownDocumentError`` or ``AmbiguousDocumentError``.
    """
    found = store.rows(_OF_HASH, {"first": digits, "beyond": digits + _AFTER_HEX})
    if not found:
        raise UnknownDocumentError(name=digits)
    if len(found) > 1:
        raise AmbiguousDocumentError(name=digits, named=", ".join(row["sha256"] for row in found))
    return int(found[0]["id"])


def _brief(row: sqlite3.Row) -> Brief:
    return Brief(
        row["id"], row["sha256"], row["doc_type"], row["number"], row["title"], row["issuer"], row["issued_on"],
        row["place"], row["path"] or "",
    )  # fmt: skip
