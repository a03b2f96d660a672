"""The text laid out for reading: one paragraph a line, single spaces inside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, repeat
from operator import add

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


def lay_out(words: Sequence[str], origins: Sequence[int], opening: Sequence[int]) -> tuple[Flow, list[int], list[int]]:
    """Return the flow of a working copy's stretches, and where in it each paragraph begins and ends.

    Paragraphs may come in any order, as the columns of a table ask for. All is done in columns, since most lines of a
    long text are short: it takes a quarter of the time that an append for each of them takes.

    Args:
        words: The stretches, in the order of the flow; of white space they have spaces and tabs.
        origins: Where each begins in the working copy.
        opening: Which of them open a paragraph, the first among them, ascending.

    >>> flow, begins, ends = lay_out(["một  hai", "ba", "bốn"], [0, 10, 13], [0, 2])
    >>> flow.text, begins, ends
    ('một hai ba\\nbốn', [0, 11], [10, 14])
    """
    if not words:
        return Flow("", OffsetMap.of_pieces([], [], [], 0)), [], []
    text, lengths = _joined(words, opening), list(map(len, words))
    places = _places(lengths)
    if wide := _wide(text, places):
        text = _narrowed(text, places, wide)
        words, origins, opening = _parted(words, origins, opening, wide)
        lengths = list(map(len, words))
        places = _places(lengths)
    begins = list(map(places.__getitem__, opening))
    ends = [begin - 1 for begin in (*begins[1:], places.pop())]
    return Flow(text, OffsetMap.of_pieces(places, origins, lengths, len(text))), begins, ends


def _places(lengths: Sequence[int]) -> list[int]:
    """Return where stretches of these `lengths` begin in the flow, and where another one would."""
    return list(accumulate(map(add, lengths, repeat(1)), initial=0))


def _wide(text: str, places: list[int]) -> list[int]:
    """Return the numbers of the stretches at `places` of `text` that have more between two words than a space.

    They are few: to search the text costs half as much as to ask each stretch.
    """
    found: set[int] = set()
    for white in ("  ", "\t"):
        position = text.find(white)
        while position >= 0:
            index = bisect_right(places, position) - 1
            found.add(index)
            position = text.find(white, places[index + 1])
    return sorted(found)


def _joined(words: Sequence[str], opening: Sequence[int]) -> str:
    """Return `words` parted by spaces, those at `opening` by line feeds."""
    if len(opening) == len(words):
        return "\n".join(words)
    parts = [" "] * (2 * len(words))
    for index in opening:
        parts[2 * index] = "\n"
    parts[0] = ""
    parts[1::2] = words
    return "".join(parts)


def _narrowed(text: str, places: Sequence[int], wide: Sequence[int]) -> str:
    """Return `text` with single spaces in the `wide` ones of its stretches, which are at `places`."""
    parts: list[str] = []
    done = 0
    for index in wide:
        begin, end = places[index], places[index + 1] - 1
        parts += (text[done:begin], _SPACES.sub(" ", text[begin:end]))
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _parted(
    words: Sequence[str], origins: Sequence[int], opening: Sequence[int], wide: Sequence[int]
) -> tuple[list[str], list[int], list[int]]:
    """Return the stretches with the `wide` ones taken apart."""
    parted: list[str] = []
    places: list[int] = []
    gained = [0] * (len(words) + 1)
    done = 0
    for index in wide:
        parted += words[done:index]
        places += origins[done:index]
        before = len(parted)
        begin = 0
        for match in (*_SPACES.finditer(words[index]), None):
            parted.append(words[index][begin : match.start() if match else None])
            places.append(origins[index] + begin)
            begin = match.end() if match else begin
        gained[index + 1] = len(parted) - before - 1
        done = index + 1
    parted += words[done:]
    places += origins[done:]
    shifts = list(accumulate(gained))
    return parted, places, [place + shifts[place] for place in opening]
