from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline.cells import cells
from extractor.outline.markers import find_markers
from extractor.outline.numbering import Family, follows, read_marker
from extractor.text import split_lines


@pytest.mark.parametrize(
    ("line", "family", "printed", "words"),
    [
        pytest.param("Phần thứ hai", Family.PART, "Phần thứ hai", "", id="part by ordinal word"),
        pytest.param("PHẦN II: NHIỆM VỤ", Family.PART, "PHẦN II", "NHIỆM VỤ", id="part by roman numeral"),
        pytest.param("Chương IV", Family.CHAPTER, "Chương IV", "", id="chapter alone on its line"),
        pytest.param("Mục 2. Quyền hạn", Family.SECTION, "Mục 2", "Quyền hạn", id="section of a chapter"),
        pytest.param("Điều 7. Hiệu lực", Family.ARTICLE, "Điều 7", "Hiệu lực", id="article"),
        pytest.param("Điều 7a. Bổ sung", Family.ARTICLE, "Điều 7a", "Bổ sung", id="inserted article"),
        pytest.param("A. PHẦN CHUNG", Family.CAPITAL, "A", "PHẦN CHUNG", id="capital letter"),
        pytest.param("III. TỔ CHỨC", Family.ROMAN, "III", "TỔ CHỨC", id="roman numeral"),
        pytest.param("III- TỔ CHỨC", Family.ROMAN, "III", "TỔ CHỨC", id="roman numeral with the party's dash"),
        pytest.param(
            "III TỔ CHỨC THỰC HIỆN", Family.ROMAN, "III", "TỔ CHỨC THỰC HIỆN", id="roman numeral without stop"
        ),
        pytest.param("1. A. NHIỆM VỤ", Family.CAPITAL, "A", "NHIỆM VỤ", id="a marker that a web page has numbered"),
        pytest.param("12. Giao Sở Y tế", Family.NUMBER, "12", "Giao Sở Y tế", id="number"),
        pytest.param("2/ Về kinh phí", Family.NUMBER, "2", "Về kinh phí", id="number with a stroke"),
        pytest.param("3.Sở Y tế", Family.NUMBER, "3", "Sở Y tế", id="number without a space"),
        pytest.param("2.1- Phấn đấu", Family.DOTTED, "2.1", "Phấn đấu", id="dotted number with a dash"),
        pytest.param("2.1 Ban hành", Family.DOTTED, "2.1", "Ban hành", id="dotted number without stop"),
        pytest.param("1.2.3. Rà soát", Family.DOTTED, "1.2.3", "Rà soát", id="three levels"),
        pytest.param("đ) kiểm tra", Family.LETTER, "đ", "kiểm tra", id="letter"),
        pytest.param("a. Hình thức", Family.LETTER, "a", "Hình thức", id="letter with a full stop"),
        pytest.param("(2) Ùn tắc", Family.ENCLOSED, "2", "Ùn tắc", id="number in brackets"),
        pytest.param("2) Ùn tắc", Family.ENCLOSED, "2", "Ùn tắc", id="number with one bracket"),
        pytest.param("ii) báo cáo", Family.LOWER_ROMAN, "ii", "báo cáo", id="small roman numeral"),
        pytest.param("- Kiểm tra", Family.BULLET, "-", "Kiểm tra", id="dash"),
        pytest.param("-Kiểm tra", Family.BULLET, "-", "Kiểm tra", id="dash without a space"),
        pytest.param("- + Kiểm tra", Family.BULLET, "+", "Kiểm tra", id="bullet within a bullet"),
        pytest.param("~ Kiểm tra", Family.BULLET, "-", "Kiểm tra", id="dash read as a tilde"),
        pytest.param("■ Kiểm tra", Family.BULLET, "•", "Kiểm tra", id="any glyph is a bullet"),
        pytest.param(". 2. Kiểm tra", Family.NUMBER, "2", "Kiểm tra", id="a speck before it"),
        pytest.param("4, Rà soát", Family.NUMBER, "4", "Rà soát", id="a full stop read with a tail"),
        pytest.param("IY. KINH PHÍ", Family.ROMAN, "IV", "KINH PHÍ", id="V read as Y"),
        pytest.param("IH. KINH PHÍ", Family.ROMAN, "III", "KINH PHÍ", id="two strokes read as H"),
        pytest.param("HH. KINH PHÍ", Family.ROMAN, "II", "KINH PHÍ", id="each stroke read as H"),
        pytest.param("TII. KINH PHÍ", Family.ROMAN, "III", "KINH PHÍ", id="a stroke read as T"),
        pytest.param("lV. KINH PHÍ", Family.ROMAN, "IV", "KINH PHÍ", id="a stroke read as l"),
        pytest.param("§. Rà soát", Family.NUMBER, "8", "Rà soát", id="8 read as a section sign"),
        pytest.param("©) Rà soát", Family.LETTER, "c", "Rà soát", id="c read as a copyright sign"),
    ],
)
def test_markers_are_read_as_printed(line: str, family: Family, printed: str, words: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.family, marker.printed, line[marker.end :]) == (family, printed, words)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("2, Điều 9 của Luật", id="a provision that a line goes on with"),
        pytest.param("TT. Phú Lộc", id="an abbreviation"),
        pytest.param("10.000 đồng cho mỗi suất", id="amount"),
        pytest.param("30/4 và 01/5", id="date"),
        pytest.param("8h00 ngày thứ hai", id="time"),
        pytest.param("2,5 triệu đồng", id="decimal fraction"),
        pytest.param("đ/c Chủ tịch", id="abbreviation of comrade"),
        pytest.param("Mục tiêu chung", id="objective, not section"),
        pytest.param("Phần mềm quản lý", id="software, not part"),
        pytest.param("2024 và các năm tiếp theo", id="year"),
        pytest.param("-----", id="rule"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_merely_looks_like_a_marker_is_none(line: str) -> None:
    assert read_marker(line) is None


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("d) một", "đ) hai", True, id="the Vietnamese alphabet"),
        pytest.param("d) một", "e) hai", True, id="the Latin alphabet"),
        pytest.param("c) một", "e) hai", False, id="a letter left out"),
        pytest.param("1.9. Một", "1.10. Hai", True, id="the last number counts"),
        pytest.param("1.2. Một", "2.3. Hai", False, id="another unit's parts"),
        pytest.param("IX. MỘT", "X. HAI", True, id="roman numerals"),
        pytest.param("- một", "- hai", False, id="bullets have no order"),
    ],
)
def test_sequences(before: str, after: str, expected: bool) -> None:
    first, second = read_marker(before), read_marker(after)
    assert first is not None
    assert second is not None
    assert follows(first, second) is expected


@pytest.mark.parametrize("line", ["\U000116d0. Một", "1.\U000116d0 Một", "Điều \U000116d0. Một"])
def test_a_digit_of_another_script_numbers_nothing(line: str) -> None:
    assert read_marker(line) is None


_SIGNS = "IVXHTAl123a-đ.,:)(-+•/§_ \n"
_WORDS = [
    "Điều ",
    "Phần ",
    "Chương ",
    "Tiểu mục ",
    "Giao ",
    "KẾ HOẠCH",
    "các ",
    "Iv",
    "IX",
    "1. ",
    "2.1. ",
    "b) ",
    "- ",
]
_SPACES = ["\t", " | "]


@given(st.lists(st.sampled_from([*_SIGNS, *_WORDS, *_SPACES]), max_size=40).map("".join))
def test_the_markers_of_a_page_are_those_of_its_lines(page: str) -> None:
    strips = cells(page, split_lines(page))
    found = find_markers(strips)
    for place, (text, column, dirt) in enumerate(zip(strips.texts, strips.columns, strips.dirt, strict=True)):
        if not (column or dirt):
            assert found[place] == read_marker(text)
