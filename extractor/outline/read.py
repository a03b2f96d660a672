"""Puts the outline together: strips, documents on them, paragraphs, tree, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import regex

from extractor.outline.anchors import find_anchors
from extractor.outline.body import plant
from extractor.outline.cells import cells
from extractor.outline.closing import Close, read_close
from extractor.outline.drafts import Draft, Drafts
from extractor.outline.facts import HeadFacts, read_facts, read_imprint
from extractor.outline.head import Head
from extractor.outline.issuer import Issuer, issuer_of_letterhead, issuer_of_signature, issuer_of_text
from extractor.outline.markers import find_markers
from extractor.outline.nodes import Node, remarks
from extractor.outline.noise import find_noise
from extractor.outline.numbering import ANNEX, Family, Marker
from extractor.outline.pages import Sheet, part_sheets
from extractor.outline.paragraphs import draft_paragraphs, wrap_width
from extractor.outline.small_letters import restore_capitals
from extractor.outline.strips import Strip, Strips
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
from extractor.text import SourceText, lay_out, split_lines
from schemas.vocabulary import DiagnosticCode

__all__ = ["read_outline"]


def read_outline(source: SourceText) -> Reading:
    """Lay `source` out in paragraphs and read its outline.

    Any text is read; one that is no directive has paragraphs and little else. Time is linear in its length.
    """
    strips = cells(source.text, split_lines(source.text))
    anchors = find_anchors(strips)
    if restore_capitals(strips, anchors):
        anchors = find_anchors(strips)
    page = _Page(source, strips, find_noise(strips, anchors), find_markers(strips), wrap_width(strips))
    for sheet in part_sheets(strips, page.noise, anchors):
        page.lay(sheet)
    return page.reading()


#: In how many paragraphs of the preamble, from either end, the body that issues is looked for.
_FIRST_PARAGRAPHS = 12
_LAST_PARAGRAPHS = 4


@dataclass(slots=True)
class _Page:
    """The reading in the making; its paragraphs are kept in columns, as they come from the sheets.

    Attributes:
        words: The stretches of the working copy that all paragraphs are made of, in the order of the flow.
        origins: Where each of them begins in the working copy.
        opening: Which of them open a paragraph.
        parts: Where in the document each paragraph stands.
        units: The node of each paragraph.
        contents: How far into the paragraph its words begin, of a paragraph with a marker.
    """

    source: SourceText
    strips: Strips
    noise: bytearray
    marks: list[Marker | None]
    width: int
    words: list[str] = field(default_factory=list)
    origins: list[int] = field(default_factory=list)
    opening: list[int] = field(default_factory=list)
    parts: list[PartOfDocument] = field(default_factory=list)
    units: list[int | None] = field(default_factory=list)
    contents: dict[int, int] = field(default_factory=dict)
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
        self._add(_head_drafts(sheet, self.strips, self.noise))
        self._lay_body(sheet, main=main)
        if sheet.close < sheet.end:
            close = read_close(self.strips, self.noise, sheet.close, sheet.end)
            if self.close is None and not sheet.attached:
                self.close, self.close_offset = close, len(self.parts)
            self._add(close.drafts)

    def _lay_body(self, sheet: Sheet, *, main: bool) -> None:
        body = self._drafts(sheet)
        if sheet.attached:
            part = PartOfDocument.ATTACHMENT if sheet.blank else PartOfDocument.BODY
            body.set_aside(part)
            self._add_body(body, 0)
            return
        if sheet.tasks:
            annex = body.opening(0).rstrip(" .:")
            body.markers[0] = Marker(Family.PART, ANNEX, annex, 0, len(annex))
        body, nodes = plant(body)
        offset, shift = len(self.parts), len(self.nodes)
        if main:
            begun = next((i for i, unit in enumerate(body.units) if unit is not None), len(body))
            self.preamble = (offset, offset + begun)
        for node in nodes:
            node.first += offset
            node.last += offset
            node.parent = None if node.parent is None else node.parent + shift
        self.nodes += nodes
        self._add_body(body, shift)

    def _drafts(self, sheet: Sheet) -> Drafts:
        """Return the paragraphs between the head and the close of `sheet`."""
        between = range(sheet.body, max(sheet.close, sheet.body))
        noise, stray = self.noise, sheet.stray
        if stray:
            noise = self.noise[:]
            noise[stray.start : stray.stop] = b"\1" * len(stray)
        drafts = draft_paragraphs(self.strips, noise, self.marks, between, self.width)
        if stray:
            drafts.letterhead = [index for index in drafts.noise if drafts.first[index] in stray]
            drafts.noise = [index for index in drafts.noise if drafts.first[index] not in stray]
        return drafts

    def _add(self, drafts: Sequence[Draft]) -> None:
        for draft in drafts:
            self.opening.append(len(self.words))
            for start, end in draft.pieces:
                self.words.append(self.source.text[start:end])
                self.origins.append(start)
            self.parts.append(draft.part)
            self.units.append(None)

    def _add_body(self, body: Drafts, shift: int) -> None:
        """Add the paragraphs of a `body` whose first node is the node number `shift` of the page."""
        offset, texts = len(self.parts), self.strips.texts
        for index, marker in body.markers.items():
            signs = texts[body.first[index]][: marker.end]
            self.contents[offset + index] = _length_in_flow(signs) if "  " in signs else marker.end
        places, opening = body.flow()
        laid = len(self.words)
        self.opening += [laid + place for place in opening] if laid else opening
        self.words += map(self.strips.printed.__getitem__, places)
        self.origins += map(self.strips.starts.__getitem__, places)
        self.parts += body.parts
        self.units += [None if unit is None else unit + shift for unit in body.units] if shift else body.units

    def reading(self) -> Reading:
        """Return the reading of all that was laid out."""
        flow, begins, ends = lay_out(self.words, self.origins, self.opening)
        paragraphs = self._paragraphs(begins, ends)
        units = make_units(self.nodes, paragraphs, flow.text, self.head.doc_type if self.head else None)
        notes = remarks(self.nodes, units)
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

    def _paragraphs(self, begins: list[int], ends: list[int]) -> tuple[Paragraph, ...]:
        contents = begins.copy()
        for index, marker in self.contents.items():
            content, end = begins[index] + marker, ends[index]
            contents[index] = content if content < end else end
        # `tuple.__new__` makes a named tuple in a third of the time that calling its class takes.
        make = partial(tuple.__new__, Paragraph)
        return tuple(map(make, zip(begins, ends, self.parts, self.units, contents, strict=True)))

    def _header(self, paragraphs: Sequence[Paragraph], text: str, notes: list[Remark]) -> HeaderFacts:
        facts = read_facts(self.head) if self.head else None
        issuer = issuer_of_letterhead(facts.bodies) if facts else Issuer(None)
        if issuer.name is None:
            spoken = [p for p in paragraphs[slice(*self.preamble)] if p.part is not PartOfDocument.NOISE]
            preamble = [text[p.start : p.end] for p in (*spoken[:_FIRST_PARAGRAPHS], *spoken[-_LAST_PARAGRAPHS:])]
            title = [facts.title] if facts and facts.title else []
            issuer = issuer_of_text([*title, *preamble], text)
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


def _head_drafts(sheet: Sheet, strips: Strips, noise: Sequence[int]) -> list[Draft]:
    head = sheet.head
    if head is None:
        return []
    drafts = [
        *_apart(head.letterhead, PartOfDocument.LETTERHEAD),
        *_apart(head.beside, PartOfDocument.NOISE),
        *_together(head.subject, PartOfDocument.TITLE),
        *_together(head.type_line, PartOfDocument.TYPE_LINE),
        *_together(head.title, PartOfDocument.TITLE),
        *_apart(head.addressees, PartOfDocument.ADDRESSEES),
    ]
    gathered = (*head.letterhead, *head.subject, *head.type_line, *head.title, *head.addressees)
    if sheet.body < len(strips):
        end = strips.starts[sheet.body]
        drafts = [draft for draft in drafts if draft.first.start < end]
    lines = {(strip.line, strip.column) for strip in gathered}
    starts = {strip.start for strip in gathered}
    for i in range(sheet.first, sheet.body):
        if (strips.lines[i], strips.columns[i]) not in lines:
            part = PartOfDocument.NOISE if noise[i] else PartOfDocument.LETTERHEAD
            drafts.append(Draft.of(strips[i], part))
        elif strips.dirt[i] and strips.starts[i] not in starts:  # a speck before a line that was gathered
            drafts.append(Draft.of(strips[i], PartOfDocument.NOISE))
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


def _length_in_flow(signs: str) -> int:
    """Return how long `signs` of a strip are in the flow, which has one space where the strip has several."""
    return len(signs) - sum(len(run) - 1 for run in _SPACES.findall(signs))


_SPACES = regex.compile(r"\s{2,}")


def _complete_from_close(facts: HeadFacts, close: Close) -> HeadFacts:
    """Return `facts` with the number, the place and the date that some documents print over their signature."""
    if facts.numbered and (facts.place or facts.issued_on):
        return facts
    found = read_imprint(close.parts)
    number = found.number
    if number and not facts.numbered:
        facts = facts._replace(number=found.printed, key=number.key, doc_type=facts.doc_type or number.doc_type)
    if facts.place is None and facts.issued_on is None:
        facts = facts._replace(place=found.place, issued_on=found.issued_on)
    return facts
