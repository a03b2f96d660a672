"""What this document does to a cited one, from the cue before the mention and from its place."""

from __future__ import annotations

from extractor.find.citations.draft import Draft
from extractor.reading import Reading

__all__ = ["relate"]


def relate(reading: Reading, drafts: list[Draft]) -> None:
    """Set the relation of every draft."""
