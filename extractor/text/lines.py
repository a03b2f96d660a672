"""The lines of a text."""

from __future__ import annotations

from dataclasses import dataclass

import regex

__all__ = ["Line", "split_lines"]

_LINE = regex.compile(r"[^\n]++")


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
    ended = 0  # where the last visible line ended
    for match in _LINE.finditer(text):
        raw = match.group()
        visible = raw.strip()
        if not visible:
            continue
        indent = len(raw) - len(raw.lstrip())
        start = match.start() + indent
        gap = text.count("\n", ended, match.start()) - 1 if lines else 0
        ended = match.end()
        lines.append(Line(start, start + len(visible), visible, indent, gap))
    return lines
