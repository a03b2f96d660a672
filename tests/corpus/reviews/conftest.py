"""An archive of invented documents that readers review."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.index import Options, Redo, index
from corpus.samples import sample_paths
from corpus.store import Store

NAMES = ("ke-hoach-cong-doan-tinh", "bao-cao-doan-thanh-nien", "quyet-dinh-tinh-uy-sua-doi")
"""The first is the one that is reviewed."""


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reviewed") / "texts"
    folder.mkdir()
    for sample in sample_paths():
        if sample.stem in NAMES:
            shutil.copy(sample, folder / sample.name)
    return folder


@pytest.fixture(scope="session")
def indexed(sample_folder: Path) -> Path:
    path = sample_folder.parent / "archive.db"
    index([sample_folder], path, Options(processes=0))
    return path


@pytest.fixture
def folder(sample_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_folder, tmp_path / "texts"))


@pytest.fixture
def archive(indexed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(indexed, tmp_path / "archive.db"))


@pytest.fixture
def store(archive: Path) -> Iterator[Store]:
    with Store.create(archive) as opened:
        yield opened


def document_id(store: Store, name: str = NAMES[0]) -> int:
    row = store.row("SELECT document_id FROM locations WHERE path GLOB ?", (f"*{name}.txt",))
    assert row is not None
    return int(row[0])


def index_again(folder: Path, archive: Path, *redo: str, prune: bool = False) -> None:
    index([folder], archive, Options(processes=0, redo=[Redo.parse(words) for words in redo], prune=prune))
