"""What stands in a part of a Word document (its body, a header, the notes): blocks in reading order.

As it is shown and printed: inserted text is in and deleted text is out, fields show their result, hidden text is out,
automatic numbers are in. A text box follows the paragraph that it is anchored in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lxml import etree

from corpus.files.blocks import Block, Paragraph, Piece, Table
from corpus.files.word.names import attribute, child, is_on, value, w
from corpus.files.word.numbering import Numbering
from corpus.files.word.numerals import bullet
from corpus.files.word.styles import Styles, has_rules

__all__ = ["StoryReader"]

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATIVES, _CHOICE, _FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
_TEXT_BOX = w("txbxContent")
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FORMULAS, _FORMULA_TEXT = frozenset({f"{_M}oMath", f"{_M}oMathPara"}), f"{_M}t"
_CELL_SIDES = ("left", "start", "right", "end")

_WRAPPERS = frozenset(
    map(
        w,
        (
            "sdt",
            "sdtContent",
            "ins",
            "moveTo",
            "smartTag",
            "customXml",
            "hyperlink",
            "fldSimple",
            "dir",
            "bdo",
            "ruby",
            "rubyBase",
        ),
    )
)
"""Elements around runs or blocks that show what they hold."""

_SIGNS: Mapping[str, str] = MappingProxyType(
    {
        w("tab"): "\t",
        w("ptab"): "\t",
        w("br"): "\n",
        w("cr"): "\n",
        w("noBreakHyphen"): "-",
        w("softHyphen"): "\u00ad",  # which is the `ư` of TCVN3
    }
)


@dataclass(slots=True)
class _Line:
    """The paragraph being read: its text so far, what follows it, and how deep in the codes of fields it stands."""

    paragraph: Paragraph
    style: str | None
    boxes: list[etree._Element]


class StoryReader:
    """Reads the parts of one document, in the order in which its paragraphs are numbered."""

    def __init__(self, styles: Styles, numbering: Numbering, note_sign: Callable[[str, str], str]) -> None:
        """``note_sign`` gives the sign for a reference to a note: its kind (``footnote``) and its id."""
        self._styles = styles
        self._numbering = numbering
        self._note_sign = note_sign
        self._fields: list[bool] = []  # for each open field, whether its code is being read (not its result)

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """Yield the blocks of a body, a cell, a header, a note or a text box."""
        joined: Paragraph | None = None  # the paragraph whose end was deleted: the next one goes on with it
        for element in _content(container):
            if element.tag == w("p"):
                line = self._line(element, joined)
                if _end_is_deleted(element):
                    joined = line.paragraph
                    continue
                joined = None
                yield line.paragraph
                for box in line.boxes:
                    yield from self.blocks(box)
            elif element.tag == w("tbl"):
                yield self._table(element)
        if joined is not None:
            yield joined

    def _line(self, element: etree._Element, joined: Paragraph | None) -> _Line:
        properties = child(element, "pPr")
        style = self._styles.paragraph_style(properties)
        line = _Line(joined or Paragraph(), style, [])
        self._inline(element, line)
        # No code of a field goes on in the next paragraph: one that is never closed must not swallow the rest.
        self._fields = [False] * len(self._fields)
        if _end_is_deleted(element):
            return line  # what it goes on with decides how it is numbered
        position = self._styles.position(properties, self._numbering)
        label = self._numbering.label(position) if position else None
        if label and any(piece.text.strip() for piece in line.paragraph.pieces):
            font = label[1] or self._styles.font(child(properties, "rPr"), style)
            line.paragraph.pieces.insert(0, Piece(label[0], font))
        return line

    def _inline(self, element: etree._Element, line: _Line) -> None:
        for part in element:
            if part.tag == w("r"):
                self._run(part, line)
            elif part.tag in _WRAPPERS:
                self._inline(part, line)
            elif part.tag in _FORMULAS:
                line.paragraph.pieces += [Piece(sign.text or "") for sign in part.iter(_FORMULA_TEXT)]
            elif part.tag == _ALTERNATIVES:
                chosen = _chosen(part)
                if chosen is not None:
                    self._inline(chosen, line)

    def _run(self, run: etree._Element, line: _Line) -> None:
        properties = child(run, "rPr")
        if is_on(child(properties, "vanish")):
            return
        text = "".join(self._letters(run, line))
        if text:
            font = self._styles.font(properties, line.style)
            line.paragraph.pieces.append(Piece(text, font, self._styles.capitals(properties, line.style)))

    def _letters(self, run: etree._Element, line: _Line) -> Iterator[str]:
        for part in run:
            tag = part.tag
            if tag == w("fldChar"):
                self._field(attribute(part, "fldCharType"))
            elif tag == _ALTERNATIVES:
                if (chosen := _chosen(part)) is not None:
                    yield from self._letters(chosen, line)
            elif tag in {w("drawing"), w("pict"), w("object")}:
                line.boxes.extend(_text_boxes(part))
            elif any(self._fields):
                continue
            elif tag == w("t"):
                yield part.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == w("sym"):
                yield _symbol(part)
            elif tag in {w("footnoteReference"), w("endnoteReference")}:
                kind = etree.QName(part).localname.removesuffix("Reference")
                yield self._note_sign(kind, attribute(part, "id") or "")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _table(self, element: etree._Element) -> Table:
        properties = child(element, "tblPr")
        borders = child(properties, "tblBorders")
        ruled = has_rules(borders) if borders is not None else self._styles.ruled(value(properties, "tblStyle"))
        table = Table(ruled=ruled)
        for row in _content(element):
            if row.tag != w("tr") or child(row, "trPr", "del") is not None:
                continue
            cells: list[list[Block]] = []
            for cell in _content(row):
                if cell.tag == w("tc"):
                    cells.extend(self._cell(cell))
                    table.ruled = table.ruled or has_rules(child(cell, "tcPr", "tcBorders"), _CELL_SIDES)
            table.rows.append(cells)
        return table

    def _cell(self, cell: etree._Element) -> Iterator[list[Block]]:
        """Yield a cell, and empty ones for the columns that it spans beyond its own."""
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        continued = merge is not None and value(merge) != "restart"
        blocks = list(self.blocks(cell))
        yield [] if continued else blocks
        span = value(properties, "gridSpan") or "1"
        for _ in range(min(int(span), 64) - 1 if span.isdecimal() else 0):
            yield []


def _content(container: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs, tables, rows or cells of a container, looking through what only wraps them."""
    for element in container:
        if element.tag in _WRAPPERS:
            yield from _content(element)
        elif element.tag == _ALTERNATIVES:
            if (chosen := _chosen(element)) is not None:
                yield from _content(chosen)
        else:
            yield element


def _chosen(alternatives: etree._Element) -> etree._Element | None:
    """The newest of the alternatives that holds text, else what older programs are given."""
    options = [option for option in alternatives if option.tag in {_CHOICE, _FALLBACK}]
    with_text = (option for option in options if next(option.iter(w("t")), None) is not None)
    return next(with_text, options[0] if options else None)


def _text_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a drawing, not those inside other text boxes, each once of its alternatives."""
    for element in drawing:
        if element.tag == _TEXT_BOX:
            yield element
        elif element.tag == _ALTERNATIVES:
            if (chosen := _chosen(element)) is not None:
                yield from _text_boxes(chosen)
        else:
            yield from _text_boxes(element)


def _end_is_deleted(paragraph: etree._Element) -> bool:
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def _symbol(element: etree._Element) -> str:
    code = attribute(element, "char") or ""
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return bullet(letter if letter >= "\uf000" else chr(0xF000 + ord(letter)) if ord(letter) < 0x100 else letter)
