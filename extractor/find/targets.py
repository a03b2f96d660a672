"""Which quantities someone commits to reach."""

from __future__ import annotations

from extractor.find.mentions import CitationMention, Quantity, TargetMention
from extractor.reading import Reading

__all__ = ["find_targets"]


def find_targets(reading: Reading, quantities: list[Quantity], citations: list[CitationMention]) -> list[TargetMention]:
    """Not written yet."""
    return []
