"""Programs that are run for a file are bounded: in time with all their children, in memory, output and what they see.

The program is a script of the test's own, found in ``PATH`` in LibreOffice's place.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import psutil
import pytest

from corpus.errors import ConversionError, TimedOutError, ToolMissingError
from corpus.files import Limits
from corpus.files.formats import Format
from corpus.files.loader import Job
from corpus.files.programs import Program, run, scratch_folder


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where to write the program."""
    path = tmp_path / "soffice"
    path.touch(mode=0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return path


def write(script: Path, program: str) -> None:
    script.write_text(f"#!{sys.executable}\n{program}\n", encoding="utf-8")


def job(**limits: float) -> Job:
    return Job("a.doc", Format.DOC, Limits(**limits))  # type: ignore[arg-type]


def test_what_it_prints_and_how_it_ends(script: Path) -> None:
    write(script, "import sys; print(sys.argv[1:], sys.stdin.read()); print('x\\ny', file=sys.stderr); sys.exit(3)")
    with scratch_folder() as folder:
        finished = run(Program.SOFFICE, ["-a", "$HOME; *"], job(), folder=folder, stdin=b"in")
    assert (finished.code, finished.output, finished.reason()) == (3, b"['-a', '$HOME; *'] in\n", "y")


def test_it_sees_nothing_of_our_environment(script: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "1")
    write(script, "import os; print('SECRET' in os.environ, os.environ['HOME'] == os.getcwd())")
    with scratch_folder() as folder:
        assert run(Program.SOFFICE, [], job(), folder=folder).output == b"False True\n"


def test_it_is_stopped_in_time_with_its_children(script: Path, tmp_path: Path) -> None:
    marker = f"marker-{os.getpid()}-{time.monotonic_ns()}"
    write(
        script,
        "import subprocess, sys, time\n"
        f"subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', '{marker}'], start_new_session=True)\n"
        "time.sleep(60)",
    )
    begun = time.monotonic()
    with scratch_folder() as folder, pytest.raises(TimedOutError) as refusal:
        run(Program.SOFFICE, [], job(seconds=2), folder=folder)
    assert refusal.value.facts == {"name": "a.doc", "seconds": 2}
    assert time.monotonic() - begun < 30
    deadline = time.monotonic() + 5
    while (left := running(marker)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def running(marker: str) -> list[int]:
    """The processes that bear a mark in their command line and are not only waiting to be buried."""
    return [
        process.pid
        for process in psutil.process_iter(["cmdline", "status"])
        if marker in (process.info["cmdline"] or ()) and process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def test_output_without_end_is_cut_off(script: Path) -> None:
    write(script, "import sys\nwhile True: sys.stdout.write('x' * 65536)")
    with scratch_folder() as folder, pytest.raises(ConversionError, match="it prints without end"):
        run(Program.SOFFICE, [], job(program_output_bytes=10**6), folder=folder)


def test_memory_without_end_is_refused(script: Path) -> None:
    write(script, "x = bytearray(4 * 10**9); print(len(x))")
    with scratch_folder() as folder:
        finished = run(Program.SOFFICE, [], job(program_bytes=10**9), folder=folder)
    assert (finished.code, finished.output, finished.reason()) == (1, b"", "MemoryError")


def test_nothing_is_left_in_the_temporary_folder(script: Path) -> None:
    write(script, "open('left', 'w').write('x')")
    with scratch_folder() as folder:
        run(Program.SOFFICE, [], job(), folder=folder)
    assert not folder.exists()


def test_missing_program_names_its_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with scratch_folder() as folder, pytest.raises(ToolMissingError, match="apt-get install libreoffice-writer-nogui"):
        run(Program.SOFFICE, [], job(), folder=folder)
