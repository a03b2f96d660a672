"""Words of the lexicon as a part of a pattern."""

from __future__ import annotations

from collections.abc import Iterable

import regex

__all__ = ["any_of", "any_word_of"]


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, longer ones first, so that none is taken for its beginning."""
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def any_word_of(words: Iterable[str]) -> str:
    """Return the group of any of `words` that ends where a word ends."""
    return f"(?:{any_of(words)})(?![\\p{{L}}\\d])"
