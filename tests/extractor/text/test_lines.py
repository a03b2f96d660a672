"""Lines know where they stand, how far in, and how much is blank above them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.text import split_lines


def test_a_line_is_what_is_visible_of_it() -> None:
    lines = split_lines("\n\t  I. MỤC ĐÍCH  \n")
    assert (lines.texts, lines.starts, lines.indents) == (["I. MỤC ĐÍCH"], [4], [3])


def test_the_gap_counts_the_blank_lines_above() -> None:
    assert split_lines("\nmột\nhai\n\nba\n \n\nbốn").gaps == [0, 0, 1, 2]


def test_lines_of_dos_are_lines() -> None:
    assert split_lines("một\r\nhai\r\n").texts == ["một", "hai"]


@given(st.text(alphabet="a b\n\t1.", max_size=60))
def test_lines_hold_every_visible_character(text: str) -> None:
    assert "".join("".join(line.split()) for line in split_lines(text).texts) == "".join(text.split())


@given(st.text(alphabet="a b\n\t1.", max_size=60))
def test_lines_stand_where_they_say(text: str) -> None:
    lines = split_lines(text)
    assert all(text.startswith(line, start) for line, start in zip(lines.texts, lines.starts, strict=True))
