"""Extracting what visitors send without keeping it, where a file that hangs or kills its reader hurts nobody else.

A file is read in a process of its own, with bounds of time and memory; the process stays for the next file, and a new
one takes its place where it died or had to be stopped.
"""

from __future__ import annotations

import pickle
import resource
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from corpus import errors
from corpus.errors import CrashedError, FileError, TimedOutError
from corpus.files import Limits, Recognition
from corpus.index.processes import DONE, ReadingProcess, ending

__all__ = ["BusyError", "Extracted", "Extractors", "Sent"]

_PROCESSES = 2
"""At once; others wait."""
_LONGEST_WAIT = 30.0
_GRACE = 10.0
"""It gives up by itself, as a rule."""
_MEMORY = 4 * 1024 * 1024 * 1024
"""Address space of a process, in bytes."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file to extract: what it is called, and what it holds."""

    name: str
    content: bytes
    limits: Limits
    recognition: Recognition = Recognition.AUTO


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of it."""

    record: str
    """As JSON."""
    text: str
    warnings: tuple[tuple[str, str, int | None], ...]
    """What a reader of the text should know: ``WarningCode``, detail, page."""


@dataclass(frozen=True, slots=True)
class _Failed:
    """An error on its way between processes."""

    kind: str
    facts: dict[str, str | int]

    def error(self) -> FileError:
        kind: type[FileError] = getattr(errors, self.kind)
        return kind(**self.facts)


class BusyError(Exception):
    """Every process is at work, and none was free for a while."""


class Extractors:
    """The processes of one server, started when they are needed."""

    def __init__(self, *, grace: float = _GRACE) -> None:
        """``grace`` is how many seconds over the limit of a file its process may be silent before it is stopped."""
        self._grace = grace
        self._free = threading.BoundedSemaphore(_PROCESSES)
        self._idle: list[ReadingProcess[Sent]] = []

    def extract(self, receive: Callable[[], Sent]) -> Extracted:
        """Extract the file that ``receive`` gives; it is only asked for when somebody is free to read it.

        Raises a ``FileError`` where it cannot be read, ``BusyError`` where nobody is free for a while.
        """
        with self._process() as process:
            sent = receive()
            process.send(sent)
            seconds = sent.limits.seconds
            try:
                answer = process.receive(seconds + self._grace, threading.Event())
                if answer is None:
                    process.kill()
                    raise TimedOutError(name=sent.name, seconds=round(seconds))
                found: Extracted | _Failed = pickle.loads(answer)
                end = process.receive(_GRACE, threading.Event())
                assert end == DONE
            except EOFError:
                raise CrashedError(name=sent.name, reason=ending(process.kill())) from None
        if isinstance(found, _Failed):
            raise found.error()
        return found

    @contextmanager
    def _process(self) -> Iterator[ReadingProcess[Sent]]:
        if not self._free.acquire(timeout=_LONGEST_WAIT):
            raise BusyError
        try:
            try:
                process = self._idle.pop()
            except IndexError:
                process = ReadingProcess(partial(_Reader, _MEMORY))
            try:
                yield process
            except BaseException:
                process.kill()
                raise
            self._idle.append(process)
        finally:
            self._free.release()

    def close(self) -> None:
        """End the processes that have nothing to do."""
        while self._idle:
            self._idle.pop().kill()


class _Reader:
    """Reads files in its process."""

    def __init__(self, memory: int) -> None:
        import extractor

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        extractor.extract("")  # what is loaded once is loaded now

    def read(self, sent: Sent) -> Iterator[Extracted | _Failed]:
        from corpus.extraction import extract_loaded
        from corpus.files import load

        try:
            loaded = load(sent.content, name=sent.name, limits=sent.limits, recognition=sent.recognition)
            record = extract_loaded(loaded).directive.model_dump_json()
        except FileError as error:
            yield _Failed(type(error).__name__, dict(error.facts))
        except Exception as error:  # noqa: BLE001 - told to the server, which is to go on
            yield _Failed("InternalError", {"name": sent.name, "reason": f"{type(error).__name__}: {error}"})
        else:
            warnings = tuple((one.code.value, one.detail, one.page) for one in loaded.warnings)
            yield Extracted(record, loaded.text, warnings)
