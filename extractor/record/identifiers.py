"""What records are called: a letter for their list, and their place in the text."""

from __future__ import annotations

__all__ = ["LETTERS", "record_id"]

LETTERS = {"sections": "s", "citations": "c", "deadlines": "d", "targets": "t", "responsibilities": "r"}
"""The first letter of the ids of a list."""


def record_id(layer: str, index: int) -> str:
    """Return the id of the finding at `index`, from 0: ``c1``."""
    return f"{LETTERS[layer]}{index + 1}"
