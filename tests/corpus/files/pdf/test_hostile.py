"""Files that are damaged, or made to do damage: each is refused by its own error, in bounded time and memory."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from PIL import Image

from corpus.errors import (
    CorruptFileError,
    DecompressionBombError,
    EmptyFileError,
    EncryptedFileError,
    FileError,
    NoTextError,
    TimedOutError,
    TooManyPagesError,
    TooManyPixelsError,
)
from corpus.files import Limits, Recognition, load
from corpus.files.programs import Program
from tests.corpus.files.making import needs
from tests.corpus.files.papers import DIRECTIVE, by_hand, image, needs_font, pdf, stream

SHOWN = b"BT /F 12 Tf 72 700 Td (Xin chao) Tj ET"


def forms(depth: int, each: int) -> bytes:
    """Drawings in drawings: ``each`` to the power of ``depth`` of them."""
    inner = [
        stream(
            b"/X%d Do " % (index + 1) * each if index + 1 < depth else b"0 0 1 1 re f",
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X%d %d 0 R>>>>" % (index + 1, 7 + index),
        )
        for index in range(depth)
    ]
    return by_hand(b"/X0 Do", *inner, resources=b"/XObject<</X0 6 0 R>>")


def drawn_image(width: int, height: int, box: bytes = b"0 0 595 842") -> bytes:
    """A page with an image on it, black and white, that unpacks to so many pixels."""
    facts = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray" % (width, height)
    packed = stream(bytes(width * height // 8), facts)
    return by_hand(b"595 0 0 842 0 0 cm /I Do", packed, resources=b"/XObject<</I 6 0 R>>", box=box)


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """An image that says how large it is, and holds next to nothing."""
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), *chunks, (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def blank(width: int = 40, height: int = 30) -> Image.Image:
    return Image.new("L", (width, height), 255)


def tiff_in_circles() -> bytes:
    """A directory of pages whose next page is itself."""
    tags = (
        (256, 4, 1, 8),
        (257, 4, 1, 8),
        (258, 3, 1, 8),
        (259, 3, 1, 1),
        (262, 3, 1, 1),
        (273, 4, 1, 0),
        (279, 4, 1, 64),
    )
    entries = b"".join(struct.pack("<HHII", *tag) for tag in tags)
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", len(tags)) + entries + struct.pack("<I", 8)


PDFS: dict[str, tuple[Callable[[], bytes], type[FileError]]] = {
    "nothing but a header": (lambda: b"%PDF-1.7\n", CorruptFileError),
    "rubbish": (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, CorruptFileError),
    "truncated": (lambda: by_hand(SHOWN)[:200], CorruptFileError),
    "nested without end": (lambda: b"%PDF-1.7\n1 0 obj\n" + b"<</A" * 200_000, CorruptFileError),
    "no pages": (lambda: by_hand(SHOWN, kids=b""), CorruptFileError),
    "pages in circles": (lambda: by_hand(SHOWN, kids=b"2 0 R"), CorruptFileError),
    "a password": (lambda: pdf(DIRECTIVE, password="mật"), EncryptedFileError),
    "an empty page": (lambda: by_hand(b""), EmptyFileError),
    "more pages than allowed": (lambda: pdf(*[DIRECTIVE] * 4), TooManyPagesError),
    "more letters than a page holds": (
        lambda: by_hand(b"BT /F 1 Tf 1 1 Td (" + b"a " * 9_000 + b") Tj ET"),
        DecompressionBombError,
    ),
    "drawings in drawings": (lambda: forms(12, 12), TimedOutError),
    "drawing without end": (lambda: by_hand(b"0 0 m 9 9 l S " * 4_000_000), TimedOutError),
}


@pytest.mark.parametrize(("make", "error"), PDFS.values(), ids=PDFS.keys())
def test_hostile_pdf(make: Callable[[], bytes], error: type[FileError]) -> None:
    needs_font()
    seconds = 2 if error is TimedOutError else 60
    with pytest.raises(error, match=r"^hostile\.pdf: "):
        load(make(), name="hostile.pdf", limits=Limits(pages=3, seconds=seconds, expanded_bytes=8 * 1024 * 1024))


SCANS: dict[str, tuple[Callable[[], bytes], type[FileError]]] = {
    "a page as large as a field": (lambda: drawn_image(8, 8, b"0 0 14400 14400"), TooManyPixelsError),
    "a bomb of pixels": (lambda: png(60_000, 60_000), TooManyPixelsError),
    "a bomb in a note": (lambda: png(8, 8, (b"zTXt", b"a\0\0" + zlib.compress(bytes(90_000_000)))), CorruptFileError),
    "a truncated png": (lambda: image(blank(400, 300), kind="PNG")[:60], CorruptFileError),
    "a truncated jpeg": (lambda: image(blank(400, 300), kind="JPEG")[:300], CorruptFileError),
    "a tiff in circles": (tiff_in_circles, FileError),
    "a tiff of more pages than allowed": (lambda: image(*[blank()] * 4, kind="TIFF"), TooManyPagesError),
    "an image without letters": (lambda: image(blank(), kind="PNG"), NoTextError),
    "a gif that is none": (lambda: b"GIF89a" + bytes(40), CorruptFileError),
    "a webp that is none": (lambda: b"RIFF\x20\x00\x00\x00WEBPVP8 " + bytes(20), CorruptFileError),
}


@pytest.mark.parametrize(("make", "error"), SCANS.values(), ids=SCANS.keys())
def test_hostile_scan(make: Callable[[], bytes], error: type[FileError]) -> None:
    needs(Program.TESSERACT)
    with pytest.raises(error, match=r"^hostile: "):
        load(make(), name="hostile", limits=Limits(pages=3, seconds=60))


@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_images_are_not_recognised_where_that_is_not_wanted(kind: str) -> None:
    with pytest.raises(NoTextError):
        load(image(blank(), kind=kind), recognition=Recognition.NEVER)
