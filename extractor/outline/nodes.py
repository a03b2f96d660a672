"""The nodes of the section tree in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.outline.numbering import Family, Marker
from extractor.reading import Remark, Unit

__all__ = ["Census", "Node", "remarks"]


@dataclass(slots=True)
class Node:
    """A unit of the tree, by the paragraphs that it is made of.

    Attributes:
        marker: Its marker.
        parent: Index of the node that holds it.
        level: 1 for a top-level unit.
        first: Index of its first paragraph.
        last: Index of its last paragraph, children included.
        remark: Code of what is odd about its number.
    """

    marker: Marker
    parent: int | None
    level: int
    first: int
    last: int
    remark: str | None = None


class Census:
    """What there has been of each family; of few documents it is asked, and no node is counted before it is."""

    def __init__(self, nodes: list[Node]) -> None:
        self._nodes = nodes
        self._counted = 0
        self._first: dict[Family, int] = {}
        self._members: dict[tuple[int | None, Family], int] = {}

    def first(self, family: Family) -> int:
        """Return the first node of `family`; the next one that there will be, if there is none yet."""
        self._count()
        return self._first.get(family, len(self._nodes))

    def members(self, parent: int | None, family: Family) -> int:
        """Return how many nodes of `family` the node `parent` holds."""
        self._count()
        return self._members.get((parent, family), 0)

    def _count(self) -> None:
        for place in range(self._counted, len(self._nodes)):
            node = self._nodes[place]
            family = node.marker.family
            self._first.setdefault(family, place)
            self._members[node.parent, family] = self._members.get((node.parent, family), 0) + 1
        self._counted = len(self._nodes)


def remarks(nodes: Sequence[Node], units: Sequence[Unit]) -> list[Remark]:
    """Return what is odd about the numbers of `nodes`, which are the `units` of the flow."""
    messages = {
        "misnumbered_section": "Mục {} không nối tiếp số trước",
        "section_skipped": "Trước mục {} thiếu số thứ tự",
        "duplicate_marker": "Số thứ tự {} bị lặp",
    }
    return [
        Remark(node.remark, messages[node.remark].format(unit.marker), unit.start, unit.start + len(unit.marker))
        for node, unit in zip(nodes, units, strict=True)
        if node.remark
    ]
