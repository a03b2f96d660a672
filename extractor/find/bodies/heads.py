"""The first words of the names of bodies, found in one pass over the text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

import ahocorasick

from extractor.lexicon import load

__all__ = ["Head", "HeadClass", "find_heads"]


class HeadClass(Enum):
    """What a head needs to be a name (see ``lexicon/bodies.toml``)."""

    COMPLETE = "complete"  # nothing: `Ủy ban nhân dân`
    FIELD = "field"  # a field of work, an owner or a place: `Sở Y tế`
    STRONG = "strong"  # nothing, it names a kind: `cơ quan`
    WEAK = "weak"  # a determiner or a list round it: `các ban, ngành`
    BARE = "bare"  # a list before it: a field of work without its head (`các Sở: Tài chính, Nội vụ`)


class Head(NamedTuple):
    """A head in the text; `words` are in small letters, `classes` says what it may be, the likeliest first."""

    start: int
    end: int
    words: str
    classes: tuple[HeadClass, ...]

    @property
    def is_kind(self) -> bool:
        """Whether it may name a kind of bodies."""
        return HeadClass.STRONG in self.classes or HeadClass.WEAK in self.classes


@cache
def _automaton() -> ahocorasick.Automaton:
    classes: dict[str, list[HeadClass]] = {}
    for head_class in HeadClass:
        listed = load("fields")["state"] if head_class is HeadClass.BARE else load("bodies")["heads"][head_class.value]
        for words in listed:
            classes.setdefault(words, []).append(head_class)
    automaton = ahocorasick.Automaton()
    for words in load("bodies")["not_bodies"]["words"]:
        automaton.add_word(words, (len(words), words, ()))
    for words, its in classes.items():
        automaton.add_word(words, (len(words), words, tuple(dict.fromkeys(its))))
    automaton.make_automaton()
    return automaton


def find_heads(lower: str) -> Iterator[Head]:
    """Yield the heads in `lower` (a text in small letters), leftmost and longest first, none inside another."""
    size = len(lower)
    for last, (length, words, classes) in _automaton().iter_long(lower):
        start, end = last + 1 - length, last + 1
        if not classes or (end < size and lower[end].isalnum()) or (start and lower[start - 1].isalnum()):
            continue
        yield Head(start, end, words, classes)
