"""The working document: what every finder gets to read.

All positions inside the extractor are *flow positions*: offsets into `Reading.text`. Only the assembling of the record
maps them back to the source (`Reading.source_span`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from extractor.rows import Place, barred_lines, may_have_rows, rows_of
from extractor.text import Flow, SourceText, lowered
from schemas.vocabulary import DocumentType, SectionKind

__all__ = [
    "SPEAKING",
    "HeaderFacts",
    "Paragraph",
    "PartOfDocument",
    "PrintedSpan",
    "Reading",
    "Remark",
    "SignatureFacts",
    "Unit",
]


_Derived = TypeVar("_Derived")


class PartOfDocument(StrEnum):
    """The part of a document in which a paragraph stands, in the order of the page (thể thức)."""

    LETTERHEAD = "letterhead"  # national title, bodies, number, place and date
    TYPE_LINE = "type_line"  # `KẾ HOẠCH`
    TITLE = "title"  # the trích yếu, also `V/v …`
    ADDRESSEES = "addressees"  # `Kính gửi: …`
    PREAMBLE = "preamble"  # `Căn cứ …`, `Thực hiện …`, before the first unit
    BODY = "body"  # units and what stands in them
    CLOSING = "closing"  # `Trên đây là …`, `Đề nghị các …`, after the last unit
    RECIPIENTS = "recipients"  # `Nơi nhận: …`
    SIGNATURE = "signature"
    ATTACHMENT = "attachment"  # blank forms, tables of an annex: carries no records
    NOISE = "noise"  # page numbers, running heads, stamps, rules


#: The parts in which a directive says what is cited, ordered and due.
SPEAKING = frozenset({PartOfDocument.TITLE, PartOfDocument.PREAMBLE, PartOfDocument.BODY, PartOfDocument.CLOSING})


class Paragraph(NamedTuple):
    """A stretch of the flow between two line feeds: a tuple, since a long text has a hundred thousand of them.

    Attributes:
        start: Flow position of its first character.
        end: Flow position after its last character.
        part: Where in the document it stands.
        unit: Index in `Reading.units` of the innermost unit that it belongs to, None outside the section tree.
        content: Flow position at which its words begin, after a marker such as ``1.`` or ``-``.
    """

    start: int
    end: int
    part: PartOfDocument
    unit: int | None
    content: int


class Unit(NamedTuple):
    """A headed or numbered unit of the body: a tuple for the same reason.

    Attributes:
        index: Its place in `Reading.units` (document order).
        parent: Index of the unit that holds it.
        level: 1 for a top-level unit.
        marker: As printed, without its closing punctuation (`II`, `1.1`, `Điều 3`, `-`).
        kind: What it is about; always given at level 1, deeper only where the heading says so.
        heading: Flow span of the heading's words, where the unit has a heading (a title line or a run-in title).
        start: Flow position of the marker.
        end: Flow position after the last character of the unit, children included.
    """

    index: int  # type: ignore[assignment]  # the method of tuples is of no use here
    parent: int | None
    level: int
    marker: str
    kind: SectionKind | None
    heading: tuple[int, int] | None
    start: int
    end: int


class PrintedSpan(NamedTuple):
    """A stretch of the flow that is a record by itself (a recipient, an addressee)."""

    start: int
    end: int


class HeaderFacts(NamedTuple):
    """What the letterhead, the type line and the title say, in canonical form (see `schemas.Header`)."""

    doc_type: DocumentType | None = None
    number: str | None = None
    key: str | None = None
    issuer: str | None = None
    parent_issuer: str | None = None
    place: str | None = None
    issued_on: date | None = None
    title: str | None = None
    urgency: str | None = None
    secrecy: str | None = None
    addressees: tuple[str, ...] = ()
    inferred: tuple[str, ...] = ()


class SignatureFacts(NamedTuple):
    """Who signs, on whose authority (see `schemas.Signature`); the span is that of the block."""

    authority: str | None
    position: str | None
    signer: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A diagnostic in the making: `code` is one of `schemas.vocabulary.DiagnosticCode`."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Reading:
    """A text laid out for reading, with its outline.

    Attributes:
        source: The text as loaded and its normalised working copy.
        flow: The working copy laid out in paragraphs.
        paragraphs: In order; they cover the flow but for the line feeds between them.
        units: The section tree in document order.
        header: What the head of the document says.
        signature: Who signs.
        recipients: The items of `Nơi nhận`.
        remarks: What the outline found odd.
    """

    source: SourceText
    flow: Flow
    paragraphs: tuple[Paragraph, ...]
    units: tuple[Unit, ...] = ()
    header: HeaderFacts = field(default_factory=HeaderFacts)
    signature: SignatureFacts | None = None
    recipients: tuple[PrintedSpan, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @cached_property
    def text(self) -> str:
        """The flow: single spaces inside a paragraph, one line feed between two."""
        return self.flow.text

    def derived(self, derive: Callable[[Reading], _Derived]) -> _Derived:
        """Return ``derive(self)``, which is worked out once: for what several finders ask of one reading."""
        if derive not in self._derivations:
            self._derivations[derive] = derive(self)
        return cast(_Derived, self._derivations[derive])

    @cached_property
    def _derivations(self) -> dict[Callable[[Reading], object], object]:
        return {}

    @cached_property
    def lowered(self) -> str:
        """The flow in small letters; a character stands where it stands in `text`."""
        return lowered(self.text)

    @cached_property
    def rows(self) -> dict[int, Place]:
        """Where each cell of a table stands, by the index of its paragraph; empty where no table is drawn."""
        if not may_have_rows(self.source.text):  # most texts have none: counting asks for no positions
            return {}
        lines = barred_lines(self.source.source)
        if not lines:
            return {}
        filled = [index for index, paragraph in enumerate(self.paragraphs) if paragraph.start < paragraph.end]
        places = self.flow.offsets.starts([self.paragraphs[index].start for index in filled])
        return rows_of(lines, zip(filled, self.source.offsets.starts(places), strict=True))

    @cached_property
    def _later_starts(self) -> list[int]:
        """The starts of all paragraphs but the first, which also holds what stands before it."""
        return [paragraph.start for paragraph in self.paragraphs[1:]]

    @cached_property
    def speaking(self) -> tuple[tuple[int, int], ...]:
        """The flow spans of the paragraphs in which the directive speaks; those side by side are one."""
        spans = []
        begin, last = -1, None
        for paragraph in self.paragraphs:
            if paragraph.part is last:
                continue
            last = paragraph.part
            if last not in SPEAKING:
                if begin >= 0:
                    spans.append((begin, paragraph.start - 1))
                    begin = -1
            elif begin < 0:
                begin = paragraph.start
        if begin >= 0:
            spans.append((begin, self.paragraphs[-1].end))
        return tuple(spans)

    def paragraph_index(self, position: int) -> int:
        """Return the index of the paragraph that holds `position` (logarithmic time)."""
        return bisect_right(self._later_starts, position)

    def paragraph_at(self, position: int) -> Paragraph:
        """Return the paragraph that holds `position` (logarithmic time)."""
        return self.paragraphs[bisect_right(self._later_starts, position)]

    def unit_at(self, position: int) -> Unit | None:
        """Return the innermost unit that holds `position`."""
        index = self.paragraph_at(position).unit
        return None if index is None else self.units[index]

    def ancestors(self, unit: Unit) -> list[Unit]:
        """Return the units that hold `unit`, innermost first."""
        found = []
        while unit.parent is not None:
            unit = self.units[unit.parent]
            found.append(unit)
        return found

    def speaks_at(self, position: int) -> bool:
        """Say whether `position` stands where a directive says what is cited, ordered and due."""
        return self.paragraph_at(position).part in SPEAKING

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the source text that the flow's ``text[start:end]`` was read from."""
        return self.source.span(*self.flow.offsets.span(start, end))
