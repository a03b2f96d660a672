"""The sum by which an expression is judged."""

from __future__ import annotations

from functools import cache

from extractor.find.deadlines.cues import base, threshold, weight
from extractor.find.deadlines.signs_against import AGAINST
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["binds", "shown"]


def binds(around: Surroundings) -> bool:
    """Say whether the weights of the signs that show reach the threshold.

    Signs against are asked only about what the others make a deadline, and nothing is asked that cannot change the
    answer.
    """
    total, least = base(around.kind), threshold()
    for name, rest in _plan(around.kind):
        if total + rest < least:
            return False
        if FOR[name](around):
            total += weight(around.kind, name)
    for name, shows in AGAINST.items():
        if total < least:
            return False
        if shows(around):
            total += weight(around.kind, name)
    return total >= least


def shown(around: Surroundings) -> dict[str, int]:
    """Return all signs that show, with their weights."""
    questions = {**FOR, **AGAINST}
    return {name: weight(around.kind, name) for name, shows in questions.items() if shows(around)}


@cache
def _plan(kind: str) -> tuple[tuple[str, int], ...]:
    """Return the signs for, in order, each with the most that it and those after it can add."""
    names = list(FOR)
    return tuple(
        (name, sum(max(0, weight(kind, later)) for later in names[place:])) for place, name in enumerate(names)
    )
