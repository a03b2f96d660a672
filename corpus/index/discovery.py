"""Which files there are to read under the paths given."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from corpus.errors import FileError, MissingFileError, UnreadableFileError

__all__ = ["FoundFile", "Skipped", "discover", "printable"]

SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".pdf"}
    | {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp", ".eml", ".zip"}
)
"""What is taken from a folder. What a file is, its content decides; but a folder also holds what was never a
document. A file that is named itself is always taken."""

_LOCK_FILE = "~$"
"""The beginning of the names of the lock files that Word and Excel leave beside open documents."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read. ``name`` is its absolute path as text; ``path`` is the same as the operating system wants it."""

    path: str
    name: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file in a folder that is no document by its name."""

    name: str


def discover(
    paths: Sequence[str | os.PathLike[str]], *, leave_out: Collection[str] = ()
) -> Iterator[FoundFile | Skipped | FileError]:
    """Yield every file under ``paths``, folders in the order of names, symbolic links to folders not followed.

    Hidden files and folders are left out silently, and so are the absolute paths in ``leave_out``. What cannot be
    looked at gives its error.
    """
    for path in paths:
        start = Path(path).resolve()
        if start.is_dir():
            yield from _walk(str(start), leave_out)
        else:
            yield _looked_at(str(start))


def _walk(folder: str, leave_out: Collection[str]) -> Iterator[FoundFile | Skipped | FileError]:
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            with os.scandir(current) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield UnreadableFileError(name=printable(current), reason=error.strerror or type(error).__name__)
            continue
        folders = []
        for entry in entries:
            if entry.name.startswith((".", _LOCK_FILE)) or entry.path in leave_out:
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            elif entry.is_file():
                yield _looked_at(entry.path) if _is_document(entry.name) else Skipped(printable(entry.path))
        waiting += reversed(folders)


def _is_document(name: str) -> bool:
    return PurePath(name).suffix.lower() in SUFFIXES


def _looked_at(path: str) -> FoundFile | FileError:
    name = printable(path)
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        return MissingFileError(name=name)
    except OSError as error:
        return UnreadableFileError(name=name, reason=error.strerror or type(error).__name__)
    return FoundFile(path, name, status.st_size, status.st_mtime_ns)


def printable(path: str) -> str:
    """A path as text that can be stored: names on disk are bytes, UTF-8 as a rule."""
    return os.fsencode(path).decode("utf-8", "replace")
