"""Which expressions of time bind work."""

from __future__ import annotations

from extractor.find.mentions import CitationMention, DeadlineMention, TimeExpression
from extractor.reading import Reading

__all__ = ["find_deadlines"]


def find_deadlines(
    reading: Reading, times: list[TimeExpression], citations: list[CitationMention]
) -> list[DeadlineMention]:
    """Not written yet."""
    return []
