"""The ways to read a word of a text that may be in an old encoding, and how likely each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from corpus.files.encodings.charsets import charset, charset_names
from corpus.files.encodings.choosing import best_course
from corpus.files.encodings.scoring import noise_score, vietnamese_score, western_score
from corpus.files.encodings.stored import as_bytes
from corpus.files.encodings.words import Border, Word

__all__ = ["KEPT", "Choice", "choose", "shown"]

KEPT = ("Unicode", "another language", "no known encoding")
"""The readings that change nothing."""

_FIRST = {KEPT[0]: 0.0, KEPT[1]: -1.0, KEPT[2]: -3.0, "TCVN3": -6.0, "VNI": -6.0, "UTF-8 read as Windows-1252": -6.0}
_FIRST_OF_RARE = -8.0
_CHANGES = {Border.SPACE: -10.0, Border.LINE: -6.0, Border.FONT: -3.0}
_AGAINST_FONT = -6.0
"""What a reading loses on each word whose font shows another encoding: a hint that many odd words outweigh."""
_AGAINST_UNICODE = -1_000.0
"""What all other readings lose on a line that is plainly Unicode."""
_BARRED = -10_000.0
_ENOUGH = 20.0
"""By how much an old encoding must explain its words better than Unicode does, among lines that are Unicode."""
_UNEXPLAINED = -15.0
"""A word with a letter for which the encoding has no meaning."""
_LEAST_LEAD = 4.0
"""By how much an old encoding must beat each other, summed over its words, not to be in doubt (50 to 1)."""
_SAMPLES = 3
_SAMPLE_LETTERS = 20
_REMEMBERED = 20_000
_ODD = 12.0
"""How much better an old encoding explains a single word that is kept for the sake of its neighbours."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A reading for each word.

    ``converted`` names the old encodings among them, the most frequent first; ``doubts`` says what could be read in
    more than one way; ``unread`` has some of the words, as stored, that look like bytes of an encoding that is not
    known.
    """

    readings: tuple[str, ...]
    converted: tuple[str, ...]
    doubts: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """A word as stored, its scores, the index of the reading chosen for it, and how often it occurs so."""

    stored: str
    scores: Sequence[float]
    chosen: int
    count: int

    @property
    def reading(self) -> str:
        return _readings()[self.chosen]


def choose(words: Sequence[Word]) -> Choice:
    """Choose a reading for each word of a document."""
    scores = [_scores(word) for word in words]
    barred: frozenset[int] = frozenset()
    course = _course(words, scores, barred)
    in_unicode = any(word.plain for word in words)
    while in_unicode and (weak := _weak(words, scores, course)):
        barred |= weak
        course = _course(words, scores, barred)
    counts: Counter[tuple[str, tuple[float, ...], int]] = Counter(
        (word.stored, score, chosen)
        for word, score, chosen in zip(words, scores, course, strict=True)
        if not word.plain
    )
    verdicts = [_Verdict(*key, count) for key, count in counts.items()]
    unread = (verdict.stored[:_SAMPLE_LETTERS] for verdict in verdicts if _is_unread(verdict.stored, verdict.reading))
    return Choice(
        readings=tuple(_readings()[index] for index in course),
        converted=tuple(_converted(verdicts)),
        doubts=tuple(_doubts(verdicts, in_unicode)),
        unread=tuple(islice(dict.fromkeys(unread), _SAMPLES)),
    )


def _course(words: Sequence[Word], scores: Sequence[tuple[float, ...]], barred: frozenset[int]) -> list[int]:
    first = [_FIRST.get(reading, _FIRST_OF_RARE) for reading in _readings()]
    steps: Iterable[tuple[Sequence[float], float]] = (
        (score, _CHANGES[word.border]) for word, score in zip(words, scores, strict=True)
    )
    if barred:
        steps = (
            ([_BARRED if index in barred else value for index, value in enumerate(score)], change)
            for score, change in steps
        )
    return best_course(steps, first)


def _weak(words: Sequence[Word], scores: Sequence[tuple[float, ...]], course: Sequence[int]) -> frozenset[int]:
    """Name the old encodings that explain little in a document that has lines in Unicode, and that no font names."""
    gains: dict[int, float] = {}
    for word, score, chosen in zip(words, scores, course, strict=True):
        if chosen >= len(KEPT):
            hinted = word.hint == _readings()[chosen]
            gain = _ENOUGH if hinted else score[chosen] - max(score[: len(KEPT)])
            gains[chosen] = gains.get(chosen, 0.0) + gain
    return frozenset(reading for reading, gain in gains.items() if gain < _ENOUGH)


@lru_cache(_REMEMBERED)
def shown(stored: str, reading: str) -> str:
    """Return what stored letters mean in a reading."""
    return stored if reading in KEPT else charset(reading).decode(stored)


@cache
def _readings() -> tuple[str, ...]:
    return (*KEPT, *charset_names())


def _scores(word: Word) -> tuple[float, ...]:
    if word.plain:
        return _scores_of_plain_line()
    return _scores_of_letters(word.stored, word.hint)


@cache
def _scores_of_plain_line() -> tuple[float, ...]:
    return tuple(0.0 if reading == KEPT[0] else _AGAINST_UNICODE for reading in _readings())


@lru_cache(_REMEMBERED)
def _scores_of_letters(stored: str, hint: str | None) -> tuple[float, ...]:
    scores = [vietnamese_score(stored), western_score(stored), noise_score(stored)]
    for name in charset_names():
        unexplained = 0.0 if charset(name).explains(stored) else _UNEXPLAINED
        scores.append(vietnamese_score(shown(stored, name)) + unexplained)
    if hint is None:
        return tuple(scores)
    return tuple(
        score if reading == hint else score + _AGAINST_FONT for reading, score in zip(_readings(), scores, strict=True)
    )


def _is_unread(stored: str, reading: str) -> bool:
    if stored.isascii():
        return False
    if reading == KEPT[2]:
        return as_bytes(stored) is not None
    return reading not in KEPT and not charset(reading).explains(stored)


def _converted(verdicts: Sequence[_Verdict]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for verdict in verdicts:
        if verdict.reading not in KEPT and not verdict.stored.isascii():
            counts[verdict.reading] += verdict.count
    return (reading for reading, _ in counts.most_common())


def _doubts(verdicts: Sequence[_Verdict], in_unicode: bool) -> Iterator[str]:
    """Name each reading that was chosen on words that another explains nearly as well, and each other.

    Where the document has lines that are plainly Unicode, a word that is kept among them needs to be odder.
    """
    for chosen, name in enumerate(_readings()):
        part = [verdict for verdict in verdicts if verdict.chosen == chosen]
        kept = name in KEPT
        if kept:
            odd = (verdict.stored for verdict in part if _is_odd(verdict))
            yield from (f"{stored}: {name}, or an old encoding" for stored in islice(odd, 1))
        if not part or name == KEPT[2] or (kept and in_unicode):
            continue
        for other, alternative in enumerate(_readings()):
            if kept and alternative in KEPT:
                continue
            lead = sum((verdict.scores[chosen] - verdict.scores[other]) * verdict.count for verdict in part)
            if lead >= (0 if kept else _LEAST_LEAD):
                continue
            if any(shown(verdict.stored, name) != shown(verdict.stored, alternative) for verdict in part):
                yield f"{name} or {alternative}"


def _is_odd(verdict: _Verdict) -> bool:
    return len(verdict.stored) > 1 and max(verdict.scores) - verdict.scores[verdict.chosen] > _ODD
