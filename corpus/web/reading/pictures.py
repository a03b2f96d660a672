"""Pages of PDF files and scans as pictures, drawn in a process of their own and within bounds."""

from __future__ import annotations

import io
import threading
from importlib.util import find_spec

from corpus.errors import LibraryMissingError
from corpus.files import Limits
from corpus.files.formats import Format, sniff
from corpus.files.loader import Job

__all__ = ["DPI", "has_pictures", "picture"]

DPI = 130
"""A page of A4 has 1,075 pixels across: sharp beside the text, and fit to be read when it is opened alone."""

_LIMITS = Limits(seconds=20.0, pixels=30_000_000)
_KINDS = {
    Format.PDF: "pdf",
    **dict.fromkeys((Format.PNG, Format.JPEG, Format.TIFF, Format.BMP, Format.GIF, Format.WEBP), "image"),
}
_AT_ONCE = threading.BoundedSemaphore(2)
"""Pages that are drawn at a time: a reader who turns fast shall not take the whole machine."""


def has_pictures(media_type: str) -> bool:
    """Whether documents of a media type have pages that can be drawn."""
    return any(kind.media_type == media_type for kind in _KINDS)


def picture(content: bytes, name: str, page: int) -> bytes | None:
    """A page, counted from 1, as PNG in shades of grey; ``None`` where the file has no such page.

    Raises a ``FileError`` where it cannot be drawn: damage, a limit, a library that is missing.
    """
    kind = _KINDS.get(sniff(content, name))
    if kind is None:
        return None
    for library in ("pypdfium2", "PIL"):
        if find_spec(library) is None:
            raise LibraryMissingError(name=name, library=library, extra="files")
    with _AT_ONCE:
        return _draw(kind, content, name, page)


def _draw(kind: str, content: bytes, name: str, page: int) -> bytes | None:
    from PIL import Image

    from corpus.files.isolated import reader

    with reader(kind, content, Job(name, sniff(content, name), _LIMITS)) as opened:
        if not 1 <= page <= opened.pages:
            return None
        width, height, pixels = opened.picture(page - 1, DPI)
    target = io.BytesIO()
    Image.frombytes("L", (width, height), pixels).save(target, "PNG", compress_level=6)
    return target.getvalue()
