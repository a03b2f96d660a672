"""Who cites whom, drawn: a column for each level of government, a box for each work, arrows from citing to cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Literal

from corpus.export.graph.reading import Edge, Graph, Level, Node
from corpus.export.options import Options
from corpus.export.picture.choosing import chosen_graph
from corpus.export.picture.layers import layers
from corpus.export.picture.svg import LINE, MUTED, Box, canvas, group, label, path, rectangle, to_bytes, wrapped
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally
from schemas import DocumentType, Relation

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["citation_picture", "write_citation_picture"]

_BOX_WIDTH, _BOX_HEIGHT, _GAP, _AISLE, _MARGIN = 250.0, 60.0, 14.0, 120.0, 24.0
_HEAD, _LEGEND = 72.0, 44.0
_PADDING, _LINES, _LINE_HEIGHT = 10.0, 3, 16.0


@dataclass(frozen=True, slots=True)
class _Style:
    """How the arrows of a relation look; a colour is never all that tells them apart."""

    colour: str
    dashes: str = "none"


_STYLES: Mapping[str, _Style] = {
    Relation.THUC_HIEN: _Style("#1d4ed8"),
    Relation.CAN_CU: _Style("#15803d", "8 3"),
    Relation.DAN_CHIEU: _Style("#64748b", "2 3"),
}
_OTHER = _Style("#b45309", "10 3 2 3")
_LEVELS: Mapping[Literal["vi", "en"], Mapping[Level, str]] = {
    "vi": {
        Level.CENTRAL: "Trung ương",
        Level.PROVINCE: "Cấp tỉnh",
        Level.DISTRICT: "Cấp huyện",
        Level.COMMUNE: "Cấp xã",
        Level.UNKNOWN: "Chưa rõ cấp",
    },
    "en": {
        Level.CENTRAL: "Central",
        Level.PROVINCE: "Province",
        Level.DISTRICT: "District",
        Level.COMMUNE: "Commune",
        Level.UNKNOWN: "Level not known",
    },
}
_WORDS: Mapping[Literal["vi", "en"], Mapping[str, str]] = {
    "vi": {
        "title": "Văn bản dẫn nhau",
        "description": "{nodes} văn bản, {edges} lần dẫn; mũi tên đi từ văn bản dẫn đến văn bản được dẫn."
        " Được dẫn nhiều nhất: {most}.",
        "held": "có trong kho",
        "missing": "chỉ được dẫn",
        "other": "quan hệ khác",
    },
    "en": {
        "title": "Who cites whom",
        "description": "{nodes} documents, {edges} citations; arrows lead from the citing to the cited document."
        " Cited most: {most}.",
        "held": "in the archive",
        "missing": "only cited",
        "other": "other relations",
    },
}


def write_citation_picture(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Draw the graph of the selected documents (``options.around``, ``options.most``)."""
    graph, tally = Graph(snapshot), Tally()
    chosen = chosen_graph(graph, most=options.most, around=options.around)
    out.write(citation_picture(chosen.nodes, chosen.edges, language=options.language))
    for _ in chosen.nodes:
        tally.write()
    tally.leave_out("crowded", chosen.crowded)
    tally.leave_out("apart", chosen.apart)
    tally.leave_out("unresolved", graph.open_mentions())
    return tally.report()


def citation_picture(
    nodes: Sequence[Node], edges: Sequence[Edge], *, title: str | None = None, language: Literal["vi", "en"] = "vi"
) -> bytes:
    """The picture as an SVG file. Boxes never overlap, and text stays in its box."""
    words = _WORDS[language]
    columns = layers(nodes, edges)
    tallest = max((len(column) for _, column in columns), default=1)
    height = _HEAD + tallest * (_BOX_HEIGHT + _GAP) + _LEGEND + _MARGIN
    width = max(2 * _MARGIN + len(columns) * (_BOX_WIDTH + _AISLE) - _AISLE + _AISLE / 2, 760.0)
    name = title or words["title"]
    root = canvas(width, height, name, _description(nodes, edges, words["description"]))
    label(root, _MARGIN, 30, name, 18, width - 2 * _MARGIN, font_weight="600")
    boxes: dict[str, Box] = {}
    for number, (level, column) in enumerate(columns):
        x = _MARGIN + number * (_BOX_WIDTH + _AISLE)
        label(root, x, 58, f"{_LEVELS[language][level]} ({len(column)})", 13, _BOX_WIDTH, fill=MUTED)
        top = _HEAD + (tallest - len(column)) * (_BOX_HEIGHT + _GAP) / 2
        for place, node in enumerate(column):
            boxes[node.id] = Box(x, top + place * (_BOX_HEIGHT + _GAP), _BOX_WIDTH, _BOX_HEIGHT)
    _draw_edges(root, edges, boxes)
    for _, column in columns:
        for node in column:
            _draw_node(root, node, boxes[node.id])
    _draw_legend(root, height - _LEGEND, words, edges)
    return to_bytes(root)


