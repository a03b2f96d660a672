"""Fixed phrases in capitals whose letters, not only their marks, a scanner misread: `CHÌ TH!`, `KÊ HOẠCN`.

The patterns of the outline compare bare shapes, so lost marks do not trouble them. What is left is compared here by
likeness, and only where something is surely wrong: a line of well-formed syllables never comes this far.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import regex

from extractor.outline.shapes import EDGES, fold
from extractor.patterns import compile_plain

__all__ = ["closest", "closest_beginning", "is_damaged"]

T = TypeVar("T")

#: How like, in percent, a line must be to a phrase; and how much more like than to the next that means something else.
_LIKENESS = 84.0
_MARGIN = 5.0
#: Shorter phrases are like too many others.
_SHORTEST = 7
#: Fixed phrases have at most so many words.
_WORDS = 9

_SYLLABLE = r"(?:ch|gh|gi|kh|ngh?|nh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?(?![a-z])"
_WELL_FORMED = compile_plain(rf"\W*+(?:{_SYLLABLE}(?:[\s,.;:()\"-]++|$))*+")
_SIGN_RUNS = regex.compile(r"[,;:.\"'()\[\]{}|~*`\s]+")


def is_damaged(text: str) -> bool:
    """Say whether `text` is in capitals and has a word that is no Vietnamese syllable.

    >>> is_damaged("KÊ HOẠCN"), is_damaged("KẾ HOẠCH")
    (True, False)
    """
    letters = sum(map(str.isalpha, text))
    if letters < _SHORTEST - 2 or not (text.isupper() or sum(map(str.isupper, text)) >= 0.7 * letters):
        return False
    return _WELL_FORMED.fullmatch(fold(text)) is None


def closest(text: str, phrases: Mapping[str, T]) -> T | None:
    """Return what the phrase means that `text` is a damaged form of; None if none is, or if two are.

    Args:
        text: A line in capitals.
        phrases: What each phrase means, by its bare shape (see `shapes.fold`).
    """
    if not is_damaged(text):
        return None
    found = _closest(_shape(text), phrases)
    return None if found is None else phrases[found[0]]


def closest_beginning(text: str, phrases: Mapping[str, T]) -> tuple[T, int] | None:
    """Return what the phrase means that `text` begins with in a damaged form, and how many words of `text` it takes."""
    if not is_damaged(text):
        return None
    words = text.split()
    best: tuple[float, T, int] | None = None
    for count in range(min(len(words), _WORDS), 0, -1):
        beginning = " ".join(words[:count])
        found = _closest(_shape(beginning), phrases) if is_damaged(beginning) else None
        if found is not None and (best is None or found[1] > best[0]):
            best = (found[1], phrases[found[0]], count)
    return None if best is None else best[1:]


def _shape(text: str) -> str:
    return _SIGN_RUNS.sub(" ", fold(text.strip(EDGES))).strip()


def _closest(shape: str, phrases: Mapping[str, T]) -> tuple[str, float] | None:
    if len(shape) < _SHORTEST - 1:
        return None
    from rapidfuzz import fuzz, process  # lazy: few documents need it

    found = [
        (phrase, score)
        for phrase, score, _ in process.extract(
            shape, phrases.keys(), scorer=fuzz.ratio, score_cutoff=_LIKENESS - _MARGIN, limit=5
        )
        if len(phrase) >= _SHORTEST
    ]
    if not found or found[0][1] < _LIKENESS:
        return None
    (phrase, score), *others = found
    if any(phrases[other] != phrases[phrase] and score - likeness < _MARGIN for other, likeness in others):
        return None
    return phrase, score
