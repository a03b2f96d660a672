"""The graph of who carries out what."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web.pictures import GraphEdge, GraphNode, graph, graph_file

SVG = "{http://www.w3.org/2000/svg}"
ATTACK = "</title><script>alert(1)</script>\" onload='alert(2)' \x00\x1b\u202e&"


def node(name: str, kind: str = "") -> GraphNode:
    return GraphNode(name, name, f"về {name}", f"{name}, về {name}", f"/citations?ref={name}", kind)


def boxes(root: ET.Element) -> dict[str, tuple[float, float, float, float]]:
    """Each box by the first line of its text."""
    found = {}
    for part in root.iter():
        if "node" in part.get("class", "").split():
            rect = next(part.iter(f"{SVG}rect"))
            label = next(text for text in part.iter(f"{SVG}text"))
            place = [float(rect.get(name, "")) for name in ("x", "y", "width", "height")]
            found[str(label.text)] = (place[0], place[1], place[2], place[3])
    return found


LEVELS = [[node("a")], [node("b"), node("c", "centre")], [node("d")]]
EDGES = [
    GraphEdge("a", "b", "thuc_hien", "Thực hiện"),
    GraphEdge("a", "c", "can_cu", "Căn cứ"),
    GraphEdge("c", "d", "x", ""),
]


def drawn() -> ET.Element:
    return ET.fromstring(graph(LEVELS, EDGES, "Tên", "Mô tả", id_="g"))


def test_every_box_is_a_link_with_a_name() -> None:
    links = [(link.get("href"), link.get("aria-label")) for link in drawn().iter(f"{SVG}a")]
    assert sorted(links) == [(f"/citations?ref={name}", f"{name}, về {name}") for name in "abcd"]


def test_the_centre_is_said() -> None:
    assert [link.get("href") for link in drawn().iter(f"{SVG}a") if link.get("aria-current")] == ["/citations?ref=c"]


def test_levels_go_from_left_to_right() -> None:
    places = boxes(drawn())
    assert places["a"][0] < places["b"][0] == places["c"][0] < places["d"][0]


def test_every_edge_is_an_arrow_of_its_relation() -> None:
    kinds = [part.get("class") for part in drawn().iter(f"{SVG}g")]
    assert kinds == ["arrow thuc_hien", "arrow can_cu", "arrow x"]


@given(st.lists(st.integers(1, 7), min_size=1, max_size=5))
def test_boxes_never_overlap_and_lie_in_the_picture(sizes: list[int]) -> None:
    levels = [[node(f"{number}-{place}") for place in range(size)] for number, size in enumerate(sizes)]
    edges = [
        GraphEdge(upper[place * 5 % len(upper)].id, below.id, "thuc_hien", "")
        for upper, lower in pairwise(levels)
        for place, below in enumerate(lower)
    ]
    root = ET.fromstring(graph(levels, edges, "", "", id_="g"))
    width, height = float(root.get("width", "")), float(root.get("height", ""))
    found = list(boxes(root).values())
    assert len(found) == sum(sizes)
    for number, (x, y, w, h) in enumerate(found):
        assert x >= 0
        assert x + w <= width
        assert y >= 0
        assert y + h <= height
        for ox, oy, ow, oh in found[number + 1 :]:
            assert x + w <= ox or ox + ow <= x or y + h <= oy or oy + oh <= y


@pytest.mark.parametrize("make", [lambda *made: graph(*made, id_="g"), graph_file], ids=["page", "file"])
def test_text_is_escaped_and_well_formed(make: object) -> None:
    hostile = GraphNode("a", ATTACK, ATTACK, ATTACK, f"/citations?ref={ATTACK}", "centre")
    root = ET.fromstring(make([[hostile]], [], ATTACK, ATTACK))  # type: ignore[operator]
    assert [part.tag for part in root.iter() if "script" in part.tag] == []
    assert [name for part in root.iter() for name in part.attrib if name.startswith("on")] == []


def test_a_file_brings_its_colours_and_leads_nowhere() -> None:
    root = ET.fromstring(graph_file(LEVELS, EDGES, "Tên", "Mô tả"))
    assert list(root.iter(f"{SVG}a")) == []
    assert [style.text is not None for style in root.iter(f"{SVG}style")] == [True]
