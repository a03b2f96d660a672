"""Nodes in layers: a column for each level, in it an order that keeps neighbours near each other. Pure.

The order is the barycentre heuristic of layered drawing (Sugiyama, Tagawa, Toda 1981): each node goes where the mean of
its neighbours in the other columns is, from left to right and back, a few times. It begins by date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.export.graph.reading import Edge, Level, Node

__all__ = ["layers"]

_SWEEPS = 8


def layers(nodes: Sequence[Node], edges: Iterable[Edge]) -> list[tuple[Level, list[Node]]]:
    """The columns that are not empty, from the top level down, each from top to bottom."""
    columns = [
        (level, sorted((node for node in nodes if node.level is level), key=_by_date))
        for level in Level
        if any(node.level is level for node in nodes)
    ]
    neighbours: dict[str, set[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.source, set()).add(edge.target)
        neighbours.setdefault(edge.target, set()).add(edge.source)
    for sweep in range(_SWEEPS):
        for level, column in columns if sweep % 2 == 0 else reversed(columns):
            heights = {
                node.id: (place + 0.5) / len(other)
                for other_level, other in columns
                if other_level is not level
                for place, node in enumerate(other)
            }
            own = {node.id: (place + 0.5) / len(column) for place, node in enumerate(column)}
            column.sort(key=lambda node: _height(node, neighbours, heights, own))
    return columns


def _by_date(node: Node) -> tuple[str, str]:
    return node.issued_on or "9999", node.id


def _height(
    node: Node, neighbours: Mapping[str, set[str]], heights: Mapping[str, float], own: Mapping[str, float]
) -> tuple[float, str, str]:
    """Where a node should stand; one without neighbours elsewhere stays where it is."""
    found = [heights[other] for other in sorted(neighbours.get(node.id, ())) if other in heights]
    return (round(sum(found) / len(found) if found else own[node.id], 6), *_by_date(node))
