"""Which expressions of time bind work in this document, and which work.

The decision adds up signs (`context`) by the weights of `lexicon/deadline_cues.toml`; `explain` shows the sum.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any

from extractor.find.deadlines.context import Clause, Timetables, clause_of, kind_of, signs_of
from extractor.find.deadlines.tasks import task_of
from extractor.find.mentions import CitationMention, DeadlineMention, TimeExpression
from extractor.find.timex.grammar import lower
from extractor.lexicon import load
from extractor.reading import PartOfDocument, Reading

__all__ = ["explain", "find_deadlines"]

#: Parts of the document in which work is ordered; the title names periods, the preamble dates of other documents.
_ORDERING = frozenset({PartOfDocument.PREAMBLE, PartOfDocument.BODY, PartOfDocument.CLOSING})


def find_deadlines(
    reading: Reading, times: list[TimeExpression], citations: list[CitationMention]
) -> list[DeadlineMention]:
    """Return the times that bind work, in order, each with the work that it binds."""
    lowered = lower(reading.text)
    cited = _Spans(citations)
    timetables = Timetables(reading, lowered)
    found: list[DeadlineMention] = []
    previous = 0
    for expression in times:
        paragraph = reading.paragraph_at(expression.start)
        if paragraph.part in _ORDERING and not cited.touch(expression):
            clause = clause_of(reading, lowered, expression)
            if _continues(found, expression, lowered) or _binds(reading, lowered, expression, clause, previous, timetables):
                found.append(DeadlineMention(expression, task_of(reading, expression, clause)))
        previous = expression.end
    return found


def explain(reading: Reading, expression: TimeExpression, previous: int = 0) -> str:
    """Return the sum by which an expression is judged, for whoever sets weights: `day before 3, scheduled +3 = 6`."""
    lowered = lower(reading.text)
    kind = kind_of(expression)
    signs = signs_of(reading, lowered, expression, clause_of(reading, lowered, expression), previous, Timetables(reading, lowered))
    weights = {sign: _weight(kind, sign) for sign in signs}
    parts = [f"{kind} {_cues()['kinds'].get(kind, 0)}", *(f"{sign} {weight:+}" for sign, weight in weights.items())]
    return f"{', '.join(parts)} = {_score(kind, signs)}"


def _binds(reading: Reading, lowered: str, expression: TimeExpression, clause: Clause, previous: int, timetables: Timetables
) -> bool:
    signs = signs_of(reading, lowered, expression, clause, previous, timetables)
    return _score(kind_of(expression), signs) >= int(_cues()["threshold"])


def _continues(found: list[DeadlineMention], expression: TimeExpression, lowered: str) -> bool:
    """Say whether an expression goes on with a list of which a deadline was the member before it."""
    return bool(found) and lowered[found[-1].expression.end : expression.start] in (", ", " và ", ", và ", " hoặc ")


def _score(kind: str, signs: list[str]) -> int:
    """Return the sum of the weights of a kind of expression and of the signs around it."""
    return int(_cues()["kinds"].get(kind, 0)) + sum(_weight(kind, sign) for sign in signs)


def _weight(kind: str, sign: str) -> int:
    weights = _cues()["weights"]
    return int(weights.get(kind, {}).get(sign, weights[sign]))


@cache
def _cues() -> dict[str, Any]:
    return load("deadline_cues")


class _Spans:
    """The spans of cited documents and their titles, for asking whether a time belongs to one."""

    def __init__(self, citations: list[CitationMention]) -> None:
        spans = [(mention.start, mention.end) for mention in citations]
        spans += [mention.title for mention in citations if mention.title is not None]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []  # the furthest end of all spans up to this one
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def touch(self, expression: TimeExpression) -> bool:
        """Say whether an expression begins inside a cited document's mention or title."""
        place = bisect_right(self._starts, expression.start) - 1
        return place >= 0 and self._reach[place] > expression.start
