"""Numbers of documents: which shapes are one, what they are worth, what is left alone."""

from __future__ import annotations

import pytest

from extractor.find.symbols import canonical_symbol, doc_type_of, read_number, scan_blanks, scan_numbers

KEYS = [
    # the party
    ("số 01-KL/TW", "01-KL/TW"),
    ("Số 124-QĐ/TW", "124-QĐ/TW"),
    ("số 47-HD/BTGTU", "47-HD/BTGTU"),
    ("11-CTr/TU", "11-CTr/TU"),
    ("01-Ctr/TU", "01-CTr/TU"),
    ("5-NQ/TU", "05-NQ/TU"),
    ("02-NQ/TƯ", "02-NQ/TW"),
    ("05/CT-TW", "05-CT/TW"),
    ("số 195- KH/TU", "195-KH/TU"),
    ("367 - QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP"),
    ("1836 QĐ/TWĐTN", "1836-QĐ/TWĐTN"),
    ("66-\nNQ/TW", "66-NQ/TW"),
    # the state
    ("49/2021/NĐ-CP", "49/2021/NĐ-CP"),
    ("49/2021/NĐ-C P", "49/2021/NĐ-CP"),
    ("63/ND-CP", "63/NĐ-CP"),
    ("1129/QĐ-TTg", "1129/QĐ-TTg"),
    ("1129/QĐ-TTG", "1129/QĐ-TTg"),
    ("1129/QD-TTg", "1129/QĐ-TTg"),
    ("85/2015/QH13", "85/2015/QH13"),
    ("43/2013/QH 13", "43/2013/QH13"),
    ("101/2025/UBTVQH15", "101/2025/UBTVQH15"),
    ("02/2009/TT-BYT", "02/2009/TT-BYT"),
    ("02/2009/TT- BYT", "02/2009/TT-BYT"),
    ("02:2009/TT-BYT", "02/2009/TT-BYT"),
    ("91-2000/NĐ-CP", "91/2000/NĐ-CP"),
    ("06/2008/TTLT-BTTTT-BCA", "06/2008/TTLT-BTTTT-BCA"),
    ("12/2015/TT-BGD&ĐT", "12/2015/TT-BGD&ĐT"),
    ("278/STTTT-BCVT", "278/STTTT-BCVT"),
    ("9484/BTP-VP", "9484/BTP-VP"),
    ("12a/KH-UBND", "12a/KH-UBND"),
    ("12/KH-ƯBND", "12/KH-UBND"),
    ("66.15/2026/NQ-CP", "66.15/2026/NQ-CP"),
    ("200-CP", "200-CP"),
    # unions and mass organisations
    ("26/KH-LĐLĐ", "26/KH-LĐLĐ"),
    ("300/TLĐ-ToC", "300/TLĐ-ToC"),
    ("123/KH-BCĐ389", "123/KH-BCĐ389"),
    ("02/HD-TLĐ", "02/HD-TLĐ"),
    ("13/HD-MTTQ-BTT", "13/HD-MTTQ-BTT"),
    # figures and letters that scanners confuse
    ("số O1-KL/TW", "01-KL/TW"),
    ("số l236/HD-UBND", "1236/HD-UBND"),
    ("số 2l/CT-UBND", "21/CT-UBND"),
    # a word that is glued to the symbol, or comes after it
    ("02/2009/TT-BYTtại địa bàn", "02/2009/TT-BYT"),
    ("12/KH-UBND-Sở Nội vụ", "12/KH-UBND"),
    ("12/KH-UBND - Sở Nội vụ", "12/KH-UBND"),
    ("195-KH/TU, ngày 19", "195-KH/TU"),
    # a word after the mark makes no number, and hides none
    ("Số 280/Ngày 12-NQ/TW", "12-NQ/TW"),
    ("2- Mục tiêu của 12-NQ/TW", "12-NQ/TW"),
    ("số 12/Ubnd-VX", "12/UBND-VX"),
    # the figure of a footnote is no part of the symbol; the number of a legislature or of a unit is
    ("57-NQ/TW1", "57-NQ/TW"),
    ("140/NQ-CP2", "140/NQ-CP"),
    ("12-CTr/BCĐ3", "12-CTr/BCĐ"),
    ("31/2024/QH15", "31/2024/QH15"),
    ("12/KH-C06", "12/KH-C06"),
]


