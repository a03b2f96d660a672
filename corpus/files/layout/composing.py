"""From the pages of a document to its text in reading order, and to the pages that the text stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from corpus.files.layout.furniture import furniture
from corpus.files.layout.grid import Table, tables_of
from corpus.files.layout.notes import before_the_last
from corpus.files.layout.paragraphs import Line, Measure
from corpus.files.layout.rows import Row, rows_of
from corpus.files.layout.sheet import Sheet
from corpus.files.layout.writing import Writer
from corpus.files.layout.zones import next_zone
from corpus.files.pages import PageMap

__all__ = ["Composition", "compose"]


@dataclass(frozen=True, slots=True)
class Composition:
    """The text of a document and its pages.

    A paragraph is one line, with a blank line to the next one: the reader can tell that nothing in it was broken by the
    page. So is a row of a table. Lines of columns and of headings stay as they were printed.
    """

    text: str
    pages: PageMap


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
    writer = Writer()
    for sheet, drawn, all_rows, (above, below) in zip(sheets, tables, rows, margins, strict=True):
        between_pages()
        end = len(all_rows) - below
        measure = Measure.of(all_rows[above:end]) or usual
        writer.page(
            sheet,
            before_the_last(list(_lines(all_rows[above:end], drawn)), measure),
            measure,
            header="\n".join(row.text for row in all_rows[:above]),
            footer="\n".join(row.text for row in all_rows[end:]),
        )
    text, pages = writer.written()
    return Composition(text, pages)


def _lines(rows: Sequence[Row], tables: Sequence[Table]) -> Iterator[Line]:
    """Yield the lines of a page in reading order: prose, columns one after the other, tables row by row."""
    start = 0
    for table in tables:
        end = next((index for index in range(start, len(rows)) if rows[index].top > table.top), len(rows))
        yield from _prose_and_columns(rows[start:end])
        for cells in table.rows:
            yield Line(_table_row(cells))
        start = end
    yield from _prose_and_columns(rows[start:])


def _prose_and_columns(rows: Sequence[Row]) -> Iterator[Line]:
    if not rows:
        return
    centre = (min(row.left for row in rows) + max(row.right for row in rows)) / 2
    start = 0
    while zone := next_zone(rows, start, centre):
        yield from (Line(row.text, row) for row in rows[start : zone.first])
        if zone.is_table(rows):
            yield from (Line(_table_row(cells)) for cells in zone.cells(rows))
        else:
            yield from (Line(row.text) for column in zone.columns(rows) for row in column)
        start = zone.end
    yield from (Line(row.text, row) for row in rows[start:])


def _table_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
