"""The sum by which an expression is judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from extractor.find.deadlines.cues import base, threshold, weight
from extractor.find.deadlines.document import Fact
from extractor.find.deadlines.signs_against import AGAINST
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["shown", "signs_that_bind"]


def signs_that_bind(around: Surroundings) -> tuple[str, ...] | None:
    """Return the signs that show, last by how far they exceed the threshold; None where they do not reach it.

    Nothing is asked that cannot change the answer: `reach` is by how far the sum may exceed the threshold at most, with
    all signs for it of which is not known yet that they do not show.
    """
    reach, questions = _plan(around.kind, around.document.facts(around.expression))
    if reach < 0:
        return None
    signs = []
    for shows, sign, gain in questions:
        if shows(around):
            signs.append(sign)
            if gain < 0:
                reach += gain
                if reach < 0:
                    return None
        elif gain > 0:
            reach -= gain
            if reach < 0:
                return None
    signs.sort(key=_PLACES.__getitem__)
    return (*signs, _margin(reach))


def _margin(excess: int) -> str:
    """Return the name of how clear a decision is."""
    return "just" if excess < 1 else "narrowly" if excess < 3 else "clearly" if excess < 6 else "by_far"


def shown(around: Surroundings) -> dict[str, int]:
    """Return all signs that show, with their weights."""
    facts = around.document.facts(around.expression)
    return {
        name: weight(around.kind, name)
        for name, sign in _SIGNS.items()
        if sign.speaks_of(around.kind, facts) and sign.shows(around)
    }


_SIGNS = {**FOR, **AGAINST}
#: The order in which signs are named.
_PLACES = {name: place for place, name in enumerate(_SIGNS)}

#: A sign as it is asked of one kind of expressions, with its weight.
_Question = tuple[Callable[[Surroundings], object], str, int]


@cache
def _plan(kind: str, facts: frozenset[Fact]) -> tuple[int, tuple[_Question, ...]]:
    """Return by how far an expression may exceed the threshold, and what is asked: of few kinds and facts.

    Signs for it are asked by what they add, then those against it as they stand, last those that only name grounds.
    """
    asked = [(name, sign, weight(kind, name)) for name, sign in _SIGNS.items() if sign.speaks_of(kind, facts)]
    asked.sort(key=lambda entry: (-max(0, entry[2]), entry[2] == 0))
    most = base(kind) - threshold() + sum(max(0, gain) for *_, gain in asked)
    return most, tuple((sign.shows, name, gain) for name, sign, gain in asked)
