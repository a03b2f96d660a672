"""Processes that read files, each watched by a thread of its own.

A pool that knows which file each process is at: where a process dies (a crash in a library, no memory left), that file
is what killed it, and a new process goes on with the next. A process whose pool has died finds its pipe closed and
ends, too.
"""

from __future__ import annotations

import multiprocessing
import pickle
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, islice, repeat
from multiprocessing.connection import Connection
from typing import Protocol

from corpus.errors import CrashedError, TimedOutError
from corpus.index.reading import FileTask, Part, failure_of

__all__ = ["Pool", "ReaderFactory"]

_AHEAD = 2
"""Files given to a process at once, so that it need not wait for the next one."""

_WAITING = 64
"""Files that wait a process, so that the caller may be away for a while."""

_LOOK_AROUND = 0.5
"""Seconds between looks at whether all is to stop."""

_DONE = b""
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
        process = _Process(self._make_reader)
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
                if message == _DONE:
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


class _Process:
    """One process and the pipe to it."""

    def __init__(self, make_reader: ReaderFactory) -> None:
        context = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make_reader), daemon=True)
        self._process.start()
        theirs.close()
        self._exit_code: int | None = None
        self.listens = True
        """Whether it still takes files."""
        try:
            self._pipe.recv_bytes()
        except EOFError:
            raise RuntimeError(f"a reading process did not start (exit code {self.kill()})") from None

    def send(self, task: FileTask) -> bool:
        """Give it a file; return whether it took it."""
        try:
            self._pipe.send(task)
        except OSError:  # it died; what it sent before is still to be received
            self.listens = False
        return self.listens

    def receive(self, seconds: float, stopping: threading.Event) -> bytes | None:
        """What it says next; ``None`` where it is silent for too long, or all is to stop.

        Raises ``EOFError`` where it died.
        """
        end = time.monotonic() + seconds
        try:
            while not self._pipe.poll(_LOOK_AROUND):
                if stopping.is_set() or time.monotonic() > end:
                    return None
            return self._pipe.recv_bytes()
        except OSError:
            raise EOFError from None

    def end(self) -> None:
        """Let it end by itself."""
        self._pipe.close()
        self._process.join(timeout=10)

    def kill(self) -> int | None:
        """End it now, if it has not ended, and return its exit code: the negative number of a signal."""
        if self._exit_code is None:
            self._pipe.close()
            self._process.join(timeout=1 if self.listens else 10)
            self._process.kill()
            self._process.join()
            self._exit_code = self._process.exitcode
            self._process.close()
        return self._exit_code


def _serve(connection: Connection[bytes, FileTask], make_reader: ReaderFactory) -> None:
    """The life of a process: files come in, parts go out, an empty message ends a file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts means the pool, which ends its processes
    reader = make_reader()
    connection.send_bytes(_DONE)  # ready
    with suppress(EOFError, OSError):  # the pool is gone
        while True:
            task = connection.recv()
            for part in reader.read(task):
                connection.send_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
            connection.send_bytes(_DONE)


def _crashed(task: FileTask, code: int | None) -> Part:
    reason = signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"
    return _failed(task, CrashedError(name=task.state.path, reason=reason))


def _given_up(task: FileTask, seconds: float) -> Part:
    return _failed(task, TimedOutError(name=task.state.path, seconds=round(seconds)))


def _failed(task: FileTask, error: CrashedError | TimedOutError) -> Part:
    return Part(task, failed=[failure_of(error)], is_last=True)
