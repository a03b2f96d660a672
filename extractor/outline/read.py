"""Puts the outline together: strips, documents on them, paragraphs, tree, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from extractor.outline.body import plant
from extractor.outline.closing import Close, read_close
from extractor.outline.facts import HeadFacts, read_facts
from extractor.outline.head import Head
from extractor.outline.issuer import Issuer, issuer_of_letterhead, issuer_of_signature, issuer_of_text
from extractor.outline.noise import find_noise
from extractor.outline.numbering import ANNEX, Family, Marker
from extractor.outline.pages import Sheet, part_sheets
from extractor.outline.paragraphs import Draft, draft_paragraphs, wrap_width
from extractor.outline.small_letters import with_capitals
from extractor.outline.strips import Strip, cells
from extractor.outline.tree import Node, remarks
from extractor.outline.units import make_units
from extractor.reading import (
    HeaderFacts,
    Paragraph,
    PartOfDocument,
    PrintedSpan,
    Reading,
    Remark,
    SignatureFacts,
)
from extractor.text import FlowBuilder, SourceText, split_lines
from schemas.vocabulary import DiagnosticCode

__all__ = ["read_outline"]


def read_outline(source: SourceText) -> Reading:
    """Lay `source` out in paragraphs and read its outline.

    Any text is read; one that is no directive has paragraphs and little else. Time is linear in its length.
    """
    strips = with_capitals(cells(split_lines(source.text)))
    page = _Page(source, strips, find_noise(strips), wrap_width(strips))
    for sheet in part_sheets(strips, page.noise):
        page.lay(sheet)
    return page.reading()


#: In how many paragraphs of the preamble, from either end, the body that issues is looked for.
_FIRST_PARAGRAPHS = 12
_LAST_PARAGRAPHS = 4


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
        if sheet.tasks:
            annex = body[0].first.text.rstrip(" .:")
            body[0].marker = Marker(Family.PART, ANNEX, annex, 0, len(annex))
        body, nodes = plant(body)
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
        units = make_units(self.nodes, paragraphs, flow.text, self.head.doc_type if self.head else None)
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
            issuer = issuer_of_text([*title, *preamble[:_FIRST_PARAGRAPHS], *preamble[-_LAST_PARAGRAPHS:]], text)
        if issuer.name is None and self.close and self.close.authority:
            issuer = issuer_of_signature(self.close.authority, text)
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
        if self.close is None or not (self.close.signature or self.close.signer):
            return None
        block = self.close.signature or range(len(self.close.drafts))  # a name among the recipients has no block
        first, last = (paragraphs[self.close_offset + block[place]] for place in (0, -1))
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


def _paragraph(draft: Draft, start: int, end: int) -> Paragraph:
    content = min(end, start + _in_flow(draft.first.text, draft.marker.end)) if draft.marker else start
    return Paragraph(start, end, draft.part, draft.unit, content)


def _in_flow(text: str, position: int) -> int:
    """Return where `position` of a strip lies in the flow, which has one space where the strip has several."""
    before = text[:position]
    return position - sum(len(run) - 1 for run in _SPACES.findall(before)) if "  " in before else position


_SPACES = regex.compile(r"\s{2,}")


def _complete_from_close(facts: HeadFacts, close: Close) -> HeadFacts:
    """Return `facts` with the number, the place and the date that some documents print over their signature."""
    if facts.numbered and (facts.place or facts.issued_on):
        return facts
    found = read_facts(Head(letterhead=close.parts))
    if not facts.numbered and found.key:
        facts = replace(facts, number=found.number, key=found.key, doc_type=facts.doc_type or found.doc_type)
    if facts.place is None and facts.issued_on is None:
        facts = replace(facts, place=found.place, issued_on=found.issued_on)
    return facts
