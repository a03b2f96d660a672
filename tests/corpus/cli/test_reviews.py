"""``trichluc reviews``, as a user meets it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from corpus.reviews import Layer, Said, Verdict, save
from corpus.samples import sample_paths
from corpus.store import Store
from tests.conftest import Run

SAMPLE = next(path for path in sample_paths() if path.name == "ke-hoach-cong-doan-tinh.txt")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one document with a correction, marked as reviewed whole."""
    from corpus.index import Options, index

    path = tmp_path_factory.mktemp("reviews") / "archive.db"
    index([SAMPLE], path, Options(processes=0))
    with Store.create(path) as store:
        save(store, 1, Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"end": "2031-05-05"}, "đã hỏi lại", "An"))
        save(store, 1, Said(Layer.DOCUMENT, Verdict.CONFIRMED, reviewer="An"))
    return path


def test_list_tells_what_was_said_and_what_became_of_it(trichluc: Run, archive: Path) -> None:
    told = trichluc("reviews", "list", "--store", archive, "--lang", "en").stdout.decode()
    assert "deadline: corrected" in told
    assert "the document: confirmed" in told


def test_list_as_json_has_the_corrected_record(trichluc: Run, archive: Path) -> None:
    listed = json.loads(trichluc("reviews", "list", "--store", archive, "--doc", SAMPLE, "-f", "json").stdout)
    assert (listed[0]["record"]["end"], listed[0]["reviewer"], listed[0]["state"]) == ("2031-05-05", "An", "applied")


def test_list_of_one_state(trichluc: Run, archive: Path) -> None:
    listed = trichluc("reviews", "list", "--store", archive, "--state", "orphaned", "-f", "json").stdout
    assert json.loads(listed) == []


def test_reviews_go_from_one_archive_to_another(trichluc: Run, archive: Path, tmp_path: Path) -> None:
    trichluc("reviews", "export", "--store", archive, "-o", "reviews.jsonl")
    shutil.copy(SAMPLE, tmp_path)
    trichluc("index", SAMPLE.name, "--store", "other.db", "--jobs", "1")
    done = trichluc("reviews", "import", "reviews.jsonl", "--store", "other.db")
    assert (done.returncode, done.stderr) == (0, b"trichluc: note: 2 reviews brought in, 0 were known\n")
    shown = json.loads(trichluc("show", "#1", "--store", "other.db", "-f", "json").stdout)
    assert shown["deadlines"][0]["end"] == "2031-05-05"


def test_export_goes_to_standard_output_and_import_reads_standard_input(trichluc: Run, archive: Path) -> None:
    lines = trichluc("reviews", "export", "--store", archive).stdout
    done = trichluc("reviews", "import", "-", "--store", "empty.db", stdin=lines)
    assert done.stderr.decode().splitlines() == [
        "trichluc: note: 2 reviews brought in, 0 were known",
        "trichluc: note: 2 of them wait for documents that the archive does not hold",
    ]


def test_bad_line_is_named_and_nothing_is_brought_in(trichluc: Run, archive: Path) -> None:
    lines = trichluc("reviews", "export", "--store", archive).stdout + b'{"layer": "deadlines"}\n'
    done = trichluc("reviews", "import", "-", "--store", "empty.db", stdin=lines)
    assert (done.returncode, done.stderr) == (1, b"trichluc: error: line 3: document: Field required\n")
    assert not Path("empty.db").exists()


def test_annotation_is_what_evaluate_reads(trichluc: Run, archive: Path) -> None:
    done = trichluc("reviews", "export", "--store", archive, "--gold", "gold")
    assert done.stderr == b"trichluc: note: 1 documents written as annotation to gold\n"
    report = json.loads(trichluc("evaluate", "gold", "-f", "json").stdout)
    assert report


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("export", "--all"), id="all without gold"),
        pytest.param(("export", "--gold", "g", "-o", "f"), id="two places"),
        pytest.param(("list", "--state", "lost"), id="no such state"),
    ],
)
def test_wrong_usage(trichluc: Run, archive: Path, arguments: tuple[str, ...]) -> None:
    assert trichluc("reviews", *arguments, "--store", archive).returncode == 2
