"""The archive as flat tables for spreadsheets and data frames: which tables, which columns, of what kind.

Made for people who never see the database: a row names its document by SHA-256 (``document``) and by number, works by
their identity, bodies by their name. Everything else has the name and the value that it has in the archive.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from corpus.export.reading import Snapshot

__all__ = ["DEFAULT_TABLES", "TABLES", "Cell", "Column", "Kind", "Table", "rows_of"]

Cell = str | int | float | bool | dt.date | list[str] | None


class Kind(Enum):
    """What a column holds; each format has its own type for it."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    LIST = "list"
    """Of texts."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name, which is also that of the value in the row that is read."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """One table. ``sql`` reads the rows of one document (``:document``); without it, the document is the row."""

    name: str
    columns: tuple[Column, ...]
    sql: str | None = None


_INTEGERS = (
    "position level page pages characters span_start span_end task_start task_end serial year"  # offsets in code points
)
_KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        **dict.fromkeys(["issued_on", "starts_on", "ends_on", "first_day", "last_day"], Kind.DATE),
        **dict.fromkeys(_INTEGERS.split(), Kind.INTEGER),
        **dict.fromkeys(["confidence", "amount", "recognition_confidence"], Kind.NUMBER),
        **dict.fromkeys(["addressees", "inferred", "provisions", "bodies"], Kind.LIST),
        "is_recognised": Kind.FLAG,
    }
)
"""The columns that do not hold text, by their name: one name means one thing in every table."""

_EVIDENCE = "id position section_path page text span_start span_end"
_BODIES = (
    "(SELECT json_group_array(body) FROM (SELECT DISTINCT r.body FROM deadline_bodies AS b JOIN responsibilities AS r"
    " ON r.document_id = b.document_id AND r.id = b.responsibility_id"
    " WHERE b.document_id = t.document_id AND b.deadline_id = t.id ORDER BY r.position)) AS bodies"
)


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _KINDS.get(name, Kind.TEXT)) for name in names.split())


def _of_document(name: str, columns: str, *, more: str = "", join: str = "", order: str = "t.position") -> Table:
    sql = f"SELECT t.*{more and ', ' + more} FROM {name} AS t{join} WHERE t.document_id = :document ORDER BY {order}"
    return Table(name, _columns(f"document number {columns}"), sql)


TABLES: Mapping[str, Table] = MappingProxyType({
    table.name: table
    for table in (
        Table("documents", _columns(
            "document work doc_type number key title issuer parent_issuer place issued_on urgency secrecy addressees"
            " signed_for signer_position signer inferred path media_type characters pages loader loader_version"
            " is_recognised recognition_confidence extractor_version")),
        _of_document("sections", "id position parent_id level marker path kind heading page span_start span_end"),
        _of_document("citations", f"{_EVIDENCE} relation doc_type key serial year symbol name issuer issued_on title"
            " provisions inferred confidence status work", more="w.identity AS work",
            join=" LEFT JOIN works AS w ON w.id = t.work_id"),
        _of_document("deadlines", f"{_EVIDENCE} bound starts_on ends_on first_day last_day time granularity rrule task"
            " task_start task_end bodies inferred confidence", more=_BODIES),
        _of_document("targets", f"{_EVIDENCE} comparator value value_max amount unit change subject deadline_id"
            " inferred confidence"),
        _of_document("responsibilities", f"{_EVIDENCE} body parent_body role inferred confidence"),
        _of_document("tasks", "responsibility_id position text span_start span_end",
            order="t.responsibility_id, t.position"),
        _of_document("recipients", "position text span_start span_end"),
        _of_document("diagnostics", "position code message span_start span_end"),
        Table("texts", _columns("document number text")),
    )
})  # fmt: skip
"""Every table by its name."""

DEFAULT_TABLES = tuple(name for name in TABLES if name != "texts")
"""What a folder of tables holds: the full texts are exported only where they are asked for."""


def rows_of(table: Table, snapshot: Snapshot, document: sqlite3.Row) -> Iterator[list[Cell]]:
    """The rows of a table that belong to one document, each in the order of the table's columns."""
    about: Mapping[str, object] = {"document": document["sha256"], "number": document["key"] or document["number"]}
    if table.sql is None:
        # Its own number is told as printed beside the canonical one.
        own = about if table.name != "documents" else {"document": document["sha256"]}
        yield _cells(table, document, own)
        return
    for row in snapshot.of(document, table.sql):
        yield _cells(table, row, about)


def _cells(table: Table, row: sqlite3.Row, about: Mapping[str, object]) -> list[Cell]:
    return [
        _cell(column.kind, about[column.name] if column.name in about else row[column.name]) for column in table.columns
    ]


def _cell(kind: Kind, value: object) -> Cell:
    match kind, value:
        case _, None:
            return [] if kind is Kind.LIST else None
        case Kind.DATE, str():
            return dt.date.fromisoformat(value)
        case Kind.FLAG, int():
            return bool(value)
        case Kind.LIST, str():
            return [str(item) for item in json.loads(value)]
        case _, str() | int() | float():
            return value
    raise TypeError(f"a column of kind {kind.value} holds {value!r}")
