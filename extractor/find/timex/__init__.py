"""Expressions of time: dates, periods, recurrences, lengths of time and events, with the words that say their bound.

`rules` says what cores look like, `heads` with which words they begin, `anchors` where they may begin, `grammar` finds
them, `cores` reads them, `leads` reads the words before them, `compose` makes expressions of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.find.first_words import first_words
from extractor.find.mentions import TimeExpression
from extractor.find.timex.compose import compose
from extractor.find.timex.cores import read_core
from extractor.find.timex.grammar import scan
from extractor.find.timex.items import Item
from extractor.reading import PartOfDocument, Reading

__all__ = ["find_times"]


def find_times(reading: Reading) -> list[TimeExpression]:
    """Return every expression of time outside the noise, in order and without overlap, binding or not."""
    lowered = reading.lowered
    noise = PartOfDocument.NOISE
    silent = [(paragraph.start, paragraph.end) for paragraph in reading.paragraphs if paragraph.part is noise]
    items: list[Item] = []
    for core in scan(lowered, first_words(reading).times, silent):
        items += read_core(core)
    return list(compose(lowered, items, reading.header.issued_on, _term_end(reading, lowered, items)))


def _term_end(reading: Reading, lowered: str, items: Sequence[Item]) -> int | None:
    """Return the last year of the term that the document is about: the only one in its title, else in all of it."""
    ends: set[int | None] = set()
    in_title: set[int | None] = set()
    for item in items:
        if item.form == "term" and item.printed is not None and lowered.startswith("nhiệm kỳ", item.start):
            ends.add(item.printed.last_year)
            if reading.paragraph_at(item.start).part is PartOfDocument.TITLE:
                in_title.add(item.printed.last_year)
    for years in (in_title, ends):
        if len(years) == 1:
            return next(iter(years))
    return None
