"""Expressions of time."""

from __future__ import annotations

from extractor.find.mentions import TimeExpression
from extractor.reading import Reading

__all__ = ["find_times"]


def find_times(reading: Reading) -> list[TimeExpression]:
    """Not written yet."""
    return []
