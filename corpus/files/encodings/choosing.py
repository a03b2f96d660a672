"""Which reading each word of a text has: the likeliest course through all words.

Most texts are in one encoding from end to end, some change between paragraphs or runs. Every word has a score in every
reading, and a change of reading has a cost that one odd word does not outweigh: the best course is found by dynamic
programming (Viterbi), in time proportional to the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Step", "best_course"]


@dataclass(frozen=True, slots=True)
class Step:
    """One word: its score in each reading, and what a change of reading before it costs (negative)."""

    scores: Sequence[float]
    change: float


def best_course(steps: Sequence[Step], first: Sequence[float]) -> list[int]:
    """Return the index of the reading of each step on the likeliest course; ``first`` scores the readings at the start.

    >>> best_course([Step((0, -9), -5), Step((-9, 0), -5), Step((-9, 0), -5)], (0, 0))
    [0, 1, 1]
    """
    totals = list(first)
    came_from: list[list[int]] = []
    for step in steps:
        leader = max(range(len(totals)), key=totals.__getitem__)
        changed = totals[leader] + step.change
        froms = [index if total >= changed else leader for index, total in enumerate(totals)]
        totals = [max(total, changed) + score for total, score in zip(totals, step.scores, strict=True)]
        came_from.append(froms)
    if not steps:
        return []
    course = [max(range(len(totals)), key=totals.__getitem__)]
    for froms in reversed(came_from[1:]):
        course.append(froms[course[-1]])
    course.reverse()
    return course
