"""Automatic numbering as it is printed: the ``I.``, ``1.`` and ``a)`` that a document shows but does not store.

Paragraphs refer to a list (``w:num``) and a level; the list refers to a definition (``w:abstractNum``) and may override
levels of it. Paragraphs of all lists of one definition are counted together. ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex
from lxml import etree

from corpus.files.word.names import attribute, child, is_on, value, w
from corpus.files.word.numerals import bullet, numeral

__all__ = ["Level", "Numbering", "Position"]

_LEVELS = 9
_PLACEHOLDER = regex.compile(r"%([1-9])")
_MOST_LINKS = 8


@dataclass(frozen=True, slots=True)
class Position:
    """Where a paragraph stands in the lists: the list's number and the level, from 0."""

    number: str
    level: int


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    restart: int | None = None
    """The level (from 1) that makes this one begin again; 0 for none, ``None`` for any higher one."""

    legal: bool = False
    """All numbers in digits, whatever their own levels say."""

    style: str | None = None
    """The paragraph style that stands for this level."""

    font: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: its definition, its levels after overriding, and the levels that begin anew with it."""

    definition: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


class Numbering:
    """Counts through the paragraphs of one document. Paragraphs are given in order; the counts are its state."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the part ``numbering.xml``; without it, nothing is numbered. What is malformed in it is left out."""
        self._lists = dict(_lists(root)) if root is not None else {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the level that a paragraph style stands for in a list."""
        found = self._lists.get(number)
        if found is None:
            return None
        return next((index for index, level in enumerate(found.levels) if level.style == style), None)

    def label(self, position: Position) -> tuple[str, str | None] | None:
        """Count the next paragraph at a position and return the number it shows, with the space behind, and its font.

        ``None`` for a list that does not exist, which shows nothing.
        """
        found = self._lists.get(position.number)
        if found is None or not 0 <= position.level < len(found.levels):
            return None
        counts = self._counts.setdefault(found.definition, [None] * _LEVELS)
        self._begin(position.number, found, counts)
        self._count(position.level, found, counts)
        level = found.levels[position.level]
        text = _shown(level, found, counts)
        if not text.strip():
            return None
        return text + ("" if level.suffix == "nothing" else " "), level.font

    def _begin(self, number: str, found: _List, counts: list[int | None]) -> None:
        """A list that overrides the start of a level begins it anew at its first paragraph."""
        if number in self._begun:
            return
        self._begun.add(number)
        for index in found.starts:
            counts[index] = None

    def _count(self, index: int, found: _List, counts: list[int | None]) -> None:
        before = counts[index]
        counts[index] = _start(index, found) if before is None else before + 1
        for higher in range(index):
            if counts[higher] is None:  # never shown, but named in the numbers of its children
                counts[higher] = _start(higher, found)
        for lower in range(index + 1, _LEVELS):
            restart = found.levels[lower].restart if lower < len(found.levels) else None
            if restart is None or index < restart:
                counts[lower] = None


def _start(index: int, found: _List) -> int:
    if index in found.starts:
        return found.starts[index]
    return found.levels[index].start if index < len(found.levels) else 1


def _shown(level: Level, found: _List, counts: list[int | None]) -> str:
    if level.form == "bullet":
        return bullet(level.text)

    def number(match: regex.Match[str]) -> str:
        index = int(match[1]) - 1
        count = counts[index]
        form = found.levels[index].form if index < len(found.levels) else "decimal"
        if level.legal and form != "none":
            form = "decimal"
        return "" if count is None or form == "bullet" else numeral(count, form)

    return _PLACEHOLDER.sub(number, level.text)


def _lists(root: etree._Element) -> Iterator[tuple[str, _List]]:
    definitions = {
        identifier: element
        for element in root.iterfind(w("abstractNum"))
        if (identifier := attribute(element, "abstractNumId")) is not None
    }
    styles = {
        name: identifier
        for identifier, element in definitions.items()
        if (name := value(element, "styleLink")) is not None
    }
    for element in root.iterfind(w("num")):
        number, definition = attribute(element, "numId"), value(element, "abstractNumId")
        if number is None or definition is None:
            continue
        definition = _linked(definition, definitions, styles)
        if definition in definitions:
            yield number, _list(element, definition, definitions[definition])


def _linked(definition: str, definitions: dict[str, etree._Element], styles: dict[str, str]) -> str:
    """Follow a definition that only names a numbering style to the one that defines that style."""
    for _ in range(_MOST_LINKS):
        link = value(definitions.get(definition), "numStyleLink")
        if link is None or link not in styles:
            return definition
        definition = styles[link]
    return definition


def _list(element: etree._Element, definition: str, defined: etree._Element) -> _List:
    levels = [Level()] * _LEVELS
    for level in defined.iterfind(w("lvl")):
        index = _integer(attribute(level, "ilvl"), -1)
        if 0 <= index < _LEVELS:
            levels[index] = _level(level)
    starts: dict[int, int] = {}
    for override in element.iterfind(w("lvlOverride")):
        index = _integer(attribute(override, "ilvl"), -1)
        if not 0 <= index < _LEVELS:
            continue
        if (level_element := child(override, "lvl")) is not None:
            levels[index] = _level(level_element)
        start = value(override, "startOverride")
        if start is not None:
            starts[index] = _integer(start, 1)
            levels[index] = replace(levels[index], start=starts[index])
    return _List(definition, tuple(levels), starts)


def _level(element: etree._Element) -> Level:
    restart = value(element, "lvlRestart")
    fonts = child(element, "rPr", "rFonts")
    return Level(
        form=_form(element),
        text=value(element, "lvlText") or "",
        start=_integer(value(element, "start"), 0),
        suffix=value(element, "suff") or "tab",
        restart=None if restart is None else _integer(restart, 0),
        legal=bool(is_on(child(element, "isLgl"))),
        style=value(element, "pStyle"),
        font=attribute(fonts, "hAnsi") or attribute(fonts, "ascii"),
    )


def _form(element: etree._Element) -> str:
    """The number format, also where newer Word wraps one of its own in an alternative (``01, 02 …``)."""
    if child(element, "lvlPicBulletId") is not None:
        return "bullet"
    forms = (attribute(form, "val") for form in element.iter(w("numFmt")))
    return next((form for form in forms if form not in (None, "custom")), None) or "decimal"


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
