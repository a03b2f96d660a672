"""The ways to read a word of a text that may be in an old encoding, and how likely each is."""

from __future__ import annotations

from functools import cache, lru_cache

from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.scoring import noise_score, vietnamese_score, western_score
from corpus.files.encodings.words import Word

__all__ = ["KEPT", "first_scores", "readings", "scores_of", "shown"]

KEPT = ("Unicode", "another language", "no known encoding")
"""The readings that change nothing."""

_FIRST = {KEPT[0]: 0.0, KEPT[1]: -1.0, KEPT[2]: -3.0, "TCVN3": -6.0, "VNI": -6.0, "UTF-8 read as Windows-1252": -6.0}
"""How likely a text is to begin in a reading, before any of it is read."""
_FIRST_OF_RARE = -8.0
_AGAINST_FONT = -8.0
"""What a reading loses on each word whose font shows another encoding: a hint that many odd words outweigh."""
_AGAINST_UNICODE = -1_000.0
"""What all other readings lose on a line that is plainly Unicode."""
_UNEXPLAINED = -15.0
"""A word with a letter for which the encoding has no meaning."""
_REMEMBERED = 20_000


@cache
def readings() -> tuple[str, ...]:
    """Return the names of all readings: first those that keep the letters, then the old encodings."""
    return (*KEPT, *charset_names())


def first_scores() -> list[float]:
    """Return the score of each reading before any word."""
    return [_FIRST.get(reading, _FIRST_OF_RARE) for reading in readings()]


def scores_of(word: Word) -> tuple[float, ...]:
    """Return the score of a word in each reading."""
    if word.plain:
        return _scores_of_plain_line()
    return _scores_of_letters(word.stored, word.hint)


@lru_cache(_REMEMBERED)
def shown(stored: str, reading: str) -> str:
    """Return what stored letters mean in a reading."""
    return stored if reading in KEPT else charset(reading).decode(stored)


@cache
def _scores_of_plain_line() -> tuple[float, ...]:
    return tuple(0.0 if reading == KEPT[0] else _AGAINST_UNICODE for reading in readings())


@lru_cache(_REMEMBERED)
def _scores_of_letters(stored: str, hint: str | None) -> tuple[float, ...]:
    scores = [vietnamese_score(stored), western_score(stored), noise_score(stored)]
    for name in charset_names():
        unexplained = 0.0 if charset(name).explains(stored) else _UNEXPLAINED
        scores.append(vietnamese_score(shown(stored, name)) + unexplained)
    if hint is None:
        return tuple(scores)
    return tuple(
        score if reading == hint else score + _AGAINST_FONT for reading, score in zip(readings(), scores, strict=True)
    )
