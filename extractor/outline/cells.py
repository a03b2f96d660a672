"""From lines to strips: rows of tables are taken apart, and the specks of dust before a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from extractor.outline.strips import Strip, Strips
from extractor.text import Lines

__all__ = ["cells"]

_CELL = {"|": regex.compile(r"[^|]*[^|\s][^|]*"), "\t": regex.compile(r"[^\t]*[^\t\s][^\t]*")}
#: A row whose cells tabs part has at least so many of them; two columns side by side have one.
_TABS = 2
#: The specks that a scanner makes of dust before a line: signs that begin nothing, before words that go on or a marker.
_DIRT_SIGNS = ".:;,_`´¨^¬ˆ°~'\\¡‹›‚<=®»"
_CLASS = regex.escape(_DIRT_SIGNS, special_only=False)
_DIRT = regex.compile(
    rf"(?:[{_CLASS}][{_CLASS}\"]{{0,2}}+\s++){{1,3}}+"
    r"(?=\p{Ll}|\p{Lu}{2}|[-+]\s|[\dIVXH]{1,5}\s?[.):,]|Điều \d)"
    r"|_{1,3}+-?(?=[\p{L}\d])"
    r"|-\s(?=[IVX]{1,4}\.?\s\p{Lu}{2})"
)
_DIRTY = frozenset(_DIRT_SIGNS + "-")


def cells(page: str, lines: Lines) -> Strips:
    """Return the `lines` of `page` as strips; those drawn with bars are taken apart at the bars, which are dropped."""
    strips = Strips(page)
    tabbed = frozenset(_tabbed(lines.texts)) if "\t" in page else frozenset()
    done = gap = 0  # lines that have become strips; blank lines above those that came to nothing
    for number in sorted(tabbed | _barred(page, lines.texts) | _dirty(lines.texts)):
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
    tabs = [text.count("\t") for text in texts]
    for number, (above, below) in enumerate(pairwise(tabs)):
        if above >= _TABS and above == below:
            yield from (number, number + 1)


def _barred(page: str, texts: list[str]) -> set[int]:
    return {number for number, text in enumerate(texts) if "|" in text} if "|" in page else set()


def _dirty(texts: list[str]) -> set[int]:
    return {number for number, text in enumerate(texts) if text[0] in _DIRTY and _DIRT.match(text)}


def _parts(lines: Lines, number: int, gap: int, *, tabbed: bool) -> list[Strip]:
    """Return the strips of a line that is not simply one: its cells, or its words with the dirt before them."""
    start, indent, printed = lines.starts[number], lines.indents[number], lines.texts[number]
    text = _without_stroke(printed) if "|" in printed else printed
    if text is None or tabbed:
        row = Strip(start, start + len(printed), printed, indent, gap, number)
        return _row(row, "|" if text is None else "\t")
    dirt = _DIRT.match(text) if text[0] in _DIRTY else None
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
    column = end = 0
    for match in _CELL[parted].finditer(line.text):
        column += line.text.count(parted, end, match.start())
        end = match.end()
        printed = match.group()
        text = printed.strip()
        if not text:  # a control character that is white space to Python and not to the pattern
            continue
        before = match.start() + len(printed) - len(printed.lstrip())
        # By a bar, and not right behind the words: such a row was never laid out, and its cells have no width.
        closed = end < len(line.text) and printed != f" {text} "
        strips.append(
            Strip(
                start=line.start + before,
                end=line.start + before + len(text),
                text=text,
                indent=line.indent + before,
                gap=line.gap,
                line=line.line,
                column=column + 1,
                room=end - match.start() if closed else 0,
            )
        )
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
