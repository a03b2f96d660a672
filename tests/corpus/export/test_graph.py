"""Who cites whom: GraphML read back by networkx, the picture as a reader of SVG finds it."""

from __future__ import annotations

import io
import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citator import resolve
from corpus.export import export
from corpus.export.graph.reading import Edge, Level, Node, level_of
from corpus.export.picture import citation_picture
from corpus.export.picture.svg import text_width
from corpus.store import Store
from schemas import Relation
from tests.corpus.export.conftest import PLAN, Export
from tests.corpus.store.conftest import sha256

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def resolved(store: Store) -> Store:
    """The archive after the citator: two works are held, and one that is carried out is only cited."""
    with Store.create(store.path) as writable:
        resolve(writable)
    return store


def graph(written: bytes) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(written), force_multigraph=True)


def labels_and_levels(written: bytes) -> list[tuple[str, str, bool]]:
    nodes = [data for _, data in graph(written).nodes(data=True)]
    return [(node["label"], node["level"], node["is_held"]) for node in nodes]


def test_nodes_are_works_held_or_cited(resolved: Store, exported: Export) -> None:
    assert labels_and_levels(exported("graphml")) == [
        ("902/UBND-KT", "province", True),
        ("31/KH-CĐVC", "province", True),
        ("07/KH-LĐLĐ", "province", False),
    ]


def test_document_of_no_known_work_is_a_node_of_its_own(store: Store, exported: Export) -> None:
    assert labels_and_levels(exported("graphml")) == [("31/KH-CĐVC", "unknown", True), ("902/UBND-KT", "unknown", True)]


def test_edges_lead_from_the_citing_to_the_cited(resolved: Store, exported: Export) -> None:
    read = graph(exported("graphml"))
    labels = nx.get_node_attributes(read, "label")
    assert [(labels[source], labels[target], data) for source, target, data in read.edges(data=True)] == [
        ("31/KH-CĐVC", "07/KH-LĐLĐ", {"relation": "thuc_hien", "mentions": 1, "document": sha256(PLAN)})
    ]


def test_markup_in_titles_is_text(resolved: Store, exported: Export) -> None:
    titles = nx.get_node_attributes(graph(exported("graphml")), "title").values()
    assert 'phong trào "Giỏi nghề & giỏi tin học"' in titles


def test_mention_that_is_not_resolved_is_no_edge(store: Store, tmp_path: Path) -> None:
    report = export(store, "graphml", tmp_path / "g.graphml")
    assert (report.written, dict(report.left_out)) == (2, {"unresolved": 1})


@pytest.mark.parametrize(
    ("scope", "level"),
    [
        ("trung uong", Level.CENTRAL),
        ("tinh dak lak", Level.PROVINCE),
        ("thanh pho ha noi", Level.PROVINCE),
        ("thanh pho pleiku, gia lai", Level.DISTRICT),
        ("huyen krong pa, gia lai", Level.DISTRICT),
        ("xa pho bang, tuyen quang (2025)", Level.COMMUNE),
        ("cuc hai quan", Level.UNKNOWN),
        ("", Level.UNKNOWN),
    ],
)
def test_level_is_that_of_the_scope(scope: str, level: Level) -> None:
    assert level_of(scope) is level


# The picture.


def node(number: int, level: Level = Level.PROVINCE, title: str = "về việc thử", name: str | None = None) -> Node:
    return Node(
        f"w{number}", "ke_hoach", None if name else f"{number:02}-KH/TU", name, title, None, "2031-01-15", level, True
    )


def edge(source: int, target: int, relation: Relation = Relation.THUC_HIEN) -> Edge:
    return Edge(f"w{source}", f"w{target}", relation, 1, "0" * 64)


def fifty() -> tuple[list[Node], list[Edge]]:
    nodes = [node(number, list(Level)[number % 5], "tổ chức thực hiện " * 9) for number in range(50)]
    edges = [edge(number, number * 7 % 50, list(Relation)[number % 13]) for number in range(1, 50) if number * 7 % 50]
    return nodes, edges


