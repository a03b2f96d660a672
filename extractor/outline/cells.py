"""From lines to strips: rows of tables are taken apart, and the specks of dust before a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.outline.strips import Strip, Strips
from extractor.patterns import compile_plain
from extractor.text import Lines

__all__ = ["cells"]

#: A row whose cells tabs part has at least so many of them; two columns side by side have one.
_TABS = 2
#: The specks that a scanner makes of dust before a line: signs that begin nothing, before words that go on or a marker.
_DIRT_SIGNS = ".:;,_`´¨^¬ˆ°~'\\¡‹›‚<=®»"
_CLASS = re.escape(_DIRT_SIGNS)
_DIRT = compile_plain(
    rf"(?:[{_CLASS}][{_CLASS}\"]{{0,2}}+\s++){{1,3}}+"
    r"(?=\p{Ll}|\p{Lu}{2}|[-+]\s|[\dIVXH]{1,5}\s?[.):,]|Điều \d)"
    r"|_{1,3}+-?(?=[\p{L}\d])"
    r"|-\s(?=[IVX]{1,4}\.?\s\p{Lu}{2})"
)
_DIRTY = frozenset(_DIRT_SIGNS + "-")
_ROMAN_DIGITS = frozenset("IVX")


def cells(page: str, lines: Lines) -> Strips:
    """Return the `lines` of `page` as strips; those drawn with bars are taken apart at the bars, which are dropped."""
    tabbed = frozenset(_tabbed(lines.texts)) if "\t" in page else frozenset()
    odd = tabbed | _barred(page, lines.texts) | _dirty(lines.texts)
    if not odd:
        return Strips.of_lines(page, lines)
    strips = Strips(page)
    done = gap = 0  # lines that have become strips; blank lines above those that came to nothing
    for number in sorted(odd):
        if done < number:
            strips.add_lines(lines, done, number, gap)
            gap = 0
        gap += lines.gaps[number]
        parts = _parts(lines, number, gap, tabbed=number in tabbed)
        for part in parts:
            strips.append(part)
        gap = 0 if parts else gap
        done = number + 1
    strips.add_lines(lines, done, len(lines.texts), gap)
    return strips


def _tabbed(texts: list[str]) -> Iterator[int]:
    """Yield the numbers of the lines that are rows of a table whose cells tabs part: two of one width in a row."""
    tabs = [(number, text.count("\t")) for number, text in enumerate(texts) if "\t" in text]
    for (above, count), (below, same) in pairwise(tabs):
        if count >= _TABS and count == same and below == above + 1:
            yield from (above, below)


def _barred(page: str, texts: list[str]) -> set[int]:
    return {number for number, text in enumerate(texts) if "|" in text} if "|" in page else set()


def _dirty(texts: list[str]) -> set[int]:
    suspects = [number for number, text in enumerate(texts) if text[0] in _DIRTY]
    return {number for number in suspects if _dirt(texts[number])}


def _dirt(text: str) -> re.Match[str] | None:
    """Return the dirt that a line begins with; a dash is the bullet of its item but before a roman numeral."""
    return None if text[0] == "-" and text[2:3] not in _ROMAN_DIGITS else _DIRT.match(text)


def _parts(lines: Lines, number: int, gap: int, *, tabbed: bool) -> list[Strip]:
    """Return the strips of a line that is not simply one: its cells, or its words with the dirt before them."""
    start, indent, printed = lines.starts[number], lines.indents[number], lines.texts[number]
    text = _without_stroke(printed) if "|" in printed else printed
    if text is None or tabbed:
        row = Strip(start, start + len(printed), printed, indent, gap, number)
        return _row(row, "|" if text is None else "\t")
    dirt = _dirt(text)
    if dirt is None:
        return [Strip(start, start + len(text), text, indent, gap, number)]
    begin = dirt.end()
    specks, words = text[:begin].rstrip(), text[begin:]
    return [
        Strip(start, start + len(specks), specks, indent, gap, number, dirt=True),
        Strip(start + begin, start + len(text), words, indent + begin, gap, number),
    ]


def _row(line: Strip, parted: str) -> list[Strip]:
    """Return the cells of a line whose cells the sign `parted` sets apart."""
    strips: list[Strip] = []
    begin, length = 0, len(line.text)
    for column, printed in enumerate(line.text.split(parted), 1):
        text = printed.strip()
        end = begin + len(printed)
        if text:
            before = begin + len(printed) - len(printed.lstrip())
            # By a bar, and not right behind the words: such a row was never laid out, and its cells have no width.
            room = end - begin if end < length and printed != f" {text} " else 0
            start = line.start + before
            strips.append(
                Strip(start, start + len(text), text, line.indent + before, line.gap, line.line, column, room)
            )
        begin = end + 1
    return strips


def _without_stroke(text: str) -> str | None:
    """Return a line without the one stroke that a scanner saw at its end or in a word; None for a row of a table."""
    place = text.find("|")
    if text.count("|") > 1 or not place:
        return None
    if place == len(text) - 1:
        before = text[:place].rstrip()
        return before if place - len(before) < 2 else None  # a cell is padded
    return text if not text[place - 1].isspace() and text[place + 1 :].lstrip()[:1].islower() else None
