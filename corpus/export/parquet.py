"""Apache Parquet: the same tables as in CSV, with typed columns and text untouched."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any, BinaryIO

from corpus.export.libraries import needed
from corpus.export.options import Options
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally
from corpus.export.tables import DEFAULT_TABLES, TABLES, Cell, Kind, Table, rows_of

__all__ = ["write_parquet_folder", "write_parquet_table"]

_ROWS = 10_000
"""Rows of one row group: what is held in memory of a table."""
_CHARACTERS = 8_000_000
"""A row group ends earlier where its texts are long."""


def write_parquet_table(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write one table (``options.table``, by default ``documents``)."""
    with ExitStack() as stack:
        return _write(snapshot, [stack.enter_context(_TableFile(TABLES[options.table or "documents"], out))])


def write_parquet_folder(snapshot: Snapshot, folder: Path, options: Options) -> Report:
    """Write every table into a folder, each as ``NAME.parquet``."""
    with ExitStack() as stack:
        files = [
            stack.enter_context(_TableFile(TABLES[name], stack.enter_context((folder / f"{name}.parquet").open("wb"))))
            for name in DEFAULT_TABLES
        ]
        return _write(snapshot, files)


def _write(snapshot: Snapshot, files: list[_TableFile]) -> Report:
    tally = Tally()
    for document in snapshot.documents():
        for file in files:
            for row in rows_of(file.table, snapshot, document):
                file.add(row)
        tally.write()
    return tally.report()


class _TableFile:
    """One Parquet file that is filled row by row and written group by group."""

    def __init__(self, table: Table, out: BinaryIO) -> None:
        pa, pq = needed("pyarrow", "parquet"), needed("pyarrow.parquet", "parquet")
        self.table = table
        self._arrow = pa
        self._schema = pa.schema([pa.field(column.name, _type(pa, column.kind)) for column in table.columns])
        self._rows: list[list[Cell]] = []
        self._characters = 0
        self._writer = pq.ParquetWriter(out, self._schema, compression="zstd")

    def __enter__(self) -> _TableFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._writer.close()

    def add(self, row: list[Cell]) -> None:
        self._rows.append(row)
        self._characters += sum(len(cell) for cell in row if isinstance(cell, str))
        if len(self._rows) >= _ROWS or self._characters >= _CHARACTERS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = [list(column) for column in zip(*self._rows, strict=True)]
            arrays = [
                self._arrow.array(column, type=field.type) for column, field in zip(columns, self._schema, strict=True)
            ]
            self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
            self._rows.clear()
            self._characters = 0


def _type(pa: Any, kind: Kind) -> Any:
    return {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.DATE: pa.date32(),
        Kind.FLAG: pa.bool_(),
        Kind.LIST: pa.list_(pa.string()),
    }[kind]
