"""ZIP archives of documents."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from corpus.errors import FileError, TooLargeError, UnsupportedFormatError
from corpus.files.archives import Archive
from corpus.files.containers.budget import Budget, Member
from corpus.files.formats import Format
from corpus.files.loader import Job

__all__ = ["archive_members"]

_SYSTEM_FOLDERS = frozenset({"__MACOSX"})
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})


def archive_members(archive: Member, budget: Budget) -> Iterator[Member | FileError]:
    """Yield the files in an archive one by one, or the error of each that cannot be taken out.

    Nothing is written anywhere: a name that leads out of the archive is only a name. Raises a ``FileError`` where the
    archive itself cannot be read, a ``LimitError`` where the budget is spent.
    """
    opened = Archive.open(archive.content, Job(archive.name, Format.ZIP, budget.limits))
    for entry in opened.container.infolist():
        if entry.is_dir() or _is_of_the_system(entry.filename):
            continue
        name = f"{archive.name}!/{entry.filename}"
        try:
            budget.spend(entry.file_size)
            yield Member(name, _content(opened, entry, name, budget))
        except (UnsupportedFormatError, TooLargeError) as error:
            yield error


def _content(opened: Archive, entry: zipfile.ZipInfo, name: str, budget: Budget) -> bytes:
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise UnsupportedFormatError(name=name, kind="symbolic link")
    if entry.file_size > budget.limits.max_bytes:
        raise TooLargeError(name=name, size=entry.file_size, limit=budget.limits.max_bytes)
    return opened.read(entry)


def _is_of_the_system(name: str) -> bool:
    """Tell what operating systems add to archives from what people put in."""
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") and not path.name.startswith("..")
    return hidden or path.name.lower() in _SYSTEM_FILES or not _SYSTEM_FOLDERS.isdisjoint(path.parts)
