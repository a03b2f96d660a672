"""Which expressions of time bind work in this document, and which work.

Three questions: does the expression stand where work is ordered and outside the names of other documents; does it go on
with a list of deadlines; else, do the signs around it (`signs_for`, `signs_against`), each with its weight in
`lexicon/deadline_cues.toml`, add up to the threshold. `explain` shows the sum.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extractor.find.deadlines.cues import base
from extractor.find.deadlines.document import Document
from extractor.find.deadlines.judging import shown, signs_that_bind
from extractor.find.deadlines.surroundings import Surroundings, surroundings_of
from extractor.find.deadlines.tasks import tasks_of
from extractor.find.mentions import CitationMention, DeadlineMention, TimeExpression
from extractor.reading import PartOfDocument, Reading

__all__ = ["explain", "find_deadlines"]

#: Parts of the document in which work is ordered; the title names periods. What a form orders, its notes say.
_ORDERING = frozenset({PartOfDocument.PREAMBLE, PartOfDocument.BODY, PartOfDocument.CLOSING, PartOfDocument.ATTACHMENT})


def find_deadlines(
    reading: Reading, times: list[TimeExpression], citations: list[CitationMention]
) -> list[DeadlineMention]:
    """Return the times that bind work, in order, each with the work that it binds."""
    document = Document(reading, citations)
    cited = _Spans(citations)
    found: list[DeadlineMention] = []
    places: list[Surroundings] = []
    previous = 0
    for expression in times:
        if reading.paragraph_at(expression.start).part in _ORDERING and not cited.hold(expression.start):
            around = surroundings_of(document, expression, previous)
            goes_on = _continues(found, expression, document.lowered)
            grounds = ("goes_on",) if goes_on else signs_that_bind(around)
            if grounds is not None:
                if found and _says_how_often(found[-1].expression, around):
                    found.pop()
                    places.pop()
                found.append(DeadlineMention(expression, None, (around.kind, *grounds)))
                places.append(around)
        previous = expression.end
    return [replace(deadline, task=task) for deadline, task in zip(found, tasks_of(places), strict=True)]


def explain(
    reading: Reading, expression: TimeExpression, previous: int = 0, citations: Sequence[CitationMention] = ()
) -> str:
    """Return the sum by which an expression is judged, for whoever sets weights: `day before 3, scheduled +3 = 6`."""
    around = surroundings_of(Document(reading, citations), expression, previous)
    weights = shown(around)
    parts = [f"{around.kind} {base(around.kind)}", *(f"{sign} {value:+}" for sign, value in weights.items())]
    return f"{', '.join(parts)} = {base(around.kind) + sum(weights.values())}"


def _continues(found: list[DeadlineMention], expression: TimeExpression, lowered: str) -> bool:
    """Say whether an expression goes on with a list of which a deadline was the member before it."""
    return bool(found) and lowered[found[-1].expression.end : expression.start] in (", ", " và ", ", và ", " hoặc ")


def _says_how_often(earlier: TimeExpression, around: Surroundings) -> bool:
    """Say whether an expression gives the frequency that a bare `định kỳ` before it in its clause leaves open."""
    return earlier.form == "periodic" and earlier.start >= around.start and around.expression.rrule is not None


class _Spans:
    """The spans of cited documents and their titles."""

    def __init__(self, citations: list[CitationMention]) -> None:
        spans = [(mention.start, mention.end) for mention in citations]
        spans += [mention.title for mention in citations if mention.title is not None]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []  # the furthest end of all spans up to this one
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def hold(self, position: int) -> bool:
        """Say whether a position stands in one (logarithmic time)."""
        place = bisect_right(self._starts, position) - 1
        return place >= 0 and self._reach[place] > position
