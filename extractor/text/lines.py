"""The lines of a text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Lines", "split_lines"]


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines that are not blank, without their surrounding white space, in columns.

    A gazette has a hundred thousand lines, a number each; an object for each would cost more than all that is done
    with most of them.

    Attributes:
        texts: What is visible of each line.
        starts: The position of its first visible character in the working copy.
        indents: How many columns stand before it.
        gaps: How many blank lines stand right above it; none above the first.
    """

    texts: list[str]
    starts: list[int]
    indents: list[int]
    gaps: list[int]


def split_lines(text: str) -> Lines:
    """Return the lines of `text` that are not blank, in order."""
    texts: list[str] = []
    starts: list[int] = []
    indents: list[int] = []
    gaps: list[int] = []
    start = gap = 0
    for raw in text.split("\n"):
        visible = raw.strip()
        if visible:
            indent = 0 if raw[0] == visible[0] else len(raw) - len(raw.lstrip())
            texts.append(visible)
            starts.append(start + indent)
            indents.append(indent)
            gaps.append(gap)
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    if gaps:
        gaps[0] = 0
    return Lines(texts, starts, indents, gaps)
