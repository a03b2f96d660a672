"""Running tesseract on pictures of pages, a few at a time."""

from __future__ import annotations

import math
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import regex

from corpus.errors import ConversionError, ToolMissingError
from corpus.files.loaded import LoadWarning, WarningCode
from corpus.files.loader import Job
from corpus.files.programs import Program, run, scratch_folder
from corpus.files.recognition.words import Reading, read_tsv

__all__ = ["DPI", "Picture", "recognise", "warnings_of", "why_not"]

DPI = 200
"""The resolution at which pages are drawn for recognition, measured against others (docs/files.md)."""

_LANGUAGE = "vie"
_LANGUAGE_PACKAGE = "tesseract-ocr-vie"
#: How tesseract parts a page: a column of text of various sizes. Measured against the others (docs/files.md).
_LAYOUT = "4"
_MOST_AT_ONCE = 2
#: Below this confidence a page may lie on its side or stand on its head.
_DISORIENTED = 0.7
#: Below this one the reader of the text is warned.
_DOUBTFUL = 0.8
#: Lines that sink or rise by more than this share of their length (1.5 degrees) are read better when straightened.
_LEANING = 0.026
_PAGE = "page.pgm"
_ROTATE = regex.compile(r"^Rotate: (90|180|270)$", regex.MULTILINE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in shades of grey, one byte a pixel, from the upper left corner."""

    width: int
    height: int
    pixels: bytes
    dpi: int = DPI


def recognise(pictures: Iterable[Picture], job: Job) -> Iterator[Reading | ConversionError]:
    """Yield what is read on each picture, in order; the error where tesseract cannot read one.

    Two pages are read at once where there are two processors; no more pictures are taken than are being read.
    Raises ``ToolMissingError``, which names the Debian package, and ``TimedOutError``.
    """
    waiting: deque[Future[Reading | ConversionError]] = deque()
    at_once = min(_MOST_AT_ONCE, len(os.sched_getaffinity(0)))
    with scratch_folder() as folder, ThreadPoolExecutor(at_once) as pool:
        try:
            for number, picture in enumerate(pictures):
                if len(waiting) >= at_once:
                    yield waiting.popleft().result()
                waiting.append(pool.submit(_read, picture, folder / str(number), job))
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def why_not(job: Job) -> ToolMissingError | None:
    """Say before any page is drawn that tesseract is missing here; ``None`` where it is not."""
    if Program.TESSERACT.path() is None:
        return ToolMissingError(
            name=job.name, tool=Program.TESSERACT.command, package=f"{Program.TESSERACT.package} {_LANGUAGE_PACKAGE}"
        )
    return None


def warnings_of(reading: Reading | ConversionError, page: int) -> Iterator[LoadWarning]:
    """Yield what there is to say of a page that was recognised, or could not be."""
    if isinstance(reading, ConversionError):
        yield LoadWarning(WarningCode.NOT_RECOGNISED, str(reading.facts["reason"]), page)
        return
    yield LoadWarning(WarningCode.RECOGNISED, page=page)
    if reading.confidence < _DOUBTFUL:
        yield LoadWarning(WarningCode.LOW_CONFIDENCE, str(round(reading.confidence * 100)), page)


def _read(picture: Picture, folder: Path, job: Job) -> Reading | ConversionError:
    folder.mkdir()
    try:
        reading = _recognised(folder, picture, job)
        if reading.confidence < _DISORIENTED and (turn := _turn(folder, picture, job)):
            upright = _turned(picture, turn)
            again = _recognised(folder, upright, job)
            if again.confidence > reading.confidence:
                picture, reading = upright, again
        if abs(reading.lean) > _LEANING:
            reading = _recognised(folder, _straightened(picture, reading.lean), job)
    except ConversionError as error:
        return error
    finally:
        (folder / _PAGE).unlink(missing_ok=True)
    return reading


def _write(path: Path, picture: Picture) -> None:
    with path.open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (picture.width, picture.height))
        file.write(picture.pixels)


def _recognised(folder: Path, picture: Picture, job: Job) -> Reading:
    _write(folder / _PAGE, picture)
    tsv = _run(folder, picture, job, "-l", _LANGUAGE, "--psm", _LAYOUT, "-c", "tessedit_create_tsv=1")
    return read_tsv(tsv, picture.dpi)


def _turn(folder: Path, picture: Picture, job: Job) -> int:
    """Return by how many degrees clockwise the page must be turned to stand upright, as far as tesseract can tell."""
    try:
        found = _run(folder, picture, job, "--psm", "0")
    except ConversionError:
        return 0  # too few letters to tell
    match = _ROTATE.search(found)
    return int(match[1]) if match else 0


def _run(folder: Path, picture: Picture, job: Job, *arguments: str) -> str:
    environment = {"OMP_THREAD_LIMIT": "1"}
    if "TESSDATA_PREFIX" in os.environ:
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    done = run(
        Program.TESSERACT,
        [_PAGE, "stdout", "--dpi", str(picture.dpi), *arguments],
        job,
        folder=folder,
        environment=environment,
    )
    if done.code:
        if f"{_LANGUAGE}.traineddata" in done.complaints:
            raise ToolMissingError(name=job.name, tool=f"tesseract ({_LANGUAGE})", package=_LANGUAGE_PACKAGE)
        raise ConversionError(name=job.name, tool=Program.TESSERACT.command, reason=done.reason())
    return done.output.decode("utf-8", "replace")


def _straightened(picture: Picture, lean: float) -> Picture:
    """Return a picture whose lines are level."""
    from PIL import Image  # late: few pages need it

    page = Image.frombytes("L", (picture.width, picture.height), picture.pixels)
    level = page.rotate(math.degrees(math.atan(lean)), resample=Image.Resampling.BICUBIC, fillcolor=255)
    return Picture(picture.width, picture.height, level.tobytes(), picture.dpi)


def _turned(picture: Picture, degrees: int) -> Picture:
    """Return a picture turned clockwise."""
    width, height, pixels = picture.width, picture.height, picture.pixels
    if degrees == 180:
        return Picture(width, height, pixels[::-1], picture.dpi)
    columns = [pixels[x::width] for x in range(width)]  # from top to bottom
    if degrees == 90:
        return Picture(height, width, b"".join(column[::-1] for column in columns), picture.dpi)
    return Picture(height, width, b"".join(reversed(columns)), picture.dpi)
