"""PDF with text, as it comes from word processors: what is loaded is what a reader sees."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from corpus.errors import TimedOutError
from corpus.files import Limits, WarningCode, load
from tests.corpus.files.papers import DIRECTIVE, by_hand, needs_font, pdf


@pytest.fixture(autouse=True)
def _font() -> None:
    needs_font()


def test_a_directive_is_read_in_reading_order() -> None:
    assert load(pdf(DIRECTIVE)).text == (
        "ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nSông Lam, ngày 05 tháng 3 năm 2031\n"
        "KẾ HOẠCH\nTổ chức hội nghị chuyển đổi số\n\n"
        "Thực hiện Quyết định số 45/QĐ-UBND ngày 12/01/2031 của Ủy ban nhân dân tỉnh về chuyển đổi số, "
        "Ủy ban nhân dân tỉnh xây dựng kế hoạch tổ chức hội nghị như sau:\n\n"
        "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Các đơn vị báo cáo kết quả trước ngày 15/9/2031."
    )


def test_facts_of_a_loaded_file() -> None:
    loaded = load(pdf(DIRECTIVE))
    assert (loaded.media_type, loaded.loader, loaded.ocr, loaded.warnings) == ("application/pdf", "pdf", False, ())


def test_pages_and_their_numbers_are_in_the_map() -> None:
    text = "Nội dung của trang này."
    loaded = load(pdf(*([(300, 40, 11, str(number)), (85, 100, 13, text)] for number in (1, 2, 3))))
    pages = loaded.pages.pages
    assert [(page.number, page.header, loaded.text[page.start : page.end]) for page in pages] == [
        (1, "1", text),
        (2, "2", text),
        (3, "3", text),
    ]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_read_as_the_text_stands(turned: int) -> None:
    assert load(pdf(DIRECTIVE, turned=turned)).text == load(pdf(DIRECTIVE)).text


def test_a_password_for_changes_only_does_not_keep_from_reading() -> None:
    assert "KẾ HOẠCH" in load(pdf(DIRECTIVE, password="")).text


@pytest.mark.parametrize(
    ("font", "stored", "read"),
    [
        pytest.param(b"/ABCDEF+.VnTime", "KÕ ho¹ch tæ chøc héi nghÞ", "Kế hoạch tổ chức hội nghị", id="tcvn3"),
        pytest.param(b"/.VnTimeH", "KÕ ho¹ch tæ chøc héi nghÞ", "KẾ HOẠCH TỔ CHỨC HỘI NGHỊ", id="tcvn3 capitals"),
        pytest.param(b"/VNI-Times", "Keá hoaïch toå chöùc hoäi nghò", "Kế hoạch tổ chức hội nghị", id="vni"),
    ],
)
def test_old_fonts_tell_their_encoding(font: bytes, stored: str, read: str) -> None:
    shown = b"BT /F 13 Tf 72 700 Td (%s) Tj ET" % stored.encode("cp1252")
    loaded = load(by_hand(shown, font=font))
    assert loaded.text == read
    assert [warning.code for warning in loaded.warnings] == [WarningCode.CONVERTED_ENCODING]


def test_what_is_attached_linked_or_to_be_run_stays_where_it_is() -> None:
    active = by_hand(
        b"BT /F 12 Tf 72 700 Td (Xin chao) Tj ET",
        b"<</Type/Action/S/Launch/F(/bin/sh)>>",
        b"<</Type/Action/S/JavaScript/JS(app.launchURL\\('http://localhost/'\\))>>",
    ).replace(b"/Type/Catalog", b"/Type/Catalog/OpenAction 6 0 R/AA<</O 7 0 R>>")
    assert load(active).text == "Xin chao"


def test_a_damaged_page_is_left_out_and_named() -> None:
    whole = by_hand(b"BT /F 12 Tf 72 700 Td (Xin chao) Tj ET", kids=b"3 0 R 99 0 R").replace(b"/Count 1", b"/Count 2")
    loaded = load(whole)
    assert loaded.text == "Xin chao"
    assert [(warning.code, warning.page) for warning in loaded.warnings] == [(WarningCode.DAMAGED_PART, 2)]


def test_files_are_read_side_by_side() -> None:
    files = [pdf([(85, 100, 13, f"Tài liệu số {number}.")]) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        texts = [loaded.text for loaded in pool.map(load, files * 3)]
    assert texts == [f"Tài liệu số {number}." for number in range(4)] * 3


def test_the_process_that_reads_outlives_a_file_that_stops_it() -> None:
    heavy = by_hand(b"0 0 m 9 9 l S " * 2_000_000 + b"BT /F 12 Tf 72 700 Td (Xin chao) Tj ET")
    with pytest.raises(TimedOutError):
        load(heavy, limits=Limits(seconds=0.2))
    assert "KẾ HOẠCH" in load(pdf(DIRECTIVE)).text
