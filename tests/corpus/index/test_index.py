"""Folders become an archive: whole, once, and again without doing anything twice."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from corpus.errors import QueryError, StoreFullError
from corpus.index import Options, Redo, Report, index
from corpus.samples import sample_paths
from corpus.store import Store
from corpus.store.fingerprint import fingerprint, table_fingerprints
from corpus.store.reading import duplicates, failures
from tests.conftest import ROOT

SAMPLES = sample_paths()[:4]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    (folder / "sub").mkdir(parents=True)
    for number, sample in enumerate(SAMPLES):
        shutil.copy(sample, folder / ("sub" if number % 2 else ".") / sample.name)
    return folder


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive.db"


def run(path: Path, archive: Path, *redo: str, prune: bool = False) -> Report:
    return index([path], archive, Options(processes=0, redo=[Redo.parse(words) for words in redo], prune=prune))


def paths(archive: Path) -> list[str]:
    with Store.open(archive) as store:
        return [Path(row[0]).name for row in store.rows("SELECT path FROM locations ORDER BY path")]


def print_of(archive: Path) -> str:
    with Store.open(archive) as store:
        return fingerprint(store)


def test_folder_is_indexed_with_all_that_is_in_it(texts: Path, archive: Path) -> None:
    report = run(texts, archive)
    assert (report.files, report.documents, report.failures) == (len(SAMPLES), len(SAMPLES), 0)
    assert sorted(paths(archive)) == sorted(path.name for path in SAMPLES)


def test_what_is_unchanged_is_not_read_again(texts: Path, archive: Path) -> None:
    run(texts, archive)
    before = print_of(archive)
    report = run(texts, archive)
    assert (report.unchanged, report.documents, print_of(archive)) == (len(SAMPLES), 0, before)


def test_touched_file_is_known_by_its_content(texts: Path, archive: Path) -> None:
    run(texts, archive)
    os.utime(texts / SAMPLES[0].name, (1, 1))
    report = run(texts, archive)
    assert (report.unchanged, report.documents, report.repeated) == (len(SAMPLES) - 1, 0, 1)


def test_changed_file_is_replaced(texts: Path, archive: Path, tmp_path: Path) -> None:
    run(texts, archive)
    shutil.copy(sample_paths()[7], texts / SAMPLES[0].name)
    run(texts, archive)
    run(texts, tmp_path / "fresh.db")
    with Store.open(archive) as store, Store.open(tmp_path / "fresh.db") as fresh:
        assert table_fingerprints(store) == table_fingerprints(fresh)


def test_vanished_file_stays_unless_pruned(texts: Path, archive: Path) -> None:
    run(texts, archive)
    (texts / SAMPLES[0].name).unlink()
    kept = (run(texts, archive).pruned, len(paths(archive)))
    pruned = (run(texts, archive, prune=True).pruned, len(paths(archive)))
    assert (kept, pruned) == ((0, len(SAMPLES)), (1, len(SAMPLES) - 1))


def test_pruning_concerns_the_paths_given_alone(texts: Path, archive: Path) -> None:
    run(texts, archive)
    shutil.rmtree(texts / "sub")
    (texts / "sub").mkdir()
    (texts / SAMPLES[0].name).unlink()
    assert run(texts / "sub", archive, prune=True).pruned == len(SAMPLES) // 2
    assert SAMPLES[0].name in paths(archive)


def test_moved_file_keeps_its_document(texts: Path, archive: Path) -> None:
    run(texts, archive)
    (texts / SAMPLES[0].name).rename(texts / "moved.txt")
    report = run(texts, archive, prune=True)
    assert (report.documents, report.repeated, report.pruned) == (0, 1, 1)
    assert "moved.txt" in paths(archive)


def test_content_that_moves_as_its_old_place_changes_is_not_lost(texts: Path, archive: Path) -> None:
    """The reader finds the content known; by the time of writing, the change of the first file has dropped it."""
    run(texts, archive)
    first = texts / SAMPLES[0].name
    shutil.copy(first, texts / "zz.txt")
    shutil.copy(sample_paths()[7], first)
    run(texts, archive)
    assert "zz.txt" in paths(archive)


def test_same_content_twice_is_one_document(texts: Path, archive: Path) -> None:
    shutil.copy(texts / SAMPLES[0].name, texts / "copy.txt")
    run(texts, archive)
    with Store.open(archive) as store:
        counts = [store.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("documents", "locations")]
    assert counts == [len(SAMPLES), len(SAMPLES) + 1]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"  \n", "empty", id="empty"),
        pytest.param(b"\x7fELF\x00\x00", "unsupported", id="a program"),
    ],
)
def test_failure_is_recorded_with_its_cause(texts: Path, archive: Path, content: bytes, code: str) -> None:
    (texts / "bad.txt").write_bytes(content)
    report = run(texts, archive)
    with Store.open(archive) as store:
        (failure,) = failures(store)
    assert (report.failures, report.documents, Path(failure.path).name) == (1, len(SAMPLES), "bad.txt")
    assert failure.code == report.failed[0].code == code


def test_failure_is_tried_again_only_when_asked(texts: Path, archive: Path) -> None:
    (texts / "bad.txt").write_bytes(b" ")
    run(texts, archive)
    assert (run(texts, archive).failures, run(texts, archive, "failed").failures) == (0, 1)


def test_mended_file_is_no_failure_any_more(texts: Path, archive: Path) -> None:
    (texts / "bad.txt").write_bytes(b" ")
    run(texts, archive)
    shutil.copy(sample_paths()[7], texts / "bad.txt")
    run(texts, archive)
    with Store.open(archive) as store:
        assert failures(store) == []


@pytest.mark.parametrize(
    ("redo", "documents"),
    [
        pytest.param("all", len(SAMPLES), id="all"),
        pytest.param("older-than 999", len(SAMPLES), id="a later version"),
        pytest.param("older-than 0.0.1", 0, id="an earlier version"),
        pytest.param("type chi_thi", 2, id="a type"),
    ],
)
def test_redo(texts: Path, archive: Path, redo: str, documents: int) -> None:
    run(texts, archive)
    before = print_of(archive)
    assert run(texts, archive, redo).documents == documents
    assert print_of(archive) == before


@pytest.mark.parametrize("words", ["", "everything", "type", "older-than", "all 1"])
def test_redo_that_is_none(words: str) -> None:
    with pytest.raises(QueryError):
        Redo.parse(words)


def test_members_of_an_archive_are_documents_of_their_own(texts: Path, archive: Path) -> None:
    with zipfile.ZipFile(texts / "old.zip", "w") as bundle:
        bundle.write(sample_paths()[8], "a/one.txt")
        bundle.write(sample_paths()[9], "two.txt")
    run(texts, archive)
    with Store.open(archive) as store:
        found = [row[0] for row in store.rows("SELECT path FROM locations WHERE file <> path ORDER BY path")]
    assert [path.rpartition("texts/")[2] for path in found] == ["old.zip!/a/one.txt", "old.zip!/two.txt"]


def test_hidden_files_lock_files_and_other_kinds_are_left_out(texts: Path, archive: Path) -> None:
    for name in (".hidden.txt", "~$plan.docx", "figures.json"):
        shutil.copy(SAMPLES[0], texts / name)
    report = run(texts, archive)
    assert (report.files, report.skipped) == (len(SAMPLES), 1)


def test_file_that_is_named_is_taken_whatever_its_name(texts: Path, archive: Path) -> None:
    shutil.copy(SAMPLES[0], texts / "plan.json")
    assert index([texts / "plan.json"], archive, Options(processes=0)).documents == 1


def test_path_that_is_not_there_is_a_problem_and_the_rest_is_done(texts: Path, archive: Path) -> None:
    report = index([texts, texts / "none"], archive, Options(processes=0))
    assert ([error.code for error in report.problems], report.documents) == (["missing"], len(SAMPLES))


def test_archive_in_the_folder_is_not_indexed(texts: Path) -> None:
    run(texts, texts / "archive.txt")
    report = run(texts, texts / "archive.txt")
    assert (report.files, report.failures) == (len(SAMPLES), 0)


def test_processes_make_the_same_archive(texts: Path, archive: Path, tmp_path: Path) -> None:
    index([texts], archive, Options(processes=2))
    run(texts, tmp_path / "here.db")
    assert print_of(archive) == print_of(tmp_path / "here.db")


def test_two_indexers_at_once_make_one_archive(texts: Path, archive: Path, tmp_path: Path) -> None:
    code = "import sys; from corpus.cli.app import run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "index", str(texts), "--store", str(archive), "--jobs", "1"]
    both = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.communicate()[1][:0], process.returncode) for process in both] == [(b"", 0), (b"", 0)]
    run(texts, tmp_path / "alone.db")
    assert print_of(archive) == print_of(tmp_path / "alone.db")


def test_full_disk_ends_the_run_and_leaves_the_archive_intact(
    texts: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index([texts / SAMPLES[0].name], archive, Options(processes=0))
    before = print_of(archive)
    with Store.open(archive) as store:
        pages = store.rows("PRAGMA page_count")[0][0]
    monkeypatch.setattr(
        "corpus.store.store._WRITING_SETTINGS", ("PRAGMA journal_mode = WAL", f"PRAGMA max_page_count = {pages + 2}")
    )
    with pytest.raises(StoreFullError):
        run(texts, archive)
    monkeypatch.undo()
    with Store.open(archive) as store:
        assert store.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert print_of(archive) == before


def test_draft_and_signed_copy_are_linked(texts: Path, archive: Path) -> None:
    text = SAMPLES[0].read_text("utf-8")
    (texts / "draft.txt").write_text("DỰ THẢO LẦN 2\n" + text, encoding="utf-8")
    report = run(texts, archive)
    with Store.open(archive) as store:
        (pair,) = duplicates(store)
    assert report.duplicates == 1
    assert {Path(pair.path).name, Path(pair.other_path).name} == {"draft.txt", SAMPLES[0].name}
    assert 0.5 < pair.similarity < 1
