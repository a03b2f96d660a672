"""Columns and bars."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from corpus.web.pictures import Bar, Column, bar, columns

SVG = "{http://www.w3.org/2000/svg}"
ATTACK = "</title><script>alert(1)</script>\" onload='alert(2)' \x00\x1b\u202e&"


def drawn(*made: Column) -> ET.Element:
    return ET.fromstring(columns(made, "Tên", "Mô tả", id_="x"))


def heights(root: ET.Element) -> list[float]:
    return [float(part.get("height", "")) for part in root.iter(f"{SVG}rect") if "col" in part.get("class", "").split()]


@given(st.lists(st.integers(0, 10**9), max_size=40))
def test_heights_are_in_proportion(values: list[int]) -> None:
    root = drawn(*(Column("", "", [Bar("", value)]) for value in values))
    most = max(values, default=0)
    for value, height in zip(values, heights(root), strict=True):
        assert height == pytest.approx(max(142 * value / most, 1) if value else 0, abs=0.01)


def test_parts_stand_on_each_other() -> None:
    root = drawn(Column("", "", [Bar("a", 1), Bar("b", 3)]))
    lower, upper = [part for part in root.iter(f"{SVG}rect") if "col" in part.get("class", "").split()]
    assert float(upper.get("y", "")) + float(upper.get("height", "")) == pytest.approx(float(lower.get("y", "")))
    assert heights(root)[1] == pytest.approx(3 * heights(root)[0], abs=0.01)


def test_columns_do_not_overlap() -> None:
    root = drawn(*(Column(str(number), "", [Bar("", number)]) for number in range(1, 31)))
    places = [
        (float(part.get("x", "")[:-1]), float(part.get("width", "")[:-1]))
        for part in root.iter(f"{SVG}rect")
        if "col" in part.get("class", "").split()
    ]
    assert all(x + width < after for (x, width), (after, _) in pairwise(places))


def test_a_picture_has_a_name_and_a_description() -> None:
    root = drawn(Column("2031", "2031: 4", [Bar("", 4)]))
    named = {part.get("id"): part.text for part in root if part.get("id")}
    assert named == {root.get("aria-labelledby"): "Tên", root.get("aria-describedby"): "Mô tả"}


def test_a_column_that_leads_somewhere_is_a_link_with_a_name() -> None:
    (link,) = drawn(Column("2031", "2031: 4", [Bar("", 4)], href="/library?year=2031&q=a")).iter(f"{SVG}a")
    assert (link.get("href"), link.get("aria-label")) == ("/library?year=2031&q=a", "2031: 4")


def test_text_is_escaped_and_well_formed() -> None:
    root = drawn(Column(ATTACK, ATTACK, [Bar("", 1)], amount=ATTACK, href=f"/x?{ATTACK}"))
    assert [part.tag for part in root.iter() if "script" in part.tag] == []
    assert [name for part in root.iter() for name in part.attrib if name.startswith("on")] == []


@pytest.mark.parametrize(("value", "most", "width"), [(0, 0, "0%"), (0, 9, "0%"), (3, 9, "33.333%"), (12, 9, "100%")])
def test_a_bar_fills_its_share(value: int, most: int, width: str) -> None:
    made = bar(value, most)
    assert isinstance(made, Markup)
    assert ET.fromstring(made)[0].get("width") == width
