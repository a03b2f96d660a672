"""Reviewed documents are annotation: what was reviewed scores perfectly against it, and nothing else is claimed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import OutputNotWritableError
from corpus.evaluate import evaluate, load_gold
from corpus.reviews import Layer, Said, Verdict, save
from corpus.reviews.gold import write_gold
from corpus.store import Store
from tests.corpus.reviews.conftest import document_id

WHOLE = Said(Layer.DOCUMENT, Verdict.CONFIRMED)


def test_only_what_is_marked_as_reviewed_whole_is_written(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store, "bao-cao-doan-thanh-nien"), Said(Layer.DEADLINES, Verdict.CONFIRMED, "d1"))
    save(store, document_id(store), WHOLE)
    assert write_gold(store, tmp_path / "gold") == 1
    assert len(load_gold(tmp_path / "gold")) == 1


def test_everything_with_a_review_is_written_where_asked(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store, "bao-cao-doan-thanh-nien"), Said(Layer.DEADLINES, Verdict.CONFIRMED, "d1"))
    save(store, document_id(store), WHOLE)
    assert write_gold(store, tmp_path / "gold", everything=True) == 2


def test_confirmed_document_is_extracted_perfectly(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store), WHOLE)
    write_gold(store, tmp_path / "gold")
    found = evaluate(tmp_path / "gold")
    assert found.findings == []
    assert {row.partition(".")[0] for row, _ in found.total} >= {"header", "citations", "deadlines", "targets"}


def test_correction_shows_as_a_mistake_of_the_extractor(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store), Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"end": "2031-05-05"}))
    save(store, document_id(store), WHOLE)
    write_gold(store, tmp_path / "gold")
    assert [(one.layer, one.what, one.fields) for one in evaluate(tmp_path / "gold").findings] == [
        ("deadlines", "value", ("end",))
    ]


def test_outline_is_not_claimed_to_be_reviewed(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store), WHOLE)
    write_gold(store, tmp_path / "gold")
    (gold,) = load_gold(tmp_path / "gold")
    assert "sections" not in gold.layers


def test_writing_twice_gives_the_same_files(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store), WHOLE)
    contents = []
    for _ in range(2):
        write_gold(store, tmp_path / "gold")
        contents.append({path.name: path.read_bytes() for path in (tmp_path / "gold").iterdir()})
    assert contents[0] == contents[1]


def test_folder_that_cannot_be_made_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "gold").write_text("a file", "utf-8")
    with pytest.raises(OutputNotWritableError):
        write_gold(store, tmp_path / "gold")


def test_annotation_links_by_place(store: Store, tmp_path: Path) -> None:
    save(store, document_id(store), WHOLE)
    write_gold(store, tmp_path / "gold")
    (path,) = (tmp_path / "gold").glob("*.gold.json")
    gold = json.loads(path.read_text("utf-8"))
    places = [place for deadline in gold["deadlines"] for place in deadline["bodies"]]
    assert places
    assert max(places) < len(gold["responsibilities"])
