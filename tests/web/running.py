"""The reading room as a process of its own, over a real socket."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from tests.conftest import ROOT

__all__ = ["Server", "running"]

_READY = re.compile(r"open at (https?://[^ ]+)")
_PATIENCE = 30


@dataclass(slots=True)
class Server:
    """A server that runs: where, and what it has written to standard error."""

    address: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """The port that it is bound to."""
        return int(self.address.rstrip("/").rpartition(":")[2])


@contextmanager
def running(store: Path, *options: str, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Run ``trichluc serve`` on any free port of this machine until the block ends."""
    plain = {"PATH": os.environ["PATH"], "HOME": str(store.parent), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "corpus.cli", "serve", "--store", str(store), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**plain, **(environment or {})})
    errors = process.stderr
    assert errors is not None
    lines: list[str] = []
    # What it writes is read to its end, so that it never waits for its reader.
    reader = Thread(target=lambda: lines.extend(errors), daemon=True)
    try:
        address = None
        while address is None:
            line = errors.readline()
            assert line, f"the server did not start: {''.join(lines)}"
            lines.append(line)
            address = _READY.search(line)
        reader.start()
        yield Server(address[1], process, lines)
    finally:
        process.terminate()
        process.wait(_PATIENCE)
        if reader.ident is not None:
            reader.join(_PATIENCE)
        errors.close()
