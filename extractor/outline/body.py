"""The body of a document in paragraphs: its tree, its preamble and its closing paragraphs told apart."""

from __future__ import annotations

from extractor.outline.closing import closes_document
from extractor.outline.numbering import Family
from extractor.outline.paragraphs import Draft
from extractor.outline.tree import Node, grow
from extractor.reading import PartOfDocument

__all__ = ["plant"]

#: At most so many paragraphs close a document.
_CLOSING_PARAGRAPHS = 12


def plant(drafts: list[Draft]) -> tuple[list[Draft], list[Node]]:
    """Return the paragraphs of a body with their units and parts set, and the nodes of its section tree."""
    nodes = grow(drafts)
    body = _merge(drafts, nodes)
    _set_parts(body, nodes)
    return body, nodes


def _merge(drafts: list[Draft], nodes: list[Node]) -> list[Draft]:
    """Join the lines whose marker turned out to be wrapped prose to the text before them; renumber the nodes."""
    merged: list[Draft] = []
    places: list[int] = []
    believed = {node.first for node in nodes}
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        noise = draft.part is PartOfDocument.NOISE
        if draft.loose and index not in believed and last is not None and not noise:
            last.absorb(draft)
        else:
            merged.append(draft)
            last = last if noise else draft
        places.append(len(merged) - 1)
    for node in nodes:
        node.first, node.last = places[node.first], places[node.last]
    return merged


def _set_parts(body: list[Draft], nodes: list[Node]) -> None:
    """Tell preamble, body and closing paragraphs apart, and take the closing ones out of the tree."""
    for draft in body:
        if draft.part is PartOfDocument.BODY and draft.unit is None:
            draft.part = PartOfDocument.PREAMBLE
    closing = _closing(body, nodes)
    for draft in body[closing:]:
        if draft.part is not PartOfDocument.NOISE:
            draft.part, draft.unit = PartOfDocument.CLOSING, None
    last = closing - 1
    while last >= 0 and body[last].part is PartOfDocument.NOISE:
        last -= 1
    for node in nodes:
        node.last = max(node.first, min(node.last, last))


def _closing(body: list[Draft], nodes: list[Node]) -> int:
    """Return the index of the first closing paragraph: unmarked, after the last item, and worded as one."""
    trailing = len(body)
    while trailing and (body[trailing - 1].marker is None) and len(body) - trailing < _CLOSING_PARAGRAPHS:
        trailing -= 1
    if trailing and body[trailing - 1].marker is not None:
        before = body[trailing - 1]
        unit = nodes[before.unit] if before.unit is not None else None
        if unit and unit.first == trailing - 1 and not before.ended and trailing + 1 >= len(body):
            return len(body)  # a heading's only paragraph
    for index in range(trailing, len(body)):
        draft = body[index]
        if draft.part is not PartOfDocument.NOISE and closes_document(draft.first.text):
            if index == trailing and index and _is_heading_only(body[index - 1]):
                continue
            return index
    return len(body)


def _is_heading_only(draft: Draft) -> bool:
    return draft.marker is not None and draft.marker.family is not Family.BULLET and not draft.ended
