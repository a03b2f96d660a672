"""The pages are whole: nothing of the program is missing on them, and what they show is what is printed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.test_code import environment

README = (ROOT / "README.md").read_text("utf-8")
TOOLS = ROOT / "docs" / "tools"
TRANSLATED = ["index", "tutorial", "how-to/index", "reading-room", "reference/index", "reference/commands"]


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOLS / script), *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_reference_has_every_command_option_and_field() -> None:
    done = run("make_reference.py", "--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_picture_shows_what_is_extracted() -> None:
    done = run("make_overview.py", "--check")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", TRANSLATED)
def test_page_says_the_same_in_both_languages(page: str) -> None:
    """As far as its shape tells: as many headings, and the same code."""
    english, vietnamese = ((ROOT / "docs" / f"{page}{suffix}.md").read_text("utf-8") for suffix in ("", ".vi"))
    shape = re.compile(r"^(#+) |^```(\w+)", re.MULTILINE)
    assert shape.findall(english) == shape.findall(vietnamese)


def shown() -> list[tuple[str, str]]:
    """Each line of output on the first screen, with the command that prints it."""
    lines = []
    block = README.partition("```text\n$ ")[2].partition("```")[0]
    for part in block.split("\n$ "):
        command, *output = part.splitlines()
        lines += [(command.partition("  #")[0].strip().removeprefix("trichluc "), line) for line in output if line]
    return lines


SHOWN = shown()


@pytest.mark.parametrize(("command", "line"), SHOWN, ids=[f"{command}: {line[:12]}" for command, line in SHOWN])
def test_line_of_the_readme_is_printed(command: str, line: str, reader_folder: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"python -m corpus.cli {command} --lang vi"],
        cwd=reader_folder,
        env={**environment(tmp_path), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=True,
    )
    printed = [re.sub(r"\s+", " ", row) for row in done.stdout.splitlines()]
    cells = [re.sub(r"\s+", " ", cell) for cell in re.split(r" {2,}", line.strip())]
    assert any(all(cell in row for cell in cells) for row in printed)
