"""What stands around an expression of time."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from extractor.find.deadlines.document import Document, Fact
from extractor.find.mentions import TimeExpression
from extractor.reading import Paragraph, Reading, Unit
from schemas.vocabulary import Bound, Granularity, SectionKind

__all__ = ["Surroundings", "kind_of", "surroundings_of"]

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


class Surroundings(NamedTuple):
    """An expression of time with what a sign may look at; texts are in lower case.

    Attributes:
        document: The document.
        expression: The expression.
        kind: Its kind with its bound, as the lexicon names it: `day before`, `period within`, `every`.
        previous: Where the expression before it ends.
        paragraph: The paragraph that holds it.
        units: The units that hold it, innermost first.
        start: Where its clause begins.
        end: Where that ends.
        before: What its clause says before it.
        after: What its clause says after it.
        words: The expression itself.
        facts: What holds of the document and of the expression.
        turned: `before`, turned round, letter by letter, for the patterns of what stands right before the expression.
    """

    document: Document
    expression: TimeExpression
    kind: str
    previous: int
    paragraph: Paragraph
    units: tuple[Unit, ...]
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
    def unit(self) -> Unit | None:
        """The innermost unit that holds the expression."""
        return self.units[0] if self.units else None

    @property
    def lowered(self) -> str:
        """The flow of the document in lower case."""
        return self.document.lowered

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
    start, end, units = document.clause(paragraph, expression)
    begin, finish = expression.start, expression.end
    before = lowered[max(start, begin - _REACH) : begin]
    return Surroundings(
        document,
        expression,
        kind_of(expression),
        previous,
        paragraph,
        units,
        start,
        end,
        before,
        lowered[finish : min(end, finish + _REACH)],
        lowered[begin:finish],
        document.facts + _facts(expression, before),
        before[::-1],
    )


def _facts(expression: TimeExpression, before: str) -> int:
    """Return what holds of an expression, as the sum of its facts."""
    facts = _UNDATED if expression.first is None and expression.last is None else _DATED
    if ":" in before[-_LABEL:]:
        facts += _COLON
    if "(" in before:
        facts += _BRACKET
    return facts if before.strip(" -+*|(") else facts + _FIRST


#: A label and what stands between its colon and the expression are no longer than this.
_LABEL = 64
#: As plain numbers, for speed.
_DATED, _UNDATED, _FIRST, _COLON, _BRACKET = map(int, (Fact.DATED, Fact.UNDATED, Fact.FIRST, Fact.COLON, Fact.BRACKET))


def kind_of(expression: TimeExpression) -> str:
    """Return the kind of an expression with its bound, as the lexicon names it."""
    return _kind_of(expression.form, expression.bound, expression.granularity, expression.rrule == "FREQ=DAILY")


@cache
def _kind_of(form: str, bound: Bound, granularity: Granularity, daily: bool) -> str:
    if form == "school_year" and bound is Bound.FROM:
        return "school from"
    if bound is Bound.RECURRING:
        return "daily" if daily else form if form in _RECURRENCES else "frequency"
    kind = _STRETCHES.get(granularity, "year") if form == "stretch" else _KINDS[form]
    return f"{kind} {bound}"
