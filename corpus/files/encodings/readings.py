"""The ways to read a word of a text that may be in an old encoding, and how likely each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.choosing import Step, best_course
from corpus.files.encodings.scoring import noise_score, vietnamese_score, western_score
from corpus.files.encodings.stored import as_bytes
from corpus.files.encodings.words import Word

__all__ = ["KEPT", "Choice", "choose", "shown"]

KEPT = ("Unicode", "another language", "no known encoding")
"""The readings that change nothing."""

_FIRST = {KEPT[0]: 0.0, KEPT[1]: -1.0, KEPT[2]: -3.0, "TCVN3": -6.0, "VNI": -6.0, "UTF-8 read as Windows-1252": -6.0}
_FIRST_OF_RARE = -8.0
_CHANGE_IN_LINE = -10.0
_CHANGE_OF_LINE = -6.0
_CHANGE_OF_FONT = -3.0
_AGAINST_FONT = -6.0
"""What a reading loses on each word whose font shows another encoding: a hint that many odd words outweigh."""
_UNEXPLAINED = -15.0
"""A word with a letter for which the encoding has no meaning."""
_LEAST_LEAD = 4.0
"""By how much an old encoding must beat each other, summed over its words, not to be in doubt (50 to 1)."""
_SAMPLES = 3
_ODD = 12.0
"""How much better an old encoding explains a single word that is kept for the sake of its neighbours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading for each word.

    ``doubts`` says what could be read in more than one way; ``unread`` has some of the words, as stored, that look like
    bytes of an encoding that is not known.
    """

    readings: tuple[str, ...]
    doubts: tuple[str, ...]
    unread: tuple[str, ...]


def choose(words: Sequence[Word]) -> Choice:
    """Choose a reading for each word of a document."""
    scores = [_scores(word) for word in words]
    steps = [Step(score, _change(word)) for word, score in zip(words, scores, strict=True)]
    course = best_course(steps, [_FIRST.get(reading, _FIRST_OF_RARE) for reading in _readings()])
    readings = tuple(_readings()[index] for index in course)
    unread = (word.stored for word, reading in zip(words, readings, strict=True) if _is_unread(word.stored, reading))
    return Choice(readings, tuple(_doubts(words, scores, course)), tuple(islice(dict.fromkeys(unread), _SAMPLES)))


def shown(stored: str, reading: str) -> str:
    """Return what stored letters mean in a reading."""
    return stored if reading in KEPT else charset(reading).decode(stored)


@cache
def _readings() -> tuple[str, ...]:
    return (*KEPT, *charset_names())


def _is_unread(stored: str, reading: str) -> bool:
    if reading == KEPT[2]:
        return not stored.isascii() and as_bytes(stored) is not None
    return reading not in KEPT and not charset(reading).explains(stored)


def _change(word: Word) -> float:
    if word.after_other_font:
        return _CHANGE_OF_FONT
    return _CHANGE_OF_LINE if word.after_line_end else _CHANGE_IN_LINE


def _scores(word: Word) -> Sequence[float]:
    scores = _scores_of_letters(word.stored)
    if word.hint is None:
        return scores
    return [
        score if reading == word.hint else score + _AGAINST_FONT
        for reading, score in zip(_readings(), scores, strict=True)
    ]


@cache
def _scores_of_letters(stored: str) -> tuple[float, ...]:
    scores = [vietnamese_score(stored), western_score(stored), noise_score(stored)]
    for name in charset_names():
        unexplained = 0.0 if charset(name).explains(stored) else _UNEXPLAINED
        scores.append(vietnamese_score(shown(stored, name)) + unexplained)
    return tuple(scores)


def _doubts(words: Sequence[Word], scores: Sequence[Sequence[float]], course: Sequence[int]) -> Iterator[str]:
    """Name each reading that was chosen on words that another explains nearly as well, and each other."""
    names = _readings()
    for chosen in sorted(set(course)):
        kept = names[chosen] in KEPT
        part = [
            (word.stored, score) for word, score, index in zip(words, scores, course, strict=True) if index == chosen
        ]
        for other, name in enumerate(names):
            if kept and name in KEPT:
                continue
            lead = sum(score[chosen] - score[other] for _, score in part)
            differing = any(shown(stored, names[chosen]) != shown(stored, name) for stored, _ in part)
            if differing and lead < (0 if kept else _LEAST_LEAD):
                yield f"{names[chosen]} or {name}"
        if kept:
            odd = next((stored for stored, score in part if max(score) - score[chosen] > _ODD), None)
            if odd:
                yield f"{odd}: {names[chosen]}, or an old encoding"
