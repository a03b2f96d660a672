"""A process that reads for another one, and may hang or die of what it reads.

What it is given and what it says are its reader's affair: tasks go in, any number of parts comes out of each. A process
whose owner has died finds its pipe closed, and ends, too.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, Protocol, TypeVar

__all__ = ["DONE", "ReadingProcess", "Reads", "ending"]

DONE = b""
"""What a process says when it is ready, and after the last part of a task."""

_LOOK_AROUND = 0.5
"""Seconds between looks at whether all is to stop."""

Task = TypeVar("Task")
_GivenTask = TypeVar("_GivenTask", contravariant=True)


class Reads(Protocol[_GivenTask]):
    """What runs in the process."""

    def read(self, task: _GivenTask, /) -> Iterable[object]:
        """Yield what is found, in parts that can be pickled."""


class ReadingProcess(Generic[Task]):
    """One process and the pipe to it."""

    def __init__(self, make_reader: Callable[[], Reads[Task]]) -> None:
        """``make_reader`` is called in the process; it must be picklable. Raises ``RuntimeError`` where that fails."""
        context = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, make_reader), daemon=True)
        self._process.start()
        theirs.close()
        self._exit_code: int | None = None
        self.listens = True
        """Whether it still takes tasks."""
        try:
            self._pipe.recv_bytes()
        except EOFError:
            raise RuntimeError(f"a reading process did not start (exit code {self.kill()})") from None

    def send(self, task: Task) -> bool:
        """Give it a task; return whether it took it."""
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


def ending(code: int | None) -> str:
    """How a process ended, in words: ``SIGSEGV``, ``exit code 1``."""
    return signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"


def _serve(connection: Connection[bytes, Any], make_reader: Callable[[], Reads[Any]]) -> None:
    """The life of a process: tasks come in, parts go out, an empty message ends a task."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever interrupts means the owner, which ends its processes
    reader = make_reader()
    connection.send_bytes(DONE)
    with suppress(EOFError, OSError):  # the owner is gone
        while True:
            task = connection.recv()
            for part in reader.read(task):
                connection.send_bytes(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
            connection.send_bytes(DONE)
