"""The sum by which an expression is judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from extractor.find.deadlines.cues import base, threshold, weight
from extractor.find.deadlines.signs import Sign
from extractor.find.deadlines.signs_against import AGAINST
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["shown", "signs_that_bind"]


def signs_that_bind(around: Surroundings) -> tuple[str, ...] | None:
    """Return the signs that show, last by how far they exceed the threshold; None where they do not reach it.

    Nothing is asked that cannot change the answer: `reach` is by how far the sum may exceed the threshold at most, with
    all signs for it of which is not known yet that they do not show.
    """
    reach, questions = _plan(around.kind, around.facts)
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
    return {
        name: weight(around.kind, name)
        for name, sign in _SIGNS.items()
        if sign.speaks_of(around.kind) and sign.is_beside(around)
    }


_SIGNS = {**FOR, **AGAINST}
#: The order in which signs are named.
_PLACES = {name: place for place, name in enumerate(_SIGNS)}

#: A sign as it is asked of one kind of expressions, with its weight.
_Question = tuple[Callable[[Surroundings], object], str, int]


#: Texts of an archive ask for a few hundred plans again and again: so many are remembered.
_REMEMBERED = 1024


@lru_cache(_REMEMBERED)
def _plan(kind: str, facts: int) -> tuple[int, tuple[_Question, ...]]:
    """Return by how far a kind may exceed the threshold where `facts` hold, and what is asked of it."""
    questions = tuple(question for sign, question in _questions(kind) if sign.can_show(facts))
    return base(kind) - threshold() + sum(gain for *_, gain in questions if gain > 0), questions


@cache
def _questions(kind: str) -> list[tuple[Sign, _Question]]:
    """Return what may be asked of a kind.

    Signs for it are asked by what they add, then those against it as they stand, last those that only name grounds.
    """
    asked = [(sign, (sign.shows, name, weight(kind, name))) for name, sign in _SIGNS.items() if sign.speaks_of(kind)]
    return sorted(asked, key=lambda entry: (-max(0, entry[1][2]), entry[1][2] == 0))
