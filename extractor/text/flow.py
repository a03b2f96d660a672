"""The text laid out for reading: one paragraph a line, single spaces inside it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractor.text.offsets import OffsetMap

__all__ = ["Flow", "FlowBuilder"]

_SPACES = regex.compile(r"\s\s+|[^\S ]")


@dataclass(frozen=True, slots=True)
class Flow:
    """A text in which white space means only two things: a word break (space) or a paragraph break (line feed).

    Attributes:
        text: The paragraphs, joined by single line feeds.
        offsets: Leads from the flow to the text that it was built from.
    """

    text: str
    offsets: OffsetMap


class FlowBuilder:
    """Builds a `Flow` from stretches of a text.

    The stretches of one paragraph ascend; paragraphs may come in any order, as the columns of a table ask for.

    >>> builder = FlowBuilder("một  hai\\n\\nba\\nbốn")
    >>> builder.paragraph([(0, 8), (10, 12)]), builder.paragraph([(13, 16)])
    ((0, 10), (11, 14))
    >>> builder.build().text
    'một hai ba\\nbốn'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._parts: list[str] = []
        self._offsets = OffsetMap()
        self._length = 0
        self._consumed = 0  # position in the text up to which it has been used
        self._shift: int | None = None  # how far the text is ahead of the flow while it is copied one to one

    def paragraph(self, pieces: list[tuple[int, int]]) -> tuple[int, int]:
        """Append a paragraph made of `pieces` (spans of the text, ascending); return its span in the flow."""
        if self._length:
            self._separate("\n", pieces[0][0])
        start = self._length
        for number, (begin, end) in enumerate(pieces):
            if number:
                self._separate(" ", begin)
            self._copy(begin, end)
        return start, self._length

    def build(self) -> Flow:
        """Return the flow of all paragraphs so far."""
        self._offsets.close(self._length, self._consumed)
        return Flow("".join(self._parts), self._offsets)

    def _separate(self, separator: str, until: int) -> None:
        # A separator in the place of one character goes on with the piece before: most lines end so.
        if until - self._consumed != 1 or self._consumed - self._length != self._shift:
            self._offsets.add(self._length, self._consumed, edited=True)
            self._shift = None
        self._parts.append(separator)
        self._length += 1
        self._consumed = until

    def _copy(self, begin: int, end: int) -> None:
        printed = self._text[begin:end]
        if "  " not in printed and printed.isprintable():  # of all white space only the plain space is printable
            self._plain(begin, end)
            return
        position = begin
        for match in _SPACES.finditer(self._text, begin, end):
            self._plain(position, match.start())
            self._separate(" ", match.end())
            position = match.end()
        self._plain(position, end)

    def _plain(self, begin: int, end: int) -> None:
        if begin < end:
            if begin - self._length != self._shift:
                self._offsets.add(self._length, begin)
                self._shift = begin - self._length
            self._parts.append(self._text[begin:end])
            self._length += end - begin
        self._consumed = end
