"""The cue words of `lexicon/deadline_cues.toml` as patterns, and its weights."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from extractor.find.alternation import any_of, any_of_backwards
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["alternation", "anywhere", "base", "threshold", "weight"]


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
def alternation(name: str, *, backwards: bool = False) -> str:
    """Return a list of cue words as one pattern that prefers the longer of two that begin alike.

    With `backwards` it is for patterns that are matched from their end (`(?r)`), and prefers those that end alike.
    """
    words = [str(word) for word in _cues()["words"][name]]
    return any_of_backwards(words) if backwards else any_of(words)


@cache
def anywhere(name: str) -> re.Pattern[str]:
    """Return the pattern of the cue words of a list, as whole words."""
    return compile_plain(rf"\b{alternation(name)}\b")
