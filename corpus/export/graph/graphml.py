"""GraphML (http://graphml.graphdrawing.org/specification.html), for Gephi, yEd, NetworkX and Cytoscape.

Written by the standard library's XML writer, element by element: a library would hold the whole graph in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from corpus.export.graph.reading import Edge, Graph, Node
from corpus.export.options import Options
from corpus.export.plain import one_line
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally

__all__ = ["write_graphml"]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS: Mapping[str, str] = {
    "label": "string",
    "doc_type": "string",
    "number": "string",
    "name": "string",
    "title": "string",
    "issuer": "string",
    "issued_on": "string",
    "level": "string",
    "is_held": "boolean",
}
_EDGE_KEYS: Mapping[str, str] = {"relation": "string", "mentions": "int", "document": "string"}


def write_graphml(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the graph; left out are the mentions that were not resolved (``unresolved``)."""
    graph, tally = Graph(snapshot), Tally()
    xml = XMLGenerator(out, encoding="utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("graphml", _attributes(xmlns=_NAMESPACE))
    for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            attributes = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": kind}
            xml.startElement("key", AttributesImpl(attributes))
            xml.endElement("key")
    xml.startElement("graph", _attributes(id="citations", edgedefault="directed"))
    for node in graph.nodes():
        _write(xml, "node", _attributes(id=node.id), _of_node(node))
        tally.write()
    for number, edge in enumerate(graph.edges()):
        ends = _attributes(id=f"e{number}", source=edge.source, target=edge.target)
        _write(xml, "edge", ends, _of_edge(edge))
    xml.endElement("graph")
    xml.endElement("graphml")
    xml.endDocument()
    tally.leave_out("unresolved", graph.open_mentions())
    return tally.report()


def _write(
    xml: XMLGenerator, name: str, attributes: AttributesImpl[str], data: Iterable[tuple[str, str | None]]
) -> None:
    xml.startElement(name, attributes)
    for key, value in data:
        if value:
            xml.startElement("data", _attributes(key=f"{name}_{key}"))
            xml.characters(one_line(value))
            xml.endElement("data")
    xml.endElement(name)
    xml.ignorableWhitespace("\n")


def _of_node(node: Node) -> Iterable[tuple[str, str | None]]:
    yield "label", node.key or node.name or node.title
    yield "doc_type", node.doc_type
    yield "number", node.key
    yield "name", node.name
    yield "title", node.title
    yield "issuer", node.issuer
    yield "issued_on", node.issued_on
    yield "level", node.level.value
    yield "is_held", "true" if node.is_held else "false"


def _of_edge(edge: Edge) -> Iterable[tuple[str, str | None]]:
    yield "relation", edge.relation
    yield "mentions", str(edge.mentions)
    yield "document", edge.document


def _attributes(**attributes: str) -> AttributesImpl[str]:
    return AttributesImpl(attributes)
