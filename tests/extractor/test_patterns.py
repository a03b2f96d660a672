"""Patterns of the standard library's engine: a property of letters means in them what it means in `regex`."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.patterns import compile_plain

_LETTERS = st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x400, max_codepoint=0x45F)
_TEXTS = st.text(_LETTERS | st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF))
_PATTERNS = [
    r"\p{L}+",
    r"\p{Lu}\p{Ll}*",
    r"[\p{Lu}&]+",
    r"[^\p{Ll}]+",
    r"(?<!\p{L})[\p{L}-]{2,}",
    r"\[\p{Ll}?\]?",
    r"[\]\p{Lu}]\\?",
]


@pytest.mark.parametrize("pattern", _PATTERNS)
@given(text=_TEXTS)
def test_letters_are_those_of_regex(pattern: str, text: str) -> None:
    text = "".join(letter for letter in text if not letter.isnumeric() or letter.isdecimal())
    assert [match.span() for match in compile_plain(pattern).finditer(text)] == [
        match.span() for match in regex.finditer(pattern, text)
    ]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        pytest.param("thựcx", False, id="a letter follows"),
        pytest.param("thực2", False, id="a digit follows"),
        pytest.param("thực,", True, id="a comma follows"),
        pytest.param("thực_", True, id="an underscore is no letter"),
    ],
)
def test_a_word_ends_before_what_is_neither_letter_nor_digit(text: str, matches: bool) -> None:
    assert (compile_plain(r"thực(?![\p{L}\d])").match(text) is not None) is matches


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(r"(?:ab?c)++", "aca", id="the last round fails half way"),
        pytest.param(r"(?:ab?c)*+a", "acaba", id="what follows stands in the repeat too"),
        pytest.param(r"(?:a(?:bc?)?+d)++", "adabcdab", id="one in another"),
        pytest.param(r"(?:ab){1,2}+", "abababa", id="counted"),
        pytest.param(r"(?:[)(]b?\)){0,2}+.", "()))b)(", id="brackets that are letters"),
    ],
)
def test_a_possessive_repeat_of_a_group_matches_as_regex_matches_it(pattern: str, text: str) -> None:
    assert [match.span() for match in compile_plain(pattern).finditer(text)] == [
        match.span() for match in regex.finditer(pattern, text)
    ]
