"""The outline of a document: its paragraphs, its head, its section tree and its close."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.outline.kinds import kind_of
from extractor.outline.letterhead import Head
from extractor.outline.noise import find_noise
from extractor.outline.numbering import Family
from extractor.outline.pages import Sheet, part_sheets
from extractor.outline.paragraphs import Draft, draft_paragraphs, wrap_width
from extractor.outline.strips import Strip, cells
from extractor.outline.tree import Node, grow, remarks
from extractor.reading import HeaderFacts, Paragraph, PartOfDocument, Reading, Unit
from extractor.text import FlowBuilder, SourceText, split_lines
from schemas.vocabulary import SectionKind

__all__ = ["read_outline"]


def read_outline(source: SourceText) -> Reading:
    """Lay `source` out in paragraphs and read its outline.

    Any text is read; one that is no directive has paragraphs and little else. Time is linear in its length.
    """
    strips = cells(split_lines(source.text))
    noise = find_noise(strips)
    width = wrap_width(strips)
    drafts: list[Draft] = []
    nodes: list[Node] = []
    sheets = part_sheets(source.text, strips, noise)
    for sheet in sheets:
        _read_sheet(sheet, strips, noise, width, drafts, nodes)
    builder = FlowBuilder(source.text)
    spans = [builder.paragraph(draft.pieces) for draft in drafts]
    flow = builder.build()
    paragraphs = tuple(_paragraph(draft, *span) for draft, span in zip(drafts, spans, strict=True))
    units = _units(nodes, paragraphs, flow.text)
    where = [(unit.start, unit.start + len(unit.marker)) for unit in units]
    head = sheets[0].head if sheets else None
    header = HeaderFacts(doc_type=head.doc_type if head else None)
    return Reading(source, flow, paragraphs, units, header, remarks=tuple(remarks(nodes, where)))


def _read_sheet(
    sheet: Sheet, strips: Sequence[Strip], noise: Sequence[int], width: int, drafts: list[Draft], nodes: list[Node]
) -> None:
    drafts += _head_drafts(sheet, strips, noise)
    body = draft_paragraphs(
        ((strips[i], bool(noise[i])) for i in range(max(sheet.body, sheet.first), max(sheet.close, sheet.body))), width
    )
    offset = len(drafts)
    if not sheet.attached:
        grown = grow(body)
        body = _merge(body, grown)
        shift = len(nodes)
        for node in grown:
            node.first += offset
            node.last += offset
            node.parent = None if node.parent is None else node.parent + shift
        for draft in body:
            draft.unit = None if draft.unit is None else draft.unit + shift
        nodes += grown
        for draft in body:
            if draft.part is PartOfDocument.BODY and draft.unit is None:
                draft.part = PartOfDocument.PREAMBLE
    elif sheet.blank:
        for draft in body:
            draft.part = draft.part if draft.part is PartOfDocument.NOISE else PartOfDocument.ATTACHMENT
    drafts += body
    for i in range(max(sheet.close, sheet.body), sheet.end):
        drafts.append(Draft.of(strips[i], PartOfDocument.NOISE if noise[i] else PartOfDocument.RECIPIENTS))


def _head_drafts(sheet: Sheet, strips: Sequence[Strip], noise: Sequence[int]) -> list[Draft]:
    head = sheet.head
    if head is None:
        return []
    drafts = [
        *_apart(head.letterhead, PartOfDocument.LETTERHEAD),
        *_apart(head.subject, PartOfDocument.TITLE),
        *_together(head.type_line, PartOfDocument.TYPE_LINE),
        *_together(head.title, PartOfDocument.TITLE),
        *_apart(head.addressees, PartOfDocument.ADDRESSEES),
    ]
    covered = {strip.line for draft in drafts for strip in (draft.first, draft.last)}
    covered |= {
        strip.line for strip in (*head.letterhead, *head.subject, *head.type_line, *head.title, *head.addressees)
    }
    for i in range(sheet.first, sheet.body):
        if strips[i].line not in covered:
            drafts.append(Draft.of(strips[i], PartOfDocument.NOISE if noise[i] else PartOfDocument.LETTERHEAD))
    drafts.sort(key=lambda draft: draft.first.start)
    return drafts


def _apart(strips: Iterable[Strip], part: PartOfDocument) -> list[Draft]:
    return [Draft.of(strip, part) for strip in strips]


def _together(strips: list[Strip], part: PartOfDocument) -> list[Draft]:
    if not strips:
        return []
    draft = Draft.of(strips[0], part)
    for strip in strips[1:]:
        draft.add(strip)
    return [draft]


def _merge(drafts: list[Draft], nodes: list[Node]) -> list[Draft]:
    """Join to the text before them the lines whose marker turned out to be wrapped prose; renumber what nodes refer to."""
    merged: list[Draft] = []
    places: list[int] = []
    believed = {node.first for node in nodes}
    last: Draft | None = None
    for index, draft in enumerate(drafts):
        if draft.loose and index not in believed and last is not None and draft.part is not PartOfDocument.NOISE:
            last.absorb(draft)
            places.append(len(merged) - 1)
            continue
        merged.append(draft)
        places.append(len(merged) - 1)
        if draft.part is not PartOfDocument.NOISE:
            last = draft
    for node in nodes:
        node.first, node.last = places[node.first], places[node.last]
    return merged


def _paragraph(draft: Draft, start: int, end: int) -> Paragraph:
    content = min(end, start + draft.marker.end) if draft.marker else start
    return Paragraph(start, end, draft.part, draft.unit, content)


def _units(nodes: list[Node], paragraphs: Sequence[Paragraph], text: str) -> tuple[Unit, ...]:
    units: list[Unit] = []
    for index, node in enumerate(nodes):
        paragraph = paragraphs[node.first]
        words = text[paragraph.content : paragraph.end]
        kind = kind_of(words[:200], top=node.level == 1)
        if node.marker.family <= Family.ARTICLE:
            kind = SectionKind.DIEU_KHOAN
        elif node.level == 1 and kind is None:
            kind = SectionKind.KHAC
        units.append(
            Unit(
                index=index,
                parent=node.parent,
                level=node.level,
                marker=node.marker.printed,
                kind=kind,
                heading=None,
                start=paragraph.start + node.marker.start,
                end=paragraphs[node.last].end,
            )
        )
    return tuple(units)
