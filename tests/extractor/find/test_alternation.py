"""Words of the lexicon as patterns: they find what a plain alternation finds, the longest word first."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.find.alternation import any_of, any_of_backwards, any_word_of

_TEXTS = st.text("ab .", max_size=20)
_WORDS = st.sets(st.text("ab .", min_size=1, max_size=5), min_size=1, max_size=8)


def _plain(words: set[str]) -> str:
    return f"(?:{'|'.join(map(regex.escape, sorted(words, key=len, reverse=True)))})"


def _spans(pattern: str, text: str) -> list[tuple[int, int]]:
    return [match.span() for match in regex.finditer(pattern, text)]


@given(words=_WORDS, text=_TEXTS)
def test_any_of_finds_what_a_plain_alternation_finds(words: set[str], text: str) -> None:
    assert _spans(any_of(words), text) == _spans(_plain(words), text)


@given(words=_WORDS, text=_TEXTS)
def test_any_of_gives_a_shorter_word_where_the_longer_one_cannot_go_on(words: set[str], text: str) -> None:
    assert _spans(f"{any_of(words)}(?!a)", text) == _spans(f"{_plain(words)}(?!a)", text)


@given(words=_WORDS, text=_TEXTS)
def test_any_of_backwards_finds_what_a_plain_alternation_finds(words: set[str], text: str) -> None:
    assert _spans(f"(?r){any_of_backwards(words)}", text) == _spans(f"(?r){_plain(words)}", text)


def test_a_word_ends_where_no_letter_or_digit_follows() -> None:
    assert [match.group() for match in regex.finditer(any_word_of(["năm", "năm học"]), "năm học, năm2, nămm, năm")] == [
        "năm học",
        "năm",
    ]


def test_no_words_match_nothing_more_than_the_empty_string() -> None:
    assert _spans(any_of([]), "a") == [(0, 0), (1, 1)]
