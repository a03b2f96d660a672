"""How far the files are that were sent: told by the folder they lie in and by the archive."""

from __future__ import annotations

import heapq
import json
import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.errors import MissingStoreError
from corpus.store import Store
from corpus.web.naming import document_address
from corpus.web.settings import Settings

__all__ = ["Found", "Job", "JobState", "Jobs", "Refused", "unread"]

_DOCUMENTS_SHOWN = 5
_REFUSALS_SHOWN = 5


class JobState(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    PARTLY = "partly"
    """Some of what is in it could not be read."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Found:
    """A document that a file holds."""

    sha256: str
    number: str | None
    title: str | None

    @property
    def address(self) -> str:
        """The address of its page."""
        return document_address(self.sha256)


@dataclass(frozen=True, slots=True)
class Refused:
    """What could not be read, and why: as table ``failures`` has it."""

    path: str
    code: str
    reason: str
    facts: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Job:
    """One file that was sent, and what came of it so far."""

    name: str
    state: JobState
    documents: tuple[Found, ...] = ()
    """The first of them."""
    more_documents: int = 0
    refused: tuple[Refused, ...] = ()
    more_refused: int = 0

    @property
    def is_open(self) -> bool:
        """Whether there is still something to come."""
        return self.state in (JobState.WAITING, JobState.READING)


class Jobs:
    """The files of one server's folder, the last that were sent first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._listed: tuple[int, int, list[Path]] = (-1, 0, [])

    def latest(self, store: Store, reading: Collection[Path], *, count: int) -> list[Job]:
        """The last files that were sent; ``reading`` are those that are being read now."""
        return [_job(store, path, is_read=path in reading) for path in self._latest(count)]

    def _latest(self, count: int) -> list[Path]:
        """The folder is listed anew only where something was put into it."""
        folder = self._settings.incoming_folder.resolve()
        try:
            changed = folder.stat().st_mtime_ns
        except FileNotFoundError:
            return []
        if self._listed[:2] != (changed, count):
            with os.scandir(folder) as entries:
                folders = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
            newest = heapq.nlargest(count, folders, key=lambda entry: (entry.stat().st_mtime_ns, entry.name))
            files = [path for entry in newest for path in _files(Path(entry.path))]
            self._listed = changed, count, files[:count]
        return self._listed[2]


def unread(settings: Settings) -> Iterator[Path]:
    """The files of the folder that the archive does not know, or not all of: what a server left that was stopped."""
    folder = settings.incoming_folder.resolve()
    if not folder.is_dir():
        return
    try:
        store = Store.open(settings.store)
    except MissingStoreError:
        yield from (path for inner in sorted(folder.iterdir()) for path in _files(inner))
        return
    with store:
        for inner in sorted(folder.iterdir()):
            for path in _files(inner):
                if store.row("SELECT 1 FROM files WHERE path = ? AND is_complete = 1", (str(path),)) is None:
                    yield path


def _files(folder: Path) -> list[Path]:
    """What was put into a folder of one content; not what is still being written."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))


def _job(store: Store, path: Path, *, is_read: bool) -> Job:
    file = store.row("SELECT is_complete FROM files WHERE path = ?", (str(path),))
    documents = store.rows(
        "SELECT d.sha256, coalesce(d.key, d.number) AS number, d.title FROM locations AS l"
        " JOIN documents AS d ON d.id = l.document_id WHERE l.file = ? ORDER BY l.path",
        (str(path),),
    )
    failed = store.rows("SELECT path, code, reason, facts FROM failures WHERE file = ? ORDER BY path", (str(path),))
    return Job(
        path.name,
        _state(is_known=file is not None and bool(file[0]), is_read=is_read, good=len(documents), bad=len(failed)),
        tuple(Found(*row) for row in documents[:_DOCUMENTS_SHOWN]),
        max(0, len(documents) - _DOCUMENTS_SHOWN),
        tuple(
            Refused(row["path"], row["code"], row["reason"], json.loads(row["facts"]))
            for row in failed[:_REFUSALS_SHOWN]
        ),
        max(0, len(failed) - _REFUSALS_SHOWN),
    )


def _state(*, is_known: bool, is_read: bool, good: int, bad: int) -> JobState:
    if is_read and (bad or not is_known):
        return JobState.READING
    if not is_known:
        return JobState.WAITING
    if bad:
        return JobState.PARTLY if good else JobState.FAILED
    return JobState.DONE
