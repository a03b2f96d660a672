"""A text over the code page has a byte for each character: what is found in the one stands there in the other."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.codepage import UNKNOWN, byte_classes, encoded, strangers

LETTERS = [
    unicodedata.normalize("NFC", case(vowel + tone))
    for vowel, tone, case in product("aăâeêioôơuưy", ("", *"\u0300\u0301\u0303\u0309\u0323"), (str.lower, str.upper))
]


@given(st.text())
def test_every_character_has_one_byte(text: str) -> None:
    assert len(encoded(text)) == len(text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_stays(text: str) -> None:
    assert encoded(text) == text.encode("ascii")


def test_every_vietnamese_letter_has_a_byte_of_its_own() -> None:
    page = encoded("".join(LETTERS) + "đĐ")
    assert len(set(page)) == len(page)


@given(st.text(alphabet="aệ?☃\u0301Ω ", max_size=20))
def test_strangers_are_what_the_page_has_not(text: str) -> None:
    assert strangers(text, encoded(text)) == {char for char in text if encoded(char) == UNKNOWN} - {"?"}


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        pytest.param("Số 3", b"xx 1", id="known"),
        pytest.param("Ω?", b"??", id="unknown-as-a-question-mark"),
        pytest.param("", b"", id="empty"),
    ],
)
def test_bytes_are_put_into_classes(text: str, classes: bytes) -> None:
    table = byte_classes(lambda char: "x" if char.isalpha() else "1" if char.isdigit() else char)
    assert encoded(text).translate(table) == classes
