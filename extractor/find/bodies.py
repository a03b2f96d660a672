"""Names of bodies."""

from __future__ import annotations

from extractor.find.mentions import BodyMention, CitationMention
from extractor.reading import Reading

__all__ = ["find_bodies"]


def find_bodies(reading: Reading, citations: list[CitationMention]) -> list[BodyMention]:
    """Not written yet."""
    return []
