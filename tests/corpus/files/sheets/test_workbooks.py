"""Workbooks made by openpyxl, and by LibreOffice out of those."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.styles import Border, Side

from corpus.errors import TooManyCellsError, TooManyPagesError
from corpus.files import Limits, load
from tests.corpus.files.making import converted

LINE = Side(style="thin")


def workbook() -> bytes:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.append(["UBND TỈNH HÀ TĨNH", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    first.append(["PHÂN BỔ CHỈ TIÊU NĂM 2031"])
    first.append([])
    for row in (
        ["TT", "Đơn vị", "Chỉ tiêu", "Hạn"],
        [1, "Sở Nội vụ", 80000, date(2031, 9, 15)],
        [2, None, 0.955, None],
    ):
        first.append(row)
    for row in first["A4:D6"]:
        for cell in row:
            cell.border = Border(LINE, LINE, LINE, LINE)
    first["C5"].number_format, first["C6"].number_format, first["D5"].number_format = "#,##0", "0.0%", "dd/mm/yyyy"
    hidden = book.create_sheet("Nháp")
    hidden["A1"], hidden.sheet_state = "nháp", "hidden"
    book.create_sheet("Ghi chú")["A1"] = "Số liệu tạm tính"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


SHOWN = """\
UBND TỈNH HÀ TĨNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

PHÂN BỔ CHỈ TIÊU NĂM 2031

| TT | Đơn vị | Chỉ tiêu | Hạn |
| 1 | Sở Nội vụ | 80.000 | 15/09/2031 |
| 2 |  | 95,5% |  |

Số liệu tạm tính
"""


def test_xlsx_is_shown_sheet_by_sheet() -> None:
    assert load(workbook()).text == SHOWN


@pytest.mark.slow
@pytest.mark.parametrize("target", ["xls", "ods"])
def test_other_formats_show_the_same(target: str) -> None:
    loaded = load(converted(workbook(), ".xlsx", target))
    assert (loaded.text, loaded.loader) == (SHOWN, {"xls": "xls", "ods": "xlsx"}[target])


def test_sheets_are_pages() -> None:
    pages = load(workbook()).pages
    assert [(page.number, SHOWN[page.start : page.end].split("\n")[0]) for page in pages.pages] == [
        (1, "UBND TỈNH HÀ TĨNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (3, "Số liệu tạm tính"),
    ]


def test_more_sheets_than_allowed() -> None:
    with pytest.raises(TooManyPagesError):
        load(workbook(), limits=Limits(pages=2))


def test_more_cells_than_allowed() -> None:
    with pytest.raises(TooManyCellsError):
        load(workbook(), limits=Limits(cells=20))
