"""Scanned pages stored as images: recognised, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from corpus.errors import ConversionError, CorruptFileError, NoTextError, TooManyPagesError
from corpus.files.isolated import Reader, reader
from corpus.files.layout import Sheet, compose
from corpus.files.loaded import LoadWarning
from corpus.files.loader import Body, Job, Recognition
from corpus.files.recognition import DPI, Picture, Reading, recognise, warnings_of, why_not

__all__ = ["ImageLoader"]

_ENGINE = f"pillow/{version('pillow')}"  # where it is missing, this module cannot be imported either
_POINTS = 72  # in an inch


class ImageLoader:
    """Reads .png, .jpg, .tif (each of its pages), .bmp, .gif and .webp."""

    name = "image"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text, or raise a ``FileError``: damage, a limit, no letters, or no program to recognise them."""
        if job.recognition is Recognition.NEVER:
            raise NoTextError(name=job.name, reason="it is an image")
        if missing := why_not(job):
            raise missing
        with reader("image", content, job) as opened:
            if not opened.pages:
                raise CorruptFileError(name=job.name, reason="it has no pages")
            if opened.pages > job.limits.pages:
                raise TooManyPagesError(name=job.name, pages=opened.pages, limit=job.limits.pages)
            sheets: list[Sheet] = []
            warnings: list[LoadWarning] = []
            failed: list[ConversionError] = []
            sizes: list[tuple[float, float]] = []
            for number, reading in enumerate(recognise(_pictures(opened, sizes), job), 1):
                warnings += warnings_of(reading, number)
                if isinstance(reading, ConversionError):
                    failed.append(reading)
                    reading = Reading((), 0.0)
                sheets.append(Sheet(number, *sizes[number - 1], reading.words, (), reading.confidence))
        if failed and len(failed) == len(sheets):
            raise failed[0]
        composed = compose(sheets, job.seconds_left)
        if not composed.text.strip():
            raise NoTextError(name=job.name, reason="no letters were recognised in the image")
        return Body(composed.text, composed.pages, tuple(warnings), _ENGINE)


def _pictures(opened: Reader, sizes: list[tuple[float, float]]) -> Iterator[Picture]:
    """Yield the pages as they are wanted, and note the size of each in points."""
    for page in range(opened.pages):
        width, height, pixels = opened.picture(page, DPI)
        sizes.append((width * _POINTS / DPI, height * _POINTS / DPI))
        yield Picture(width, height, pixels)
