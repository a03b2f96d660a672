"""Light formats stay light: no library is loaded before its first file, and no program is started for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.files import load, load_all
from tests.conftest import ROOT
from tests.corpus.files.making import archive, docx, paragraph

LIBRARIES = {"lxml", "olefile", "openpyxl", "xlrd", "pypdfium2", "PIL", "underthesea"}


@pytest.mark.parametrize(
    ("content", "loaded"),
    [
        pytest.param(b"Ke hoach", set(), id="text"),
        pytest.param(b"<html><p>Ke hoach", {"lxml"}, id="html"),
        pytest.param(docx(paragraph("Ke hoach")), {"lxml"}, id="docx"),
    ],
)
def test_a_format_loads_its_own_libraries(content: bytes, loaded: set[str]) -> None:
    code = (
        "import sys; from corpus.files import load; load(sys.stdin.buffer.read());"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, input=content, capture_output=True, check=True)
    assert set(done.stdout.decode().split()) & LIBRARIES == loaded


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(docx(paragraph("Ke hoach")), id="docx"),
        pytest.param(b"<html><p>Ke hoach", id="html"),
        pytest.param(b"Ke hoach", id="text"),
        pytest.param(archive({"a.txt": b"Ke hoach"}), id="archive"),
    ],
)
def test_no_program_is_needed(content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (loaded,) = load_all(content)
    assert not isinstance(loaded, Exception)
    assert loaded.text.strip() == "Ke hoach"


def test_one_loader_serves_all_files_of_a_format() -> None:
    first, second = (load(docx(paragraph(words))).text for words in ("a", "b"))
    assert (first, second) == ("a\n", "b\n")
