"""Styles: what a paragraph or a run takes from the styles it names and those they are based on (ECMA-376-1, 17.7)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corpus.files.word.names import attribute, child, is_on, value, w
from corpus.files.word.numbering import Numbering, Position

__all__ = ["Styles", "has_rules", "position_of"]

_MOST_ANCESTORS = 32
_NO_LIST = "0"
_INNER_BORDERS = ("insideV", "insideH")
_NO_LINE = frozenset({None, "nil", "none"})


class Styles:
    """The styles of one document. Style names that do not exist, and circles of them, do no harm."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        self._default_paragraph: str | None = None
        for style in root.iterfind(w("style")) if root is not None else ():
            identifier = attribute(style, "styleId")
            if identifier is None:
                continue
            self._styles[identifier] = style
            if attribute(style, "type") == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                self._default_paragraph = identifier
        self._fonts: dict[tuple[str | None, str | None], str | None] = {}
        self._capitals: dict[tuple[str | None, str | None], bool] = {}

    def chain(self, identifier: str | None) -> Iterator[tuple[str, etree._Element]]:
        """Yield a style and those it is based on, nearest first."""
        for _ in range(_MOST_ANCESTORS):
            style = self._styles.get(identifier) if identifier is not None else None
            if style is None or identifier is None:
                return
            yield identifier, style
            identifier = value(style, "basedOn")

    def paragraph_style(self, properties: etree._Element | None) -> str | None:
        """Return the style of a paragraph, the default one where it names none."""
        return value(properties, "pStyle") or self._default_paragraph

    def font(self, properties: etree._Element | None, paragraph_style: str | None) -> str | None:
        """Return the font of a run; ``None`` where only the theme names one, as in no old document."""
        if (font := _font(properties)) is not None:
            return font
        key = (value(properties, "rStyle"), paragraph_style)
        if key not in self._fonts:
            candidates = (_font(child(style, "rPr")) for name in key for _, style in self.chain(name))
            self._fonts[key] = next((font for font in candidates if font), None) or _font(self._defaults)
        return self._fonts[key]

    def capitals(self, properties: etree._Element | None, paragraph_style: str | None) -> bool:
        """Return whether a run is shown in capitals."""
        if (direct := is_on(child(properties, "caps"))) is not None:
            return direct
        key = (value(properties, "rStyle"), paragraph_style)
        if key not in self._capitals:
            toggles = (is_on(child(style, "rPr", "caps")) for name in key for _, style in self.chain(name))
            self._capitals[key] = next((toggle for toggle in toggles if toggle is not None), False)
        return self._capitals[key]

    def ruled(self, identifier: str | None) -> bool:
        """Return whether a table style draws lines between cells."""
        return any(has_rules(child(style, "tblPr", "tblBorders")) for _, style in self.chain(identifier))

    def position(self, properties: etree._Element | None, numbering: Numbering) -> Position | None:
        """Return where a paragraph stands in the lists, by its own word or that of its style."""
        own = child(properties, "numPr")
        if own is not None and value(own, "numId") is not None:
            return position_of(own)
        for identifier, style in self.chain(self.paragraph_style(properties)):
            found = child(style, "pPr", "numPr")
            if found is None or (number := value(found, "numId")) is None:
                continue
            if number == _NO_LIST:
                return None
            level = value(own, "ilvl") or value(found, "ilvl")
            if level is None:
                level = str(numbering.level_of_style(number, identifier) or 0)
            return Position(number, int(level)) if level.isdecimal() else None
        return None


def position_of(element: etree._Element) -> Position | None:
    """Return the position that ``w:numPr`` names; ``None`` where it takes the paragraph out of all lists."""
    number, level = value(element, "numId"), value(element, "ilvl") or "0"
    if number is None or number == _NO_LIST or not level.isdecimal():
        return None
    return Position(number, int(level))


def has_rules(borders: etree._Element | None, names: tuple[str, ...] = _INNER_BORDERS) -> bool:
    """Return whether borders are drawn between cells."""
    return any(value(borders, name) not in _NO_LINE for name in names)


def _font(properties: etree._Element | None) -> str | None:
    fonts = child(properties, "rFonts")
    return attribute(fonts, "hAnsi") or attribute(fonts, "ascii")
