"""The clause around a position: what a rule about a mention may look at."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.reading import Paragraph, Reading

__all__ = ["REACH", "Clause", "clause_around"]

#: No clause is read farther than this to either side.
REACH = 240

_BREAK = re.compile(r"[;:]|[.!?…](?=\s|$)")
#: The same for words that are turned round, letter by letter: the last break before a mention is the first of these.
_BREAK_BEFORE = re.compile(r"[;:.!?…](?:(?<=[;:])|(?<!\S.))")


class Clause(NamedTuple):
    """The stretch between two full stops, semicolons or colons, in flow positions."""

    paragraph: Paragraph
    start: int
    end: int
    before: str  # its words up to the mention, in lower case
    after: str  # its words from the end of the mention, in lower case


def clause_around(reading: Reading, start: int, end: int) -> Clause:
    """Return the clause that holds the mention ``[start, end)``."""
    text, lowered, paragraph = reading.text, reading.lowered, reading.paragraph_at(start)
    floor = max(paragraph.content, start - REACH)
    ceiling = min(paragraph.end, end + REACH)
    stop = _BREAK_BEFORE.search(text[floor:start][::-1])
    first = start - stop.start() if stop else floor
    follow = _BREAK.search(text, end, ceiling)
    last = follow.start() if follow else ceiling
    while first < start and text[first] in " -+*":
        first += 1
    return Clause(paragraph, first, last, lowered[first:start], lowered[end:last])
