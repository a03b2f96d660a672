"""Mentions of other documents."""

from __future__ import annotations

from extractor.find.mentions import CitationMention
from extractor.reading import Reading

__all__ = ["find_citations"]


def find_citations(reading: Reading) -> list[CitationMention]:
    """Not written yet."""
    return []
