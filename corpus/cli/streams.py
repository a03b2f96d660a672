"""Standard output and error: UTF-8 always, and quiet when the reader of a pipe has seen enough."""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from corpus.cli.messages import Messages

__all__ = ["Ending", "complain", "prepared"]


@dataclass(slots=True)
class Ending:
    """The exit code that the process will end with."""

    code: int = 0


@contextmanager
def prepared(say: Messages) -> Iterator[Ending]:
    """Set the streams up for a command, and end it in good order where standard output cannot take more.

    A reader that closes the pipe early (``| head``) is no occasion for a message; a full disk is.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # JSON is UTF-8 whatever the locale; "\n" ends lines so that output is the same everywhere.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    ending = Ending()
    try:
        yield ending
        sys.stdout.flush()
    except OSError as error:
        if error.errno != errno.EPIPE:
            complain(say("error"), say("error.output", reason=error.strerror))
        ending.code = 1
        # What is still buffered goes nowhere; otherwise the interpreter complains about it on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(kind: str, message: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"trichluc: {kind}: {message}\n")
