"""What stands around an expression of time."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.find.deadlines.timetables import Timetables
from extractor.find.mentions import TimeExpression
from extractor.reading import Paragraph, Reading, Unit
from extractor.text.sentences import sentences
from schemas.vocabulary import Bound

__all__ = ["Surroundings", "kind_of", "surroundings_of"]

#: How far around an expression its clause is looked at.
_REACH = 240

_KINDS = {
    **dict.fromkeys(("date", "days", "day_range", "day_month", "bare_day_month", "bare_day", "short_year"), "day"),
    **dict.fromkeys(("month", "months", "quarter", "half", "months_of_year"), "period"),
    **dict.fromkeys(("part_of_month", "bare_month_year"), "period"),
    **dict.fromkeys(("year", "part_of_year", "school_year"), "year"),
    **dict.fromkeys(("term", "open_term"), "term"),
    "duration": "length",
    "event": "event",
}
_STRETCHES = {"time": "day", "day": "day", "week": "day", "month": "period", "quarter": "period", "half_year": "period"}
_RECURRENCES = frozenset({"every", "report", "periodic"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """An expression of time with what a sign may look at; texts are in lower case.

    Attributes:
        reading: The document.
        lowered: Its flow in lower case.
        timetables: Where its timetables stand.
        expression: The expression.
        kind: Its kind with its bound, as the lexicon names it: `day before`, `period within`, `every`.
        previous: Where the expression before it ends.
        paragraph: The paragraph that holds it.
        unit: The innermost unit that holds it.
        start: Where its clause begins: the part of its sentence, or list item without the marker, between semicolons.
        end: Where that ends.
        before: What its clause says before it.
        after: What its clause says after it.
    """

    reading: Reading
    lowered: str
    timetables: Timetables
    expression: TimeExpression
    kind: str
    previous: int
    paragraph: Paragraph
    unit: Unit | None
    start: int
    end: int
    before: str
    after: str

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.lowered[self.expression.start : self.expression.end]


def surroundings_of(
    reading: Reading, lowered: str, timetables: Timetables, expression: TimeExpression, previous: int
) -> Surroundings:
    """Return what stands around `expression`; `previous` is where the expression before it ends."""
    paragraph = reading.paragraph_at(expression.start)
    start, end = _clause(reading, lowered, expression, paragraph)
    return Surroundings(
        reading,
        lowered,
        timetables,
        expression,
        kind_of(expression),
        previous,
        paragraph,
        None if paragraph.unit is None else reading.units[paragraph.unit],
        start,
        end,
        lowered[max(start, expression.start - _REACH) : expression.start],
        lowered[expression.end : min(end, expression.end + _REACH)],
    )


def _clause(reading: Reading, lowered: str, expression: TimeExpression, paragraph: Paragraph) -> tuple[int, int]:
    start, end = min(max(paragraph.start, paragraph.content), expression.start), paragraph.end
    for first, last in sentences(reading.text, start, end):
        if first <= expression.start < last:
            start, end = first, max(last, expression.end)
            break
    semicolon = lowered.rfind("; ", start, expression.start)
    start = semicolon + 2 if semicolon >= 0 else start
    semicolon = lowered.find(";", expression.end, end)
    return start, semicolon if semicolon >= 0 else end


def kind_of(expression: TimeExpression) -> str:
    """Return the kind of an expression with its bound, as the lexicon names it."""
    if expression.bound is Bound.RECURRING:
        if expression.rrule == "FREQ=DAILY":
            return "daily"
        return expression.form if expression.form in _RECURRENCES else "frequency"
    kind = _STRETCHES.get(expression.granularity, "year") if expression.form == "stretch" else _KINDS[expression.form]
    return f"{kind} {expression.bound}"
