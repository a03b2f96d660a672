"""Processes that read files, each watched by a thread of its own.

A pool that knows which file each process is at: where a process dies (a crash in a library, no memory left), that file
is what killed it, and a new process goes on with the next. A process whose pool has died finds its pipe closed and
ends, too.
"""

from __future__ import annotations

import pickle
import queue
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice, repeat
from typing import Protocol

from corpus.errors import CrashedError, TimedOutError
from corpus.index.processes import DONE, ReadingProcess, ending
from corpus.index.reading import FileTask, Part, failure_of

__all__ = ["Pool", "ReaderFactory"]

_AHEAD = 2
"""Files given to a process at once, so that it need not wait for the next one."""

_WAITING = 64
"""Files that wait a process, so that the caller may be away for a while."""

_END = None


class ReadsFiles(Protocol):
    """What runs in a process of the pool."""

    def read(self, task: FileTask) -> Iterator[Part]:
        """Yield what a file holds."""


ReaderFactory = Callable[[], ReadsFiles]
"""Makes the reader of a process, in that process; must be picklable."""


class Pool:
    """Reads files in several processes. What they find waits in a short queue, so that memory stays flat."""

    def __init__(self, make_reader: ReaderFactory, *, processes: int, seconds: float) -> None:
        """``seconds`` is how long a process may be silent before it is given up, with the file it is at."""
        self._make_reader = make_reader
        self._processes = processes
        self._seconds = seconds
        self._tasks: queue.Queue[FileTask | None] = queue.Queue()
        self._found: queue.Queue[bytes | Part | BaseException | None] = queue.Queue(maxsize=4 * processes)
        self._stopping = threading.Event()

    def run(self, tasks: Iterable[FileTask]) -> Generator[Part | None]:
        """Yield parts as they are found; ``None`` where nothing was found for a second.

        ``tasks`` is asked for little by little, in the thread of the caller. To be closed by its reader
        (``contextlib.closing``) where it is not read to its end: that ends the processes.
        """
        waiting: Iterator[FileTask | None] = chain(tasks, repeat(_END, self._processes))
        watchers = [threading.Thread(target=self._watch, daemon=True) for _ in range(self._processes)]
        for watcher in watchers:
            watcher.start()
        left = len(watchers)
        try:
            while left:
                for task in islice(waiting, max(0, _WAITING * self._processes - self._tasks.qsize())):
                    self._tasks.put(task)
                try:
                    item = self._found.get(timeout=1)
                except queue.Empty:
                    yield None
                    continue
                if item is _END:
                    left -= 1
                elif isinstance(item, BaseException):
                    raise item
                else:
                    yield item if isinstance(item, Part) else pickle.loads(item)
        finally:
            self._stop(watchers)

    def _stop(self, watchers: Sequence[threading.Thread]) -> None:
        """End what still works."""
        self._stopping.set()
        for _ in watchers:
            self._tasks.put(_END)
        while any(watcher.is_alive() for watcher in watchers):
            with suppress(queue.Empty):
                self._found.get(timeout=0.05)  # room for those that wait to put something in

    def _watch(self) -> None:
        """Serve one process after another, until there is nothing left to do."""
        again: deque[FileTask] = deque()
        try:
            while (task := self._next(again)) is not None:
                again.appendleft(task)
                self._serve_process(again)
        except BaseException as error:  # noqa: BLE001 - told to the reader of the pool, in its thread
            self._found.put(error)
        finally:
            self._found.put(_END)

    def _serve_process(self, again: deque[FileTask]) -> None:
        """Give files to a new process until none are left, or it dies; then ``again`` holds what it did not get to."""
        process = ReadingProcess(self._make_reader)
        given: deque[FileTask] = deque()
        is_over = False
        try:
            while not self._stopping.is_set():
                while not is_over and process.listens and len(given) < _AHEAD:
                    task = self._next(again)
                    if task is None:
                        is_over = True
                    else:
                        (given if process.send(task) else again).append(task)
                if not given:
                    process.end()
                    return
                message = process.receive(self._seconds, self._stopping)
                if message == DONE:
                    given.popleft()
                elif message is not None:
                    self._found.put(message)
                elif not self._stopping.is_set():
                    self._found.put(_given_up(given.popleft(), self._seconds))
                    return
        except EOFError:
            if given:
                self._found.put(_crashed(given.popleft(), process.kill()))
        finally:
            again.extendleft(reversed(given))
            if is_over:
                self._tasks.put(_END)  # to be met again where files are left
            process.kill()

    def _next(self, again: deque[FileTask]) -> FileTask | None:
        if self._stopping.is_set():
            return None
        return again.popleft() if again else self._tasks.get()


def _crashed(task: FileTask, code: int | None) -> Part:
    return _failed(task, CrashedError(name=task.state.path, reason=ending(code)))


def _given_up(task: FileTask, seconds: float) -> Part:
    return _failed(task, TimedOutError(name=task.state.path, seconds=round(seconds)))


def _failed(task: FileTask, error: CrashedError | TimedOutError) -> Part:
    return Part(task, failed=[failure_of(error)], is_last=True)
