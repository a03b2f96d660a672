"""Tone marks in the modern place: `hòa`, `thúy`, not `hoà`, `thuý`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product

from extractor.text.codepage import byte_classes

__all__ = ["in_modern_tones"]

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
#: What the u of `quý` belongs to.
_WITH_U = frozenset("qQ")
#: Two vowels, the second with a mark, at the end of a word; over the classes of `_classes`.
_OPEN = re.compile(rb"om(?!x)")


def in_modern_tones(text: str, page: bytes) -> str:
    """Return `text` with the marks of an open `oa`, `oe`, `uy` on the first vowel; it has the same length.

    In `quý` the u belongs to the consonant: its mark stands where it should.

    Args:
        text: Composed letters (NFC); others keep their marks where they are.
        page: The text over the code page (see `codepage.encoded`).

    >>> from extractor.text.codepage import encoded
    >>> in_modern_tones("Quý I, Uỷ ban", encoded("Quý I, Uỷ ban"))
    'Quý I, Ủy ban'
    """
    modern = _modern()
    parts: list[str] = []
    done = 0
    for match in _OPEN.finditer(page.translate(_classes())):
        start, end = match.span()
        meant = modern.get(text[start:end])
        if meant and text[start - 1 : start] not in _WITH_U and not text[end : end + 1].isalpha():
            parts += (text[done:start], meant)
            done = end
    return "".join((*parts, text[done:])) if done else text


@cache
def _modern() -> dict[str, str]:
    """Return for each pair of vowels with its mark in the old place the pair with it in the modern one."""
    compose = unicodedata.normalize
    pairs = {
        vowels[0] + compose("NFC", vowels[1] + mark): compose("NFC", vowels[0] + mark) + vowels[1]
        for vowels, mark in product(("oa", "oe", "uy"), _MARKS)
    }
    cases = (str.lower, str.capitalize, str.upper)
    return {case(old): case(new) for (old, new), case in product(pairs.items(), cases)}


@cache
def _classes() -> bytes:
    """Return the table of `o`, a first vowel, `m`, a marked second one, `x`, any other letter, and what is no letter.

    What is not on the page counts as no letter here: it may be one.
    """
    first = {old[0] for old in _modern()}
    marked = {old[1] for old in _modern()}

    def class_of(char: str) -> str:
        if char in first:
            return "o"
        if char in marked:
            return "m"
        return "x" if char.isalpha() else " "

    return byte_classes(class_of)