@pytest.mark.parametrize(("printed", "key"), KEYS, ids=[printed for printed, _ in KEYS])
def test_a_number_has_its_key(printed: str, key: str) -> None:
    number = read_number(printed)
    assert number is not None
    assert number.key == key


@pytest.mark.parametrize(
    "printed",
    [
        "1/3 cán bộ",
        "24/7",
        "ngày 12/10/2020 - TP",
        "100 USD/người",
        "60 km/h",
        "quý I/2024",
        "01/2024/",
        "3.2 MW",
        "- KH/TU",
        "",
    ],
)
def test_what_merely_looks_like_a_number_is_left_alone(printed: str) -> None:
    assert read_number(printed) is None


def test_a_number_is_taken_apart() -> None:
    number = read_number("Nghị định số 49/2021/NĐ-CP")
    assert number is not None
    assert (number.serial, number.year, number.symbol) == (49, 2021, "NĐ-CP")


def test_a_suffixed_serial_keeps_its_figure() -> None:
    number = read_number("số 12a/KH-UBND")
    assert number is not None
    assert number.serial == 12


def test_numbers_are_found_in_order_with_their_places() -> None:
    text = "Kế hoạch số 7/KH-UBND và 12-NQ/TU"
    assert [text[number.start : number.end] for number in scan_numbers(text)] == ["7/KH-UBND", "12-NQ/TU"]


KINDS = [
    ("KH/TU", "ke_hoach"),
    ("NĐ-CP", "nghi_dinh"),
    ("QĐ/TW", "quyet_dinh"),
    ("TTLT-BTTTT-BCA", "thong_tu_lien_tich"),
    ("NQLT-UBTVQH15-CP", "nghi_quyet"),
    ("CTr-BCH", "chuong_trinh"),
    ("TT-BYT", "thong_tu"),
    ("TT/TU", "thong_tri"),
    ("BTP-VP", "cong_van"),
    ("CV/VPTW", "cong_van"),
    ("QH15", None),
    ("UBTVQH15", None),
    ("CP", None),
]


@pytest.mark.parametrize(("symbol", "kind"), KINDS, ids=[symbol for symbol, _ in KINDS])
def test_a_symbol_tells_the_kind_of_document(symbol: str, kind: str | None) -> None:
    assert doc_type_of(symbol) == kind


@pytest.mark.parametrize(
    ("printed", "official"),
    [("Ctr/TU", "CTr/TU"), ("QĐ-TTG", "QĐ-TTg"), ("QĐ – UBND".replace("–", "-"), "QĐ-UBND"), ("ttr-ubnd", "TTr-UBND")],
)
def test_a_symbol_has_an_official_case(printed: str, official: str) -> None:
    assert canonical_symbol(printed) == official


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("số ……/KH-UBND", "KH-UBND"),
        ("số - CT/ĐU", "CT/ĐU"),
        ("số .....- NQ/ĐU", "NQ/ĐU"),
        ("số xx/2024/NQ-HĐND", "NQ-HĐND"),
    ],
)
def test_a_number_may_still_be_blank(printed: str, symbol: str) -> None:
    assert [found for *_, found in scan_blanks(printed)] == [symbol]


def test_a_number_that_is_filled_in_is_no_blank() -> None:
    assert list(scan_blanks("số 12/KH-UBND")) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        pytest.param("7 / 2021 / NĐ -CP", ["07/2021/NĐ-CP"], id="a space on both sides of every mark"),
        pytest.param("66.15 /2O21/NĐ-CP", ["66.15/2021/NĐ-CP"], id="a part, and a letter for a zero"),
        pytest.param("12345bis-NQ/TW", ["12345bis-NQ/TW"], id="the longest serial with a suffix"),
        pytest.param("12 QĐ/TW", ["12-QĐ/TW"], id="no mark of its own"),
        pytest.param("số lO-NQ/TW", ["10-NQ/TW"], id="letters for all figures"),
        pytest.param("01-KH/TU;2-KH/TU", ["01-KH/TU", "02-KH/TU"], id="one right after another"),
        pytest.param("5/6/2021 - Hà Nội, km/h, và/hoặc, 5.000 đồng/Người", [], id="slashes and dashes of other things"),
    ],
)
def test_numbers_are_found_however_they_are_spaced(text: str, keys: list[str]) -> None:
    assert [number.key for number in scan_numbers(text)] == keys
