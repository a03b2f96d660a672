"""An offset map leads every stretch of a derived text back to the stretch that it was derived from."""

from __future__ import annotations

import pytest

from extractor.text import OffsetMap


def shortened() -> OffsetMap:
    """`abcXYdef` read as `abc_def`: three plain characters, two that became one, three plain ones."""
    offsets = OffsetMap()
    offsets.add(0, 0)
    offsets.add(3, 3, edited=True)
    offsets.add(4, 5)
    offsets.close(7, 8)
    return offsets


@pytest.mark.parametrize(
    ("span", "origin"),
    [
        pytest.param((0, 3), (0, 3), id="plain"),
        pytest.param((3, 4), (3, 5), id="edited-as-a-whole"),
        pytest.param((1, 6), (1, 7), id="across-the-edit"),
        pytest.param((2, 4), (2, 5), id="up-to-the-edit"),
        pytest.param((3, 5), (3, 6), id="from-the-edit"),
        pytest.param((0, 7), (0, 8), id="everything"),
    ],
)
def test_a_span_leads_back(span: tuple[int, int], origin: tuple[int, int]) -> None:
    assert shortened().span(*span) == origin


def test_many_characters_are_led_back_at_once() -> None:
    assert shortened().starts([0, 2, 3, 4, 6]) == [0, 2, 3, 5, 7]
