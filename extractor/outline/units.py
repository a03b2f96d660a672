"""The units of the section tree, with their headings and kinds, in flow positions."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.outline.headings import heading_length
from extractor.outline.kinds import kind_of
from extractor.outline.numbering import Family
from extractor.outline.tree import Node
from extractor.reading import Paragraph, Unit
from schemas.vocabulary import SectionKind

__all__ = ["make_units"]


def make_units(nodes: list[Node], paragraphs: Sequence[Paragraph], text: str) -> tuple[Unit, ...]:
    """Return the units that `nodes` stand for; `text` is the flow that `paragraphs` cover."""
    units: list[Unit] = []
    for index, node in enumerate(nodes):
        paragraph = paragraphs[node.first]
        words = text[paragraph.content : paragraph.end]
        length = 0 if node.marker.family is Family.BULLET else heading_length(words, alone=node.last > node.first)
        units.append(
            Unit(
                index=index,
                parent=node.parent,
                level=node.level,
                marker=node.marker.printed,
                kind=_kind(node, words[:length]),
                heading=(paragraph.content, paragraph.content + length) if length else None,
                start=paragraph.start + node.marker.start,
                end=paragraphs[node.last].end,
            )
        )
    return tuple(units)


def _kind(node: Node, heading: str) -> SectionKind | None:
    if Family.CHAPTER <= node.marker.family <= Family.ARTICLE:
        return SectionKind.DIEU_KHOAN
    kind = kind_of(heading, top=node.level == 1) if heading else None
    if kind is None and node.marker.family is Family.PART:
        return SectionKind.DIEU_KHOAN
    if kind is None and node.level == 1:
        # An item without a heading of its own is work to be done.
        return SectionKind.KHAC if heading.isupper() else SectionKind.NHIEM_VU_GIAI_PHAP
    return kind
