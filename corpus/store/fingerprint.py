"""What an archive holds, as one hash.

It is the same for the same documents, in whatever order and in how many runs they came: numbers that only tell the
order of arrival are replaced by what they stand for (a document by its SHA-256, a work by its identity); when something
was done, and in which run, is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from corpus.store.store import Store

__all__ = ["fingerprint", "table_fingerprints"]

_BOOKKEEPING = {"run_id", "read_at", "stored_at", "failed_at"}
_LEFT_OUT = {"runs", "search"}
_DOCUMENT = "(SELECT sha256 FROM documents WHERE documents.id = t.{column})"
_WORK = "(SELECT identity FROM works WHERE works.id = t.{column})"
_STANDS_FOR = {
    ("documents", "id"): "NULL",
    ("works", "id"): "NULL",
    ("duplicates", "document_id"): (
        "(SELECT json_group_array(sha256) FROM (SELECT sha256 FROM documents"
        " WHERE id IN (t.document_id, t.other_id) ORDER BY sha256))"
    ),
    ("duplicates", "other_id"): "NULL",
    ("citations", "candidates"): (
        "(SELECT json_group_array(identity) FROM (SELECT identity FROM works"
        " WHERE id IN (SELECT value FROM json_each(coalesce(t.candidates, '[]'))) ORDER BY identity))"
    ),
}
_REFERENCES = {"document_id": _DOCUMENT, "work_id": _WORK}


def fingerprint(store: Store) -> str:
    """The hash of everything, in hexadecimal."""
    return _hash([json.dumps(table_fingerprints(store), sort_keys=True)])


def table_fingerprints(store: Store) -> dict[str, str]:
    """The hash of every table by its name: tells where two archives differ."""
    tables = [
        row["name"]
        for row in store.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
        )
    ]
    return {table: _table(store, table) for table in sorted(tables) if table not in _LEFT_OUT} | {
        "search": _search(store)
    }


def _table(store: Store, table: str) -> str:
    columns = [row["name"] for row in store.rows(f"PRAGMA table_info({table})") if row["name"] not in _BOOKKEEPING]
    values = ", ".join(f"{_meaning(table, column)} AS {column}" for column in columns)
    order = ", ".join(str(number) for number in range(1, len(columns) + 1))
    rows = store.each(f"SELECT {values} FROM {table} AS t ORDER BY {order}")
    return _hash(json.dumps(tuple(row), ensure_ascii=False) for row in rows)


def _meaning(table: str, column: str) -> str:
    stands_for = _STANDS_FOR.get((table, column)) or _REFERENCES.get(column)
    return stands_for.format(column=column) if stands_for else f"t.{column}"


def _search(store: Store) -> str:
    """The full-text index: in how many documents, and how often, each term stands in each column."""
    store.connection.execute("CREATE VIRTUAL TABLE temp.search_terms USING fts5vocab (main, search, col)")
    try:
        rows = store.each("SELECT term, col, doc, cnt FROM temp.search_terms ORDER BY term, col")
        return _hash(json.dumps(tuple(row), ensure_ascii=False) for row in rows)
    finally:
        store.connection.execute("DROP TABLE temp.search_terms")


def _hash(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8"))
        digest.update(b"\n")
    return digest.hexdigest()
