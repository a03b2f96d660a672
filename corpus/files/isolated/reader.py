"""The parent's side: a child process that reads one file at a time, kept for the next one."""

from __future__ import annotations

import atexit
import os
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from corpus.errors import (
    ConversionError,
    CorruptFileError,
    DecompressionBombError,
    EncryptedFileError,
    FileError,
    TimedOutError,
    TooManyPixelsError,
)
from corpus.files.isolated.wire import Facts, pack, receive
from corpus.files.loader import Job

__all__ = ["Reader", "reader"]

#: A process that has read so many files makes room for a fresh one: native libraries leak.
_MOST_FILES = 500
#: What it takes to put a letter of a page in its place, about: no page has half a million (A4 has 5,000).
_BYTES_BEHIND_A_LETTER = 1_024
_SECONDS_TO_CLOSE = 10.0
_CHUNK = 1 << 20

# The packages above the child's modules are entered without running their initialisation, which would import the
# whole project and take a second.
_START = """
import sys, types
for name, path in zip(("corpus", "corpus.files"), sys.argv[1:3]):
    package = types.ModuleType(name)
    package.__path__ = [path]
    sys.modules[name] = package
sys.path[:] = sys.argv[3:]
del sys.argv[1:]
from corpus.files.isolated.serving import serve
serve(most_memory)
"""


class Reader:
    """A child process with one file open, and the job that it is open for."""

    def __init__(self, process: _Process, kind: str, content: bytes, job: Job) -> None:
        self._process = process
        self._kind = kind
        self._job = job
        self.pages: int = self._ask({"ask": "open", "kind": kind}, content)[0]["pages"]
        """How many pages the file has."""

    def content(self, page: int) -> Facts:
        """Return what stands on a page, counted from 0 (see ``isolated.pdf`` and ``isolated.image``)."""
        most_letters = self._job.limits.expanded_bytes // _BYTES_BEHIND_A_LETTER
        return self._ask({"ask": "content", "page": page, "most_letters": most_letters})[0]

    def picture(self, page: int, dpi: int) -> tuple[int, int, bytes]:
        """Return a page in shades of grey at ``dpi``: width, height, and one byte a pixel.

        Raises ``TooManyPixelsError`` where it would have more pixels than the job allows.
        """
        facts, pixels = self._ask({"ask": "picture", "page": page, "dpi": dpi, "most_pixels": self._job.limits.pixels})
        return facts["width"], facts["height"], pixels

    def _ask(self, question: Facts, payload: bytes = b"") -> tuple[Facts, bytes]:
        limits = self._job.limits
        try:
            facts, found = self._process.ask(
                question, payload, self._job.seconds_left(), limits.pixels + limits.program_output_bytes
            )
        except TimeoutError as error:
            raise TimedOutError(name=self._job.name, seconds=round(limits.seconds)) from error
        except (EOFError, OSError, ValueError) as error:
            raise ConversionError(name=self._job.name, tool=self._kind, reason="it came down") from error
        if "refused" in facts:
            raise self._refusal(facts)
        return facts, found

    def _refusal(self, facts: Facts) -> FileError:
        name = self._job.name
        match facts["refused"]:
            case "encrypted":
                return EncryptedFileError(name=name)
            case "pixels":
                return TooManyPixelsError(name=name, pixels=facts["pixels"], limit=self._job.limits.pixels)
            case "letters":
                return DecompressionBombError(name=name, limit=self._job.limits.expanded_bytes)
            case "memory":
                return ConversionError(name=name, tool=self._kind, reason="it needs too much memory")
            case _:
                return CorruptFileError(name=name, reason=facts.get("reason", "unreadable"))


@contextmanager
def reader(kind: str, content: bytes, job: Job) -> Iterator[Reader]:
    """Open a file (``kind`` is ``"pdf"`` or ``"image"``) in a process of its own, for the time of the block.

    Raises a ``FileError``, here or from any question: damage, a password, a limit; ``ConversionError`` where the
    library came down on the file.
    """
    process = _processes().take(job.limits.program_bytes)
    try:
        yield Reader(process, kind, content, job)
    finally:
        process.put_down()
        _processes().give_back(process)


class _Process:
    """One child process, and the pipes to it."""

    def __init__(self, most_memory: int) -> None:
        self.most_memory = most_memory
        self.files = 0
        self.is_asked = False  # and has not answered
        package = Path(__file__).resolve().parent.parent
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-I",
                "-c",
                f"most_memory = {most_memory}\n{_START}",
                os.fspath(package.parent),
                os.fspath(package),
                *(path or os.getcwd() for path in sys.path),  # noqa: PTH109 - as the import system does
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, question: Facts, payload: bytes, seconds: float, most: int) -> tuple[Facts, bytes]:
        """Put a question and wait for the answer; kill the process where it takes too long.

        Raises ``TimeoutError``, and ``EOFError``, ``OSError`` or ``ValueError`` where no answer comes.
        """
        assert self._process.stdin is not None
        until = time.monotonic() + seconds
        self.is_asked = True
        self._process.stdin.write(pack(question, payload))
        self._process.stdin.write(payload)
        self._process.stdin.flush()
        answer = receive(lambda size: self._read(size, until), most)
        self.is_asked = False
        return answer

    def _read(self, size: int, until: float) -> bytes:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        found = bytearray()
        while len(found) < size:
            left = until - time.monotonic()
            if left <= 0 or not select.select([descriptor], [], [], left)[0]:
                self.kill()
                raise TimeoutError
            part = os.read(descriptor, min(size - len(found), _CHUNK))
            if not part:
                raise EOFError
            found += part
        return bytes(found)

    def put_down(self) -> None:
        """Let the process go of its file; end it where its answer to something else may still come."""
        if self.is_asked:
            self.kill()
            return
        with suppress(TimeoutError, EOFError, OSError, ValueError):
            self.ask({"ask": "close"}, b"", _SECONDS_TO_CLOSE, _CHUNK)

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()
        self.end()

    def end(self) -> None:
        """Close the pipes, at which the process ends, and wait for it."""
        with suppress(OSError):
            self._process.__exit__(None, None, None)

    def forget(self) -> None:
        """Let go of the pipes of another process's child, without a word to it."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.returncode = 0


class _Processes:
    """The processes that wait for their next file."""

    def __init__(self) -> None:
        self._waiting: list[_Process] = []
        self._lock = threading.Lock()
        atexit.register(self.end)
        os.register_at_fork(after_in_child=self._forget)

    def take(self, most_memory: int) -> _Process:
        """Return a waiting process, or a new one."""
        with self._lock:
            for index, process in enumerate(self._waiting):
                if process.most_memory == most_memory:
                    del self._waiting[index]
                    if process.is_alive:
                        return process
                    process.end()
                    break
        return _Process(most_memory)

    def give_back(self, process: _Process) -> None:
        """Keep a process for the next file, unless it has come down or is worn out."""
        process.files += 1
        if not process.is_alive or process.files >= _MOST_FILES:
            process.end()
            return
        with self._lock:
            self._waiting.append(process)

    def end(self) -> None:
        """End all that wait."""
        with self._lock:
            while self._waiting:
                self._waiting.pop().end()

    def _forget(self) -> None:
        """In a fork of this process: the waiting ones are not its own."""
        self._lock = threading.Lock()
        for process in self._waiting:
            process.forget()
        self._waiting = []


@cache
def _processes() -> _Processes:
    return _Processes()