def _description(nodes: Sequence[Node], edges: Sequence[Edge], words: str) -> str:
    labels = {node.id: _label(node) for node in nodes}
    cited = Counter(target for _, target in sorted({(edge.source, edge.target) for edge in edges}))
    most = ", ".join(f"{labels[node]} ({count})" for node, count in cited.most_common(3)) or "–"
    return words.format(nodes=len(nodes), edges=len(edges), most=most)


def _draw_node(root: Element, node: Node, box: Box) -> None:
    about = [_label(node), node.title or "", node.issuer or "", _date(node)]
    made = group(root, "\n".join(filter(None, about)))
    look = {"fill": "#eff6ff"} if node.is_held else {"fill": "#ffffff", "stroke_dasharray": "4 3"}
    rectangle(made, box, rx="6", stroke=MUTED if node.is_held else LINE, **look)
    room = box.width - 2 * _PADDING
    named = wrapped(_label(node), 13, room, 2, is_bold=True)
    rest = wrapped(" · ".join(filter(None, (_date(node), node.title or node.issuer))), 11, room, _LINES - len(named))
    for number, line in enumerate(named):
        label(made, box.x + _PADDING, box.y + 19 + number * _LINE_HEIGHT, line, 13, room, font_weight="600")
    for number, line in enumerate(rest, start=len(named)):
        label(made, box.x + _PADDING, box.y + 19 + number * _LINE_HEIGHT, line, 11, room, fill=MUTED)


def _draw_edges(root: Element, edges: Sequence[Edge], boxes: Mapping[str, Box]) -> None:
    """Arrows below the boxes. Their ends are spread over the height of a box, so that each can be followed."""
    drawn = group(root)
    incoming, outgoing = Counter(e.target for e in edges), Counter(e.source for e in edges)
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    # From top to bottom, so that arrows at one box do not cross each other.
    for edge in sorted(edges, key=lambda e: (boxes[e.source].y, boxes[e.target].y, e.source, e.target, e.relation)):
        source, target = boxes[edge.source], boxes[edge.target]
        went[edge.source] += 1
        came[edge.target] += 1
        y1 = source.y + source.height * went[edge.source] / (outgoing[edge.source] + 1)
        y2 = target.y + target.height * came[edge.target] / (incoming[edge.target] + 1)
        style = _style(edge)
        line = group(drawn, f"{Relation(edge.relation).label} ({edge.mentions})")
        path(
            line, _curve(source, target, y1, y2), stroke=style.colour, stroke_width="1.4", stroke_dasharray=style.dashes
        )
        _draw_head(line, source, target, y2, style.colour)


def _curve(source: Box, target: Box, y1: float, y2: float) -> str:
    if source.x == target.x:  # within a column: a bow at its right side
        # the further, the wider: bows between different boxes are told apart
        bow = source.right + min(_AISLE, 24 + abs(y2 - y1) / 5)
        return f"M {source.right:.1f} {y1:.1f} C {bow:.1f} {y1:.1f} {bow:.1f} {y2:.1f} {target.right:.1f} {y2:.1f}"
    x1, x2 = (source.x, target.right) if source.x > target.x else (source.right, target.x)
    bend = (x2 - x1) / 2
    return f"M {x1:.1f} {y1:.1f} C {x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"


def _draw_head(line: Element, source: Box, target: Box, y: float, colour: str) -> None:
    from_the_right = source.x >= target.x
    tip, back = (target.right, 7.0) if from_the_right else (target.x, -7.0)
    path(line, f"M {tip + back:.1f} {y - 3.5:.1f} L {tip:.1f} {y:.1f} L {tip + back:.1f} {y + 3.5:.1f}", stroke=colour)


def _draw_legend(root: Element, y: float, words: Mapping[str, str], edges: Sequence[Edge]) -> None:
    x = _MARGIN
    shown = [(Relation(relation).label, style) for relation, style in _STYLES.items()]
    if any(edge.relation not in _STYLES for edge in edges):
        shown.append((words["other"], _OTHER))
    for name, style in shown:
        path(root, f"M {x:.1f} {y + 20:.1f} h 28", stroke=style.colour, stroke_width="2", stroke_dasharray=style.dashes)
        label(root, x + 36, y + 24, name, 12, 110, fill=MUTED)
        x += 150
    for name, dashes in ((words["held"], "none"), (words["missing"], "4 3")):
        fill = "#eff6ff" if dashes == "none" else "#ffffff"
        rectangle(root, Box(x, y + 12, 22, 14), fill=fill, stroke=MUTED, stroke_dasharray=dashes)
        label(root, x + 30, y + 24, name, 12, 90, fill=MUTED)
        x += 125


def _style(edge: Edge) -> _Style:
    return _STYLES.get(edge.relation, _OTHER)


def _label(node: Node) -> str:
    kind = DocumentType(node.doc_type).label if node.doc_type else ""
    return " ".join(filter(None, (kind, node.key or node.name or ("" if kind else node.title)))) or "?"


def _date(node: Node) -> str:
    """As Vietnamese documents print it."""
    return "/".join(reversed((node.issued_on or "").split("-")))
