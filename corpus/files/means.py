"""What this machine has for reading files, and what it lacks: Python libraries, programs, and their languages."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec

from corpus.files.programs import Program

__all__ = ["Kind", "Means", "survey"]

_PATIENCE = 20.0


class Kind(StrEnum):
    """How a missing thing is installed."""

    LIBRARY = "library"
    """By pip, with an extra of this package."""

    PROGRAM = "program"
    """By the operating system, with a package of Debian's name."""


@dataclass(frozen=True, slots=True)
class Means:
    """One thing that reading needs. ``serves`` names the formats, ``source`` the extra or the package that has it."""

    name: str
    kind: Kind
    serves: str
    source: str
    available: bool


_LIBRARIES = (
    ("lxml", "lxml", ".docx .html .doc .odt .rtf", "files"),
    ("olefile", "olefile", ".doc .xls", "files"),
    ("openpyxl", "openpyxl", ".xlsx .ods", "files"),
    ("xlrd", "xlrd", ".xls", "files"),
    ("pypdfium2", "pypdfium2", ".pdf", "files"),
    ("Pillow", "PIL", ".pdf .png .jpg .tif", "ocr"),
)
_PROGRAMS = (
    (Program.SOFFICE, ".doc .odt .rtf"),
    (Program.CATDOC, ".doc .rtf"),
    (Program.TESSERACT, ".pdf .png .jpg .tif"),
)
_VIETNAMESE = ("tesseract: vie", ".pdf .png .jpg .tif", "tesseract-ocr-vie")


def survey() -> Iterator[Means]:
    """Yield everything that reading may need, in a fixed order, with whether it is there."""
    for name, module, serves, extra in _LIBRARIES:
        yield Means(name, Kind.LIBRARY, serves, extra, find_spec(module) is not None)
    for program, serves in _PROGRAMS:
        yield Means(program.command, Kind.PROGRAM, serves, program.package, program.path() is not None)
    name, serves, package = _VIETNAMESE
    yield Means(name, Kind.PROGRAM, serves, package, _has_vietnamese())


def _has_vietnamese() -> bool:
    """Ask tesseract which languages it has."""
    path = Program.TESSERACT.path()
    if path is None:
        return False
    try:
        done = subprocess.run([path, "--list-langs"], capture_output=True, timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return b"vie" in done.stdout.split()
