"""The text laid out for reading: one paragraph a line, single spaces inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import regex

from extractor.text.offsets import OffsetMap

__all__ = ["Flow", "lay_out"]

_SPACES = regex.compile(r"\s\s+|\t")


@dataclass(frozen=True, slots=True)
class Flow:
    """A text in which white space means only two things: a word break (space) or a paragraph break (line feed).

    Attributes:
        text: The paragraphs, joined by single line feeds.
        offsets: Leads from the flow to the text that it was built from.
    """

    text: str
    offsets: OffsetMap


def lay_out(words: Sequence[str], origins: Sequence[int], opening: Sequence[int]) -> tuple[Flow, list[tuple[int, int]]]:
    """Return the flow of a working copy's stretches, and the span of each paragraph in it.

    Paragraphs may come in any order, as the columns of a table ask for. All is done in columns, since most lines of a
    long text are short: it takes a quarter of the time that an append for each of them takes.

    Args:
        words: The stretches, in the order of the flow; of white space they have spaces and tabs.
        origins: Where each begins in the working copy.
        opening: Which of them open a paragraph, the first among them, ascending.

    >>> flow, spans = lay_out(["một  hai", "ba", "bốn"], [0, 10, 13], [0, 2])
    >>> flow.text, spans
    ('một hai ba\\nbốn', [(0, 10), (11, 14)])
    """
    if not words:
        return Flow("", OffsetMap.of_pieces([], [], [])), []
    text = _joined(words, opening)
    if "  " in text or "\t" in text:
        words, origins, opening = _parted(words, origins, opening)
        text = _joined(words, opening)
    begins = list(accumulate((len(word) + 1 for word in words), initial=0))
    first = [begins[place] for place in opening]
    ends = [begin - 1 for begin in (*first[1:], begins.pop())]
    return Flow(text, OffsetMap.of_pieces(begins, origins, list(map(len, words)))), list(zip(first, ends, strict=True))


def _joined(words: Sequence[str], opening: Sequence[int]) -> str:
    """Return `words` parted by spaces, those at `opening` by line feeds."""
    parts = [" "] * (2 * len(words))
    for place in opening:
        parts[2 * place] = "\n"
    parts[0] = ""
    parts[1::2] = words
    return "".join(parts)


def _parted(
    words: Sequence[str], origins: Sequence[int], opening: Sequence[int]
) -> tuple[list[str], list[int], list[int]]:
    """Return the stretches with those taken apart that have more between two words than a space."""
    parted: list[str] = []
    places: list[int] = []
    firsts: list[int] = []
    for word, origin in zip(words, origins, strict=True):
        firsts.append(len(parted))
        done = 0
        if "  " in word or "\t" in word:
            for match in _SPACES.finditer(word):
                parted.append(word[done : match.start()])
                places.append(origin + done)
                done = match.end()
        parted.append(word[done:] if done else word)
        places.append(origin + done)
    return parted, places, [firsts[place] for place in opening]
