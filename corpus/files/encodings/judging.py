"""A reading for each word of a document, and what remains in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from corpus.files.encodings.charsets import charset
from corpus.files.encodings.choosing import best_course
from corpus.files.encodings.readings import KEPT, first_scores, readings, scores_of, shown
from corpus.files.encodings.stored import as_bytes
from corpus.files.encodings.words import Border, Word

__all__ = ["Choice", "choose"]

_CHANGES = {Border.SPACE: -10.0, Border.LINE: -9.0, Border.FONT: -3.0}
"""What a change of reading costs between two words, by what lies between them."""
_BARRED = -10_000.0
_ENOUGH = 20.0
"""By how much an old encoding must explain its words better than Unicode or the main one, to stand beside them."""
_LEAST_LEAD = 4.0
"""By how much an old encoding must beat each other, summed over its words, not to be in doubt (50 to 1)."""
_ODD = 12.0
"""How much better an old encoding explains a single word that is kept for the sake of its neighbours."""
_SAMPLES = 3
_SAMPLE_LETTERS = 20

Scores = tuple[float, ...]


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
    scores: Scores
    chosen: int
    count: int

    @property
    def reading(self) -> str:
        return readings()[self.chosen]


def choose(words: Sequence[Word]) -> Choice:
    """Choose a reading for each word of a document."""
    scores = [scores_of(word) for word in words]
    barred: frozenset[int] = frozenset()
    course = _course(words, scores, barred)
    in_unicode = any(word.plain for word in words)
    while weak := _weak(words, scores, course, in_unicode):
        barred |= weak
        course = _course(words, scores, barred)
    if not in_unicode:
        course = _reclaimed(words, scores, course)
    counts: Counter[tuple[str, Scores, int]] = Counter(
        (word.stored, score, chosen)
        for word, score, chosen in zip(words, scores, course, strict=True)
        if not word.plain
    )
    verdicts = [_Verdict(*key, count) for key, count in counts.items()]
    unread = (verdict.stored[:_SAMPLE_LETTERS] for verdict in verdicts if _is_unread(verdict.stored, verdict.reading))
    return Choice(
        readings=tuple(readings()[index] for index in course),
        converted=tuple(_converted(verdicts)),
        doubts=tuple(_doubts(verdicts, in_unicode)),
        unread=tuple(islice(dict.fromkeys(unread), _SAMPLES)),
    )


def _course(words: Sequence[Word], scores: Sequence[Scores], barred: frozenset[int]) -> list[int]:
    steps: Iterable[tuple[Sequence[float], float]] = (
        (score, _CHANGES[word.border]) for word, score in zip(words, scores, strict=True)
    )
    if barred:
        steps = (
            ([_BARRED if index in barred else value for index, value in enumerate(score)], change)
            for score, change in steps
        )
    return best_course(steps, first_scores())


def _weak(words: Sequence[Word], scores: Sequence[Scores], course: Sequence[int], in_unicode: bool) -> frozenset[int]:
    """Return the old encodings that explain little, beside Unicode or another old encoding, and that no font names."""
    main = _main(course)
    if main is None:
        return frozenset()
    gains: dict[int, float] = {}
    for word, score, chosen in zip(words, scores, course, strict=True):
        if chosen >= len(KEPT) and (in_unicode or chosen != main):
            others = score[: len(KEPT)] if chosen == main else (*score[: len(KEPT)], score[main])
            gain = _ENOUGH if word.hint == readings()[chosen] else score[chosen] - max(others)
            gains[chosen] = gains.get(chosen, 0.0) + gain
    return frozenset(reading for reading, gain in gains.items() if gain < _ENOUGH)


def _main(course: Sequence[int]) -> int | None:
    """Return the old encoding of most words, if there is any."""
    counts = Counter(chosen for chosen in course if chosen >= len(KEPT))
    return counts.most_common(1)[0][0] if counts else None


def _reclaimed(words: Sequence[Word], scores: Sequence[Scores], course: list[int]) -> list[int]:
    """Give back to the main encoding what was kept for the sake of plain words: names, codes, English terms.

    In a document without Unicode, the marked words alone decide on a stretch that was kept.
    """
    main = _main(course)
    if main is None:
        return course
    reclaimed = list(course)
    for kept, places in groupby(range(len(course)), key=lambda place: course[place] < len(KEPT)):
        marked = [place for place in places if kept and not words[place].stored.isascii()]
        if sum(scores[place][main] - scores[place][course[place]] for place in marked) > -_LEAST_LEAD:
            for place in marked:
                reclaimed[place] = main
    return reclaimed


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
    for chosen, name in enumerate(readings()):
        part = [verdict for verdict in verdicts if verdict.chosen == chosen]
        kept = name in KEPT
        if kept:
            odd = (verdict.stored for verdict in part if _is_odd(verdict))
            yield from (f"{stored}: {name}, or an old encoding" for stored in islice(odd, 1))
        if not part or name == KEPT[2] or (kept and in_unicode):
            continue
        for other, alternative in enumerate(readings()):
            if kept and alternative in KEPT:
                continue
            lead = sum((verdict.scores[chosen] - verdict.scores[other]) * verdict.count for verdict in part)
            if lead >= (0 if kept else _LEAST_LEAD):
                continue
            if any(shown(verdict.stored, name) != shown(verdict.stored, alternative) for verdict in part):
                yield f"{name} or {alternative}"


def _is_odd(verdict: _Verdict) -> bool:
    return len(verdict.stored) > 1 and max(verdict.scores) - verdict.scores[verdict.chosen] > _ODD
