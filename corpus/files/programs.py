"""Programs that are run for a file: always bounded, never through a shell, and gone without a trace afterwards.

Every program runs as the leader of a process group of its own, in a temporary folder of its own, with limits on memory
and on the size of what it writes, without a network where the kernel lets us take it away, and is killed with all its
children when its time is up.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

from corpus.errors import ConversionError, TimedOutError, ToolMissingError
from corpus.files.loader import Job

__all__ = ["Finished", "Program", "run", "scratch_folder"]


class Program(Enum):
    """A program that loaders run: its command, and the Debian package that has it."""

    SOFFICE = "soffice", "libreoffice-writer-nogui"
    CATDOC = "catdoc", "catdoc"
    TESSERACT = "tesseract", "tesseract-ocr"

    def __init__(self, command: str, package: str) -> None:
        self.command = command
        self.package = package

    def path(self) -> str | None:
        """Where the program is, ``None`` where it is not installed. Looked up anew each time: it may be installed."""
        return shutil.which(self.command)


@dataclass(frozen=True, slots=True)
class Finished:
    """A program that came to its end: its exit code, and what it printed."""

    code: int
    output: bytes
    complaints: str

    def reason(self) -> str:
        """What a message can say of a failure: the last line of the complaints, else the exit code."""
        lines = [line.strip() for line in self.complaints.splitlines() if line.strip()]
        return lines[-1][:200] if lines else f"exit code {self.code}"


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A temporary folder, removed at the end with all that is in it."""
    with tempfile.TemporaryDirectory(prefix="trichluc-", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def run(
    program: Program,
    arguments: Sequence[str | os.PathLike[str]],
    job: Job,
    *,
    folder: Path,
    stdin: bytes = b"",
    seconds: float | None = None,
    environment: dict[str, str] | None = None,
) -> Finished:
    """Run a program for a document and return how it ended, whatever its exit code.

    Args:
        program: What to run.
        arguments: Its arguments, each one as it is: there is no shell. A file of the document goes by a name of ours.
        job: The document; its limits bound the program's time, memory and output.
        folder: Where it runs, from ``scratch_folder``: also its home, and its place for temporary files.
        stdin: What it can read from standard input.
        seconds: Less time than what is left for the document.
        environment: More variables; nothing of our own environment is passed on but ``PATH``.

    Raises ``ToolMissingError``, ``TimedOutError``, or ``ConversionError`` where it prints more than is allowed.
    """
    path = program.path()
    if path is None:
        raise ToolMissingError(name=job.name, tool=program.command, package=program.package)
    left = job.seconds_left()
    allowed = left if seconds is None else min(seconds, left)
    plain = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder), "LANG": "C.UTF-8"}
    with tempfile.TemporaryFile(dir=folder) as output, tempfile.TemporaryFile(dir=folder) as complaints:
        # Files, not pipes: a program that prints without end meets the limit of a file's size, not our memory.
        process = subprocess.Popen(
            [*_without_network(), path, *(os.fspath(argument) for argument in arguments)],
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=complaints,
            cwd=folder,
            env={**plain, **(environment or {})},
            start_new_session=True,
            preexec_fn=_bounds(job.limits.program_bytes, job.limits.program_output_bytes, allowed),
        )
        try:
            process.communicate(stdin, timeout=allowed)
        except subprocess.TimeoutExpired as error:
            raise TimedOutError(name=job.name, seconds=round(allowed)) from error
        finally:
            _kill_group(process)
        if output.seek(0, os.SEEK_END) >= job.limits.program_output_bytes:
            raise ConversionError(name=job.name, tool=program.command, reason="it prints without end")
        output.seek(0)
        complaints.seek(0)
        return Finished(process.returncode, output.read(), complaints.read(65_536).decode("utf-8", "replace"))


def _bounds(memory: int, written: int, seconds: float) -> Callable[[], None]:
    """What the new process does before it becomes the program."""

    def apply() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (written, written))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        processor = int(seconds) * 4 + 4  # several threads count each; the clock is watched outside
        resource.setrlimit(resource.RLIMIT_CPU, (processor, processor))

    return apply


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    """End the program and whatever it started; harmless where all have ended."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@cache
def _without_network() -> tuple[str, ...]:
    """The command that starts another one in an empty network, where the kernel allows that to us (``unshare``)."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    # A process space of its own as well, so that nothing can outlive the program by leaving its group.
    command = (unshare, "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--")
    done = subprocess.run([*command, "true"], capture_output=True, check=False)
    return command if done.returncode == 0 else ()
