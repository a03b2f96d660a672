"""Who carries out what, as a graph: a column for each level, a box for each document, arrows to what is carried out.

The order within a column is the barycentre heuristic of layered drawing (Sugiyama, Tagawa, Toda 1981): each box goes
where the mean of its neighbours in the column before is, forth and back a few times.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.export.picture.svg import fitted, wrapped
from corpus.web.pictures.elements import element, picture

__all__ = ["GraphEdge", "GraphNode", "graph", "graph_file"]

_WIDTH, _HEIGHT, _GAP, _AISLE, _MARGIN = 216.0, 76.0, 18.0, 84.0, 16.0
_PADDING, _NAME, _SMALL, _LINE = 11.0, 13.0, 11.0, 16.0
_TIP = 7.0
_SWEEPS = 6
_DASHES = {"thuc_hien": None, "can_cu": "7 3"}
_OTHER_DASHES = "2 3"

# A file has no page around it: it brings its colours along, those of a dark system too.
_STYLE = """
svg { background: #fffefb; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.box { fill: #fffefb; stroke: #8b8375; } .missing .box { stroke-dasharray: 5 3; }
.centre .box { fill: #dfedea; stroke: #0b5f5a; stroke-width: 2; } .rest .box { fill: none; stroke: #e0d9cc; }
.label { fill: #1f1c18; font-size: 13px; font-weight: 600; } .about { fill: #544e46; font-size: 11px; }
.edge { fill: none; stroke: #544e46; stroke-width: 1.4; } .tip { fill: #544e46; }
"""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A box."""

    id: str
    """Of its own in the graph."""
    name: str
    about: str
    """Below its name, in smaller letters."""
    title: str
    """All of it in words: what is read aloud."""
    href: str | None
    kind: str = ""
    """``centre``, ``missing`` (only cited) or ``rest`` (stands for others)."""


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """``below`` carries out ``above``."""

    above: str
    below: str
    relation: str
    title: str


def graph(
    levels: Sequence[Sequence[GraphNode]], edges: Sequence[GraphEdge], title: str, description: str, *, id_: str
) -> Markup:
    """The graph as a part of a page: boxes are links, in the order of reading."""
    drawn, width, height = _drawn(levels, edges)
    box = f"0 0 {width:g} {height:g}"
    return picture(
        drawn, title, description, id_=id_, class_="graph", width=width, height=height, viewBox=box, role="group"
    )


def graph_file(
    levels: Sequence[Sequence[GraphNode]], edges: Sequence[GraphEdge], title: str, description: str
) -> Markup:
    """The graph as a file of its own, with its colours and without links."""
    without = [[GraphNode(one.id, one.name, one.about, one.title, None, one.kind) for one in level] for level in levels]
    drawn, width, height = _drawn(without, edges)
    box = f"0 0 {width:g} {height:g}"
    return picture(
        [element("style", Markup(_STYLE)), *drawn],
        title, description, id_="graph", width=width, height=height, viewBox=box, role="img",
    )  # fmt: skip


def _drawn(levels: Sequence[Sequence[GraphNode]], edges: Sequence[GraphEdge]) -> tuple[Sequence[Markup], float, float]:
    columns = _ordered(levels, edges)
    tallest = max((len(column) for column in columns), default=1)
    width = 2 * _MARGIN + len(columns) * (_WIDTH + _AISLE) - _AISLE
    height = 2 * _MARGIN + tallest * (_HEIGHT + _GAP) - _GAP
    places = {
        node.id: (
            _MARGIN + number * (_WIDTH + _AISLE),
            _MARGIN + ((tallest - len(column)) / 2 + place) * (_HEIGHT + _GAP),
        )
        for number, column in enumerate(columns)
        for place, node in enumerate(column)
    }
    lines = [part for edge in edges for part in _edge(edge, places)]
    boxes = [_box(node, *places[node.id]) for column in columns for node in column]
    return [*lines, *boxes], width, height


def _ordered(levels: Sequence[Sequence[GraphNode]], edges: Sequence[GraphEdge]) -> list[list[GraphNode]]:
    columns = [list(level) for level in levels if level]
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.above, set()).add(edge.below)
        neighbours.setdefault(edge.below, set()).add(edge.above)
    for sweep in range(_SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            heights = {
                node.id: (place + 0.5) / len(other)
                for other in columns
                if other is not column
                for place, node in enumerate(other)
            }
            means = {
                node.id: _mean(
                    [heights[one] for one in neighbours.get(node.id, ()) if one in heights], place / len(column)
                )
                for place, node in enumerate(column)
            }
            # What stands for others comes last.
            column.sort(key=lambda node: (node.kind == "rest", round(means[node.id], 6)))
    return columns


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _edge(edge: GraphEdge, places: Mapping[str, tuple[float, float]]) -> Iterator[Markup]:
    """From the box that carries out, on the right, to the one that is carried out."""
    (left, top), (right, bottom) = places[edge.above], places[edge.below]
    x1, y1, x2, y2 = right, bottom + _HEIGHT / 2, left + _WIDTH, top + _HEIGHT / 2
    bend = max((x1 - x2) / 2, 20.0)
    shape = f"M{x1:.1f} {y1:.1f}C{x1 - bend:.1f} {y1:.1f} {x2 + bend + _TIP:.1f} {y2:.1f} {x2 + _TIP:.1f} {y2:.1f}"
    tip = f"M{x2:.1f} {y2:.1f}l{_TIP:g} -4v8z"
    yield element(
        "g",
        element("title", edge.title),
        element("path", class_="edge", d=shape, stroke_dasharray=_DASHES.get(edge.relation, _OTHER_DASHES)),
        element("path", class_="tip", d=tip),
        class_=f"arrow {edge.relation}",
    )


def _box(node: GraphNode, x: float, y: float) -> Markup:
    room = _WIDTH - 2 * _PADDING
    names = wrapped(node.name, _NAME, room, 2, is_bold=True)
    abouts = wrapped(node.about, _SMALL, room, 4 - len(names))
    parts = [element("title", node.title), element("rect", class_="box", x=x, y=y, width=_WIDTH, height=_HEIGHT, rx=5)]
    baseline = y + (_HEIGHT - _LINE * (len(names) + len(abouts))) / 2 + 12
    for number, line in enumerate([*names, *abouts]):
        is_name = number < len(names)
        text = fitted(line, _NAME * 1.18 if is_name else _SMALL, room)
        parts.append(
            element("text", text, class_="label" if is_name else "about", x=x + _PADDING, y=baseline + number * _LINE)
        )
    kind = f"node {node.kind}".rstrip()
    if node.href is None:
        return element("g", *parts, class_=kind)
    current = "true" if node.kind == "centre" else None
    return element("a", *parts, class_=kind, href=node.href, aria_label=node.title, aria_current=current)
