"""PDFium at work: pages of a PDF file to words, ruled lines and pictures.

What it returns is plain (numbers, strings, lists), as it goes to another process. Coordinates are turned so that the
text of a page stands upright, with the origin in the upper left corner; the unit is the point.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from corpus.files.isolated.refusal import Refusal
from corpus.files.isolated.wire import Facts

__all__ = ["OpenedPdf"]

#: A drawn shape thinner than this (points) is a line.
_THIN = 3.0
#: More shapes on a page than this are a drawing: they are counted no further, and no more lines taken.
_MOST_SHAPES = 20_000
_MOST_RULES = 3_000
_MOST_SEGMENTS = 2_000
#: How far a line of type reaches over and under its baseline, in em: what common typefaces have.
_ASCENT = 0.89
_DESCENT = 0.22
#: Type smaller than this share of that before it is another kind of type.
_SMALL = 0.8
_NAME_BYTES = 256
#: Letters in a row that stand further apart than this (in em) belong to different words, spaces or not.
_TORN = 1.0
# PDFium has one of two signs for a hyphen at which it joined two lines.
_WORD = regex.compile("[^\\s\x00\x02\ufffe]+[\x02\ufffe]?")
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})
_STRAIGHT = math.radians(5)

Place = Callable[[float, float], tuple[float, float]]
Box = tuple[float, float, float, float]
WordRow = tuple[str, float, float, float, float, float, int]


class OpenedPdf:
    """A PDF file at work."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(content)  # with the empty password, which shows most files
        except pypdfium2.PdfiumError as error:
            if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise Refusal("encrypted") from error
            raise Refusal("corrupt", reason=_reason(error)) from error

    def facts(self) -> Facts:
        """Return how many ``pages`` there are."""
        return {"pages": len(self._document)}

    def content(self, index: int) -> Facts:
        """Read one page.

        Returns its ``width`` and ``height``; its ``words``, each (text, left, top, right, bottom, size, index of its
        font); the names of its ``fonts``; its ``rules`` (left, top, right, bottom); the share of it that images cover
        (``pictured``); and how many ``shapes`` are drawn on it.
        """
        with self._page(index) as page:
            text = page.get_textpage()
            try:
                reader = _TextReader(text.raw)
                turn = reader.turn(page.get_rotation())
                place, width, height = _upright(page.get_bbox(), turn)
                words = reader.words(turn, place)
            finally:
                text.close()
            rules, pictured, shapes = _drawn(page, place)
            return {
                "width": width,
                "height": height,
                "words": words,
                "fonts": reader.fonts,
                "rules": rules,
                "pictured": min(1.0, pictured / max(1.0, width * height)),
                "shapes": shapes,
            }

    def picture(self, index: int, dpi: int, most_pixels: int) -> tuple[Facts, bytes]:
        """Draw one page in shades of grey: its ``width``, ``height`` and ``dpi``, and one byte a pixel."""
        with self._page(index) as page:
            width, height = (math.ceil(side * dpi / 72) for side in page.get_size())
            if width * height > most_pixels:
                raise Refusal("pixels", pixels=width * height)
            bitmap = page.render(scale=dpi / 72, grayscale=True)
            try:
                rows = bytes(bitmap.buffer)
                width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            finally:
                bitmap.close()
            if stride != width:
                rows = b"".join(rows[at : at + width] for at in range(0, stride * height, stride))
            return {"width": width, "height": height, "dpi": dpi}, rows

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    @contextmanager
    def _page(self, index: int) -> Iterator[pypdfium2.PdfPage]:
        try:
            page = self._document[index]
        except pypdfium2.PdfiumError as error:
            raise Refusal("corrupt", reason=_reason(error)) from error
        try:
            yield page
        except pypdfium2.PdfiumError as error:
            raise Refusal("corrupt", reason=_reason(error)) from error
        finally:
            page.close()


def _reason(error: pypdfium2.PdfiumError) -> str:
    return str(error).rstrip(".")


@dataclass(frozen=True, slots=True)
class _Type:
    """What letters are set in: the index of the font, the size (the em), and the direction that they run in."""

    font: int
    size: float
    angle: float


