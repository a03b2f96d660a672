"""A sheet as blocks: rows with lines drawn between cells are a table, all else is set side by side as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from corpus.errors import EmptyFileError, TooManyCellsError, TooManyPagesError
from corpus.files.blocks import Block, Paragraph, Piece, Table, flows
from corpus.files.loader import Body, Job
from corpus.files.pages import Page, PageMap

__all__ = ["Cell", "Counter", "Row", "body_of", "require_few_sheets", "sheet_blocks"]

_CHECKED = 4096


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that shows something: its column from 0, and its letters. ``ruled``: lines are drawn at its sides."""

    column: int
    pieces: tuple[Piece, ...]
    ruled: bool = False


Row = list[Cell]
"""The cells of a row that show something, in order."""


@dataclass(slots=True)
class Counter:
    """Counts the cells of a workbook, also those that show nothing, and watches the clock."""

    job: Job
    cells: int = field(default=0)
    _next: int = field(default=_CHECKED)

    def add(self, cells: int) -> None:
        """Count a row. Raises ``TooManyCellsError`` or ``TimedOutError``."""
        self.cells += cells
        if self.cells > self.job.limits.cells:
            raise TooManyCellsError(name=self.job.name, limit=self.job.limits.cells)
        if self.cells >= self._next:
            self._next = self.cells + _CHECKED
            self.job.seconds_left()


def require_few_sheets(count: int, job: Job) -> None:
    """Raise ``TooManyPagesError`` for a workbook with more sheets than pages are allowed."""
    if count > job.limits.pages:
        raise TooManyPagesError(name=job.name, pages=count, limit=job.limits.pages)


def sheet_blocks(rows: Iterable[Row]) -> Iterator[Block]:
    """Yield the blocks of a sheet."""
    filled = (row for row in rows if row)
    for ruled, group in groupby(filled, key=lambda row: any(cell.ruled for cell in row)):
        if ruled:
            yield _table(list(group))
        else:
            for row in group:
                yield _line(row)


def _table(rows: list[Row]) -> Table:
    columns = sorted({cell.column for row in rows for cell in row})
    place = {column: index for index, column in enumerate(columns)}
    table = Table(ruled=True)
    for row in rows:
        cells: list[list[Block]] = [[] for _ in columns]
        for cell in row:
            cells[place[cell.column]].append(Paragraph(list(cell.pieces)))
        table.rows.append(cells)
    return table


def _line(row: Row) -> Block:
    if len(row) == 1:
        return Paragraph(list(row[0].pieces))
    return Table([[[Paragraph(list(cell.pieces))] for cell in row]])


def body_of(sheets: list[list[Block]], job: Job, engine: str) -> Body:
    """Return the text of a workbook, each sheet a page. Raises ``EmptyFileError`` where no cell shows anything."""
    texts, warnings = flows(sheets)
    parts: list[str] = []
    pages: list[Page] = []
    length = 0
    for number, text in enumerate(texts, start=1):
        if not text.strip():
            continue
        if parts:
            parts.append("\n")
            length += 1
        pages.append(Page(number, length, length + len(text)))
        parts.append(text)
        length += len(text)
    if not parts:
        raise EmptyFileError(name=job.name)
    return Body("".join(parts), PageMap.of(pages), warnings, engine)
