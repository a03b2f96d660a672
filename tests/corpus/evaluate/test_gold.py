"""Loading annotation and predictions: what is malformed is refused by name."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from corpus.errors import GoldError
from corpus.evaluate import load_gold
from corpus.evaluate.running import load_predictions

TEXT = "KẾ HOẠCH"


def write(folder: Path, **changes: object) -> None:
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = {"text": "a.txt", "sha256": hashlib.sha256(TEXT.encode()).hexdigest(), "layers": ["targets"], "targets": []}
    (folder / "a.gold.json").write_text(json.dumps({**gold, **changes}), encoding="utf-8")


def test_annotated_document(tmp_path: Path) -> None:
    write(tmp_path)
    (document,) = load_gold(tmp_path)
    assert (document.name, document.text, document.layers) == ("a.txt", TEXT, frozenset(["targets"]))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        pytest.param({"sha256": "0" * 64}, "is not the text that was annotated", id="another text"),
        pytest.param({"text": "b.txt"}, "cannot be read", id="no text"),
        pytest.param({"layers": ["deadlines"]}, "is not annotation", id="an announced layer is missing"),
        pytest.param({"text": None}, "is not annotation", id="no name"),
    ],
)
def test_refused_annotation(changes: dict[str, object], reason: str, tmp_path: Path) -> None:
    write(tmp_path, **changes)
    with pytest.raises(GoldError, match=reason):
        load_gold(tmp_path)


def test_json_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.gold.json").write_text("{", encoding="utf-8")
    with pytest.raises(GoldError, match="malformed"):
        load_gold(tmp_path)


def test_folder_without_annotation(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"holds no \*\.gold\.json"):
        load_gold(tmp_path)


def test_bad_line_of_predictions_is_named(tmp_path: Path) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text('{"source": {"sha256": "x"}}\n\n{"source": {}}\n', encoding="utf-8")
    with pytest.raises(GoldError, match="line 3 is not a record"):
        load_predictions(path)
