"""The working copy of a text: what the patterns of the upper stages may rely on.

In the working copy

- letters are composed (NFC) and tone marks stand in the modern place (`hòa`, `thúy`, not `hoà`, `thuý`);
- every odd space is a space, every dash ``-``, every double quote ``"``, every single one ``'``, every upright line
  ``|``;
- soft hyphens, zero-width characters and markdown emphasis are gone;
- misreadings that are certain in context are mended (`lexicon/ocr.toml`, `text/mending.py`) and glued words parted.

Lines stay lines. Nothing else is changed and nothing is lost: `SourceText.span` leads every position back
to the source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

import regex

from extractor.lexicon import load
from extractor.text.mending import mend
from extractor.text.offsets import OffsetMap
from extractor.text.phrases import PhraseScanner
from extractor.text.source import SourceText

__all__ = ["UPRIGHT_LINES", "normalise"]

#: What tables are drawn with, beside ``|`` itself.
UPRIGHT_LINES = "\u2502\u2503\u2551\u00a6\uff5c"

# One character for one character: offsets do not move.
_SINGLE = {
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\uff07", "'"),
    **dict.fromkeys(UPRIGHT_LINES, "|"),
    **dict.fromkeys("\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u00d0\u0189", "Đ"),  # Eth and African D: what old converters write for Đ
}

_MARKS = regex.compile(r"\P{M}\p{M}++")
_INVISIBLE_SIGNS = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_INVISIBLE = regex.compile(rf"[{_INVISIBLE_SIGNS}]++")
# Two stars anywhere; one star at the edge of a word, unless it is the bullet of a line; the signs of a heading.
_EMPHASIS = regex.compile(r"(?m)\*\*++|(?<=[^\s*])\*|(?<!^[ \t]{0,40})\*(?=[^\s*])|^\#{1,6}[ \t]++")

# Old tone placement: the second vowel of an open `oa`, `oe`, `uy` carries the mark (but `quý`, where u belongs to qu).
_OLD_TONES = {
    vowels[0] + unicodedata.normalize("NFC", vowels[1] + mark): unicodedata.normalize("NFC", vowels[0] + mark)
    + vowels[1]
    for vowels in ("oa", "oe", "uy")
    for mark in "\u0300\u0301\u0303\u0309\u0323"
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A misreading, what it stands for, and where it counts: as a whole word."""

    printed: str
    meant: str
    pattern: regex.Pattern[str]


@cache
def _words(table: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(printed, meant, regex.compile(rf"\b{regex.escape(printed)}\b"))
        for printed, meant in load("ocr")[table].items()
    )


@cache
def _scanner() -> PhraseScanner:
    return PhraseScanner(word.printed for table in ("words", "glued") for word in _words(table))


@cache
def _tones() -> tuple[regex.Pattern[str], dict[str, str]]:
    """Return the pattern of two vowels that may carry their mark in the old place, and what those that do stand for."""
    modern = {
        old: new
        for lower, meant in _OLD_TONES.items()
        for old, new in ((lower, meant), (lower.capitalize(), meant.capitalize()), (lower.upper(), meant.upper()))
    }
    marked = "".join(sorted({old[1] for old in modern}))
    return regex.compile(rf"[oOuU][{marked}](?<![Qq]..)(?!\p{{L}})"), modern


@cache
def _glued_number() -> tuple[re.Pattern[str], regex.Pattern[str]]:
    """Return the pattern of a digit behind a letter, and that of the place between a word and the number glued to it.

    The first is tried everywhere: there `re` takes half the time of `regex`, and hardly any text has such a digit.
    """
    words = load("ocr")["before_number"]["words"]
    last = "".join(sorted({word[-1] for word in words}))
    return re.compile(rf"[{last}]\d"), regex.compile(rf"(?=\d)(?<=\b(?:{'|'.join(words)}))")


def normalise(source: str) -> SourceText:
    """Return `source` with its working copy. Any string will do; time is linear in its length."""
    text = _in_modern_letters(source)
    misread = {printed for _, printed in _scanner().scan(text)}
    for word in _words("words"):
        if word.printed in misread:
            text = _replaced(text, word)
    text = mend(text)
    parts: list[str] = []
    offsets = OffsetMap()
    length = copied = 0
    for start, end, replacement in _edits(text, misread):
        if start < copied:  # two edits claim the same characters: the first has them
            continue
        if start > copied:
            offsets.add(length, copied)
            parts.append(text[copied:start])
            length += start - copied
        if replacement:
            offsets.add(length, start, edited=True)
            parts.append(replacement)
            length += len(replacement)
        copied = end
    if copied < len(text):
        offsets.add(length, copied)
        parts.append(text[copied:])
        length += len(text) - copied
    offsets.close(length, len(text))
    return SourceText(source, "".join(parts), offsets)


def _in_modern_letters(text: str) -> str:
    """Return `text` after all replacements of a character or two by as many; most are tried only where they apply."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    for printed, meant in _SINGLE.items():
        if printed in text:
            text = text.replace(printed, meant)
    vowels, modern = _tones()
    return vowels.sub(lambda match: modern.get(match[0], match[0]), text)


def _replaced(text: str, word: _Word) -> str:
    """Return `text` with every whole `word` as it is meant; many hold its letters inside longer words."""
    parts: list[str] = []
    done = 0
    start = text.find(word.printed)
    while start >= 0:
        end = start + len(word.printed)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or before == "_" or after == "_"):
            parts += (text[done:start], word.meant)
            done = end
        start = text.find(word.printed, end)
    parts.append(text[done:])
    return "".join(parts)


def _edits(text: str, misread: Collection[str]) -> list[tuple[int, int, str]]:
    """Return the replacements that change the length, as (start, end, replacement), ascending."""
    edits: list[tuple[int, int, str]] = []
    if not unicodedata.is_normalized("NFC", text):
        edits += [(m.start(), m.end(), unicodedata.normalize("NFC", m.group())) for m in _MARKS.finditer(text)]
    if any(sign in text for sign in _INVISIBLE_SIGNS):
        edits += [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    if "*" in text or "#" in text:
        edits += [(match.start(), match.end(), "") for match in _EMPHASIS.finditer(text)]
    letter_and_digit, glued = _glued_number()
    digits = (match.end() - 1 for match in letter_and_digit.finditer(text))
    edits += [(digit, digit, " ") for digit in digits if glued.match(text, digit)]
    for word in _words("glued"):
        if word.printed in misread:
            edits += [(match.start(), match.end(), word.meant) for match in word.pattern.finditer(text)]
    edits.sort()
    return edits
