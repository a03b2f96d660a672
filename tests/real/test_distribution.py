"""What is built installs in an environment with nothing else in it, and works there."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
PINS = ["--constraint", str(ROOT / "constraints.txt"), "--build-constraint", str(ROOT / "constraints.txt")]
SAMPLE = "6-ke-hoach-ubnd-xa.txt"

pytestmark = pytest.mark.xdist_group("distribution")


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they are handed out."""
    target = tmp_path_factory.mktemp("sdist")
    code = "import sys, hatchling.build; print(hatchling.build.build_sdist(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", code, str(target)], cwd=ROOT, check=True, capture_output=True)
    return next(target.glob("*.tar.gz"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from these sources and not from the checkout."""
    target = tmp_path_factory.mktemp("wheel")
    subprocess.run([*PIP, "wheel", "--no-deps", "--wheel-dir", target, *PINS, sdist], check=True, capture_output=True)
    return next(target.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment into which the wheel was installed, with what it requires."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    subprocess.run([*PIP, "--python", python, "install", *PINS[:2], wheel], check=True, capture_output=True)
    return folder / "bin"


def run(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed command with nothing of the checkout within reach."""
    environment = {"PATH": os.defpath, "HOME": str(cwd), "LANG": "C.UTF-8"}
    return subprocess.run(
        [installed / "trichluc", *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def test_sources_can_be_tested(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {"pyproject.toml", "constraints.txt", "Makefile", "README.md", "tests/conftest.py"}


def test_wheel_has_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"schemas", "extractor", "corpus"}


@pytest.mark.parametrize("package", ["schemas", "extractor", "corpus"])
def test_wheel_says_that_it_is_typed(package: str, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert f"{package}/py.typed" in archive.namelist()


def test_installed_command_helps(installed: Path, tmp_path: Path) -> None:
    done = run(installed, "--help", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_installed_command_extracts(installed: Path, tmp_path: Path) -> None:
    run(installed, "samples", ".", cwd=tmp_path)
    done = run(installed, "extract", SAMPLE, "--format", "text", cwd=tmp_path)
    assert "before 2023-09-30" in done.stdout


def test_installed_command_indexes_and_answers(installed: Path, tmp_path: Path) -> None:
    run(installed, "samples", "texts", cwd=tmp_path)
    run(installed, "index", "texts", "--store", "a.db", "--jobs", "1", cwd=tmp_path)
    done = run(installed, "cites", "61-NQ/TU", "--store", "a.db", "--format", "csv", cwd=tmp_path)
    assert "45/KH-UBND" in done.stdout


def test_a_missing_extra_is_named(installed: Path, tmp_path: Path) -> None:
    run(installed, "samples", "texts", cwd=tmp_path)
    run(installed, "index", "texts", "--store", "a.db", "--jobs", "1", cwd=tmp_path)
    done = run(installed, "export", "-f", "ics", "-o", "a.ics", "--store", "a.db", cwd=tmp_path)
    assert "trichluc[export]" in done.stderr
