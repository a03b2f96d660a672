"""Puts the outline together: strips, documents on them, paragraphs, tree, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.outline.closing import Close, closes_document, read_close
from extractor.outline.facts import HeadFacts, read_facts
from extractor.outline.headings import heading_length
from extractor.outline.issuer import Issuer, issuer_of_letterhead, issuer_of_text
from extractor.outline.kinds import kind_of
from extractor.outline.head import Head
from extractor.outline.noise import find_noise
from extractor.outline.numbering import Family
from extractor.outline.pages import Sheet, part_sheets
from extractor.outline.paragraphs import Draft, draft_paragraphs, wrap_width
from extractor.outline.strips import Strip, cells
from extractor.outline.tree import Node, grow, remarks
from extractor.reading import (
    HeaderFacts,
    Paragraph,
    PartOfDocument,
    PrintedSpan,
    Reading,
    Remark,
    SignatureFacts,
    Unit,
)
from extractor.text import FlowBuilder, SourceText, split_lines
from schemas.vocabulary import DiagnosticCode, SectionKind

__all__ = ["read_outline"]


def read_outline(source: SourceText) -> Reading:
    """Lay `source` out in paragraphs and read its outline.

    Any text is read; one that is no directive has paragraphs and little else. Time is linear in its length.
    """
    strips = cells(split_lines(source.text))
    page = _Page(source, strips, find_noise(strips), wrap_width(strips))
    for sheet in part_sheets(source.text, strips, page.noise):
        page.lay(sheet)
    return page.reading()


@dataclass(slots=True)
class _Page:
    """The reading in the making."""

    source: SourceText
    strips: list[Strip]
    noise: bytearray
    width: int
    drafts: list[Draft] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    head: Head | None = None
    close: Close | None = None
    close_offset: int = 0
    preamble: tuple[int, int] = (0, 0)

    def lay(self, sheet: Sheet) -> None:
        """Lay one document of the page out in paragraphs."""
        main = sheet.first == 0
        if main:
            self.head = sheet.head
        self.drafts += _head_drafts(sheet, self.strips, self.noise)
        self._lay_body(sheet, main=main)
        if sheet.close < sheet.end:
            close = read_close(self.strips, self.noise, sheet.close, sheet.end)
            if self.close is None and not sheet.attached:
                self.close, self.close_offset = close, len(self.drafts)
            self.drafts += close.drafts

    def _lay_body(self, sheet: Sheet, *, main: bool) -> None:
        between = range(sheet.body, max(sheet.close, sheet.body))
        stray = sheet.stray
        body = draft_paragraphs(((self.strips[i], bool(self.noise[i]) or i in stray) for i in between), self.width)
        for draft in body:
            if stray and draft.part is PartOfDocument.NOISE and self._is_between(draft, stray):
                draft.part = PartOfDocument.LETTERHEAD
        offset, shift = len(self.drafts), len(self.nodes)
        if sheet.attached:
            for draft in body:
                draft.marker = None
                if sheet.blank and draft.part is not PartOfDocument.NOISE:
                    draft.part = PartOfDocument.ATTACHMENT
            self.drafts += body
            return
        nodes = grow(body)
        body = _merge(body, nodes)
        _set_parts(body, nodes, self.source.text)
        if main:
            begun = next((i for i, draft in enumerate(body) if draft.unit is not None), len(body))
            self.preamble = (offset, offset + begun)
        for node in nodes:
            node.first += offset
            node.last += offset
            node.parent = None if node.parent is None else node.parent + shift
        for draft in body:
            draft.unit = None if draft.unit is None else draft.unit + shift
        self.nodes += nodes
        self.drafts += body

    def _is_between(self, draft: Draft, stray: range) -> bool:
        return self.strips[stray.start].start <= draft.first.start <= self.strips[stray.stop - 1].start

    def reading(self) -> Reading:
        """Return the reading of all that was laid out."""
        builder = FlowBuilder(self.source.text)
        spans = [builder.paragraph(draft.pieces) for draft in self.drafts]
        flow = builder.build()
        paragraphs = tuple(_paragraph(draft, *span) for draft, span in zip(self.drafts, spans, strict=True))
        units = _units(self.nodes, paragraphs, flow.text)
        where = [(unit.start, unit.start + len(unit.marker)) for unit in units]
        notes = remarks(self.nodes, where)
        return Reading(
            source=self.source,
            flow=flow,
            paragraphs=paragraphs,
            units=units,
            header=self._header(paragraphs, flow.text, notes),
            signature=self._signature(paragraphs),
            recipients=self._recipients(paragraphs),
            remarks=tuple(notes),
        )

    def _header(self, paragraphs: Sequence[Paragraph], text: str, notes: list[Remark]) -> HeaderFacts:
        preamble = [
            text[p.start : p.end] for p in paragraphs[slice(*self.preamble)] if p.part is not PartOfDocument.NOISE
        ]
        facts = read_facts(self.head) if self.head else None
        issuer = issuer_of_letterhead(facts.bodies) if facts else Issuer(None)
        if issuer.name is None:
            title = [facts.title] if facts and facts.title else []
            issuer = issuer_of_text(
                [*title, *preamble[:12], *preamble[-4:]], self.close.authority if self.close else None, text
            )
        if facts is None:
            return HeaderFacts(issuer=issuer.name, inferred=("issuer",) if issuer.inferred else ())
        if self.close:
            facts = _complete_from_close(facts, self.close)
        if facts.invalid_date:
            notes.append(Remark(DiagnosticCode.INVALID_DATE, "Ngày ban hành không có thật"))
        return HeaderFacts(
            doc_type=facts.doc_type,
            number=facts.number,
            key=facts.key,
            issuer=issuer.name,
            parent_issuer=issuer.parent,
            place=facts.place,
            issued_on=facts.issued_on,
            title=facts.title,
            urgency=facts.urgency,
            secrecy=facts.secrecy,
            addressees=facts.addressees,
            inferred=("issuer",) if issuer.inferred else (),
        )

    def _signature(self, paragraphs: Sequence[Paragraph]) -> SignatureFacts | None:
        if self.close is None or not self.close.signature:
            return None
        first, last = (paragraphs[self.close_offset + self.close.signature[place]] for place in (0, -1))
        return SignatureFacts(self.close.authority, self.close.position, self.close.signer, first.start, last.end)

    def _recipients(self, paragraphs: Sequence[Paragraph]) -> tuple[PrintedSpan, ...]:
        if self.close is None:
            return ()
        found = (paragraphs[self.close_offset + place] for place in self.close.items)
        return tuple(PrintedSpan(paragraph.start, paragraph.end) for paragraph in found)


def _head_drafts(sheet: Sheet, strips: Sequence[Strip], noise: Sequence[int]) -> list[Draft]:
    head = sheet.head
    if head is None:
        return []
    drafts = [
        *_apart(head.letterhead, PartOfDocument.LETTERHEAD),
        *_together(head.subject, PartOfDocument.TITLE),
        *_together(head.type_line, PartOfDocument.TYPE_LINE),
        *_together(head.title, PartOfDocument.TITLE),
        *_apart(head.addressees, PartOfDocument.ADDRESSEES),
    ]
    gathered = (*head.letterhead, *head.subject, *head.type_line, *head.title, *head.addressees)
    end = strips[sheet.body].start if sheet.body < len(strips) else None
    drafts = [draft for draft in drafts if end is None or draft.first.start < end]
    lines = {(strip.line, strip.column) for strip in gathered}
    for i in range(sheet.first, sheet.body):
        if (strips[i].line, strips[i].column) not in lines:
            part = PartOfDocument.NOISE if noise[i] else PartOfDocument.LETTERHEAD
            drafts.append(Draft.of(strips[i], part))
    drafts.sort(key=lambda draft: draft.first.start)
    return drafts


def _apart(strips: Sequence[Strip], part: PartOfDocument) -> list[Draft]:
    return [Draft.of(strip, part) for strip in strips]


def _together(strips: Sequence[Strip], part: PartOfDocument) -> list[Draft]:
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


def _set_parts(body: list[Draft], nodes: list[Node], text: str) -> None:
    """Tell preamble, body and closing paragraphs apart, and take the closing ones out of the tree."""
    for draft in body:
        if draft.part is PartOfDocument.BODY and draft.unit is None:
            draft.part = PartOfDocument.PREAMBLE
    closing = _closing(body, nodes, text)
    for draft in body[closing:]:
        if draft.part is not PartOfDocument.NOISE:
            draft.part, draft.unit = PartOfDocument.CLOSING, None
    last = closing - 1
    while last >= 0 and body[last].part is PartOfDocument.NOISE:
        last -= 1
    for node in nodes:
        node.last = max(node.first, min(node.last, last))


def _closing(body: list[Draft], nodes: list[Node], text: str) -> int:
    """Return the index of the first closing paragraph: unmarked, after the last item, and worded as one."""
    trailing = len(body)
    while trailing and (body[trailing - 1].marker is None) and len(body) - trailing < 12:
        trailing -= 1
    if trailing and body[trailing - 1].marker is not None:
        before = body[trailing - 1]
        unit = nodes[before.unit] if before.unit is not None else None
        if unit and unit.first == trailing - 1 and not before.ended and trailing + 1 >= len(body):
            return len(body)  # a heading's only paragraph
    for index in range(trailing, len(body)):
        draft = body[index]
        if draft.part is not PartOfDocument.NOISE and closes_document(draft.first.text):
            if index == trailing and index and _is_heading_only(body[index - 1], nodes):
                continue
            return index
    return len(body)


def _is_heading_only(draft: Draft, nodes: list[Node]) -> bool:
    return draft.marker is not None and draft.marker.family is not Family.BULLET and not draft.ended


def _paragraph(draft: Draft, start: int, end: int) -> Paragraph:
    content = min(end, start + draft.marker.end) if draft.marker else start
    return Paragraph(start, end, draft.part, draft.unit, content)


def _units(nodes: list[Node], paragraphs: Sequence[Paragraph], text: str) -> tuple[Unit, ...]:
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


def _complete_from_close(facts: HeadFacts, close: Close) -> HeadFacts:
    """Return `facts` with the number, the place and the date that some documents print over their signature."""
    found = read_facts(Head(letterhead=close.parts))
    if not facts.numbered and found.key:
        facts = replace(facts, number=found.number, key=found.key, doc_type=facts.doc_type or found.doc_type)
    if facts.place is None and facts.issued_on is None:
        facts = replace(facts, place=found.place, issued_on=found.issued_on)
    return facts


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
