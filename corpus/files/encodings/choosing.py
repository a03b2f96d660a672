"""Which reading each word of a text has: the likeliest course through all words.

Most texts are in one encoding from end to end, some change between paragraphs or runs. Every word has a score in every
reading, and a change of reading has a cost that one odd word does not outweigh: the best course is found by dynamic
programming (Viterbi), in time proportional to the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

__all__ = ["best_course"]


def best_course(steps: Iterable[tuple[Sequence[float], float]], first: Sequence[float]) -> list[int]:
    """Return the index of the reading of each step on the likeliest course.

    A step is the scores of one word in each reading, and what a change of reading before it costs (negative);
    ``first`` scores the readings at the start.

    >>> best_course([((0, -9), -5), ((-9, 0), -5), ((-9, 0), -5)], (0, 0))
    [0, 1, 1]
    """
    totals = list(first)
    history: list[tuple[list[float], float]] = []
    for scores, change in steps:
        changed = max(totals) + change
        history.append((totals, changed))
        totals = [(total if total >= changed else changed) + score for total, score in zip(totals, scores, strict=True)]
    course: list[int] = []
    reading = totals.index(max(totals))
    for before, changed in reversed(history):
        course.append(reading)
        if before[reading] < changed:
            reading = before.index(max(before))
    course.reverse()
    return course
