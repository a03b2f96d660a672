"""Fixed phrases, all of them found in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import AnyStr, TypeAlias

import ahocorasick

__all__ = ["Occurrence", "PhraseScanner", "PhrasesScanner", "occurrences"]

#: Where a phrase begins, and the phrase.
Occurrence: TypeAlias = tuple[int, str]


def occurrences(text: AnyStr, phrase: AnyStr, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `phrase` begins in ``text[start:end]``, in order, none across another.

    >>> list(occurrences(b"a1 b2 a3", b"a"))
    [0, 6]
    """
    place = text.find(phrase, start, end)
    while place >= 0:
        yield place
        place = text.find(phrase, place + len(phrase), end)


class PhraseScanner:
    """Finds every occurrence of any of its phrases; time does not grow with their number.

    >>> list(PhraseScanner(["kế hoạch", "hoạch định"]).scan("kế hoạch định kỳ"))
    [(0, 'kế hoạch'), (3, 'hoạch định')]
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for phrase in phrases:
            self._automaton.add_word(phrase, phrase)
        self._automaton.make_automaton()

    def scan(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Occurrence]:
        """Yield start and phrase of every occurrence in ``text[start:end]``, in the order of their ends.

        Occurrences may overlap; positions are those in `text`.
        """
        # The automaton copies all of the string that it is given, whatever part of it is to be read.
        part = text[start:end]
        for last, phrase in self._automaton.iter(part):
            yield start + last + 1 - len(phrase), phrase


class PhrasesScanner:
    """Finds every occurrence of the phrases of several lists in one pass over a text.

    >>> PhrasesScanner(["kế hoạch"], ["hoạch định", "kế hoạch"]).scan("kế hoạch định kỳ")
    ([(0, 'kế hoạch')], [(0, 'kế hoạch'), (3, 'hoạch định')])
    """

    def __init__(self, *lists: Iterable[str]) -> None:
        self._count = len(lists)
        places: dict[str, list[int]] = {}
        for place, phrases in enumerate(lists):
            for phrase in dict.fromkeys(phrases):
                places.setdefault(phrase, []).append(place)
        self._automaton = ahocorasick.Automaton()
        for phrase, of in places.items():
            self._automaton.add_word(phrase, (len(phrase) - 1, phrase, of))
        self._automaton.make_automaton()

    def scan(self, text: str) -> tuple[list[Occurrence], ...]:
        """Return for each list the occurrences of its phrases, in the order of their ends."""
        found: tuple[list[Occurrence], ...] = tuple([] for _ in range(self._count))
        for last, (length, phrase, places) in self._automaton.iter(text):
            for place in places:
                found[place].append((last - length, phrase))
        return found
