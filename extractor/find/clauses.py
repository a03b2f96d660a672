"""The clause around a position: what a rule about a mention may look at."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from extractor.reading import Paragraph, Reading

__all__ = ["Clause", "clause_around"]

#: No clause is read farther than this to either side.
_REACH = 240

_BREAK = regex.compile(r"[;:]|[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch between two full stops, semicolons or colons, in flow positions."""

    paragraph: Paragraph
    start: int
    end: int
    before: str  # its words up to the mention, in lower case
    after: str  # its words from the end of the mention, in lower case


def clause_around(reading: Reading, start: int, end: int) -> Clause:
    """Return the clause that holds the mention ``[start, end)``."""
    text, paragraph = reading.text, reading.paragraph_at(start)
    floor = max(paragraph.content, start - _REACH)
    ceiling = min(paragraph.end, end + _REACH)
    first = floor
    for stop in _BREAK.finditer(text, floor, start):
        first = stop.end()
    follow = _BREAK.search(text, end, ceiling)
    last = follow.start() if follow else ceiling
    while first < start and text[first] in " -+*":
        first += 1
    return Clause(paragraph, first, last, text[first:start].lower(), text[end:last].lower())
