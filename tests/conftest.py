"""What tests share: the command line as a process, and the sample documents."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# Shared machines are slow at times; what is slow in itself is measured in benchmarks/, not here.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def trichluc(tmp_path: Path) -> Run:
    """Run the command line as a user would, in an empty folder, with a plain English environment."""

    def run(
        *arguments: str | os.PathLike[str], stdin: bytes = b"", environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        plain = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "corpus.cli", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**plain, **(environment or {})},
            timeout=120,
            check=False,
        )

    return run
