"""Words are found whole, and the longest of them where several begin together."""

from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline.whole_words import any_whole_word
from extractor.patterns import compile_plain

WORDS = ["mục tiêu", "mục", "mục tiêu chung", "kết quả", "kết quả dự kiến", "quả", "đánh giá"]


@given(st.lists(st.sampled_from([*WORDS, " ", ", ", "x", "á", "1"]), max_size=12).map("".join))
def test_the_same_is_found_as_by_trying_word_after_word(text: str) -> None:
    longest_first = "|".join(sorted(WORDS, key=len, reverse=True))
    one_by_one = regex.compile(rf"(?<!\p{{L}})(?:{longest_first})(?!\p{{L}})")
    found = [match.span() for match in compile_plain(any_whole_word(WORDS)).finditer(text)]
    assert found == [match.span() for match in one_by_one.finditer(text)]
