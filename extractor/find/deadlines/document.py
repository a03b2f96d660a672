"""What all expressions of time of one document share: its lower-cased flow, its clauses, its timetables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractor.find.deadlines.cues import anywhere, words
from extractor.find.deadlines.facts import Fact, facts_of_document, gives_orders
from extractor.find.deadlines.timetables import Timetables
from extractor.find.mentions import CitationMention, TimeExpression
from extractor.find.table_rows import Tables
from extractor.reading import Paragraph, Reading, Unit
from extractor.text.sentences import sentences

__all__ = ["Document"]

_SEMICOLON = re.compile(r";(?: |$)")


class _Place(NamedTuple):
    """The units that hold a place, innermost first, and what holds there."""

    units: tuple[Unit, ...]
    facts: int


class Document:
    """A reading, prepared for judging its expressions of time in order; each paragraph is looked at once.

    Attributes:
        reading: The document.
        lowered: Its flow in lower case.
        timetables: Where its timetables stand.
        tables: Its tables.
        written_after: The issue date, or, where that is not known, the latest date of a document that it cites.
    """

    def __init__(self, reading: Reading, citations: Sequence[CitationMention] = ()) -> None:
        self.reading = reading
        cited = (citation.issued_on for citation in citations if citation.issued_on is not None)
        self.written_after = reading.header.issued_on or max(cited, default=None)
        self.lowered = reading.lowered
        self.timetables = Timetables(reading, self.lowered)
        self.tables = Tables(reading)
        self._facts = sum(facts_of_document(reading)) + (Fact.TIMETABLES if self.timetables else 0)
        self._outside = _Place((), self._facts)
        self._places: dict[int, _Place] = {}  # by unit
        self._paragraph: Paragraph | None = None
        self._clauses: Sequence[tuple[int, int]] = ()
        self._counted: Paragraph | None = None
        self._results = 0

    def clause(self, paragraph: Paragraph, expression: TimeExpression) -> tuple[int, int]:
        """Return the span of the clause of an expression.

        That is its part, between semicolons, of its sentence or list item without the marker.
        """
        if paragraph is not self._paragraph:
            self._turn_to(paragraph)
        begin, finish, clauses = expression.start, expression.end, self._clauses
        place = bisect_right(clauses, (begin, len(self.lowered))) - 1
        if place < 0:  # the expression begins in the marker
            return begin, max(finish, paragraph.end)
        start, end = clauses[place]
        return start, max(end, finish)

    def place(self, unit: int | None) -> _Place:
        """Return the units that hold what stands in a unit, given by its index, and what holds there."""
        if unit is None:
            return self._outside
        known = self._places.get(unit)
        if known is None:
            known = self._places[unit] = self._place_in(self.reading.units[unit])
        return known

    def _place_in(self, unit: Unit) -> _Place:
        units, facts = self.place(unit.parent)
        if not units and gives_orders(unit.kind, self.reading.header.doc_type):
            facts += Fact.ORDERED
        if not facts & Fact.UNDER_TIME and self._is_about_time(unit):
            facts += Fact.UNDER_TIME
        return _Place((unit, *units), facts)

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
