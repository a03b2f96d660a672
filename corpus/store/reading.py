"""Single documents out of an archive, and what it holds altogether."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import AmbiguousDocumentError, UnknownDocumentError
from corpus.store.folding import number_form
from corpus.store.store import Store

if TYPE_CHECKING:
    from corpus.extraction import Document

__all__ = [
    "DuplicatePair",
    "Failure",
    "Statistics",
    "duplicates",
    "failures",
    "find_document",
    "load_document",
    "statistics",
]

_LEAST_HASH = 8
_MOST_NAMED = 10

_LAYERS = ("sections", "citations", "deadlines", "targets", "responsibilities", "diagnostics")


@dataclass(frozen=True, slots=True)
class Failure:
    """A path that could not be read, and why."""

    path: str
    code: str
    reason: str
    facts: Mapping[str, str | int]
    failed_at: str


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two documents that are nearly the same."""

    path: str
    other_path: str
    number: str | None
    reason: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Statistics:
    """What an archive holds."""

    documents: int
    locations: int
    failures: int
    characters: int
    file_bytes: int
    records: Mapping[str, int]
    """By layer."""
    types: Mapping[str | None, int]
    """Documents by type, the most first."""
    years: Mapping[str | None, int]
    """Documents by the year of issue."""
    citations: Mapping[str | None, int]
    """Citations by what was found out about them; null is what has not been looked at."""
    duplicates: int
    last_run: str | None


def find_document(store: Store, words: str) -> int:
    """The id of the document that a person means: by its number, its path, the beginning of its SHA-256, or ``#ID``.

    Raises ``UnknownDocumentError`` where there is none, ``AmbiguousDocumentError`` where there is more than one.
    """
    for sql, value in _ways(words):
        found = [row[0] for row in store.rows(f"{sql} LIMIT {_MOST_NAMED + 1}", (value,))]
        if len(found) == 1:
            return int(found[0])
        if found:
            named = ", ".join(f"#{document_id} {_path(store, document_id)}" for document_id in found[:_MOST_NAMED])
            raise AmbiguousDocumentError(name=words, named=named)
    raise UnknownDocumentError(name=words)


def _ways(words: str) -> list[tuple[str, str | int]]:
    ways: list[tuple[str, str | int]] = []
    if words.startswith("#") and words[1:].isdecimal():
        ways.append(("SELECT id FROM documents WHERE id = ?", int(words[1:])))
    ways.append(("SELECT document_id FROM locations WHERE path = ?", words))
    if "\0" not in words:  # which no path has, and no system takes
        ways.append(("SELECT document_id FROM locations WHERE path = ?", str(Path(words).resolve())))
    ways.append(("SELECT document_id FROM lookups WHERE kind = 'number' AND value = ?", number_form(words)))
    if len(words) >= _LEAST_HASH and all(digit in "0123456789abcdef" for digit in words):
        ways.append(("SELECT id FROM documents WHERE sha256 GLOB ?", f"{words}*"))
    return ways


def _path(store: Store, document_id: int) -> str:
    row = store.row("SELECT min(path) FROM locations WHERE document_id = ?", (document_id,))
    return row[0] if row is not None else ""


def load_document(store: Store, document_id: int, *, as_extracted: bool = False) -> Document:
    """A stored document, its source named by its first path: with its reviews applied, or ``as_extracted``.

    Raises ``UnknownDocumentError`` where there is none.
    """
    from corpus.extraction import Document
    from corpus.files import LoadedText
    from schemas import Directive

    row = store.row(
        "SELECT r.text, r.record, coalesce(r.reviewed, r.record) AS reviewed,"
        " d.sha256, d.media_type FROM records AS r JOIN documents AS d ON d.id = r.document_id"
        " WHERE r.document_id = ?",
        (document_id,),
    )
    if row is None:
        raise UnknownDocumentError(name=f"#{document_id}")
    path = _path(store, document_id)
    directive = Directive.model_validate_json(row["record" if as_extracted else "reviewed"])
    source = directive.source.model_copy(update={"path": path})
    loaded = LoadedText(name=path, text=row["text"], media_type=row["media_type"], sha256=row["sha256"])
    return Document(loaded, directive.model_copy(update={"source": source}))


def failures(store: Store) -> list[Failure]:
    """Everything that could not be read, by path."""
    return [
        Failure(row["path"], row["code"], row["reason"], json.loads(row["facts"]), row["failed_at"])
        for row in store.rows("SELECT path, code, reason, facts, failed_at FROM failures ORDER BY path")
    ]


def duplicates(store: Store) -> list[DuplicatePair]:
    """Pairs of documents that are nearly the same, the most alike first."""
    rows = store.rows(
        "SELECT min(one.path, other.path) AS path, max(one.path, other.path) AS other_path,"
        " coalesce(one.number, other.number) AS number, min(p.reason) AS reason, p.similarity"
        " FROM duplicates AS p JOIN catalogue AS one ON one.id = p.document_id"
        " JOIN catalogue AS other ON other.id = p.other_id"
        " GROUP BY p.document_id, p.other_id ORDER BY p.similarity DESC, 1, 2"
    )
    return [
        DuplicatePair(row["path"], row["other_path"], row["number"], row["reason"], row["similarity"]) for row in rows
    ]


def statistics(store: Store) -> Statistics:
    """What an archive holds, by the figures that it keeps (``migrations/0006_figures.sql``)."""

    def count(sql: str) -> int:
        row = store.row(sql)
        return int(row[0] or 0) if row is not None else 0

    def counts(sql: str) -> dict[str | None, int]:
        return {row[0]: row[1] for row in store.rows(sql)}

    kept = counts("SELECT layer, sum(records) FROM record_counts GROUP BY layer")
    kept["responsibilities"] = count("SELECT sum(duties) FROM body_counts")
    last_run: sqlite3.Row | None = store.row("SELECT max(finished_at) FROM runs")
    return Statistics(
        documents=count("SELECT sum(documents) FROM catalogue_counts"),
        locations=count("SELECT count(*) FROM locations"),
        failures=count("SELECT count(*) FROM failures"),
        characters=count("SELECT sum(characters) FROM catalogue_counts"),
        file_bytes=store.path.stat().st_size,
        records={layer: kept.get(layer, 0) for layer in _LAYERS},
        types=counts("SELECT nullif(doc_type, ''), sum(documents) FROM catalogue_counts GROUP BY 1 ORDER BY 2 DESC, 1"),
        years=counts("SELECT nullif(year, ''), sum(documents) FROM catalogue_counts GROUP BY 1 ORDER BY 1"),
        citations=counts(
            "SELECT nullif(value, ''), records FROM record_counts WHERE layer = 'citations' ORDER BY value"
        ),
        duplicates=count("SELECT count(*) FROM (SELECT DISTINCT document_id, other_id FROM duplicates)"),
        last_run=last_run[0] if last_run is not None else None,
    )
