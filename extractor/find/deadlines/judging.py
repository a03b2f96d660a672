"""The sum by which an expression is judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

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
    plan = _plan(around.kind)
    excess, signs = plan.excess, set()
    for question in plan.speaking_for:
        if excess + question.rest < 0:
            return None
        if question.shows(around):
            excess += question.weight
            signs.add(question.sign)
    for question in plan.speaking_against:
        if excess < 0:
            return None
        if question.shows(around):
            excess += question.weight
            signs.add(question.sign)
    if excess < 0:
        return None
    return (*(sign for sign in _ORDER if sign in signs), _margin(excess))


def _margin(excess: int) -> str:
    """Return the name of how clear a decision is."""
    return "just" if excess < 1 else "narrowly" if excess < 3 else "clearly" if excess < 6 else "by_far"


def shown(around: Surroundings) -> dict[str, int]:
    """Return all signs that show, with their weights."""
    questions = {**FOR, **AGAINST}
    return {
        name: weight(around.kind, name)
        for name, sign in questions.items()
        if sign.speaks_of(around.kind) and sign.shows(around)
    }


class _Question(NamedTuple):
    """A sign as it is asked of one kind of expressions; `rest` is the most that it and those after it can add."""

    sign: str
    shows: Callable[[Surroundings], object]
    weight: int
    rest: int


class _Plan(NamedTuple):
    """What is asked of one kind of expressions; `excess` is by how far it exceeds the threshold without any sign."""

    excess: int
    speaking_for: tuple[_Question, ...]
    speaking_against: tuple[_Question, ...]


#: The order in which signs are named.
_ORDER = (*FOR, *AGAINST)


@cache
def _plan(kind: str) -> _Plan:
    """Return the signs that speak of a kind: those for it by what they can add, those against it as they stand."""
    able = [(name, sign, weight(kind, name)) for name, sign in FOR.items() if sign.speaks_of(kind)]
    able.sort(key=lambda entry: -entry[2])
    gains = [max(0, gain) for *_, gain in able]
    return _Plan(
        base(kind) - threshold(),
        tuple(_Question(name, sign.shows, gain, sum(gains[at:])) for at, (name, sign, gain) in enumerate(able)),
        tuple(
            _Question(name, sign.shows, weight(kind, name), 0) for name, sign in AGAINST.items() if sign.speaks_of(kind)
        ),
    )
