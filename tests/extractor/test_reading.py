"""The working document: where in it a directive speaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.reading import SPEAKING, Paragraph, PartOfDocument, Reading
from extractor.text import lay_out, normalise


def reading_of(parts: list[PartOfDocument]) -> Reading:
    """Return a document of one-word paragraphs in these parts."""
    words = ["lời" for _ in parts]
    flow, begins, ends = lay_out(words, [4 * index for index in range(len(parts))], range(len(parts)))
    places = zip(begins, ends, parts, strict=True)
    paragraphs = tuple(Paragraph(begin, end, part, None, begin) for begin, end, part in places)
    return Reading(normalise("\n".join(words)), flow, paragraphs)


@given(st.lists(st.sampled_from(PartOfDocument), min_size=1, max_size=12))
def test_the_spans_in_which_a_directive_speaks_hold_its_paragraphs_and_no_others(parts: list[PartOfDocument]) -> None:
    reading = reading_of(parts)
    inside = [
        any(start <= paragraph.start and paragraph.end <= end for start, end in reading.speaking)
        for paragraph in reading.paragraphs
    ]
    assert inside == [part in SPEAKING for part in parts]
