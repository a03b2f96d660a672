"""The cue words of `lexicon/deadline_cues.toml` as patterns, and its weights."""

from __future__ import annotations

from functools import cache
from typing import Any

import regex

from extractor.lexicon import load

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
def alternation(name: str) -> str:
    """Return a list of cue words as an alternation, longer ones first."""
    return "|".join(sorted(map(regex.escape, _cues()["words"][name]), key=len, reverse=True))


@cache
def anywhere(name: str) -> regex.Pattern[str]:
    """Return the pattern of the cue words of a list, as whole words."""
    return regex.compile(rf"(?<!\w)(?:{alternation(name)})(?!\w)")
