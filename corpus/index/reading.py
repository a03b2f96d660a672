"""One file becomes rows: what a process of the pool does, away from the database."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import FileError, InternalError
from corpus.extraction import extract_loaded
from corpus.files import Limits, LoadedText, Recognition, load_all
from corpus.garbage import collect_seldom
from corpus.store import FailedFile, FileState, Store, StoredFile, prepare

__all__ = ["FileTask", "Part", "Reader", "failure_of", "make_store_reader"]

_PART_DOCUMENTS = 32
_PART_CHARACTERS = 2_000_000
_PART_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to read. ``path`` is as the operating system wants it, ``state.path`` the same as text."""

    path: str
    state: FileState
    redo: bool = False
    """Extract again what is stored already."""


@dataclass(slots=True)
class Part:
    """What was found in a file, or in a part of it: an archive of many documents comes in several parts."""

    task: FileTask
    found: list[StoredFile] = field(default_factory=list)
    failed: list[FailedFile] = field(default_factory=list)
    is_last: bool = False
    earlier: list[str] | None = None
    """In the last part, the paths in the parts before it; null where they are not known."""

    characters: int = 0
    """Of the texts that were extracted."""


class Reader:
    """Reads files: loads them, extracts what is not known yet, and lays it out as rows."""

    def __init__(self, store: Store, *, extractor_version: str, limits: Limits, recognition: Recognition) -> None:
        """``store`` is asked what is known."""
        self._store = store
        self._extractor_version = extractor_version
        self._limits = limits
        self._recognition = recognition

    def close(self) -> None:
        """Let go of the archive."""
        self._store.close()

    def _is_known(self, sha256: str) -> bool:
        row = self._store.row("SELECT extractor_version FROM documents WHERE sha256 = ?", (sha256,))
        return row is not None and row[0] == self._extractor_version

    def read(self, task: FileTask) -> Iterator[Part]:
        """Yield what the file holds. Nothing is raised: what cannot be read is a failure in its part."""
        part, begun, earlier = Part(task), time.monotonic(), list[str]()
        try:
            for item in self._items(task, part):
                if isinstance(item, FailedFile):
                    part.failed.append(item)
                else:
                    part.found.append(item)
                if _is_full(part, begun):
                    yield part
                    earlier += [*(item.path for item in part.found), *(item.path for item in part.failed)]
                    part, begun = Part(task), time.monotonic()
        except Exception as error:  # noqa: BLE001 - whatever a file does to us, the next ones are to be read
            part.failed.append(_internal(task.state.path, error))
        part.is_last, part.earlier = True, earlier
        yield part

    def _items(self, task: FileTask, part: Part) -> Iterator[StoredFile | FailedFile]:
        name = task.state.path
        source: str | bytes = task.path
        if task.state.size <= self._limits.max_bytes:
            try:
                source = Path(task.path).read_bytes()
            except OSError:
                pass  # load_all says it better
            else:
                sha256 = hashlib.sha256(source).hexdigest()
                if not task.redo and self._is_known(sha256):
                    yield StoredFile(name, sha256, None)
                    return
        for item in load_all(source, name=name, limits=self._limits, recognition=self._recognition):
            if isinstance(item, FileError):
                yield failure_of(item)
            elif not task.redo and self._is_known(item.sha256):
                yield StoredFile(item.name, item.sha256, None)
            else:
                part.characters += item.chars
                yield self._extracted(item, redo=task.redo)

    def _extracted(self, loaded: LoadedText, *, redo: bool) -> StoredFile | FailedFile:
        try:
            rows = prepare(extract_loaded(loaded), extractor_version=self._extractor_version)
        except Exception as error:  # noqa: BLE001 - a bug met in one document must not lose the others
            return _internal(loaded.name, error)
        return StoredFile(loaded.name, loaded.sha256, rows, redo)


def make_store_reader(store: str, *, extractor_version: str, limits: Limits, recognition: Recognition) -> Reader:
    """Make a reader with an archive of its own: what runs in a process of the pool."""
    import extractor

    extractor.extract("")  # what is loaded once is loaded now
    collect_seldom()
    return Reader(Store.open(store), extractor_version=extractor_version, limits=limits, recognition=recognition)


def failure_of(error: FileError) -> FailedFile:
    """An error of a file as it is stored."""
    return FailedFile(str(error.facts["name"]), error.code, str(error), error.facts)


def _internal(name: str, error: Exception) -> FailedFile:
    return failure_of(InternalError(name=name, reason=f"{type(error).__name__}: {error}"))


def _is_full(part: Part, begun: float) -> bool:
    return (
        len(part.found) + len(part.failed) >= _PART_DOCUMENTS
        or part.characters >= _PART_CHARACTERS
        or time.monotonic() - begun > _PART_SECONDS
    )
