"""The work that a deadline binds."""

from __future__ import annotations

from extractor.find.deadlines.context import Clause
from extractor.find.mentions import TimeExpression
from extractor.reading import Reading

__all__ = ["task_of"]


def task_of(reading: Reading, expression: TimeExpression, clause: Clause) -> tuple[int, int] | None:
    """Return the flow span of the work: the clause of the expression."""
    return (clause.start, clause.end)
