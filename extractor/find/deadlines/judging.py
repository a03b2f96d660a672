"""The sum by which an expression is judged."""

from __future__ import annotations

from functools import cache

from extractor.find.deadlines.cues import base, threshold, weight
from extractor.find.deadlines.signs_against import AGAINST
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["shown", "signs_that_bind"]


def signs_that_bind(around: Surroundings) -> tuple[str, ...] | None:
    """Return the signs that show, last by how far they exceed the threshold; None where they do not reach it.

    Signs against are asked only about what the others make a deadline, and nothing is asked that cannot change the
    answer.
    """
    total, least = base(around.kind), threshold()
    signs = []
    for name, rest in _plan(around.kind):
        if total + rest < least:
            return None
        if FOR[name](around):
            total += weight(around.kind, name)
            signs.append(name)
    for name, shows in AGAINST.items():
        if total < least:
            return None
        if shows(around):
            total += weight(around.kind, name)
            signs.append(name)
    if total < least:
        return None
    return (*signs, _margin(total - least))


def _margin(excess: int) -> str:
    """Return the name of how clear a decision is."""
    return "just" if excess < 1 else "narrowly" if excess < 3 else "clearly" if excess < 6 else "by_far"


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
