"""The first words of the names of bodies, found in one pass over the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

import ahocorasick

from extractor.lexicon import load

__all__ = ["BARE", "COMPLETE", "FIELD", "STRONG", "WEAK", "Head", "HeadClass", "find_heads"]


class HeadClass(Enum):
    """What a head needs to be a name (see ``lexicon/bodies.toml``)."""

    COMPLETE = "complete"  # nothing: `Ủy ban nhân dân`
    FIELD = "field"  # a field of work, an owner or a place: `Sở Y tế`
    STRONG = "strong"  # nothing, it names a kind: `cơ quan`
    WEAK = "weak"  # a determiner or a list round it: `các ban, ngành`
    BARE = "bare"  # a list before it: a field of work without its head (`các Sở: Tài chính, Nội vụ`)


#: The classes by themselves: looking a member up in its class takes longer than most of what is done with one.
COMPLETE, FIELD, STRONG, WEAK, BARE = HeadClass


@dataclass(frozen=True, slots=True)
class Head:
    """An entry of the lexicon.

    Attributes:
        words: As the lexicon has them, in small letters.
        classes: What they may be, the likeliest first; none where they are no body.
        size: Their number of letters.
        is_bare: Whether they are no more than a field of work.
        is_kind: Whether they may name a kind of bodies.
    """

    words: str
    classes: tuple[HeadClass, ...]
    size: int
    is_bare: bool
    is_kind: bool

    @classmethod
    def of(cls, words: str, classes: Iterable[HeadClass]) -> Head:
        """Return the entry of `words`."""
        its = tuple(dict.fromkeys(classes))
        return cls(words, its, len(words), its == (BARE,), STRONG in its or WEAK in its)


@cache
def _automaton() -> ahocorasick.Automaton:
    classes: dict[str, list[HeadClass]] = {}
    for head_class in HeadClass:
        listed = load("fields")["state"] if head_class is BARE else load("bodies")["heads"][head_class.value]
        for words in listed:
            classes.setdefault(words, []).append(head_class)
    automaton = ahocorasick.Automaton()
    for words in load("bodies")["not_bodies"]["words"]:
        automaton.add_word(words, Head.of(words, ()))
    for words, its in classes.items():
        automaton.add_word(words, Head.of(words, its))
    automaton.make_automaton()
    return automaton


def find_heads(lower: str) -> dict[int, Head]:
    """Return the heads in `lower` (a text in small letters) by where they start, in order.

    They are found leftmost and longest first, none inside another.
    """
    found = {}
    size = len(lower)
    for last, head in _automaton().iter_long(lower):
        end = last + 1
        start = end - head.size
        if head.classes and not (end < size and lower[end].isalnum()) and not (start and lower[start - 1].isalnum()):
            found[start] = head
    return found
