"""The cue words of `lexicon/deadline_cues.toml` as patterns, and its weights."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extractor.find.alternation import any_of, any_of_turned
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["alternation", "anywhere", "base", "threshold", "weight", "words"]


def _cues() -> dict[str, Any]:
    return load("deadline_cues")


def threshold() -> int:
    """Return the sum from which on a time is a deadline."""
    return int(_cues()["threshold"])


def base(kind: str) -> int:
    """Return how ready a kind of expression is to bind work, without any sign."""
    return int(_cues()["kinds"].get(kind, 0))


@cache
def weight(kind: str, sign: str) -> int:
    """Return what a sign weighs beside a kind of expression."""
    weights = _cues()["weights"]
    return int(weights.get(kind, {}).get(sign, weights[sign]))


@cache
def words(name: str) -> tuple[str, ...]:
    """Return a list of cue words."""
    return tuple(str(word) for word in _cues()["words"][name])


@cache
def alternation(name: str, *, turned: bool = False) -> str:
    """Return a list of cue words as one pattern that prefers the longer of two that begin alike.

    With `turned` it is for words that are turned round (`Surroundings.turned`), and prefers those that end alike.
    """
    return any_of_turned(words(name)) if turned else any_of(words(name))


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Return the pattern of the cue words of a list, as whole words.

    It is written so that a search leaps to the letters with which they begin, which it cannot where a pattern begins
    with what stands before them.
    """
    rests: dict[str, dict[str, list[str]]] = {}
    for word in words(name):
        rests.setdefault(word[0], {}).setdefault(word[1], []).append(word[2:])
    return compile_plain("|".join(rf"{first}(?:{_whole(seconds)})\b" for first, seconds in rests.items()))


def _whole(rests: dict[str, list[str]]) -> str:
    """Return the pattern of what follows a first letter, by the second: no letter stands before the two."""
    return "|".join(rf"{second}(?<!\w..){any_of(ends)}" for second, ends in rests.items())
