"""The words of a text that may be in an old encoding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.files.encodings.stored import BYTES

__all__ = ["Word", "is_plainly_unicode", "words_of"]

# The control characters that VISCII and TCVN 5712-1 use for capitals.
_CONTROLS = "\x01\x02\x04-\x06\x11-\x17\x19\x1e"
_BYTE_LETTERS = "".join(letter for letter in BYTES if letter > "\x7f")
_WORD = regex.compile(rf"[\p{{Latin}}\p{{M}}{_CONTROLS}{regex.escape(_BYTE_LETTERS)}]++")
# What bytes look like that Vietnamese text in Unicode has too, be it now and then.
_ORDINARY = frozenset("àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ“”‘’–—…•\u00a0°²³§×½«»")
_SUSPICIOUS = frozenset(letter for letter in BYTES if letter > "\x7f") - _ORDINARY | frozenset("\x01\x02\x04\x05\x06")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as stored, with its place in the text. ``hint`` is the encoding that its font shows, if known."""

    start: int
    end: int
    stored: str
    hint: str | None = None
    after_line_end: bool = False
    after_other_font: bool = False


def words_of(text: str, hints: Sequence[tuple[int, str | None]]) -> Iterator[Word]:
    """Yield the words of a text: letters of the Latin script and all that a byte over 127 looks like.

    ``hints`` gives the end of each stretch of text with its hint. A word that goes on with another hint is divided.
    """
    start, last_end, last_hint = 0, 0, None
    for end, hint in _merged(hints):
        for match in _WORD.finditer(text, start, end):
            yield Word(
                match.start(),
                match.end(),
                match.group(),
                hint,
                after_line_end=text.find("\n", last_end, match.start()) >= 0,
                after_other_font=hint != last_hint,
            )
            last_end, last_hint = match.end(), hint
        start = end


def is_plainly_unicode(text: str) -> bool:
    """Say whether nothing in a text looks like bytes of an old encoding; quick, for the many texts that are Unicode.

    A text whose marked letters are all such as bytes look like (`công`, which in TCVN3 says `cụng`) is not plain.
    """
    letters = {letter for letter in set(text) if letter > "\x7f" or letter < " "}
    if not letters.isdisjoint(_SUSPICIOUS):
        return False
    marked = [letter for letter in letters if letter.isalpha()]
    return not marked or any(letter > "\xff" for letter in marked)


def _merged(hints: Sequence[tuple[int, str | None]]) -> list[tuple[int, str | None]]:
    merged: list[tuple[int, str | None]] = []
    for end, hint in hints:
        if merged and merged[-1][1] == hint:
            merged.pop()
        merged.append((end, hint))
    return merged
