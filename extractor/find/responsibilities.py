"""Which bodies are answerable for work."""

from __future__ import annotations

from extractor.find.mentions import BodyMention, CitationMention, ResponsibilityMention
from extractor.reading import Reading

__all__ = ["find_responsibilities"]


def find_responsibilities(
    reading: Reading, bodies: list[BodyMention], citations: list[CitationMention]
) -> list[ResponsibilityMention]:
    """Not written yet."""
    return []
