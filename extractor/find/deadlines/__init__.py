"""Which expressions of time bind work in this document, and which work.

Three questions: does the expression stand where work is ordered and outside the names of other documents; does it go on
with a list of deadlines; else, do the signs around it (`signs_for`, `signs_against`), each with its weight in
`lexicon/deadline_cues.toml`, add up to the threshold. `explain` shows the sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.find.deadlines.cues import base
from extractor.find.deadlines.document import Document
from extractor.find.deadlines.judging import shown, signs_that_bind
from extractor.find.deadlines.surroundings import Surroundings, surroundings_of
from extractor.find.deadlines.tasks import tasks_of
from extractor.find.mentions import CitationMention, DeadlineMention, TimeExpression
from extractor.reading import PartOfDocument, Reading

__all__ = ["explain", "find_deadlines"]

#: What stands between two members of a list; a time that goes on with one of deadlines is one.
_JOINTS = frozenset({", ", " và ", ", và ", " hoặc "})
_LONGEST_JOINT = max(map(len, _JOINTS))

#: Parts of the document in which work is ordered; the title names periods. What a form orders, its notes say.
_ORDERING = frozenset({PartOfDocument.PREAMBLE, PartOfDocument.BODY, PartOfDocument.CLOSING, PartOfDocument.ATTACHMENT})


def find_deadlines(
    reading: Reading, times: list[TimeExpression], citations: list[CitationMention]
) -> list[DeadlineMention]:
    """Return the times that bind work, in order, each with the work that it binds."""
    document = Document(reading, citations)
    cited = _Spans(citations)
    places: list[Surroundings] = []
    grounds: list[tuple[str, ...]] = []
    previous, last = 0, -_LONGEST_JOINT - 1
    paragraph = None
    for expression in times:
        start = expression.start
        if paragraph is None or start > paragraph.end:
            paragraph = reading.paragraph_at(start)
        if paragraph.part in _ORDERING and not cited.hold(start):
            around = surroundings_of(document, paragraph, expression, previous)
            goes_on = start - last <= _LONGEST_JOINT and document.lowered[last:start] in _JOINTS
            signs = ("goes_on",) if goes_on else signs_that_bind(around)
            if signs is not None:
                if places and _says_how_often(places[-1].expression, around):
                    grounds.pop()
                    places.pop()
                grounds.append((around.kind, *signs))
                places.append(around)
                last = expression.end
        previous = expression.end
    return [
        DeadlineMention(around.expression, task, shown)
        for around, task, shown in zip(places, tasks_of(places), grounds, strict=True)
    ]


def explain(
    reading: Reading, expression: TimeExpression, previous: int = 0, citations: Sequence[CitationMention] = ()
) -> str:
    """Return the sum by which an expression is judged, for whoever sets weights: `day before 3, scheduled +3 = 6`."""
    paragraph = reading.paragraph_at(expression.start)
    around = surroundings_of(Document(reading, citations), paragraph, expression, previous)
    weights = shown(around)
    parts = [f"{around.kind} {base(around.kind)}", *(f"{sign} {value:+}" for sign, value in weights.items())]
    return f"{', '.join(parts)} = {base(around.kind) + sum(weights.values())}"


def _says_how_often(earlier: TimeExpression, around: Surroundings) -> bool:
    """Say whether an expression gives the frequency that a bare `định kỳ` before it in its clause leaves open."""
    return earlier.form == "periodic" and earlier.start >= around.start and around.expression.rrule is not None


class _Spans:
    """The spans of cited documents and their titles, for questions in ascending order of position."""

    def __init__(self, citations: list[CitationMention]) -> None:
        spans = [(mention.start, mention.end) for mention in citations]
        spans += [mention.title for mention in citations if mention.title is not None]
        spans.sort(reverse=True)
        self._waiting = spans
        self._reach = 0  # the furthest end of the spans that begin up to the last position

    def hold(self, position: int) -> bool:
        """Say whether a position, which is not before any asked for earlier, stands in one."""
        waiting = self._waiting
        while waiting and waiting[-1][0] <= position:
            self._reach = max(self._reach, waiting.pop()[1])
        return self._reach > position
