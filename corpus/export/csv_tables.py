"""CSV (RFC 4180): a folder with one file a table, or one table.

Text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises against CSV injection: it
is shown as text and does nothing. Who needs the bare text takes JSON Lines or Parquet.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from corpus.export.options import Options
from corpus.export.plain import without_controls
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally
from corpus.export.tables import DEFAULT_TABLES, TABLES, Cell, Table, rows_of

if TYPE_CHECKING:
    from _csv import Writer

__all__ = ["cell_text", "csv_text", "csv_writer", "harmless", "write_csv_folder", "write_csv_table"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First signs that some spreadsheet takes for the beginning of a formula, also in full width."""
_BETWEEN = "; "


def write_csv_table(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write one table (``options.table``, by default ``documents``)."""
    with csv_text(out, options) as text:
        return _write(snapshot, {options.table or "documents": text}, options)


def write_csv_folder(snapshot: Snapshot, folder: Path, options: Options) -> Report:
    """Write every table into a folder, each as ``NAME.csv``."""
    with ExitStack() as stack:
        texts = {
            name: stack.enter_context(csv_text(stack.enter_context((folder / f"{name}.csv").open("wb")), options))
            for name in DEFAULT_TABLES
        }
        return _write(snapshot, texts, options)


def _write(snapshot: Snapshot, texts: dict[str, io.TextIOWrapper], options: Options) -> Report:
    writers = [(TABLES[name], csv_writer(text, options, _names(TABLES[name]))) for name, text in texts.items()]
    tally = Tally()
    for document in snapshot.documents():
        for table, writer in writers:
            writer.writerows([cell_text(cell) for cell in row] for row in rows_of(table, snapshot, document))
        tally.write()
    return tally.report()


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def csv_writer(text: io.TextIOWrapper, options: Options, header: Sequence[str]) -> Writer:
    """A writer in the dialect of all our CSV files, its header written."""
    writer = csv.writer(text, delimiter=options.delimiter, lineterminator="\r\n")
    writer.writerow(header)
    return writer


@contextmanager
def csv_text(out: BinaryIO, options: Options) -> Iterator[io.TextIOWrapper]:
    """Text over bytes, with a byte order mark where one is wanted: Excel takes UTF-8 for a local encoding without."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig" if options.bom else "utf-8", newline="")
    try:
        yield text
    finally:
        text.detach()  # flushes; what is below is not ours to close


def cell_text(cell: Cell) -> str:
    """A cell as it stands in the file: dates by ISO 8601, lists with ``;`` between, text that is safe to open."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case dt.date():
            return cell.isoformat()
        case int() | float():
            return str(cell)
        case list():
            return harmless(_BETWEEN.join(cell))
        case _:
            return harmless(cell)


def harmless(text: str) -> str:
    """Text that no spreadsheet runs: without control characters, an apostrophe before what would be a formula."""
    clean = without_controls(text)
    return f"'{clean}" if clean.lstrip(" \n").startswith(_FORMULA) else clean
