"""Misreadings are found in a text over the code page, and mended where they stand as whole words."""

from __future__ import annotations

import pytest

from extractor.text.codepage import encoded
from extractor.text.misreadings import find_misreadings, glued_numbers, glued_words, with_misread_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Noi nhận", {"Noi nhận"}, id="at-the-start"),
        pytest.param("(só 3)", {"só"}, id="behind-a-sign"),
        pytest.param("☃só", {"só"}, id="behind-a-sign-that-is-not-on-the-page"),
        pytest.param("xã qui hoạch", {"qui hoạch"}, id="two-words"),
        pytest.param("mùasó", set(), id="inside-a-word"),
        pytest.param("số 3", set(), id="sound"),
    ],
)
def test_misreadings_begin_a_word(text: str, found: set[str]) -> None:
    assert find_misreadings(encoded(text)) == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("só sô sóng", "số số sóng", id="whole-words"),
        pytest.param("_só só1", "_só só1", id="not-beside-an-underscore-or-a-digit"),
    ],
)
def test_whole_words_are_mended(text: str, meant: str) -> None:
    assert with_misread_words(text, find_misreadings(encoded(text))) == meant


def test_glued_words_are_parted() -> None:
    text = "đã banhành"
    assert list(glued_words(text, find_misreadings(encoded(text)))) == [(3, 10, "ban hành")]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("số31, ngày5", [2, 10], id="behind-the-words"),
        pytest.param("hàngnăm2024", [], id="behind-what-ends-like-one"),
        pytest.param("số\u0663", [2], id="digits-that-are-not-on-the-page"),
        pytest.param("số 31", [], id="parted"),
    ],
)
def test_numbers_glued_to_a_word_are_found(text: str, places: list[int]) -> None:
    assert list(glued_numbers(text, encoded(text))) == places
