"""From the pages of a document to its text in reading order, and to the pages that the text stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.files.layout.furniture import furniture
from corpus.files.layout.grid import Table, tables_of
from corpus.files.layout.paragraphs import Measure, are_one_heading, joins, joint
from corpus.files.layout.rows import Row, rows_of
from corpus.files.layout.sheet import Sheet
from corpus.files.layout.zones import next_zone
from corpus.files.pages import Page, PageMap

__all__ = ["Composition", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """The text of a document and its pages.

    A paragraph is one line, with a blank line to the next one: the reader can tell that nothing in it was broken by the
    page. So is a row of a table. Lines of columns and of headings stay as they were printed.
    """

    text: str
    pages: PageMap


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the text: of prose where it has a row, which the next line may go on with; else it stands alone."""

    text: str
    row: Row | None = None


def compose(sheets: Sequence[Sheet], between_pages: Callable[[], object] = lambda: None) -> Composition:
    """Put the words of a document's pages in reading order.

    ``between_pages`` is called now and then: it may raise when time is up.
    """
    tables = []
    rows = []
    for sheet in sheets:
        between_pages()
        drawn = tables_of(sheet.words, sheet.rules)
        tables.append(drawn)
        rows.append(rows_of(word for word in sheet.words if not any(table.holds(word) for table in drawn)))
    margins = furniture(rows, [sheet.height for sheet in sheets])
    usual = Measure.of([row for page in rows for row in page])
    writer = _Writer()
    for sheet, drawn, all_rows, (above, below) in zip(sheets, tables, rows, margins, strict=True):
        between_pages()
        end = len(all_rows) - below
        writer.page(
            sheet,
            _lines(all_rows[above:end], drawn),
            Measure.of(all_rows[above:end]) or usual,
            header="\n".join(row.text for row in all_rows[:above]),
            footer="\n".join(row.text for row in all_rows[end:]),
        )
    return writer.composition()


def _lines(rows: Sequence[Row], tables: Sequence[Table]) -> Iterator[_Line]:
    """Yield the lines of a page in reading order: prose, columns one after the other, tables row by row."""
    start = 0
    for table in tables:
        end = next((index for index in range(start, len(rows)) if rows[index].top > table.top), len(rows))
        yield from _prose_and_columns(rows[start:end])
        for cells in table.rows:
            yield _Line(_table_row(cells))
        start = end
    yield from _prose_and_columns(rows[start:])


def _prose_and_columns(rows: Sequence[Row]) -> Iterator[_Line]:
    if not rows:
        return
    centre = (min(row.left for row in rows) + max(row.right for row in rows)) / 2
    start = 0
    while zone := next_zone(rows, start, centre):
        yield from (_Line(row.text, row) for row in rows[start : zone.first])
        if zone.is_table(rows):
            yield from (_Line(_table_row(cells)) for cells in zone.cells(rows))
        else:
            yield from (_Line(row.text) for column in zone.columns(rows) for row in column)
        start = zone.end
    yield from (_Line(row.text, row) for row in rows[start:])


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


class _Writer:
    """Writes line after line, joins those of one paragraph, and keeps where each page begins and ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[Page] = []
        self._last: Row | None = None  # of the paragraph that the next line may go on with
        self._opens = False  # that row is the first of its paragraph
        self._last_text = ""

    def page(self, sheet: Sheet, lines: Iterator[_Line], measure: Measure | None, *, header: str, footer: str) -> None:
        start: int | None = None
        next_page = True
        for line in lines:
            before, after = self._last, line.row
            parted = "\n"
            joined = False
            if before is not None and after is not None:
                joined = joins(before, after, measure, next_page=next_page, opens=self._opens)
                if joined:
                    parted = joint(self._last_text)
                elif not are_one_heading(before, after, measure):
                    parted = "\n\n"  # two paragraphs
            if self._parts:
                self._write(parted)
            if start is None:
                start = self._length
            self._write(line.text)
            self._last, self._opens, self._last_text = after, not joined, line.text
            next_page = False
        begin = self._length if start is None else start
        self._pages.append(
            Page(
                sheet.number,
                begin,
                self._length,
                ocr=sheet.confidence is not None,
                confidence=sheet.confidence,
                header=header,
                footer=footer,
            )
        )

    def composition(self) -> Composition:
        return Composition("".join(self._parts), PageMap.of(self._pages))

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
