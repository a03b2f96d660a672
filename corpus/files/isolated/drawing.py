"""What is drawn on a page beside text: ruled lines, images, shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.files.isolated.geometry import Box, Place, box_of

__all__ = ["drawn"]

#: A drawn shape thinner than this (points) is a line.
_THIN = 3.0
#: More shapes on a page than this are a drawing: they are counted no further, and no more lines taken.
_MOST_SHAPES = 20_000
_MOST_RULES = 3_000
_MOST_SEGMENTS = 2_000


def drawn(page: pypdfium2.PdfPage, place: Place) -> tuple[list[Box], float, int]:
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
        box = box_of(one, other)
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
        yield box_of(one, other)
