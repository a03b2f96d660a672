"""Strips: the stretches of printed lines that belong together, whole lines or cells of a drawn or spaced-out table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import regex

from extractor.text import Line

__all__ = ["Strip", "cells", "columns"]

_CELL = {"|": regex.compile(r"[^|]*[^|\s][^|]*"), "\t": regex.compile(r"[^\t]*[^\t\s][^\t]*")}
#: A row whose cells tabs part has at least so many of them; two columns side by side have one.
_TABS = 2
#: What parts two columns that are set side by side: a tab, or as many spaces as no justified line has.
_GUTTER = regex.compile(r"\s*\t\s*|\s{3,}")
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


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of one line.

    Attributes:
        start: Position of its first visible character in the working copy.
        end: Position after its last visible character.
        text: ``working_copy[start:end]``.
        indent: Columns before it in its line.
        gap: Number of blank lines right above its line.
        line: Number of its line among the visible ones.
        column: Number of its cell in a table drawn with bars; 0 for a line that is no part of one.
        room: How wide the cell is; 0 where that is not known.
        dirt: It is the specks before a line, not words.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    line: int
    column: int = 0
    room: int = 0
    dirt: bool = False


def cells(lines: Iterable[Line]) -> list[Strip]:
    """Return `lines` as strips; those drawn with bars are taken apart at the bars, which are dropped."""
    strips: list[Strip] = []
    gap = 0
    lines = list(lines)
    tabbed = _tabbed(lines)
    for number, line in enumerate(lines):
        gap += line.gap
        text = line.text if "|" not in line.text else _without_stroke(line.text)
        parted = "|" if text is None else "\t" if number in tabbed else ""
        if parted or text is None:
            row = _row(line, number, gap, parted)
            strips += row
            if row:
                gap = 0
            continue
        begin = 0
        if text[0] in _DIRTY and (dirt := _DIRT.match(text)):
            begin = dirt.end()
            specks = text[:begin].rstrip()
            strips.append(Strip(line.start, line.start + len(specks), specks, line.indent, gap, number, dirt=True))
        start, words = line.start + begin, text[begin:] if begin else text
        strips.append(Strip(start, start + len(words), words, line.indent + begin, gap, number))
        gap = 0
    return strips


def _tabbed(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that are rows of a table whose cells tabs part: two of one width in a row."""
    tabs = [line.text.count("\t") if "\t" in line.text else 0 for line in lines]
    pairs = (place for place in range(1, len(tabs)) if tabs[place] >= _TABS and tabs[place] == tabs[place - 1])
    return frozenset(number for place in pairs for number in (place - 1, place))


def _row(line: Line, number: int, gap: int, parted: str) -> list[Strip]:
    """Return the cells of a line whose cells the sign `parted` sets apart."""
    strips: list[Strip] = []
    column = end = 0
    for match in _CELL[parted].finditer(line.text):
        column += line.text.count(parted, end, match.start())
        end = match.end()
        text = match.group().strip()
        before = match.start() + len(match.group()) - len(match.group().lstrip())
        # By a bar, and not right behind the words: such a row was never laid out, and its cells have no width.
        closed = end < len(line.text) and match.group() != f" {text} "
        strips.append(
            Strip(
                start=line.start + before,
                end=line.start + before + len(text),
                text=text,
                indent=line.indent + before,
                gap=gap,
                line=number,
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


def columns(strip: Strip) -> list[Strip]:
    """Return the parts of `strip` that stand in columns set side by side by tabs or spaces."""
    if "  " not in strip.text and not _GUTTER.search(strip.text):
        return [strip]
    parts: list[Strip] = []
    position = 0
    for match in (*_GUTTER.finditer(strip.text), None):
        until = match.start() if match else len(strip.text)
        if until > position:
            parts.append(
                replace(
                    strip,
                    start=strip.start + position,
                    end=strip.start + until,
                    text=strip.text[position:until],
                    indent=strip.indent + position,
                    gap=strip.gap,
                )
            )
        if match:
            position = match.end()
    return parts