class _TextReader:
    """Reads the letters of a page by PDFium's own calls: a few for each word, not for each letter."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE) -> None:
        self._raw = raw
        self.fonts: list[str] = []
        self._types: dict[int | None, _Type] = {}  # by the address of the text object
        self._text = self._letters()
        self._spans = [match.span() for match in _WORD.finditer(self._text)]
        self._set_in = [self._type(start) for start, _ in self._spans]

    def turn(self, rotation: int) -> int:
        """Return by how many degrees clockwise the page is to be turned so that most of its text stands upright.

        ``rotation`` is what the page itself asks for, which counts where it has no text.
        """
        turns = Counter(round(math.degrees(kind.angle) / 90) % 4 for kind in self._set_in)
        return turns.most_common(1)[0][0] * 90 if turns else rotation

    def words(self, turn: int, place: Place) -> list[WordRow]:
        """Return the words that stand upright on the turned page; watermarks across it and writing up its side not."""
        upright = math.radians(turn)
        found: list[WordRow] = []
        for (start, end), kind in zip(self._spans, self._set_in, strict=True):
            if abs(math.remainder(kind.angle - upright, math.tau)) > _STRAIGHT:
                continue
            for begin, stop, of_part in self._of_one_size(start, end, kind):
                for first, last, (left, top, right, bottom) in self._whole(begin, stop, of_part, place):
                    word = self._text[first:last].translate(_HYPHENS)
                    box = round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)
                    found.append((word, *box, round(of_part.size, 2), of_part.font))
        return found

    def _of_one_size(self, start: int, end: int, kind: _Type) -> Iterator[tuple[int, int, _Type]]:
        """Yield a word, and apart from it the number of a note that stands right behind it in small type."""
        last = self._type(end - 1)
        if last.size > _SMALL * kind.size:
            yield start, end, kind
            return
        cut = end - 1
        while cut > start + 1 and self._type(cut - 1).size <= _SMALL * kind.size:
            cut -= 1
        yield start, cut, kind
        yield cut, end, last

    def _whole(self, start: int, end: int, kind: _Type, place: Place) -> Iterator[tuple[int, int, Box]]:
        """Yield a word and its box; in parts where its letters stand apart."""
        first = self._box(start, kind, place)
        last = first if end - start == 1 else self._box(end - 1, kind, place)
        level = abs(first[1] - last[1]) < kind.size / 2
        if level and -kind.size < last[0] - first[0] < (end - start) * kind.size * 1.5:
            yield start, end, _around(first, last)
            return
        box = first
        for index in range(start + 1, end):
            letter = self._box(index, kind, place)
            if abs(letter[0] - box[2]) > _TORN * kind.size or letter[1] > box[3] or letter[3] < box[1]:
                yield start, index, box
                start, box = index, letter
            else:
                box = _around(box, letter)
        yield start, end, box

    def _box(self, index: int, kind: _Type, place: Place) -> Box:
        """Return the box of a letter: as wide as the letter sets, as high as a line of its type."""
        rect = pdfium.FS_RECTF()
        if not pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect):
            return 0.0, 0.0, 0.0, 0.0
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(self._raw, index, x, y)
        one, other = place(rect.left, rect.top), place(rect.right, rect.bottom)
        _, baseline = place(x.value, y.value)
        left, right = min(one[0], other[0]), max(one[0], other[0])
        return left, baseline - _ASCENT * kind.size, right, baseline + _DESCENT * kind.size

    def _letters(self) -> str:
        """Return the text with one character for each of PDFium's, so that positions in both are the same."""
        count = pdfium.FPDFText_CountChars(self._raw)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._raw, 0, count, buffer) - 1
        if written == count:
            text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
            if len(text) == count:
                return text
        codes = (pdfium.FPDFText_GetUnicode(self._raw, index) for index in range(count))
        return "".join(" " if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code) for code in codes)

    def _type(self, index: int) -> _Type:
        """Return what a letter is set in; the letters of one text object are set in the same."""
        shown = ctypes.cast(pdfium.FPDFText_GetTextObject(self._raw, index), ctypes.c_void_p).value
        found = self._types.get(shown)
        if found is None:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
            size = abs(pdfium.FPDFText_GetFontSize(self._raw, index)) * math.hypot(matrix.c, matrix.d)
            found = self._types[shown] = _Type(self._font(index), size or 1.0, math.atan2(matrix.b, matrix.a))
        return found

    def _font(self, index: int) -> int:
        """Return the place of a letter's font in ``fonts``."""
        buffer = ctypes.create_string_buffer(_NAME_BYTES)
        pdfium.FPDFText_GetFontInfo(self._raw, index, buffer, _NAME_BYTES, ctypes.c_int())
        name = buffer.value.decode("utf-8", "replace")
        if name not in self.fonts:
            self.fonts.append(name)
        return self.fonts.index(name)


def _around(one: Box, other: Box) -> Box:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _upright(bounds: Box, turn: int) -> tuple[Place, float, float]:
    """Return how a point of the page moves when the page is turned clockwise, and the page's width and height then."""
    left, bottom, right, top = bounds
    width, height = right - left, top - bottom
    match turn:
        case 90:
            return (lambda x, y: (y - bottom, x - left)), height, width
        case 180:
            return (lambda x, y: (right - x, y - bottom)), width, height
        case 270:
            return (lambda x, y: (top - y, right - x)), height, width
        case _:
            return (lambda x, y: (x - left, top - y)), width, height


def _drawn(page: pypdfium2.PdfPage, place: Place) -> tuple[list[Box], float, int]:
    """Return the ruled lines of a page, the area that its images cover, and the number of its shapes."""
    raw = page.raw
    rules: list[Box] = []
    pictured = 0.0
    shapes = 0
    sides = tuple(ctypes.c_float() for _ in range(4))
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_SHAPES)):
        shape = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
            continue
        one, other = place(sides[0].value, sides[1].value), place(sides[2].value, sides[3].value)
        box = min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
        width, height = box[2] - box[0], box[3] - box[1]
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE or (kind == pdfium.FPDF_PAGEOBJ_FORM and _has_image(shape)):
            pictured += width * height
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            shapes += 1
            if len(rules) < _MOST_RULES:
                if width <= _THIN or height <= _THIN:
                    rules.append(box)
                elif _is_stroked(shape):
                    rules += _strokes(shape, place)
    return [tuple(round(side, 1) for side in rule) for rule in rules[:_MOST_RULES]], pictured, shapes  # type: ignore[misc]


def _has_image(form: pdfium.FPDF_PAGEOBJECT) -> bool:
    count = min(pdfium.FPDFFormObj_CountObjects(form), _MOST_SHAPES)
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFFormObj_GetObject(form, index)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for index in range(count)
    )


def _is_stroked(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke)) and bool(stroke.value)


def _strokes(path: pdfium.FPDF_PAGEOBJECT, place: Place) -> Iterator[Box]:
    """Yield the upright and level lines of a path that draws several, such as a frame."""
    count = pdfium.FPDFPath_CountSegments(path)
    if not 0 < count <= _MOST_SEGMENTS:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = before = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = place(
            matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begin = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _straight(before, here)
        before = here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _straight(here, begin)
            before = begin


def _straight(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Box]:
    if abs(one[0] - other[0]) <= _THIN or abs(one[1] - other[1]) <= _THIN:
        yield min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
