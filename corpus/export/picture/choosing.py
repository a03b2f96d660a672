"""What of a graph goes into a picture: nobody can read more than some dozens of boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.export.graph.reading import Edge, Graph, Node
from corpus.store.folding import number_form

__all__ = ["ChosenGraph", "chosen_graph"]


@dataclass(frozen=True, slots=True)
class ChosenGraph:
    """The part of a graph that is drawn, and how many nodes are not."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    crowded: int = 0
    """Nodes that would be too many: the ones with the fewest neighbours."""
    apart: int = 0
    """Nodes that cite nothing and are not cited, or have nothing to do with the one that is asked for."""


def chosen_graph(graph: Graph, *, most: int = 50, around: str | None = None) -> ChosenGraph:
    """Choose at most so many nodes: those with the most neighbours.

    ``around`` is the number of a work: then only what cites it, directly or through others, and what it cites so. In
    memory are the nodes and who is whose neighbour.
    """
    nodes = {node.id: node for node in graph.nodes()}
    edges = [edge for edge in graph.edges() if edge.source != edge.target]
    near = _joined(edges) if around is None else _around(edges, _meant(nodes.values(), around))
    neighbours = Counter(end for pair in {(edge.source, edge.target) for edge in edges} for end in pair if end in near)
    ranked = sorted(near, key=lambda node: (-neighbours[node], node))
    if around is not None:
        first = _meant(nodes.values(), around)
        ranked.sort(key=lambda node: node not in first)
    chosen = set(ranked[:most])
    return ChosenGraph(
        nodes=tuple(node for node in nodes.values() if node.id in chosen),
        edges=tuple(edge for edge in edges if edge.source in chosen and edge.target in chosen),
        crowded=len(ranked) - len(chosen),
        apart=len(nodes) - len(near),
    )


def _meant(nodes: Iterable[Node], number: str) -> set[str]:
    form = number_form(number)
    return {node.id for node in nodes if node.key is not None and number_form(node.key) == form}


def _joined(edges: Iterable[Edge]) -> set[str]:
    return {end for edge in edges for end in (edge.source, edge.target)}


def _around(edges: Iterable[Edge], start: set[str]) -> set[str]:
    """Everything on a way of citations to or from the start."""
    up: dict[str, list[str]] = {}
    down: dict[str, list[str]] = {}
    for edge in edges:
        up.setdefault(edge.source, []).append(edge.target)
        down.setdefault(edge.target, []).append(edge.source)
    return _reached(up, start) | _reached(down, start)


def _reached(following: Mapping[str, list[str]], start: set[str]) -> set[str]:
    found, pending = set(start), list(start)
    while pending:
        for node in following.get(pending.pop(), ()):
            if node not in found:
                found.add(node)
                pending.append(node)
    return found
