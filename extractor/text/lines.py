"""The lines of a text."""

from __future__ import annotations

from dataclasses import dataclass, field

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
        gaps: How many blank lines stand right above it.
    """

    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)


def split_lines(text: str) -> Lines:
    """Return the lines of `text` that are not blank, in order."""
    lines = Lines()
    start = gap = 0
    for raw in text.split("\n"):
        visible = raw.strip()
        if visible:
            indent = 0 if raw[0] == visible[0] else len(raw) - len(raw.lstrip())
            lines.texts.append(visible)
            lines.starts.append(start + indent)
            lines.indents.append(indent)
            lines.gaps.append(gap if len(lines.gaps) else 0)
            gap = 0
        else:
            gap += 1
        start += len(raw) + 1
    return lines
