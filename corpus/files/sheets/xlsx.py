"""The loader of .xlsx workbooks, and of .ods by way of LibreOffice."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from corpus.errors import CorruptFileError
from corpus.files.archives import Archive
from corpus.files.blocks import Block, Piece
from corpus.files.formats import Format
from corpus.files.loader import Body, Job
from corpus.files.office import convert
from corpus.files.sheets.grid import Cell, Counter, Row, body_of, require_few_sheets, sheet_blocks
from corpus.files.sheets.numbers import shown

__all__ = ["XlsxLoader"]

# What openpyxl raises for a workbook that is damaged: it reads parts as they come and does not sum up.
_DAMAGE = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    EOFError,
)

#: Where a workbook keeps its sheets: the parts that are read as a stream (ECMA-376).
_SHEET_PARTS = "/".join(("xl", "worksheets", ""))


class XlsxLoader:
    """Reads the sheets that are shown, in order, cells as they are shown; each sheet is a page."""

    name = "xlsx"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text. Raises a ``FileError`` for a damaged workbook, or more sheets and cells than are allowed."""
        if job.format is Format.ODS:
            job = replace(job, format=Format.XLSX)
            content = convert(content, ".ods", "xlsx", job)
        Archive.open(content, job).check_parts(streamed=_SHEET_PARTS)
        counter = Counter(job)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of extensions that a reader of text does not miss
                workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
                require_few_sheets(len(workbook.worksheets), job)
                sheets = [
                    list(sheet_blocks(_rows(sheet, counter))) if sheet.sheet_state == "visible" else list[Block]()
                    for sheet in workbook.worksheets
                ]
        except _DAMAGE as error:
            raise CorruptFileError(name=job.name, reason=str(error) or type(error).__name__) from error
        return body_of(sheets, job, f"openpyxl/{openpyxl.__version__}")


def _rows(sheet: Any, counter: Counter) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says of its size is often wrong, and cells beyond it would be lost
    for row in sheet.iter_rows():
        counter.add(len(row) + 1)
        yield [cell for index, stored in enumerate(row) if (cell := _cell(stored, index)) is not None]


def _cell(stored: Any, index: int) -> Cell | None:
    if stored.value is None:
        return None
    text = shown(stored.value, stored.number_format).strip()
    if not text:
        return None
    border = stored.border
    ruled = any(side is not None and side.style for side in (border.left, border.right, border.top, border.bottom))
    return Cell(index, (Piece(text, stored.font.name),), ruled)
