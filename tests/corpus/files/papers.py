"""Real files of pages, made in the test: PDF by ReportLab and by hand, scans as images of them."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

__all__ = ["DIRECTIVE", "by_hand", "image", "joined", "needs_font", "pdf", "scan", "stream", "words_of"]

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")
A4 = (595.0, 842.0)
Text = tuple[float, float, float, str]
"""From the left, from the top, size, words."""

DIRECTIVE: Sequence[Text] = (
    (60, 60, 12, "ỦY BAN NHÂN DÂN"),
    (60, 76, 12, "TỈNH SÔNG LAM"),
    (60, 108, 12, "Số: 12/KH-UBND"),
    (250, 60, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (290, 76, 12, "Độc lập - Tự do - Hạnh phúc"),
    (280, 108, 12, "Sông Lam, ngày 05 tháng 3 năm 2031"),
    (260, 160, 14, "KẾ HOẠCH"),
    (188, 180, 14, "Tổ chức hội nghị chuyển đổi số"),
    (110, 230, 13, "Thực hiện Quyết định số 45/QĐ-UBND ngày 12/01/2031 của Ủy"),
    (85, 250, 13, "ban nhân dân tỉnh về chuyển đổi số, Ủy ban nhân dân tỉnh xây"),
    (85, 270, 13, "dựng kế hoạch tổ chức hội nghị như sau:"),
    (110, 300, 13, "I. MỤC ĐÍCH, YÊU CẦU"),
    (110, 325, 13, "1. Các đơn vị báo cáo kết quả trước ngày 15/9/2031."),
)


def needs_font() -> None:
    """Skip the test where no font with Vietnamese letters is installed; in continuous integration it is."""
    if not _FONT.exists() and not os.environ.get("CI"):
        pytest.skip("the font DejaVu Serif is not installed (on Debian: apt-get install fonts-dejavu-core)")


def pdf(*pages: Sequence[Text], size: tuple[float, float] = A4, turned: int = 0, password: str | None = None) -> bytes:
    """A file with an embedded font. ``password`` is asked of who opens it; ``""`` of who wants to change it only."""
    file = io.BytesIO()
    encryption = None if password is None else StandardEncryption(password, "owner", canCopy=0)
    canvas = Canvas(file, pagesize=size, encrypt=encryption)
    canvas.setPageRotation(turned)
    for page in pages:
        for left, top, points, words in page:
            canvas.setFont(_font(), points)
            canvas.drawString(left, size[1] - top, words)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@cache
def _font() -> str:
    pdfmetrics.registerFont(TTFont("Serif", str(_FONT)))
    return "Serif"


def scan(content: bytes, page: int = 0, *, turned: int = 0, dpi: int = 200) -> Image.Image:
    """A page as a scanner sees it, turned anticlockwise."""
    with pypdfium2.PdfDocument(content) as document:
        drawn: Image.Image = document[page].render(scale=dpi / 72, grayscale=True).to_pil()
    return drawn.convert("L").rotate(turned, expand=True, fillcolor=255)


def image(*pages: Image.Image, kind: str) -> bytes:
    """Pages as an image file; several are a TIFF's, or a PDF without text."""
    file = io.BytesIO()
    first, *others = pages
    more = {"save_all": True, "append_images": others} if kind in ("TIFF", "PDF") else {}
    first.save(file, kind, dpi=(200, 200), resolution=200, **more)
    return file.getvalue()


def joined(*files: bytes) -> bytes:
    """A file with the pages of several."""
    whole = pypdfium2.PdfDocument.new()
    for content in files:
        with pypdfium2.PdfDocument(content) as part:
            whole.import_pages(part)
    file = io.BytesIO()
    whole.save(file)
    whole.close()
    return file.getvalue()


def stream(content: bytes, facts: bytes = b"") -> bytes:
    """A stream of a file made by hand, compressed."""
    packed = zlib.compress(content, 9)
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (facts, len(packed), packed)


def by_hand(
    content: bytes,
    *more: bytes,
    resources: bytes = b"",
    font: bytes = b"/Helvetica",
    box: bytes = b"0 0 595 842",
    kids: bytes = b"3 0 R",
) -> bytes:
    """A file of one page from its content stream; objects from 6 on are ``more``."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 1>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % (box, resources),
        stream(content),
        b"<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding/BaseFont%s>>" % font,
        *more,
    )
    file = b"%PDF-1.7\n"
    places = []
    for number, inside in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    return file + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, end)


def words_of(text: str) -> list[str]:
    """The words of a text, whatever parts them."""
    return text.split()
