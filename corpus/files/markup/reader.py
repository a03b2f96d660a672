"""A web page as blocks: what a browser shows, in the order in which it is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from lxml import etree

from corpus.files.blocks import Block, Paragraph, Piece, Table
from corpus.files.word.numerals import numeral

__all__ = ["blocks_of"]

_UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "canvas",
        "audio",
        "video",
        "select",
        "option",
        "textarea",
        "button",
        "input",
        "datalist",
        "nav",
    ]
)  # fmt: skip
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "ul",
        "caption",
    ]
)  # fmt: skip
_ROWS = frozenset({"thead", "tbody", "tfoot"})
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "decimal-leading-zero": "decimalZero",
}
_WHITE = regex.compile(r"[ \t\n\r\f]+")
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)
_CAPITALS = regex.compile(r"text-transform\s*:\s*uppercase", regex.I)
_FONT = regex.compile(r"(?<![\w-])font-family\s*:\s*[\"']?([^;,\"']+)", regex.I)
_LIST_STYLE = regex.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", regex.I)
_WORD_LIST_MARK = regex.compile(r"mso-list\s*:\s*ignore", regex.I)
_RULES = regex.compile(
    r"border(?:-(?:left|right|top|bottom))?(?:-style)?\s*:[^;]*\b(?:solid|double|dotted|dashed|inset|outset)\b", regex.I
)
_NO_RULES = regex.compile(r"(?<![\w-])border\s*:\s*(?:none|0|medium none)", regex.I)
_PRESERVED = regex.compile(r"white-space\s*:\s*pre", regex.I)
_MOST_COLUMNS = 64


@dataclass(frozen=True, slots=True)
class _Look:
    """How the letters at a place look."""

    font: str | None = None
    capitals: bool = False
    preserved: bool = False
    """White space is shown as it is."""

    mark: bool = False
    """The printed number of a list item, which word processors pad with spaces."""


def blocks_of(root: etree._Element) -> list[Block]:
    """Return the blocks of an element and all that it shows."""
    reader = _Reader()
    reader.read(root, _Look())
    return reader.finish()


class _Reader:
    """Collects blocks; a paragraph goes on until an element begins or ends that stands apart."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._open = False  # whether the paragraph has words, so that white space counts

    def finish(self) -> list[Block]:
        """Return what was collected."""
        self._end_paragraph()
        return self._blocks

    def read(self, element: etree._Element, look: _Look) -> None:
        """Read an element without what follows it."""
        tag = _tag(element)
        style = element.get("style", "")
        if tag in _UNSEEN or element.get("hidden") is not None or _HIDDEN.search(style):
            return
        look = _look(element, tag, style, look)
        if tag == "br":
            self._break_line()
        elif tag == "table":
            self._end_paragraph()
            self._blocks.append(_table(element, look))
        elif tag in {"ol", "ul"}:
            self._end_paragraph()
            self._list(element, style, look, ordered=tag == "ol")
        elif tag in _BLOCKS:
            self._end_paragraph()
            self._inside(element, look)
            self._end_paragraph()
        else:
            self._inside(element, look)

    def _inside(self, element: etree._Element, look: _Look) -> None:
        self._text(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self.read(child, look)
            self._text(child.tail, look)

    def _list(self, element: etree._Element, style: str, look: _Look, *, ordered: bool) -> None:
        named = _LIST_STYLE.search(style)
        form = _STYLES.get(named[1].lower() if named else "", _FORMS.get(element.get("type", "1"), "decimal"))
        shown = not (named and named[1].lower() == "none")
        count = _integer(element.get("start"), 1)
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if _tag(child) != "li":
                self.read(child, look)
                continue
            count = _integer(child.get("value"), count)
            self._end_paragraph()
            if shown:
                self._pieces.append(Piece(f"{numeral(count, form)}. " if ordered else "- "))
            self.read_item(child, look)
            count += 1

    def read_item(self, element: etree._Element, look: _Look) -> None:
        """Read a list item; the block that it may begin with goes on behind its mark."""
        before = len(self._pieces)
        self._text(element.text, look)
        for index, child in enumerate(element):
            if isinstance(child.tag, str):
                if index == 0 and len(self._pieces) == before and _tag(child) in {"p", "div"}:
                    self._inside(child, _look(child, "p", child.get("style", ""), look))
                    self._end_paragraph()
                else:
                    self.read(child, look)
            self._text(child.tail, look)
        self._end_paragraph()

    def _text(self, text: str | None, look: _Look) -> None:
        if not text:
            return
        if look.preserved:
            self._pieces.append(Piece(text, look.font, look.capitals))
            self._open = True
            return
        if look.mark:  # padded to its width with spaces that do not break
            text = f"{stripped} " if (stripped := text.strip()) else ""
        shown = _WHITE.sub(" ", text)
        if not self._open or self._ends_in_space():
            shown = shown.lstrip(" ")
        if shown:
            self._pieces.append(Piece(shown, look.font, look.capitals))
            self._open = True

    def _ends_in_space(self) -> bool:
        return bool(self._pieces) and self._pieces[-1].text.endswith((" ", "\n"))

    def _break_line(self) -> None:
        if self._open:
            self._pieces.append(Piece("\n"))

    def _end_paragraph(self) -> None:
        if self._open:
            self._blocks.append(Paragraph(self._pieces))
            self._pieces = []
        elif self._pieces:  # the mark of an item that shows nothing, or that begins with a list
            self._pieces = []
        self._open = False


def _look(element: etree._Element, tag: str, style: str, look: _Look) -> _Look:
    face = element.get("face") if tag == "font" else None
    named = _FONT.search(style) if style else None
    font = named[1].strip() if named else face.partition(",")[0].strip() if face else look.font
    return _Look(
        font or look.font,
        look.capitals or bool(style and _CAPITALS.search(style)),
        look.preserved or tag == "pre" or bool(style and _PRESERVED.search(style)),
        look.mark or bool(style and _WORD_LIST_MARK.search(style)),
    )


def _table(element: etree._Element, look: _Look) -> Table:
    table = Table(ruled=_is_ruled(element))
    held: dict[int, int] = {}  # columns that a cell of a row above still fills, and for how many rows
    for row in _rows(element):
        cells: list[list[Block]] = []
        for cell in row:
            if _tag(cell) not in {"td", "th"}:
                continue
            while held.get(len(cells), 0) > 0:
                held[len(cells)] -= 1
                cells.append([])
            column = len(cells)
            reader = _Reader()
            reader.read_item(cell, _look(cell, "td", cell.get("style", ""), look))
            cells.append(reader.finish())
            width = max(1, min(_integer(cell.get("colspan"), 1), _MOST_COLUMNS))
            cells.extend([] for _ in range(width - 1))
            height = _integer(cell.get("rowspan"), 1) - 1
            held.update({column + index: height for index in range(width) if height > 0})
        while held.get(len(cells), 0) > 0:
            held[len(cells)] -= 1
            cells.append([])
        if cells:
            table.rows.append(cells)
    return table


def _rows(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if _tag(child) == "tr":
            yield child
        elif _tag(child) in _ROWS or _tag(child) == "form":
            yield from _rows(child)


def _is_ruled(element: etree._Element) -> bool:
    """Say whether lines are drawn: by the style of the cells, which goes before what the table says of them all."""
    by_table = element.get("border", "0").strip().rstrip("px") not in {"", "0"}
    for row in _rows(element):
        for cell in row:
            if _tag(cell) in {"td", "th"}:
                style = cell.get("style", "")
                if _RULES.search(style) or (by_table and not _NO_RULES.search(style)):
                    return True
    return False


def _tag(element: etree._Element) -> str:
    """The name without a namespace prefix; what is no element has none. Word writes its own (``o:p``)."""
    return str(element.tag).rpartition("}")[2].lower()


def _integer(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default
