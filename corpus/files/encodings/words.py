"""The words of a text that may be in an old encoding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import regex

from corpus.files.encodings.stored import BYTES, LOOKALIKES

__all__ = ["Border", "Word", "is_plain", "words_of"]

# The control characters that VISCII and TCVN 5712-1 use for capitals.
_CONTROLS = "\x01\x02\x04-\x06\x11-\x17\x19\x1e"
_BYTE_LETTERS = "".join(letter for letter in (*BYTES, *LOOKALIKES) if letter > "\x7f")
_LONGEST = 60
"""Longer stretches are read in parts: no syllable is so long, and the time for a word stays bounded. Letters of two or
three bytes in UTF-8 are not cut, which rows of dots (`……`) consist of."""
_WORD = regex.compile(rf"[\p{{Latin}}\p{{M}}{_CONTROLS}{regex.escape(_BYTE_LETTERS)}]{{1,{_LONGEST}}}+")
_LINE = regex.compile(r"[^\r\n]++")
# What bytes look like that Vietnamese text in Unicode has too, be it now and then.
_PUNCTUATION = frozenset("“”‘’–—…•\u00a0")
_ORDINARY = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ°²³§×½«»") | _PUNCTUATION
_SUSPICIOUS = frozenset(letter for letter in BYTES if letter > "\x7f") - _ORDINARY | frozenset("\x01\x02\x04\x05\x06")


class Border(Enum):
    """What lies between a word and the word before it: where an encoding is likelier to change."""

    SPACE = "space"
    LINE = "line"
    FONT = "font"


@dataclass(frozen=True, slots=True)
class Word:
    """A word as stored, with its place in the text.

    ``hint`` is the encoding that its font shows, if known. ``plain`` marks a whole line that is Unicode without doubt.
    """

    start: int
    end: int
    stored: str
    hint: str | None = None
    border: Border = Border.SPACE
    plain: bool = False


def words_of(text: str, hints: Sequence[tuple[int, str | None]]) -> Iterator[Word]:
    """Yield the words of a text: letters of the Latin script and all that a byte over 127 looks like.

    ``hints`` gives the end of each stretch of text with its hint. A word that goes on with another hint is divided.
    Where no font gives a hint, a line that is plainly Unicode stands for its words.
    """
    start, last_hint = 0, None
    for end, hint in _merged(hints):
        border = Border.SPACE if hint == last_hint else Border.FONT
        for line in _LINE.finditer(text, start, end):
            if border is Border.SPACE and line.start() > start:
                border = Border.LINE
            if hint is None and not line.group().isascii() and is_plain(line.group()):
                yield Word(line.start(), line.end(), line.group(), border=border, plain=True)
                border = Border.SPACE
                continue
            for match in _WORD.finditer(text, line.start(), line.end()):
                yield Word(match.start(), match.end(), match.group(), hint, border)
                border = Border.SPACE
        start, last_hint = end, hint


def is_plain(text: str) -> bool:
    """Say whether nothing in a text looks like bytes of an old encoding; quick, for the many texts that are Unicode.

    A text is not plain when its letters and signs are all such as bytes look like: `công` says `cụng` in TCVN3, and
    `kh«ng` says `không`.
    """
    if text.isascii() and not any(letter in text for letter in "\x01\x02\x04\x05\x06"):
        return True
    letters = set(text)
    if not letters.isdisjoint(_SUSPICIOUS):
        return False
    telling = [letter for letter in letters if letter > "\x7f" and letter not in _PUNCTUATION]
    return not telling or any(letter > "\xff" and letter.isalpha() for letter in telling)


def _merged(hints: Sequence[tuple[int, str | None]]) -> list[tuple[int, str | None]]:
    merged: list[tuple[int, str | None]] = []
    for end, hint in hints:
        if merged and merged[-1][1] == hint:
            merged.pop()
        merged.append((end, hint))
    return merged
