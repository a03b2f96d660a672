"""The nearest of a chain around one document: as much as a picture can show, and how much more there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus.citator.carrying import Carrying, ChainEdge, ChainNode, depths, without_shortcuts
from corpus.store import Store

__all__ = ["Surroundings", "surroundings"]

_UP, _DOWN = 4, 3
"""Levels above and below."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A document or work with what it carries out and what carries it out, level by level."""

    centre: str
    """The id of its node."""
    levels: Sequence[Sequence[ChainNode]]
    """From the top down; within a level the earliest first."""
    edges: Sequence[ChainEdge]
    """Without shortcuts."""
    hidden_above: Mapping[str, int]
    """By node: how many works that it carries out are not shown."""
    hidden_below: Mapping[str, int]
    """By node: how many documents that carry it out are not shown."""


def surroundings(store: Store, *, document: int | None = None, work: int | None = None, most: int = 8) -> Surroundings:
    """The surroundings of a document or of a work, with at most so many new nodes for each level up or down."""
    walk = _Walk(store, most)
    if document is not None:
        centre = walk.carrying.document(document)
    elif work is not None:
        centre = walk.carrying.work(work)
    else:
        raise ValueError("surroundings are those of a document or of a work")
    walk.nodes[centre.id] = centre
    walk.climb(centre)
    walk.descend(centre)
    shown = without_shortcuts(walk.edges)
    deep = depths(walk.nodes, shown)
    levels: list[list[ChainNode]] = [[] for _ in range(max(deep.values()) + 1)]
    for node in sorted(walk.nodes.values(), key=lambda node: (node.issued_on or "9999", node.id)):
        levels[deep[node.id]].append(node)
    return Surroundings(centre.id, levels, shown, walk.hidden_above, walk.hidden_below)


class _Walk:
    """Goes level by level, the nearest first."""

    def __init__(self, store: Store, most: int) -> None:
        self.carrying = Carrying(store)
        self.nodes: dict[str, ChainNode] = {}
        self.edges: dict[tuple[str, str], ChainEdge] = {}
        self.hidden_above: dict[str, int] = {}
        self.hidden_below: dict[str, int] = {}
        self._most = most

    def climb(self, centre: ChainNode) -> None:
        level = [centre]
        for _ in range(_UP):
            following: list[ChainNode] = []
            for node in level:
                if node.document_id is None:
                    continue
                for work_id, relation in self.carrying.above(node.document_id):
                    above = self.carrying.work(work_id)
                    if not self._take(above, following):
                        self.hidden_above[node.id] = self.hidden_above.get(node.id, 0) + 1
                    else:
                        self._join(above.id, node.id, relation)
            level = following

    def descend(self, centre: ChainNode) -> None:
        level = [centre]
        for _ in range(_DOWN):
            following: list[ChainNode] = []
            for node in level:
                if node.work_id is None:
                    continue
                shown = 0
                for document_id, relation in self.carrying.below(node.work_id, most=self._most):
                    below = self.carrying.document(document_id)
                    if below.id == node.id or self._take(below, following):
                        self._join(node.id, below.id, relation)
                        shown += 1
                if hidden := self.carrying.count_below(node.work_id) - shown:
                    self.hidden_below[node.id] = hidden
            level = following

    def _take(self, node: ChainNode, level: list[ChainNode]) -> bool:
        """Show a node, unless the level is full."""
        if node.id not in self.nodes:
            if len(level) >= self._most:
                return False
            self.nodes[node.id] = node
            level.append(node)
        return True

    def _join(self, above: str, below: str, relation: str) -> None:
        """Join two nodes; not those that would carry out themselves."""
        if above != below and (below, above) not in self.edges:
            self.edges[above, below] = ChainEdge(above, below, relation)
