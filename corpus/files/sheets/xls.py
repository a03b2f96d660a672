"""The loader of .xls workbooks (Excel 97-2003), whose old encodings are told by the fonts of their cells."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError

from corpus.errors import CorruptFileError, EncryptedFileError
from corpus.files.blocks import Block, Piece
from corpus.files.loader import Body, Job
from corpus.files.sheets.grid import Cell, Counter, Row, body_of, require_few_sheets, sheet_blocks
from corpus.files.sheets.numbers import Value, shown

__all__ = ["XlsLoader"]

_DAMAGE = (
    xlrd.XLRDError,
    CompDocError,
    struct.error,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    TypeError,
    UnicodeDecodeError,
    ValueError,
    NotImplementedError,
)
_ERRORS = xlrd.error_text_from_code
_VISIBLE = 0


class XlsLoader:
    """Reads the sheets that are shown, in order, cells as they are shown; each sheet is a page."""

    name = "xls"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text.

        Raises ``EncryptedFileError``, ``CorruptFileError``, or a ``LimitError`` for more sheets or cells than allowed.
        """
        counter = Counter(job)
        try:
            book = xlrd.open_workbook(
                file_contents=content, formatting_info=True, on_demand=True, logfile=io.StringIO(), ragged_rows=True
            )
            require_few_sheets(book.nsheets, job)
            sheets = [_sheet(book, index, counter) for index in range(book.nsheets)]
        except _DAMAGE as error:
            if "encrypted" in str(error).lower():
                raise EncryptedFileError(name=job.name) from error
            raise CorruptFileError(name=job.name, reason=str(error) or type(error).__name__) from error
        return body_of(sheets, job, f"xlrd/{xlrd.__version__}")


def _sheet(book: Any, index: int, counter: Counter) -> list[Block]:
    sheet = book.sheet_by_index(index)
    blocks = list(sheet_blocks(_rows(book, sheet, counter))) if sheet.visibility == _VISIBLE else []
    book.unload_sheet(index)
    return blocks


def _rows(book: Any, sheet: Any, counter: Counter) -> Iterator[Row]:
    for number in range(sheet.nrows):
        counter.add(sheet.row_len(number) + 1)
        cells = (_cell(book, sheet, number, column) for column in range(sheet.row_len(number)))
        yield [cell for cell in cells if cell is not None]


def _cell(book: Any, sheet: Any, row: int, column: int) -> Cell | None:
    stored = sheet.cell(row, column)
    style = book.xf_list[stored.xf_index] if stored.xf_index is not None else None
    number_format = book.format_map[style.format_key].format_str if style else "General"
    text = shown(_value(book, stored), number_format)
    if not text.strip():
        return None
    border = style.border if style else None
    ruled = border is not None and any(
        (border.left_line_style, border.right_line_style, border.top_line_style, border.bottom_line_style)
    )
    font = style.font_index if style else None
    return Cell(column, tuple(_pieces(book, text, sheet.rich_text_runlist_map.get((row, column), ()), font)), ruled)


def _pieces(book: Any, text: str, runs: Any, font: int | None) -> Iterator[Piece]:
    """Yield a cell's letters by font; ``runs`` says from which letter on which font is used."""
    start = 0
    for begin, other in (*runs, (len(text), None)):
        if begin > start:
            yield Piece(text[start:begin], _font_name(book, font))
            start = begin
        font = other


def _font_name(book: Any, index: int | None) -> str | None:
    if index is None or not 0 <= index < len(book.font_list):
        return None
    return str(book.font_list[index].name)


def _value(book: Any, stored: Any) -> Value:
    if stored.ctype == xlrd.XL_CELL_DATE:
        try:
            moment: datetime = xlrd.xldate_as_datetime(stored.value, book.datemode)
        except (ValueError, OverflowError):  # no day that a calendar has
            return float(stored.value)
        return moment.time() if stored.value < 1 else moment
    if stored.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(stored.value)
    if stored.ctype == xlrd.XL_CELL_ERROR:
        return str(_ERRORS.get(stored.value, ""))
    if stored.ctype == xlrd.XL_CELL_NUMBER:
        return float(stored.value)
    return str(stored.value)
