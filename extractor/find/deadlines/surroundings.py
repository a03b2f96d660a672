"""What stands around an expression of time."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.find.deadlines.document import Document
from extractor.find.deadlines.facts import Fact, facts_of_expression
from extractor.find.mentions import TimeExpression
from extractor.reading import Paragraph, PartOfDocument, Reading, Unit
from schemas.vocabulary import Bound, Granularity, SectionKind

__all__ = ["Surroundings", "surroundings_of"]

#: How far around an expression its clause is looked at.
_REACH = 240

_NOTHING_MORE = re.compile(r"[ .:;|)]*(?:\((?:thứ|chủ)[^()\n]{1,12}\)[ .:;|)]*)?")

_KINDS = {
    **dict.fromkeys(
        ("date", "days", "day_range", "day_month", "bare_day_month", "bare_day", "short_year", "same_day"), "day"
    ),
    **dict.fromkeys(("month", "months", "quarter", "quarters", "half", "months_of_year", "this"), "period"),
    **dict.fromkeys(("part_of_month", "bare_month_year", "part_of_term"), "period"),
    **dict.fromkeys(("year", "bare_year", "part_of_year", "end_of_year"), "year"),
    "year_cell": "cell",
    **dict.fromkeys(("term", "open_term", "school_year"), "term"),
    "duration": "length",
    "event": "event",
}
_STRETCHES = {"time": "day", "day": "day", "week": "day", "month": "period", "quarter": "period", "half_year": "period"}
_RECURRENCES = frozenset({"every", "report", "periodic"})
_DAILY = "FREQ=DAILY"
_ATTACHMENT, _ATTACHED = PartOfDocument.ATTACHMENT, int(Fact.ATTACHED)


class Surroundings(NamedTuple):
    """An expression of time with what a sign may look at; texts are in lower case.

    Attributes:
        document: The document.
        lowered: Its flow in lower case.
        expression: The expression.
        kind: Its kind with its bound, as the lexicon names it: `day before`, `period within`, `every`.
        previous: Where the expression before it ends.
        paragraph: The paragraph that holds it.
        units: The units that hold it, innermost first.
        unit: The first of them.
        start: Where its clause begins.
        end: Where that ends.
        before: What its clause says before it.
        after: What its clause says after it.
        words: The expression itself.
        facts: What holds of the document, of the place and of the expression.
        turned: `before`, turned round, letter by letter, for the patterns of what stands right before the expression.
    """

    document: Document
    lowered: str
    expression: TimeExpression
    kind: str
    previous: int
    paragraph: Paragraph
    units: tuple[Unit, ...]
    unit: Unit | None
    start: int
    end: int
    before: str
    after: str
    words: str
    facts: int
    turned: str

    @property
    def reading(self) -> Reading:
        """The reading of the document."""
        return self.document.reading

    @property
    def section_kind(self) -> SectionKind | None:
        """What the top-level section is about in which the expression stands."""
        return self.units[-1].kind if self.units else None

    @property
    def headings(self) -> list[tuple[int, int]]:
        """Where the headings stand of the units that hold it, innermost first."""
        return [unit.heading for unit in self.units if unit.heading is not None]

    @property
    def is_undated(self) -> bool:
        """Whether the expression has no day of the calendar."""
        return self.expression.first is None and self.expression.last is None

    @property
    def ends_paragraph(self) -> bool:
        """Whether nothing follows it but a weekday in brackets."""
        return _NOTHING_MORE.fullmatch(self.after) is not None


def surroundings_of(
    document: Document, paragraph: Paragraph, expression: TimeExpression, previous: int
) -> Surroundings:
    """Return what stands around `expression` in its paragraph; `previous` is where the expression before it ends."""
    lowered = document.lowered
    start, end = document.clause(paragraph, expression)
    units, facts = document.place(paragraph.unit)
    if paragraph.part is _ATTACHMENT:
        facts += _ATTACHED
    begin, finish = expression.start, expression.end
    before, words = lowered[max(start, begin - _REACH) : begin], lowered[begin:finish]
    return Surroundings(
        document,
        lowered,
        expression,
        _kind_of(expression.form, expression.bound, expression.granularity, expression.rrule == _DAILY),
        previous,
        paragraph,
        units,
        units[0] if units else None,
        start,
        end,
        before,
        lowered[finish : min(end, finish + _REACH)],
        words,
        facts + facts_of_expression(expression, before, words),
        before[::-1],
    )


@cache
def _kind_of(form: str, bound: Bound, granularity: Granularity, daily: bool) -> str:
    """Return the kind of an expression with its bound, as the lexicon names it."""
    if form == "school_year" and bound is Bound.FROM:
        return "school from"
    if bound is Bound.RECURRING:
        return "daily" if daily else form if form in _RECURRENCES else "frequency"
    kind = _STRETCHES.get(granularity, "year") if form == "stretch" else _KINDS[form]
    return f"{kind} {bound}"
