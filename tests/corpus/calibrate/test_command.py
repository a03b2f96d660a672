"""``python -m corpus.calibrate``: what it prints, and what it leaves alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corpus.calibrate.__main__ import main
from corpus.calibrate.examples import examples_of
from corpus.evaluate.criteria import RECORD_LAYERS
from corpus.samples import sample_paths
from extractor import extract


def folder_of(paths: list[Path], folder: Path) -> Path:
    """A folder with some of the samples and their annotation."""
    folder.mkdir()
    for path in paths:
        shutil.copy(path, folder)
        shutil.copy(path.with_suffix(".gold.json"), folder)
    return folder


@pytest.fixture
def few(tmp_path: Path) -> Path:
    return folder_of(sample_paths()[:2], tmp_path / "few")


def test_every_layer_is_reported_for_new_documents_and_for_those_read_before(
    few: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = folder_of(sample_paths()[2:3], tmp_path / "new")
    assert main([str(few), "--unseen", str(new)]) == 0
    words = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    for layer in RECORD_LAYERS:
        assert [f"{layer}:", "penalty"] in words
        assert ["seen", layer] in words
        assert ["unseen", layer] in words


def test_a_folder_without_annotation_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "holds no *.gold.json" in capsys.readouterr().err


def test_every_finding_of_a_document_is_an_example(few: Path) -> None:
    found = [extract(path.read_bytes().decode("utf-8")) for path in sample_paths()[:2]]
    counts = [sum(len(getattr(record, layer)) for record in found) for layer in RECORD_LAYERS]
    examples = list(examples_of([few], seen=True))
    assert [sum(example.layer == layer for example in examples) for layer in RECORD_LAYERS] == counts


def test_a_document_that_stands_in_two_folders_counts_once(few: Path, tmp_path: Path) -> None:
    again = folder_of(sample_paths()[:1], tmp_path / "again")
    assert len(list(examples_of([few, again], seen=True))) == len(list(examples_of([few], seen=True)))
