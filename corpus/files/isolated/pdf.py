"""PDFium at work: pages of a PDF file to words, ruled lines and pictures.

What it returns is plain (numbers, strings, lists), as it goes to another process. Coordinates are turned so that the
text of a page stands upright, with the origin in the upper left corner; the unit is the point.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium
import regex

from corpus.files.isolated.drawing import drawn
from corpus.files.isolated.geometry import upright
from corpus.files.isolated.refusal import Refusal
from corpus.files.isolated.text import TextReader
from corpus.files.isolated.wire import Facts

__all__ = ["OpenedPdf"]


class OpenedPdf:
    """A PDF file at work."""

    def __init__(self, content: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(content)  # with the empty password, which shows most files
        except pypdfium2.PdfiumError as error:
            if error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
                raise Refusal("encrypted") from error
            if error.err_code == pdfium.FPDF_ERR_SUCCESS:
                raise Refusal("corrupt", reason="it has no pages") from error
            raise Refusal("corrupt", reason=_reason(error)) from error

    def facts(self) -> Facts:
        """Return how many ``pages`` there are."""
        return {"pages": len(self._document)}

    def content(self, index: int, most_letters: int) -> Facts:
        """Read one page, unless it has more than ``most_letters``.

        Returns its ``width`` and ``height``; its ``words``, each (text, left, top, right, bottom, size, index of its
        font); the names of its ``fonts``; its ``rules`` (left, top, right, bottom); the share of it that images cover
        (``pictured``); and how many ``shapes`` are drawn on it.
        """
        with self._page(index) as page:
            text = page.get_textpage()
            try:
                if text.count_chars() > most_letters:
                    raise Refusal("letters")
                reader = TextReader(text.raw)
                turn = reader.turn(page.get_rotation())
                place, width, height = upright(page.get_bbox(), turn)
                words = reader.words(turn, place)
            finally:
                text.close()
            rules, pictured, shapes = drawn(page, place)
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
    """Return what PDFium says, without what its binding puts around it."""
    match = regex.search(r"\(PDFium: (.+?)\)", str(error))
    return match[1] if match else str(error).rstrip(".")
