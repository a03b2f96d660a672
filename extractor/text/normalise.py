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

import unicodedata
from collections.abc import Iterator

import regex

from extractor.text.codepage import UNKNOWN, encoded, strangers
from extractor.text.mending import mend
from extractor.text.misreadings import find_misreadings, glued_numbers, glued_words, with_misread_words
from extractor.text.offsets import OffsetMap
from extractor.text.phrases import occurrences
from extractor.text.source import SourceText
from extractor.text.tones import in_modern_tones

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

#: Those of them that are on the code page.
_FREQUENT = {sign: meant for sign, meant in _SINGLE.items() if encoded(sign) != UNKNOWN}

# No letter has more than thirty marks (Unicode's stream-safe limit): the time that it takes to put them in order grows
# with the square of their number.
_MARKED = regex.compile(r"\P{M}\p{M}{1,30}+")
_INVISIBLE_SIGNS = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
)
_INVISIBLE = regex.compile(rf"[{_INVISIBLE_SIGNS}]++")
# Two stars anywhere; one star at the edge of a word, unless it is the bullet of a line; the signs of a heading.
_EMPHASIS = regex.compile(r"(?m)\*\*++|(?<=[^\s*])\*|(?<!^[ \t]{0,40})\*(?=[^\s*])|^\#{1,6}[ \t]++")


def normalise(source: str) -> SourceText:
    """Return `source` with its working copy. Any string will do; time is linear in its length."""
    text = source.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source else source
    page = encoded(text)  # of the letters as they are printed: up to the edits all that changes keeps its length
    odd = strangers(text, page)
    text = in_modern_tones(_in_plain_signs(text, odd), page)
    misread = find_misreadings(page)
    text = mend(with_misread_words(text, misread), page)
    parts: list[str] = []
    offsets = OffsetMap()
    length = copied = 0
    for start, end, replacement in _edits(text, page, misread, odd):
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


def _in_plain_signs(text: str, odd: frozenset[str]) -> str:
    """Return `text` after all replacements of one sign by one; the rare signs are among its `odd` characters."""
    for printed, meant in _FREQUENT.items():
        if printed in text:
            text = text.replace(printed, meant)
    for printed in odd & _SINGLE.keys():
        text = text.replace(printed, _SINGLE[printed])
    return text


def _edits(text: str, page: bytes, misread: set[str], odd: frozenset[str]) -> list[tuple[int, int, str]]:
    """Return the replacements that change the length, as (start, end, replacement), ascending."""
    edits: list[tuple[int, int, str]] = []
    # What is on the code page is composed and visible.
    if any(unicodedata.category(char)[0] == "M" for char in odd):
        edits += _composed(text, page)
    if not odd.isdisjoint(_INVISIBLE_SIGNS):
        edits += [(match.start(), match.end(), "") for match in _INVISIBLE.finditer(text)]
    edits += [(*span, "") for sign in "*#" if sign in text for span in _emphasis(text, sign)]
    edits += [(digit, digit, " ") for digit in glued_numbers(text, page)]
    edits += glued_words(text, misread)
    edits.sort()
    return edits


def _composed(text: str, page: bytes) -> list[tuple[int, int, str]]:
    """Return start and end of each letter that marks follow, and the letter composed with them.

    Nothing is returned where nothing can be composed: such marks stay letters by themselves.
    """
    places = (place - 1 for place in occurrences(page, UNKNOWN) if place)
    marked = [match for place in places if (match := _MARKED.match(text, place))]
    composed = [(*match.span(), unicodedata.normalize("NFC", match.group())) for match in marked]
    return composed if any(text[start:end] != letter for start, end, letter in composed) else []


def _emphasis(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of what `sign` begins to emphasise."""
    start = text.find(sign)
    while start >= 0:
        match = _EMPHASIS.match(text, start)
        end = match.end() if match else start + 1
        if match:
            yield start, end
        start = text.find(sign, end)