def boxes(picture: ET.Element) -> list[tuple[float, float, float, float]]:
    found = [box for group in picture.iter(f"{SVG}g") for box in group.findall(f"{SVG}rect")]
    return [tuple(float(box.attrib[side]) for side in ("x", "y", "width", "height")) for box in found]  # type: ignore[misc]


def test_picture_has_a_name_and_a_description() -> None:
    picture = ET.fromstring(citation_picture(*fifty(), title="Kế hoạch 01", language="en"))
    ids = picture.attrib["aria-labelledby"].split()
    told = {part.attrib["id"]: part.text or "" for part in picture if "id" in part.attrib}
    assert picture.attrib["role"] == "img"
    assert told[ids[0]] == "Kế hoạch 01"
    assert told[ids[1]].startswith("50 documents, ")


def test_fifty_boxes_stand_apart_within_the_picture() -> None:
    picture = ET.fromstring(citation_picture(*fifty()))
    found = boxes(picture)
    assert len(found) == 50
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])
    assert all(x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in found)
    for (x, y, w, h), (x2, y2, w2, h2) in itertools.combinations(found, 2):
        assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_text_stays_in_its_box() -> None:
    picture = ET.fromstring(citation_picture([node(1, name="Đại hội đại biểu toàn quốc lần thứ mười ba " * 3)], []))
    (box,) = boxes(picture)
    lines = [line for group in picture.iter(f"{SVG}g") for line in group.findall(f"{SVG}text")]
    assert (lines[0].text or "").startswith("Kế hoạch Đại hội")
    assert len(lines) == 3
    for line in lines:
        right = float(line.attrib["x"]) + text_width(line.text or "", float(line.attrib["font-size"]))
        assert right <= box[0] + box[2]


def test_box_tells_its_whole_name() -> None:
    name = "Đại hội đại biểu toàn quốc lần thứ mười ba " * 3
    picture = ET.fromstring(citation_picture([node(1, name=name)], []))
    assert name.strip() in "".join(title.text or "" for title in picture.iter(f"{SVG}title"))


def test_central_works_stand_at_the_left() -> None:
    nodes = [node(1, Level.COMMUNE), node(2, Level.CENTRAL), node(3, Level.PROVINCE)]
    picture = ET.fromstring(citation_picture(nodes, [edge(1, 3), edge(3, 2)]))
    left_of = {
        text.text or "": float(box.attrib["x"])
        for group in picture.iter(f"{SVG}g")
        if (box := group.find(f"{SVG}rect")) is not None and (text := group.find(f"{SVG}text")) is not None
    }
    assert sorted(left_of, key=lambda label: left_of[label]) == [f"Kế hoạch 0{number}-KH/TU" for number in (2, 3, 1)]


def test_works_that_cite_each_other_are_drawn() -> None:
    picture = ET.fromstring(citation_picture([node(1), node(2)], [edge(1, 2), edge(2, 1)]))
    assert len(boxes(picture)) == 2


@given(st.text())
def test_any_title_gives_well_formed_xml(title: str) -> None:
    picture = ET.fromstring(citation_picture([node(1, title=title)], [], title=title or None))
    assert picture.tag.endswith("svg")


def test_picture_of_the_archive(resolved: Store, tmp_path: Path) -> None:
    report = export(resolved, "svg", tmp_path / "g.svg")
    assert (report.written, dict(report.left_out)) == (2, {"apart": 1})


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        pytest.param({"around": "07/kh-ldld"}, 2, id="around a number, as it is typed"),
        pytest.param({"around": "99/XX"}, 0, id="around nothing"),
        pytest.param({"most": 1}, 1, id="at most"),
    ],
)
def test_part_of_the_archive_in_a_picture(
    resolved: Store, exported: Export, options: dict[str, object], shown: int
) -> None:
    assert len(boxes(ET.fromstring(exported("svg", **options)))) == shown
