"""The body of a document in paragraphs: its tree, its preamble and its closing paragraphs told apart."""

from __future__ import annotations

from itertools import accumulate, compress

from extractor.outline.breaks import has_ended
from extractor.outline.closing import closes_document
from extractor.outline.drafts import Drafts
from extractor.outline.nodes import Node
from extractor.outline.numbering import Family
from extractor.outline.tree import grow
from extractor.reading import PartOfDocument

__all__ = ["plant"]

#: At most so many paragraphs close a document.
_CLOSING_PARAGRAPHS = 12


def plant(drafts: Drafts) -> tuple[Drafts, list[Node]]:
    """Return the paragraphs of a body with their units and parts set, and the nodes of its section tree."""
    nodes = grow(drafts)
    body = _merge(drafts, nodes)
    _set_parts(body, nodes)
    return body, nodes


def _merge(drafts: Drafts, nodes: list[Node]) -> Drafts:
    """Join the lines whose marker turned out to be wrapped prose to the text before them; renumber the nodes."""
    wrapped = sorted(set(drafts.loose).difference(node.first for node in nodes))
    if not wrapped:
        return drafts
    kept = bytearray(b"\1") * len(drafts)
    for index in wrapped:
        kept[index] = 0
    places = [count - 1 for count in accumulate(kept)]
    merged = Drafts(
        drafts.strips,
        first=list(compress(drafts.first, kept)),
        last=list(compress(drafts.last, kept)),
        further={places[index]: further for index, further in drafts.further.items() if kept[index]},
        markers={places[index]: marker for index, marker in drafts.markers.items() if kept[index]},
        noise=[places[index] for index in drafts.noise],
        letterhead=[places[index] for index in drafts.letterhead],
        units=list(compress(drafts.units, kept)),
    )
    noise = frozenset(merged.noise)
    above = before = -1
    for index in wrapped:
        if places[index] != above:
            above = before = places[index]
            while before in noise:
                before -= 1
        for place in (drafts.first[index], *drafts.further.get(index, ())):
            merged.go_on(before, place)
    for node in nodes:
        node.first, node.last = places[node.first], places[node.last]
    return merged


def _set_parts(body: Drafts, nodes: list[Node]) -> None:
    """Tell preamble, body and closing paragraphs apart, and take the closing ones out of the tree."""
    outside, inside = PartOfDocument.PREAMBLE, PartOfDocument.BODY
    body.parts = [outside if unit is None else inside for unit in body.units]
    for index in body.letterhead:
        body.parts[index] = PartOfDocument.LETTERHEAD
    noise = frozenset(body.noise)
    closing = _closing(body, nodes, noise)
    body.parts[closing:] = [PartOfDocument.CLOSING] * (len(body) - closing)
    body.units[closing:] = [None] * (len(body) - closing)
    for index in noise:
        body.parts[index] = PartOfDocument.NOISE
    last = closing - 1
    while last in noise:
        last -= 1
    for node in nodes:
        node.last = max(node.first, min(node.last, last))


def _closing(body: Drafts, nodes: list[Node], noise: frozenset[int]) -> int:
    """Return the index of the first closing paragraph: unmarked, after the last item, and worded as one."""
    trailing = len(body)
    while trailing and trailing - 1 not in body.markers and len(body) - trailing < _CLOSING_PARAGRAPHS:
        trailing -= 1
    if trailing and trailing - 1 in body.markers:
        unit = body.units[trailing - 1]
        if (
            unit is not None
            and nodes[unit].first == trailing - 1
            and trailing + 1 >= len(body)
            and not has_ended(body.ending(trailing - 1))
        ):
            return len(body)  # a heading's only paragraph
    for index in range(trailing, len(body)):
        if index not in noise and closes_document(body.opening(index)):
            if index == trailing and index and _is_heading_only(body, index - 1):
                continue
            return index
    return len(body)


def _is_heading_only(body: Drafts, index: int) -> bool:
    marker = body.markers.get(index)
    return marker is not None and marker.family is not Family.BULLET and not has_ended(body.ending(index))
