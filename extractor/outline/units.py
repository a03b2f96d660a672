"""The units of the section tree, with their headings and kinds, in flow positions."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.lexicon import load
from extractor.outline.headings import heading_length
from extractor.outline.kinds import begins_with_body, kind_of, kind_of_item
from extractor.outline.nodes import Node
from extractor.outline.numbering import ANNEX, Family
from extractor.reading import Paragraph, Unit
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["make_units"]

#: In so many characters a unit names the body that it begins with.
_BEGINNING = 60
#: Where bodies are told one by one what to do, one top-level unit in so many may begin with something else.
_OTHERS = 4
_ARTICLE, _BULLET = Family.ARTICLE, Family.BULLET  # to look them up for every unit would be dear


def make_units(
    nodes: list[Node], paragraphs: Sequence[Paragraph], text: str, doc_type: DocumentType | None
) -> tuple[Unit, ...]:
    """Return the units that `nodes` stand for; `text` is the flow that `paragraphs` cover.

    Args:
        nodes: The tree that the markers make.
        paragraphs: The paragraphs that the nodes name.
        text: The flow.
        doc_type: What the type line says the document is.
    """
    units: list[Unit] = []
    assigned = _is_assigned(nodes, paragraphs, text)
    for index, node in enumerate(nodes):
        marker, last = node.marker, node.last
        start, end, _, _, content = paragraphs[node.first]
        kind = heading = None
        listed = marker.family is _BULLET
        if node.level == 1 or not listed:
            words = text[content:end]
            length = 0 if listed else heading_length(words, alone=last > node.first)
            if length or node.level == 1 or marker.family <= _ARTICLE:
                kind = _kind(node, words, length, doc_type, assigned=assigned)
            heading = (content, content + length) if length else None
        place = start + marker.start
        unit = (index, node.parent, node.level, marker.printed, kind, heading, place, paragraphs[last].end)
        units.append(tuple.__new__(Unit, unit))  # in half the time of a call of the class
    return tuple(units)


def _is_assigned(nodes: Sequence[Node], paragraphs: Sequence[Paragraph], text: str) -> bool:
    """Say whether the top-level units, but for one in four, begin with the body that is to do what they say.

    Where one of those others is headed `Tổ chức thực hiện`, what the bodies are told before it is the work itself.
    """
    tops = [paragraphs[node.first] for node in nodes if node.parent is None]
    most = len(tops) // _OTHERS
    others: list[str] = []
    for top in tops:
        words = text[top.content : min(top.end, top.content + _BEGINNING)]
        if not begins_with_body(words):
            others.append(words.lower())
            if len(others) > most:
                return False
    organising = tuple(load("layout")["items"]["organising"])
    return len(tops) > 1 and not any(words.startswith(organising) for words in others)


def _kind(node: Node, words: str, length: int, doc_type: DocumentType | None, *, assigned: bool) -> SectionKind | None:
    family, top = node.marker.family, node.level == 1
    if Family.CHAPTER <= family <= Family.ARTICLE:
        return SectionKind.DIEU_KHOAN
    if not (top or length):
        return None
    heading = "" if begins_with_body(words[: length + _BEGINNING]) else words[:length]
    kind = kind_of(heading, top=top) if heading else None
    if kind is not None or not top:
        return SectionKind.DIEU_KHOAN if kind is None and family is Family.PART else kind
    if family is Family.PART:
        return SectionKind.NHIEM_VU_GIAI_PHAP if node.marker.path == ANNEX else SectionKind.DIEU_KHOAN
    if words[:length].isupper():
        return SectionKind.KHAC
    edges = " .:" if doc_type is DocumentType.THONG_BAO else " ."
    titled = bool(length) and length >= len(words.rstrip(edges))
    return kind_of_item(words, doc_type, titled=titled, assigned=assigned)
