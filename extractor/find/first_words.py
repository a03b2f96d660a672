"""The words from which finders begin, all of them found in one pass over the text.

The pass takes hardly longer for the words of all finders than for those of one.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.reading import Reading
from extractor.text.phrases import Occurrence, PhrasesScanner

__all__ = ["FirstWords", "first_words", "scan_first_words"]


class FirstWords(NamedTuple):
    """Where the words of each finder stand in the lower-cased flow, in the order of their ends."""

    citations: list[Occurrence]
    times: list[Occurrence]
    commitments: list[Occurrence]
    amounts: list[Occurrence]
    schedules: list[Occurrence]
    enacting: list[Occurrence]
    chairs: list[Occurrence]


def first_words(reading: Reading) -> FirstWords:
    """Return the first words in `reading`; they are looked for once."""
    return reading.derived(_of_reading)


def scan_first_words(lowered: str) -> FirstWords:
    """Return the first words in a text in small letters."""
    return FirstWords(*_scanner().scan(lowered))


def _of_reading(reading: Reading) -> FirstWords:
    return scan_first_words(reading.lowered)


@cache
def _scanner() -> PhrasesScanner:
    # Imported when first needed: these are parts of the finders that ask this module.
    from extractor.find.citations.anchors import first_words_of_citations
    from extractor.find.deadlines.timetables import words_of_schedules
    from extractor.find.quantities.finder import first_words_of_amounts
    from extractor.find.responsibilities.chairs import words_of_chairs
    from extractor.find.responsibilities.enacting import words_of_enacting
    from extractor.find.targets.places import words_of_commitment
    from extractor.find.timex.anchors import first_words_of_times

    return PhrasesScanner(
        first_words_of_citations(),
        first_words_of_times(),
        words_of_commitment(),
        first_words_of_amounts(),
        words_of_schedules(),
        words_of_enacting(),
        words_of_chairs(),
    )
