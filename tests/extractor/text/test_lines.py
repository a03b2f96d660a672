"""Lines know where they stand, how far in, and how much is blank above them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.text import split_lines


def test_a_line_is_what_is_visible_of_it() -> None:
    (line,) = split_lines("\n\t  I. MỤC ĐÍCH  \n")
    assert (line.text, line.start, line.end, line.indent) == ("I. MỤC ĐÍCH", 4, 15, 3)


def test_the_gap_counts_the_blank_lines_above() -> None:
    assert [line.gap for line in split_lines("một\nhai\n\nba\n \n\nbốn")] == [0, 0, 1, 2]


def test_lines_of_dos_are_lines() -> None:
    assert [line.text for line in split_lines("một\r\nhai\r\n")] == ["một", "hai"]


@given(st.text(alphabet="a b\n\t1.", max_size=60))
def test_lines_hold_every_visible_character(text: str) -> None:
    assert "".join("".join(line.text.split()) for line in split_lines(text)) == "".join(text.split())


@given(st.text(alphabet="a b\n\t1.", max_size=60))
def test_lines_stand_where_they_say(text: str) -> None:
    assert all(text[line.start : line.end] == line.text for line in split_lines(text))
