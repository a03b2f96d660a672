"""The words of a page, from PDFium's own calls: a few for each word, not for each letter."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium
import regex

from corpus.files.isolated.geometry import Place

__all__ = ["TextReader", "WordRow"]

WordRow = tuple[str, float, float, float, float, float, int]
"""A word: its text, its box, the size of its type, and the index of its font."""

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

# The same calls with plain numbers for handles: as objects they would cost more than the call itself.
_ADDRESS = ctypes.c_void_p
_text_object = ctypes.CFUNCTYPE(_ADDRESS, pdfium.FPDF_TEXTPAGE, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, _ADDRESS).value or 0
)
_font_of = ctypes.CFUNCTYPE(_ADDRESS, _ADDRESS)(ctypes.cast(pdfium.FPDFTextObj_GetFont, _ADDRESS).value or 0)


@dataclass(frozen=True, slots=True)
class _Type:
    """What letters are set in: the index of the font, the size (the em), and the direction that they run in."""

    font: int
    size: float
    angle: float


class TextReader:
    """Reads the letters of a page by PDFium's own calls: a few for each word, not for each letter."""

    def __init__(self, raw: pdfium.FPDF_TEXTPAGE) -> None:
        self._raw = raw
        self.fonts: list[str] = []
        self._types: dict[int | None, _Type] = {}  # by the address of the text object
        self._fonts: dict[int | None, int] = {}  # places in ``fonts`` by the address of the font
        self._rect = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
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
                ascent, descent, size = _ASCENT * of_part.size, _DESCENT * of_part.size, round(of_part.size, 2)
                for first, last, left, right, baseline in self._whole(begin, stop, of_part, place):
                    word = self._text[first:last].translate(_HYPHENS)
                    top, bottom = round(baseline - ascent, 2), round(baseline + descent, 2)
                    found.append((word, round(left, 2), top, round(right, 2), bottom, size, of_part.font))
        return found

    def _of_one_size(self, start: int, end: int, kind: _Type) -> Iterator[tuple[int, int, _Type]]:
        """Yield a word, and apart from it the number of a note that stands right behind it in small type."""
        cut = end
        if self._text[end - 1].isdecimal():
            while cut > start + 1 and self._type(cut - 1).size <= _SMALL * kind.size:
                cut -= 1
        yield start, cut, kind
        if cut < end:
            yield cut, end, self._type(cut)

    def _whole(self, start: int, end: int, kind: _Type, place: Place) -> Iterator[tuple[int, int, float, float, float]]:
        """Yield a word, its left and right side and its baseline; in parts where its letters stand apart."""
        left, right, baseline = self._stand(start, place)
        if end - start == 1:
            yield start, end, left, right, baseline
            return
        last_left, last_right, last_baseline = self._stand(end - 1, place)
        level = abs(baseline - last_baseline) < kind.size / 2
        if level and -kind.size < last_left - left < (end - start) * kind.size * 1.5:
            yield start, end, left, max(right, last_right), baseline
            return
        for index in range(start + 1, end):
            next_left, next_right, next_baseline = self._stand(index, place)
            if abs(next_left - right) > _TORN * kind.size or abs(next_baseline - baseline) > kind.size / 2:
                yield start, index, left, right, baseline
                start, left, right, baseline = index, next_left, next_right, next_baseline
            else:
                right = max(right, next_right)
        yield start, end, left, right, baseline

    def _stand(self, index: int, place: Place) -> tuple[float, float, float]:
        """Return the left and right side of a letter as wide as it is set, and the baseline that it stands on."""
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._raw, index, rect)
        pdfium.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        one, _ = place(rect.left, rect.top)
        other, _ = place(rect.right, rect.bottom)
        _, baseline = place(self._x.value, self._y.value)
        return min(one, other), max(one, other), baseline

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
        shown = _text_object(self._raw, index)
        found = self._types.get(shown)
        if found is None:
            matrix = self._matrix
            pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
            size = abs(pdfium.FPDFText_GetFontSize(self._raw, index)) * math.hypot(matrix.c, matrix.d)
            font = _font_of(shown) if shown else None
            place = self._fonts.get(font)
            if place is None:
                place = self._fonts[font] = self._font(index)
            found = self._types[shown] = _Type(place, size or 1.0, math.atan2(matrix.b, matrix.a))
        return found

    def _font(self, index: int) -> int:
        """Return the place of a letter's font in ``fonts``."""
        buffer = ctypes.create_string_buffer(_NAME_BYTES)
        pdfium.FPDFText_GetFontInfo(self._raw, index, buffer, _NAME_BYTES, ctypes.c_int())
        name = buffer.value.decode("utf-8", "replace")
        if name not in self.fonts:
            self.fonts.append(name)
        return self.fonts.index(name)
