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
def alternation(name: str, *, backwards: bool = False) -> str:
    """Return a list of cue words as one pattern that prefers the longer of two that begin alike.

    With `backwards` it is for patterns that are matched from their end (`(?r)`), and prefers those that end alike.
    """
    return _factored([str(word) for word in _cues()["words"][name]], backwards=backwards)


@cache
def anywhere(name: str) -> regex.Pattern[str]:
    """Return the pattern of the cue words of a list, as whole words."""
    return regex.compile(rf"\b{alternation(name)}\b")


def _factored(words: list[str], *, backwards: bool = False) -> str:
    """Return a pattern for `words` that names what some share once: it is searched two or three times faster.

    >>> _factored(["báo cáo", "bàn giao", "báo"])
    '(?:b(?:àn giao|áo(?: cáo)?))'
    >>> _factored(["gửi", "phải gửi"], backwards=True)
    '(?:(?:phải )?gửi)'
    """
    at, rest = (-1, slice(None, -1)) if backwards else (0, slice(1, None))
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[at], []).append(word[rest])
    branches = []
    for shared, others in sorted(by_letter.items()):
        while all(others) and len({other[at] for other in others}) == 1:
            shared = others[0][at] + shared if backwards else shared + others[0][at]
            others = [other[rest] for other in others]
        parts = [
            regex.escape(shared, literal_spaces=True),
            _factored(others, backwards=backwards) if any(others) else "",
        ]
        branches.append("".join(reversed(parts) if backwards else parts))
    return f"(?:{'|'.join(branches)})" + ("?" if "" in words else "")
