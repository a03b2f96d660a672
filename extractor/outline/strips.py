"""Strips: the stretches of printed lines that belong together, whole lines or cells of a drawn or spaced-out table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload

from extractor.text import Lines

__all__ = ["Strip", "Strips", "columns"]

#: What parts two columns that are set side by side: a tab, or as many spaces as no justified line has.
_GUTTER = re.compile(r"[ \t]{3,}|\t[ \t]?| \t")


class Strip(NamedTuple):
    """A stretch of one line: a tuple, which is made in a third of the time that a data class takes.

    Attributes:
        start: Position of its first visible character in the working copy.
        end: Position after its last visible character.
        text: ``working_copy[start:end]``.
        indent: Columns before it in its line.
        gap: Number of blank lines right above its line.
        line: Number of its line among the visible ones.
        column: Number of its cell in a table drawn with bars; 0 for a line that is no part of one.
        room: How wide the cell is; 0 where that is not known.
        dirt: It is the specks before a line, not words.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    line: int
    column: int = 0
    room: int = 0
    dirt: bool = False

    def cut(self, begin: int, end: int) -> Strip:
        """Return the strip of ``text[begin:end]``, whose ends are visible."""
        start = self.start
        return Strip(
            start + begin,
            start + end,
            self.text[begin:end],
            self.indent + begin,
            self.gap,
            self.line,
            self.column,
            self.room,
            self.dirt,
        )


@dataclass(slots=True)
class Strips(Sequence[Strip]):
    """The strips of a page, in columns; a `Strip` is made only for him who asks for one.

    Of the hundred thousand strips of a gazette most are asked for nothing but their words, and what few of them hold is
    looked for in the whole page at once.

    Attributes:
        page: The working copy, with the words of the strips where they stand.
        texts: The words of each strip; for this and the other columns see `Strip`.
        printed: The words of each strip as they stand in the working copy; in `texts` lost capitals may be back.
    """

    page: str
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    rooms: list[int] = field(default_factory=list)
    dirt: list[bool] = field(default_factory=list)

    printed: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.printed = self.texts  # until the first word is changed

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Strip: ...
    @overload
    def __getitem__(self, index: slice) -> list[Strip]: ...
    def __getitem__(self, index: int | slice) -> Strip | list[Strip]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self.texts)))]
        start, text = self.starts[index], self.texts[index]
        return Strip(
            start,
            start + len(text),
            text,
            self.indents[index],
            self.gaps[index],
            self.lines[index],
            self.columns[index],
            self.rooms[index],
            self.dirt[index],
        )

    def append(self, strip: Strip) -> None:
        """Add `strip`, which stands behind all others."""
        self.texts.append(strip.text)
        self.starts.append(strip.start)
        self.indents.append(strip.indent)
        self.gaps.append(strip.gap)
        self.lines.append(strip.line)
        self.columns.append(strip.column)
        self.rooms.append(strip.room)
        self.dirt.append(strip.dirt)

    @classmethod
    def of_lines(cls, page: str, lines: Lines) -> Strips:
        """Return the lines of `page`, each a strip."""
        none = [0] * len(lines.texts)
        numbers = list(range(len(none)))
        no_dirt = [False] * len(none)
        return cls(page, lines.texts, lines.starts, lines.indents, lines.gaps, numbers, none, none, no_dirt)

    def add_lines(self, lines: Lines, first: int, end: int, gap: int) -> None:
        """Add the lines from number `first` to `end`, each a strip; `gap` more blank lines stand over the first."""
        count = end - first
        if not count:
            return
        self.texts += lines.texts[first:end]
        self.starts += lines.starts[first:end]
        self.indents += lines.indents[first:end]
        self.gaps += lines.gaps[first:end]
        self.gaps[-count] += gap
        self.lines += range(first, end)
        self.columns += [0] * count
        self.rooms += [0] * count
        self.dirt += [False] * count

    def holding(self, *phrases: str, within: range) -> list[int]:
        """Return the places of the strips at the places `within` (some) that hold one of `phrases`, ascending.

        The page is searched, a character a nanosecond; to ask strip after strip takes five times as long.
        """
        begin, end = self._span(within)
        found: set[int] = set()
        for phrase in phrases:
            position = self.page.find(phrase, begin, end)
            while position >= 0:
                place = self.at(position)
                if phrase in self.texts[place]:
                    found.add(place)
                onward = self.starts[place + 1] if place + 1 < len(self.starts) else end
                position = self.page.find(phrase, onward, end)
        return sorted(found)

    def occurrences(self, *phrases: str, within: range) -> int:
        """Return how often `phrases` stand at the places `within` (some), in no phrase twice."""
        begin, end = self._span(within)
        return sum(self.page.count(phrase, begin, end) for phrase in phrases)

    def _span(self, within: range) -> tuple[int, int]:
        last = within[-1]
        return self.starts[within[0]], self.starts[last] + len(self.texts[last])

    def at(self, position: int) -> int:
        """Return the place of the last strip that begins at `position` or before it; the first, if none does."""
        return max(bisect_right(self.starts, position) - 1, 0)

    def reprint(self) -> None:
        """Make the page read as its strips do, whose words have changed and are as long as they were."""
        parts: list[str] = []
        done = 0
        for start, text in zip(self.starts, self.texts, strict=True):
            parts += (self.page[done:start], text)
            done = start + len(text)
        self.page = "".join((*parts, self.page[done:]))


def columns(strip: Strip) -> list[Strip]:
    """Return the parts of `strip` that stand in columns set side by side by tabs or spaces."""
    text = strip.text
    if "   " not in text and "\t" not in text:
        return [strip]
    parts: list[Strip] = []
    position = 0
    for match in (*_GUTTER.finditer(text), None):
        until = match.start() if match else len(text)
        if until > position:
            parts.append(strip.cut(position, until))
        if match:
            position = match.end()
    return parts
