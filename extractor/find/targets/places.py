"""Where a target can stand: the paragraphs in which numbers are worth reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.find.first_words import first_words
from extractor.find.targets.standing import Standing, Standings
from extractor.lexicon import load
from extractor.reading import Paragraph, PartOfDocument, Reading

__all__ = ["PARTS", "places_of_targets", "words_of_commitment"]

#: Parts of a document in which it commits to something.
PARTS = frozenset({PartOfDocument.BODY, PartOfDocument.CLOSING, PartOfDocument.PREAMBLE})


def places_of_targets(reading: Reading) -> list[Paragraph]:
    """Return the paragraphs in which a target can stand, in order; there is none in the others.

    In a statute nothing but a word of commitment makes a target, and it stands before it in its paragraph. So a gazette
    of tables costs one pass for a dozen words, where the numbers of its cells took a quarter of the time of extraction.
    """
    if Standings(reading).outside is Standing.STATUTE:
        return list(_committing(reading))
    return [paragraph for paragraph in reading.paragraphs if paragraph.part in PARTS]


def _committing(reading: Reading) -> Iterator[Paragraph]:
    """Yield the paragraphs that hold a word of commitment, or letters that look like one."""
    reached = 0
    for position, _ in first_words(reading).commitments:
        if position >= reached:
            paragraph = reading.paragraph_at(position)
            reached = paragraph.end
            if paragraph.part in PARTS:
                yield paragraph


def words_of_commitment() -> Iterable[str]:
    """Return the words, in small letters, without which nothing in a statute is a target."""
    goals = load("target_cues")["goals"]
    return (*goals["words"], *goals["nouns"])
