"""Words of the lexicon, whole, as a pattern that is searched for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.find.alternation import any_of

__all__ = ["any_whole_word"]


def any_whole_word(words: Iterable[str]) -> str:
    r"""Return the pattern of any of `words` with no letter before it or behind it, longer ones first.

    It is written so that the engine leaps to the letters that `words` begin with, which it cannot where a pattern
    begins with what stands before them.

    >>> any_whole_word(["mục tiêu", "mục đích"])
    '(?:m(?<!\\p{L}m)ục\\ (?:tiêu|đích))(?!\\p{L})'
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[0]].append(word[1:])
    branches = (rf"{first}(?<!\p{{L}}{first}){any_of(rest)}" for first, rest in rests.items())
    return rf"(?:{'|'.join(branches)})(?!\p{{L}})"
