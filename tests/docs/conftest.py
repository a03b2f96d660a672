"""The folder in which the pages' code is run: what a reader would have there."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from corpus.index import Options, index
from corpus.samples import chain_paths, sample_paths

ONE = "6-ke-hoach-ubnd-xa.txt"


@pytest.fixture(scope="session")
def reader_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Texts in ``van-ban``, one of them as ``ke-hoach`` in some formats, and an archive of them all."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "van-ban").mkdir()
    for path in (*sample_paths(), *chain_paths()):
        shutil.copy(path, folder / "van-ban")
    shutil.copy(folder / "van-ban" / ONE, folder / "ke-hoach.txt")
    with ZipFile(folder / "van-ban-den.zip", "w") as archive:
        archive.write(folder / "ke-hoach.txt", "ke-hoach.txt")
    _write_docx(folder / "ke-hoach.docx", (folder / "ke-hoach.txt").read_text("utf-8"))
    index([folder / "van-ban"], folder / "archive.db", Options(processes=0))
    return folder


def _write_docx(path: Path, text: str) -> None:
    from docx import Document

    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
