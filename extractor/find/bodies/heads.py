"""The first words of the names of bodies, found in one pass over the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

import ahocorasick

from extractor.find.bodies.traits import (
    BRANCHED,
    COMMITTEE_ENDS,
    FIELD_OWNERS,
    FIELDED,
    NUMBERED,
    PROJECTS,
    SMALL,
    STATIONED,
)
from extractor.lexicon import load
from extractor.names.places import LEVELS

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
    """An entry of the lexicon, with what the grammar asks of every head that it meets.

    Attributes:
        words: As the lexicon has them, in small letters.
        classes: What they may be, the likeliest first; none where they are no body.
        size: Their number of letters.
        is_bare: Whether they are no more than a field of work.
        is_kind: Whether they may name a kind of bodies.
        is_level: Whether they are a level of administration.
        is_plain: Whether they end where their words end, if they are not a head with a field.
        is_small: Whether they are read as a head with a field in small letters too, whatever follows.
        is_branched: Whether they may have branches.
        is_committee: Whether they may be that of a committee after its level.
        goes_on: Whether a branch, a number or a place may stand after them without a level.
        may_own: Whether they may own the name before them.
    """

    words: str
    classes: tuple[HeadClass, ...]
    size: int
    is_bare: bool
    is_kind: bool
    is_level: bool
    is_plain: bool
    is_small: bool
    is_branched: bool
    is_committee: bool
    goes_on: bool
    may_own: bool

    @classmethod
    def of(cls, words: str, classes: Iterable[HeadClass]) -> Head:
        """Return the entry of `words`."""
        its = tuple(dict.fromkeys(classes))
        branched = words.startswith(BRANCHED)
        return cls(
            words,
            its,
            len(words),
            is_bare=its == (BARE,),
            is_kind=STRONG in its or WEAK in its,
            is_level=words in LEVELS,
            is_plain=words not in FIELDED and words != "bộ trưởng",
            is_small=words in SMALL or words in PROJECTS,
            is_branched=branched,
            is_committee=words.endswith(COMMITTEE_ENDS),
            goes_on=branched or words in NUMBERED or words in STATIONED,
            may_own=COMPLETE in its or words in FIELD_OWNERS,
        )


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


def find_heads(text: str, lower: str, spans: Iterable[tuple[int, int]]) -> dict[int, Head]:
    """Return the heads in the `spans` of `text` (`lower` is its small letters) by where they start, in order.

    They are found leftmost and longest first, none inside another. A field of work without a capital heads nothing and
    is left out.
    """
    found = {}
    scan = _automaton().iter_long
    for begin, finish in spans:
        piece = f"{lower[begin:finish]}\n"  # with a line feed after its last letter, and so before its first
        offset = begin + 1
        for last, head in scan(piece):
            before = last - head.size
            if not (piece[last + 1].isalnum() or piece[before].isalnum()) and head.classes:
                start = offset + before
                if not head.is_bare or text[start].isupper():
                    found[start] = head
    return found
