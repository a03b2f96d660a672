"""What records are called: a letter for their list, and their place in the text."""

from __future__ import annotations

__all__ = ["LETTERS", "record_ids"]

LETTERS = {"sections": "s", "citations": "c", "deadlines": "d", "targets": "t", "responsibilities": "r"}
"""The first letter of the ids of a list."""


def record_ids(layer: str, count: int) -> list[str]:
    """Return the ids of the first `count` findings of a layer: ``c1``, ``c2``."""
    letter = LETTERS[layer]
    return [f"{letter}{number}" for number in range(1, count + 1)]
