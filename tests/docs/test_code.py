"""What the pages say can be typed, can be typed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    ROOT / "corpus/store/README.md",
]
RUN = {"sh", "python"}
SHOWN = {"text", "json", "toml", "yaml", "sql", "xml", "csv", "ini", "mermaid"}
"""What is not code to be run, or is part of something else."""

_BLOCK = re.compile(
    r"(?:<!-- not run: (?P<reason>[^>]+) -->\n)?^(?P<indent> *)```(?P<language>\w*)[^\n]*\n(?P<code>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^== (\S+)\n", re.MULTILINE)
_PRINTED = re.compile(r"\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of code on a page."""

    page: Path
    line: int
    language: str
    code: str
    reason: str | None
    shown: str | None
    """The block of text right after a Python one: what that prints."""

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks() -> Iterator[Block]:
    for page in filter(Path.exists, PAGES):
        text = page.read_text("utf-8")
        for match in _BLOCK.finditer(text):
            code = "".join(line.removeprefix(match["indent"]) for line in match["code"].splitlines(keepends=True))
            line = text.count("\n", 0, match.start("code"))
            printed = _PRINTED.match(text, match.end()) if match["language"] == "python" else None
            yield Block(page, line, match["language"], code, match["reason"], printed and printed[1])


BLOCKS = list(blocks())
RUNNING = [block for block in BLOCKS if block.language in RUN and block.reason is None]
PAGES_WITH_CODE = sorted({block.page for block in RUNNING})


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
def test_block_says_what_it_is(block: Block) -> None:
    assert block.language in RUN | SHOWN


@pytest.mark.parametrize("page", PAGES_WITH_CODE, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_of_a_page_runs(page: Path, reader_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(reader_folder, folder)
    sources = ROOT
    if page.name == "CONTRIBUTING.md":  # its reader is in a copy of the sources, and changes them
        sources = folder
        for package in ("schemas", "extractor", "corpus"):
            shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    page_blocks = [block for block in RUNNING if block.page == page]
    done = subprocess.run(
        ["bash", "-euo", "pipefail"],
        input=script(page_blocks),
        cwd=folder,
        env=environment(tmp_path, sources),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"after: {done.stderr[-2000:]}"
    parts = _HEADING.split(done.stdout)
    printed = dict(zip(parts[1::2], parts[2::2], strict=True))
    shown = {block.name: block.shown for block in page_blocks if block.shown is not None}
    assert {name: printed[name] for name in shown} == shown


def script(page_blocks: list[Block]) -> str:
    """The blocks of a page, one after the other as a reader types them; Python ones each in a process."""
    parts = []
    for block in page_blocks:
        parts.append(f"echo '== {block.name}' | tee /dev/stderr")
        if block.language == "python":
            parts.append(f"python - <<'END OF BLOCK'\n{block.code}END OF BLOCK")
        else:
            parts.append(block.code)
    return "\n".join(parts)


def environment(home: Path, sources: Path = ROOT) -> dict[str, str]:
    """What a reader has, with this very program installed."""
    return {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(sources),
        "TRICHLUC_STORE": "archive.db",
    }
