"""The one who reads what was sent: a thread beside the server, which starts when there is something to do."""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import CorpusError, StoreError
from corpus.index import Options, Redo, Report, index
from corpus.index.worklist import RedoKind
from corpus.store import Store
from corpus.web.adding.jobs import unread
from corpus.web.incoming import limits_of
from corpus.web.settings import Settings

__all__ = ["FullError", "Worker"]

_MOST_WAITING = 1_000
_AT_ONCE = 50
"""Files a run of the indexer: it stores them as they come, and what is sent meanwhile waits for the next."""
_PROCESSES = 2
"""Visitors want to read while files are read in."""
_PAUSE = 20.0
"""Seconds before the archive is tried again that could not be written."""
_PATIENCE = 5.0
_LOCK = ".reading"
_LOG = logging.getLogger("trichluc.web")


class FullError(Exception):
    """So many files wait already that no more are taken."""


class Worker:
    """Reads files into the archive, in the order in which they were sent. Any thread may ask it for anything."""

    def __init__(self, settings: Settings, *, most_waiting: int = _MOST_WAITING) -> None:
        self._settings = settings
        self._most_waiting = most_waiting
        self._change = threading.Condition()
        self._waiting: deque[Path] = deque()
        self._reading: frozenset[Path] = frozenset()
        self._left = 0
        self._trouble: CorpusError | None = None
        self._thread: threading.Thread | None = None
        self._is_stopping = threading.Event()

    @property
    def reading(self) -> frozenset[Path]:
        """The files that are being read now."""
        return self._reading

    @property
    def waiting(self) -> int:
        """How many files are still to be read, those that are being read among them."""
        with self._change:
            return len(self._waiting) + self._left

    @property
    def trouble(self) -> CorpusError | None:
        """Why nothing can be read now: the disk is full, another program holds the archive."""
        return self._trouble

    def go_on(self) -> None:
        """Take up what an earlier server left unread."""
        for path in unread(self._settings):
            self._take(path)

    def add(self, path: Path) -> None:
        """Read a file that was kept. Raises ``FullError`` where too many wait."""
        with self._change:
            if len(self._waiting) >= self._most_waiting:
                raise FullError
        os.utime(path.parent)  # one that was sent before comes first in the list again
        os.utime(path.parent.parent)
        self._take(path)

    def stop(self) -> None:
        """Stop after what is being stored; what was not read is taken up by the next server."""
        self._is_stopping.set()
        with self._change:
            self._change.notify_all()
        if self._thread is not None:
            self._thread.join(_PATIENCE)

    def _take(self, path: Path) -> None:
        with self._change:
            if path not in self._waiting and path not in self._reading:
                self._waiting.append(path)
            if self._thread is None:
                # A daemon: where the machine wants the program to end, it ends.
                self._thread = threading.Thread(target=self._work, name="adding", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _work(self) -> None:
        while not self._is_stopping.is_set():
            with self._change:
                while not self._waiting and not self._is_stopping.is_set():
                    self._change.wait()
                some = [self._waiting.popleft() for _ in range(min(_AT_ONCE, len(self._waiting)))]
                self._reading, self._left = frozenset(some), len(some)
            if self._is_stopping.is_set():
                return
            try:
                self._read(some)
                self._trouble = None
            except _StoppedError:
                return
            except Exception as error:  # noqa: BLE001 - told on the page and in the log, and tried again
                _LOG.exception("what was sent could not be indexed")
                self._trouble = error if isinstance(error, CorpusError) else StoreError(store="", reason=str(error))
                with self._change:
                    self._waiting.extendleft(reversed(some))
            with self._change:
                self._reading, self._left = frozenset(), 0
            if self._trouble is not None:
                self._is_stopping.wait(_PAUSE)

    def _read(self, some: list[Path]) -> None:
        settings = self._settings
        with _alone(settings.incoming_folder):
            left = [path for path in some if path.is_file() and not _is_read(settings.store, path)]
            if left:
                processes = min(_PROCESSES, os.cpu_count() or 1, len(left))
                again = Redo(RedoKind.FAILED)  # what is sent again is meant to be tried again
                options = Options(processes=processes, limits=limits_of(settings), redo=[again])
                index(left, settings.store, options, _Watcher(self))

    def count_down(self, files: int) -> None:
        """So many files more are read. Breaks the run off between two transactions where the server ends."""
        if self._is_stopping.is_set():
            raise _StoppedError
        with self._change:
            self._left = max(0, self._left - files)


class _StoppedError(Exception):
    """The server ends."""


class _Watcher:
    """Watches a run of the indexer."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def begin(self, files: int) -> None:
        """Is told how many files there are."""

    def advance(self, report: Report, *, files: int) -> None:
        """Is told of every transaction."""
        self._worker.count_down(files)


def _is_read(store: Path, path: Path) -> bool:
    """Whether the archive has all of the file already: another server process may have read it."""
    if not store.is_file():
        return False
    with Store.open(store) as archive:
        row = archive.row(
            "SELECT size, modified_ns FROM files WHERE path = :path AND is_complete = 1"
            " AND NOT EXISTS (SELECT 1 FROM failures WHERE file = :path)",
            {"path": str(path)},
        )
    state = path.stat()
    return row is not None and (row[0], row[1]) == (state.st_size, state.st_mtime_ns)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one of several server processes read at a time, where the system knows locks of files (POSIX)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (folder / _LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
