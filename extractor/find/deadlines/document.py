"""What all expressions of time of one document share: its lower-cased flow, its clauses, its timetables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import islice

from extractor.find.deadlines.cues import anywhere, words
from extractor.find.deadlines.timetables import Timetables
from extractor.find.mentions import CitationMention, TimeExpression
from extractor.find.table_rows import Tables
from extractor.reading import Paragraph, Reading, Unit
from extractor.text.sentences import sentences
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["STATUTES", "Document", "Fact"]

_SEMICOLON = re.compile(r";(?: |$)")
#: Documents whose articles make law.
STATUTES = frozenset(
    {
        DocumentType.HIEN_PHAP,
        DocumentType.BO_LUAT,
        DocumentType.LUAT,
        DocumentType.PHAP_LENH,
        DocumentType.LENH,
        DocumentType.NGHI_DINH,
        DocumentType.THONG_TU,
        DocumentType.THONG_TU_LIEN_TICH,
    }
)


class Fact(IntEnum):
    """What holds of a document, or of an expression in it, without which some sign cannot show; sets are sums."""

    # of the document
    TIMETABLES = 1
    TABLES = 2
    QUOTES = 4
    ARTICLES = 8  # there are articles at the top level
    SITUATION = 16  # a section tells how things are
    REPORT = 32
    STATUTE = 64
    # of the expression
    DATED = 128  # it has a day of the calendar
    UNDATED = 256
    FIRST = 512  # no word stands before it in its clause
    COLON = 1024  # a colon does, near it
    BRACKET = 2048  # an opening bracket does


class Document:
    """A reading, prepared for judging its expressions of time in order; each paragraph is looked at once.

    Attributes:
        reading: The document.
        lowered: Its flow in lower case.
        timetables: Where its timetables stand.
        tables: Its tables.
        facts: What holds of it.
        written_after: The issue date, or, where that is not known, the latest date of a document that it cites.
    """

    def __init__(self, reading: Reading, citations: Sequence[CitationMention] = ()) -> None:
        self.reading = reading
        cited = (citation.issued_on for citation in citations if citation.issued_on is not None)
        self.written_after = reading.header.issued_on or max(cited, default=None)
        self.lowered = reading.lowered
        self.timetables = Timetables(reading, self.lowered)
        self.tables = Tables(reading)
        self.facts = sum(self._facts())
        self._paragraph: Paragraph | None = None
        self._clauses: Sequence[tuple[int, int]] = ()
        self._under_time: dict[int, bool] = {}
        self._counted: Paragraph | None = None
        self._results = 0
        self._units: tuple[Unit, ...] = ()

    def _facts(self) -> Iterator[Fact]:
        doc_type, kinds = self.reading.header.doc_type, {unit.kind for unit in self.reading.units}
        if self.timetables:
            yield Fact.TIMETABLES
        if self.reading.rows:
            yield Fact.TABLES
        if '"' in self.lowered:
            yield Fact.QUOTES
        if SectionKind.DIEU_KHOAN in kinds:
            yield Fact.ARTICLES
        if SectionKind.TINH_HINH in kinds:
            yield Fact.SITUATION
        if doc_type is DocumentType.BAO_CAO:
            yield Fact.REPORT
        if doc_type in STATUTES:
            yield Fact.STATUTE

    def clause(self, paragraph: Paragraph, expression: TimeExpression) -> tuple[int, int, tuple[Unit, ...]]:
        """Return the span of the clause of an expression, and the units that hold it, innermost first.

        The clause is its part, between semicolons, of its sentence or list item without the marker.
        """
        if paragraph is not self._paragraph:
            self._turn_to(paragraph)
        begin, finish, clauses = expression.start, expression.end, self._clauses
        place = bisect_right(clauses, (begin, len(self.lowered))) - 1
        if place < 0:  # the expression begins in the marker
            return begin, max(finish, paragraph.end), self._units
        start, end = clauses[place]
        return start, max(end, finish), self._units

    def is_under_time(self, unit: Unit | None) -> bool:
        """Say whether a unit, or one that holds it, is about time."""
        if unit is None:
            return False
        known = self._under_time.get(unit.index)
        if known is None:
            parent = None if unit.parent is None else self.reading.units[unit.parent]
            known = self._under_time[unit.index] = self._is_about_time(unit) or self.is_under_time(parent)
        return known

    def _is_about_time(self, unit: Unit) -> bool:
        """Say whether a unit tells when: by its heading, or by a paragraph that announces, with a colon, its items."""
        if unit.heading is not None and self._names_time(*unit.heading):
            return True
        first = self.reading.paragraph_at(unit.start)
        return self.lowered.endswith(":", first.content, first.end) and self._names_time(first.content, first.end)

    def _names_time(self, start: int, end: int) -> bool:
        """Say whether words begin with what names a time."""
        lowered = self.lowered
        return (
            lowered.startswith(words("time_heading"), start, end)  # most do not, and cost no pattern
            and anywhere("time_heading").match(lowered, start, end) is not None
        )

    def results(self, paragraph: Paragraph) -> int:
        """Count the words of a paragraph that tell what has been done, no more of them than matter."""
        if paragraph is not self._counted:
            self._counted = paragraph
            found = anywhere("result").finditer(self.lowered, paragraph.start, paragraph.end)
            self._results = sum(1 for _ in islice(found, 2))
        return self._results

    def _turn_to(self, paragraph: Paragraph) -> None:
        self._paragraph = paragraph
        innermost = None if paragraph.unit is None else self.reading.units[paragraph.unit]
        if innermost is None:
            self._units = ()
        elif not self._units or self._units[0] is not innermost:
            self._units = (innermost, *self.reading.ancestors(innermost))
        begin = min(max(paragraph.start, paragraph.content), paragraph.end)
        self._clauses = sentences(self.reading.text, begin, paragraph.end)
        if self.lowered.find(";", begin, paragraph.end) >= 0:
            self._clauses = list(self._between_semicolons(self._clauses))

    def _between_semicolons(self, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        for start, end in spans:
            for semicolon in _SEMICOLON.finditer(self.lowered, start, end):
                yield start, semicolon.start()
                start = semicolon.end()
            if start < end:
                yield start, end
