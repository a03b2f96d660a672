"""Strips stand where they say, cell by cell, and the phrases on a page lead to those that hold them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.outline.anchors import Anchor, find_anchors
from extractor.outline.cells import cells
from extractor.outline.strips import Strips
from extractor.text import split_lines


def strips_of(page: str) -> Strips:
    return cells(page, split_lines(page))


def test_a_line_is_one_strip() -> None:
    strips = strips_of("Kế hoạch\n\n  Căn cứ")
    assert [(strip.text, strip.start, strip.indent, strip.gap) for strip in strips] == [
        ("Kế hoạch", 0, 0, 0),
        ("Căn cứ", 12, 2, 1),
    ]


def test_bars_part_cells() -> None:
    strips = strips_of("|Việc  |Đơn vị |\n||\n\n|Rà soát|")
    assert [(strip.text, strip.line, strip.column, strip.gap) for strip in strips] == [
        ("Việc", 0, 2, 0),
        ("Đơn vị", 0, 3, 0),
        ("Rà soát", 2, 2, 1),
    ]


def test_dirt_before_a_line_is_a_strip_of_its_own() -> None:
    assert [(strip.text, strip.dirt) for strip in strips_of("`. 2. Rà soát")] == [("`.", True), ("2. Rà soát", False)]


@given(st.text(alphabet="ab1. |\t\n-_`", max_size=80))
def test_strips_hold_what_the_page_has_there(page: str) -> None:
    assert all(page[strip.start : strip.end] == strip.text for strip in strips_of(page))


@pytest.mark.parametrize(
    ("within", "found"),
    [
        pytest.param(range(4), [0, 2, 3], id="everywhere"),
        pytest.param(range(1, 3), [2], id="in a stretch"),
        pytest.param(range(1, 2), [], id="nowhere"),
    ],
)
def test_strips_that_hold_a_phrase(within: range, found: list[int]) -> None:
    strips = strips_of("chủ trì, chủ trì\nphối hợp\nai chủ trì\n…… …")
    assert strips.holding("chủ trì", "…", within=within) == found


def test_anchors_tell_the_strips_that_hold_them() -> None:
    anchors = find_anchors(
        strips_of("KT. CỘNG HÒA, CỘNG HÒA\nNơi nhận:\n- Như trên\n  Trang 2\n1 CÔNG BÁO\nPhụ lục\nNgười ký: A")
    )
    assert {anchor: places for anchor, places in anchors.items() if places} == {
        Anchor.NATIONAL_TITLE: [0],
        Anchor.RECIPIENTS: [1],
        Anchor.FIRST_RECIPIENT: [2],
        Anchor.AUTHORITY: [0],
        Anchor.RUNNING_HEAD: [3, 4],
        Anchor.ANNEX: [5],
        Anchor.STAMP: [6],
    }


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("|PHỤ LỤC|", id="in a cell"),
        pytest.param("`. PHỤ LỤC", id="behind dirt"),
        pytest.param("PHỤ LỤC", id="at the top"),
        pytest.param("\n   PHỤ LỤC", id="behind white space"),
    ],
)
def test_phrases_that_begin_a_strip_are_anchors_wherever_it_begins(page: str) -> None:
    strips = strips_of(page)
    assert find_anchors(strips)[Anchor.ANNEX] == [strips.texts.index("PHỤ LỤC")]


def test_occurrences_are_counted_within_a_stretch() -> None:
    strips = strips_of("chủ trì, chủ trì\nphối hợp\nai chủ trì")
    assert [strips.occurrences("chủ trì", "…", within=within) for within in (range(3), range(1, 3))] == [3, 1]
