"""Small letters in the place of capitals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.text import lowered


def test_vietnamese_capitals_become_small() -> None:
    assert lowered("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK") == "ủy ban nhân dân tỉnh đắk lắk"


def test_a_capital_whose_small_letter_is_two_characters_stays() -> None:
    assert lowered("İ ĐÔNG") == "İ đông"


@given(st.text())
def test_no_character_moves(text: str) -> None:
    assert len(lowered(text)) == len(text)
