"""Answers as files: tables for spreadsheets, written row by row as they are read."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from fastapi.responses import StreamingResponse

from corpus.export.csv_tables import cell_text
from corpus.export.tables import Cell
from corpus.web.security.downloads import disposition

__all__ = ["Page", "every", "table_file"]

_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8."""
_AT_ONCE = 500

Item = TypeVar("Item", covariant=True)


class Page(Protocol[Item]):
    """A page of a list."""

    @property
    def items(self) -> Sequence[Item]: ...  # noqa: D102
    @property
    def next(self) -> str | None: ...  # noqa: D102


def every(page: Callable[[int, str | None], Page[Item]]) -> Iterator[Item]:
    """All items of a list, whose pages are asked for by their size and cursor one after the other."""
    after = None
    while True:
        found = page(_AT_ONCE, after)
        yield from found.items
        if (after := found.next) is None:
            return


def table_file(name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> StreamingResponse:
    """A CSV file to be saved; no cell of it is a formula, whatever documents say."""
    headers = {"Content-Disposition": disposition(name)}
    return StreamingResponse(_lines(header, rows), headers=headers, media_type="text/csv; charset=utf-8")


def _lines(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    yield _MARK
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell_text(cell) for cell in row])
        yield written.getvalue()
        written.seek(0)
        written.truncate()
    yield written.getvalue()
