"""The forms in which text is searched and looked up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.store.folding import as_written, folded, has_marks, lookup_form, number_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("hoà giải", "hòa giải", id="tone in the old place"),
        pytest.param("THUỶ LỢI", "THỦY LỢI", id="capitals"),
        pytest.param("quý", "quý", id="u of qu"),
        pytest.param("hoàn toàn", "hoàn toàn", id="closed syllable"),
        pytest.param("Đ\u1eafk", "Đắk", id="composed"),
        pytest.param("ke\u0302\u0301", "kế", id="decomposed"),
        pytest.param("\u00d0ắk", "Đắk", id="eth for đ"),
        pytest.param("kế\u00ad hoạch\u200b", "kế hoạch", id="invisible"),
    ],
)
def test_as_written(text: str, form: str) -> None:
    assert as_written(text) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("Đắk Lắk", "Dak Lak", id="place"),
        pytest.param("đảng", "dang", id="small đ"),
        pytest.param("Nguyễn Thị Thuỷ", "Nguyen Thi Thuy", id="name"),
    ],
)
def test_folded(text: str, form: str) -> None:
    assert folded(text) == form


@pytest.mark.parametrize(("word", "answer"), [("dang", False), ("đang", True), ("đảng", True), ("2024", False)])
def test_has_marks(word: str, answer: bool) -> None:
    assert has_marks(word) is answer


@pytest.mark.parametrize("typed", ["49-KH/TU", "49-kh/tu", "049 - KH / TU", "49–KH/TU", "49-Kh/Tu"])
def test_number_form(typed: str) -> None:
    assert number_form(typed) == "49-kh/tu"


def test_lookup_form() -> None:
    assert lookup_form("Sở Văn hoá, Thể thao – Du lịch") == "so van hoa the thao du lich"


@given(st.text())
def test_forms_are_stable(text: str) -> None:
    assert as_written(as_written(text)) == as_written(text)
    assert folded(folded(text)) == folded(text)


@given(st.text(st.sampled_from("aăâeêioơuưyđbhknqt\u0300\u0301\u0303\u0309\u0323 ")))
def test_how_letters_are_composed_does_not_matter(text: str) -> None:
    assert as_written(unicodedata.normalize("NFD", text)) == as_written(unicodedata.normalize("NFC", text))
