"""Pillow at work: scanned pages stored as images."""

from __future__ import annotations

import io
import math
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from corpus.files.isolated.refusal import Refusal
from corpus.files.isolated.wire import Facts

__all__ = ["OpenedImage"]

#: What Pillow raises for damaged files, by its own account and by experience with truncated ones.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
    zlib.error,
)
_FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "WEBP")
#: Formats whose frames are pages; those of the others are a moving picture, of which the first is read.
_PAGED = "TIFF"
#: A resolution outside of this is no scanner's; the picture is then taken for a sheet of A4 (inches).
_LEAST_DPI = 72
_MOST_DPI = 1_200
_A4 = (8.27, 11.69)
_GREY = "L"
_DEEP = ("I", "I;16", "I;16B", "I;16L", "F")


class OpenedImage:
    """An image at work. Nothing is decoded before its size is known."""

    def __init__(self, content: bytes) -> None:
        warnings.simplefilter("ignore")  # Pillow's own limit on pixels: ours is asked for with each picture
        Image.MAX_IMAGE_PIXELS = None
        with _damage():
            self._image = Image.open(io.BytesIO(content), formats=_FORMATS)
            self._frames = getattr(self._image, "n_frames", 1) if self._image.format == _PAGED else 1

    def facts(self) -> Facts:
        """Return how many ``pages`` there are."""
        return {"pages": self._frames}

    def content(self, index: int, most_letters: int) -> Facts:
        """Return nothing: an image has no words."""
        return {}

    def picture(self, index: int, dpi: int, most_pixels: int) -> tuple[Facts, bytes]:
        """Decode one page in shades of grey, upright, at about ``dpi``: its size, and one byte a pixel."""
        with _damage():
            self._image.seek(index)
            width, height = self._image.size
            scale = dpi / _resolution(self._image)
            pixels = math.ceil(width * height * max(1.0, scale * scale))
            if pixels > most_pixels:
                raise Refusal("pixels", pixels=pixels)
            page = _grey(ImageOps.exif_transpose(self._image))
            if not 0.9 < scale < 1.1:
                size = max(1, round(page.width * scale)), max(1, round(page.height * scale))
                page = page.resize(size, Image.Resampling.LANCZOS)
            return {"width": page.width, "height": page.height, "dpi": dpi}, page.tobytes()

    def close(self) -> None:
        """Let go of the file."""
        self._image.close()


@contextmanager
def _damage() -> Iterator[None]:
    try:
        yield
    except UnidentifiedImageError as error:
        raise Refusal("corrupt", reason="not an image of its kind") from error
    except _DAMAGE as error:
        raise Refusal("corrupt", reason=str(error)[:200] or type(error).__name__) from error


def _grey(image: Image.Image) -> Image.Image:
    """Return a page in shades of grey, on white paper where it lets through."""
    if image.mode in _DEEP:
        least, most = image.getextrema()
        scale = 255 / max(float(most) - float(least), 1.0)  # type: ignore[arg-type]
        return image.convert("F").point(lambda value: value * scale - float(least) * scale).convert(_GREY)  # type: ignore[arg-type]
    if image.has_transparency_data:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(paper, shown).convert(_GREY)
    return image.convert(_GREY)


def _resolution(image: Image.Image) -> float:
    """Return the resolution that the file states, or that a sheet of A4 would have."""
    stated = image.info.get("dpi")
    if stated:
        try:
            dpi = float(max(stated))
        except (TypeError, ValueError, ZeroDivisionError):
            dpi = 0.0
        if _LEAST_DPI < dpi <= _MOST_DPI:
            return dpi
    short, long = sorted(image.size)
    return min(max(short / _A4[0], long / _A4[1], _LEAST_DPI), _MOST_DPI)
