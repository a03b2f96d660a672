"""An indexer that is killed at random moments, and what is in the archive after it was run again.

    python -m benchmarks.kills [--kills 50] [--documents 300] [--seed 1]

Every trial begins with yesterday's archive: since then some files are new, some changed, some gone. One run goes
undisturbed. The others get SIGKILL at a random moment (every second time with all their processes) and are run again;
the archive must then be the same, table by table.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import generate
from corpus.errors import MissingStoreError
from corpus.store import Store
from corpus.store.fingerprint import fingerprint

__all__ = ["Trial", "run_trials"]

_SEED_OF_TODAY = 1_000
_READING = "import sys; from corpus.cli.app import run; sys.exit(run(sys.argv[1:]))"


@dataclass(frozen=True, slots=True)
class Trial:
    """One kill: after how many seconds, how many documents there were then, and whether all was well in the end."""

    seconds: float
    was_running: bool
    documents: int
    is_sound: bool
    is_same: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    good = hit = number = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, trial in enumerate(run_trials(Path(folder), options.kills, options.documents, options.seed), 1):
            good += trial.is_same and trial.is_sound
            hit += trial.was_running
            print(
                f"{number:3} killed after {trial.seconds:5.2f} s{'' if trial.was_running else ' (had ended)'}:"
                f" {trial.documents} documents; then {'the same' if trial.is_same else 'NOT THE SAME'},"
                f" {'sound' if trial.is_sound else 'DAMAGED'}",
                flush=True,
            )
    print(f"{good} of {number} the same and sound; {hit} were killed at work")
    raise SystemExit(good < number)


def run_trials(folder: Path, kills: int, documents: int, seed: int) -> Iterator[Trial]:
    """Kill and resume, so many times; ``folder`` is filled."""
    texts, yesterday, store = folder / "texts", folder / "yesterday.db", folder / "archive.db"
    _write_yesterday(texts, documents, seed)
    _index(texts, yesterday).wait()
    _write_today(texts, documents, seed)
    shutil.copy(yesterday, store)
    start = time.monotonic()
    _index(texts, store).wait()
    whole = time.monotonic() - start
    with Store.open(store) as archive:
        wanted = fingerprint(archive)
    chance = random.Random(seed)
    for number in range(kills):
        _remove(store)
        shutil.copy(yesterday, store)
        seconds = chance.uniform(0, whole)
        process = _index(texts, store)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=seconds)
        was_running = process.poll() is None
        _kill(process, with_children=number % 2 == 1)
        found = _count(store)
        _index(texts, store).wait()
        with Store.open(store) as archive:
            is_sound = archive.rows("PRAGMA integrity_check")[0][0] == "ok" and not archive.rows(
                "PRAGMA foreign_key_check"
            )
            yield Trial(seconds, was_running, found, is_sound, fingerprint(archive) == wanted)


def _write_yesterday(texts: Path, documents: int, seed: int) -> None:
    for number, text in enumerate(generate(documents, seed)):
        if number % 5 == 0:
            _write(texts, number, text)


def _write_today(texts: Path, documents: int, seed: int) -> None:
    """Of yesterday's files, one in four is gone and one in four changed; four fifths of all are new."""
    for number, text in enumerate(generate(documents, seed + _SEED_OF_TODAY)):
        if number % 10 == 0:
            if number % 20 == 0:
                _name(texts, number).unlink()
            else:
                _write(texts, number, text)
        elif number % 5:
            _write(texts, number, text)


def _write(texts: Path, number: int, text: str) -> None:
    path = _name(texts, number)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def _name(texts: Path, number: int) -> Path:
    return texts / f"{number % 7}" / f"{number:05d}.txt"


def _index(texts: Path, store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", _READING, "index", str(texts), "--store", str(store), "--prune", "--jobs", "2"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def _kill(process: subprocess.Popen[bytes], *, with_children: bool) -> None:
    with suppress(ProcessLookupError):
        if with_children:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _count(store: Path) -> int:
    try:
        with Store.open(store) as archive:
            return int(archive.rows("SELECT count(*) FROM documents")[0][0])
    except MissingStoreError:
        return 0


def _remove(store: Path) -> None:
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()


if __name__ == "__main__":
    main()
