"""Numbers with their comparator and unit."""

from __future__ import annotations

from extractor.find.mentions import Quantity
from extractor.reading import Reading

__all__ = ["find_quantities"]


def find_quantities(reading: Reading) -> list[Quantity]:
    """Not written yet."""
    return []
