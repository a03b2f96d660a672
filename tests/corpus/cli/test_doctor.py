"""``trichluc doctor``: what can be read here, and what to install for the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run


@pytest.mark.parametrize(
    ("language", "state", "summary"),
    [
        pytest.param("en", "missing", "4 of 10 are missing.", id="English"),
        pytest.param("vi", "thiếu", "Thiếu 4 trên 10.", id="Vietnamese"),
    ],
)
def test_missing_program_and_its_package(
    language: str, state: str, summary: str, trichluc: Run, tmp_path: Path
) -> None:
    done = trichluc("doctor", "--lang", language, environment={"PATH": str(tmp_path)})
    lines = [line.split() for line in done.stdout.decode().splitlines()]
    assert (done.returncode, done.stdout.decode().splitlines()[-1]) == (1, summary)
    assert [(line[1], line[-1]) for line in lines if line[0] == state] == [
        ("soffice", "libreoffice-writer-nogui"),
        ("catdoc", "catdoc"),
        ("tesseract", "tesseract-ocr"),
        ("tesseract:", "tesseract-ocr-vie"),
    ]


def test_libraries_that_are_there(trichluc: Run) -> None:
    lines = [line.split()[:2] for line in trichluc("doctor").stdout.decode().splitlines()]
    assert [name for state, name in lines if state == "available"][:4] == ["lxml", "olefile", "openpyxl", "xlrd"]
