"""The chain around a document or work as a graph, with the same in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.citator.carrying import ChainNode
from corpus.citator.surroundings import Surroundings, surroundings
from corpus.cli.wording import clean
from corpus.export.plain import shortened
from corpus.store import Store
from corpus.web.naming import citations_address, file_name, numbered
from corpus.web.pages.days import read_day
from corpus.web.pictures import GraphEdge, GraphNode, graph, graph_file
from corpus.web.wording import Wording
from corpus.web.words import Words

__all__ = ["chain_file", "chain_picture"]

_MOST = 8
"""New boxes for each level up or down."""
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A document of the chain in words."""

    node: GraphNode
    carries_out: Sequence[tuple[str, str]]
    """Relations, and the names of what it carries out."""


def chain_picture(archive: Store, document: int | None, work: int | None, say: Wording) -> Mapping[str, object]:
    """The graph, and each of its levels in words."""
    drawn = _Drawn(archive, document, work, say)
    names = {node.id: node.name for level in drawn.levels for node in level}
    above: dict[str, list[tuple[str, str]]] = {}
    for edge in drawn.edges:
        above.setdefault(edge.below, []).append((edge.title, names[edge.above]))
    return {
        "graph": graph(drawn.levels, drawn.edges, drawn.title, drawn.description, id_="chain"),
        "lines": [[Line(node, above.get(node.id, [])) for node in level] for level in drawn.levels],
        "is_alone": not drawn.edges,
    }


def chain_file(archive: Store, document: int | None, work: int | None, say: Wording) -> Markup:
    """The graph as a file."""
    drawn = _Drawn(archive, document, work, say)
    return graph_file(drawn.levels, drawn.edges, drawn.title, drawn.description)


class _Drawn:
    """Surroundings as boxes and arrows."""

    def __init__(self, archive: Store, document: int | None, work: int | None, say: Wording) -> None:
        self._archive = archive
        self._words = Words(say)
        self._say = say
        found = surroundings(archive, document=document, work=work, most=_MOST)
        self._found = found
        self._identities = self._read_identities(found)
        self.levels = [[self._node(node) for node in level] for level in found.levels]
        self.edges = [
            GraphEdge(edge.above, edge.below, edge.relation, say(f"records.relation.{edge.relation}"))
            for edge in found.edges
        ]
        self._add_hidden()
        centre = next(node for level in self.levels for node in level if node.id == found.centre)
        shown = sum(len(level) for level in found.levels)
        self.title = say("citations.chain.picture", name=centre.name)
        self.description = say("citations.chain.description", count=shown, levels=len(found.levels))

    def _read_identities(self, found: Surroundings) -> Mapping[str, str]:
        """What each node is asked for by: the content of a document, the identity of a work."""
        named: dict[str, str] = {}
        for node in (node for level in found.levels for node in level):
            if node.document_id is not None:
                row = self._archive.row("SELECT sha256 FROM documents WHERE id = ?", (node.document_id,))
            else:
                row = self._archive.row("SELECT identity FROM works WHERE id = ?", (node.work_id,))
            assert row is not None  # the node was read from it
            named[node.id] = row[0]
        return named

    def _address(self, node: ChainNode, view: str) -> str:
        key = self._identities[node.id]
        if node.document_id is not None:
            return citations_address(document=key[:16], view=view)
        return citations_address(work=key, view=view)

    def _node(self, node: ChainNode) -> GraphNode:
        say = self._say
        kind = "centre" if node.id == self._found.centre else "missing" if node.document_id is None else ""
        name = numbered(node.doc_type, node.number, node.title if node.number is None else None)
        name = name or file_name(node.path or "") or "–"
        day = self._words.day(read_day(node.issued_on)) if node.issued_on else ""
        about = " · ".join(
            filter(None, (day, clean(node.title or "") if node.number else "", clean(node.issuer or "")))
        )
        held = "" if node.document_id is not None else say("citations.chain.missing")
        title = ", ".join(
            filter(None, (name, day, shortened(node.title or "", _TITLE), clean(node.issuer or ""), held))
        )
        return GraphNode(node.id, name, about, title, self._address(node, "chain"), kind)

    def _add_hidden(self) -> None:
        """A box beside those that have more neighbours than are shown."""
        nodes = {node.id: node for level in self._found.levels for node in level}
        for number, level in reversed(list(enumerate(self._found.levels))):
            for node in level:
                if hidden := self._found.hidden_below.get(node.id):
                    if number + 1 == len(self.levels):
                        self.levels.append([])
                    name = self._say("citations.chain.more", count=self._words.number(str(hidden)))
                    rest = f"below {node.id}"
                    about = self._say("citations.chain.more_below")
                    self.levels[number + 1].append(
                        GraphNode(rest, name, about, f"{name} {about}", self._address(nodes[node.id], "citing"), "rest")
                    )
                    self.edges.append(GraphEdge(node.id, rest, "rest", self._say("citations.chain.more_below")))
