"""The lines of a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Line", "split_lines"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, without its surrounding white space.

    Attributes:
        start: Position of its first visible character in the working copy.
        end: Position after its last visible character.
        text: ``working_copy[start:end]``.
        indent: Columns before it.
        gap: Number of blank lines right above it.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    start = blank = 0
    for raw in text.split("\n"):
        hanging = raw.lstrip()
        visible = hanging.rstrip()
        if visible:
            indent = len(raw) - len(hanging)
            first = start + indent
            lines.append(Line(first, first + len(visible), visible, indent, blank if lines else 0))
            blank = 0
        else:
            blank += 1
        start += len(raw) + 1
    return lines
