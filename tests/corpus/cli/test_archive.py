"""The commands of the archive, as a user meets them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from corpus.samples import sample_paths
from schemas import Directive
from tests.conftest import Run

SAMPLE = next(path for path in sample_paths() if path.name == "ke-hoach-cong-doan-tinh.txt")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two samples and a failure."""
    from corpus.index import Options, index

    folder = tmp_path_factory.mktemp("texts")
    shutil.copy(SAMPLE, folder)
    shutil.copy(next(path for path in sample_paths() if path.name == "chi-thi-bo-truong.txt"), folder)
    (folder / "empty.txt").write_bytes(b"\n")
    index([folder], folder / "archive.db", Options(processes=0))
    return folder / "archive.db"


def test_index_says_what_it_did_and_fails_with_what_failed(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    shutil.copy(SAMPLE, tmp_path / "texts")
    (tmp_path / "texts" / "empty.txt").write_bytes(b"\n")
    done = trichluc("index", "texts", "--store", "a.db", "--jobs", "1")
    told = done.stderr.decode().splitlines()
    assert (done.returncode, done.stdout) == (1, b"")
    assert told[0] == f"trichluc: error: {tmp_path / 'texts' / 'empty.txt'}: is empty, or holds nothing but white space"
    assert told[1] == "trichluc: note: 1 documents stored in a.db; 0 files unchanged, 0 known already, 1 failures"


def test_index_uses_the_archive_of_the_environment(trichluc: Run, tmp_path: Path) -> None:
    trichluc("index", SAMPLE, "--jobs", "1", environment={"TRICHLUC_STORE": str(tmp_path / "mine.db")})
    assert json.loads(trichluc("stats", "--store", "mine.db", "-f", "json").stdout)["documents"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("index", ".", "--redo", "everything"), id="redo"),
        pytest.param(("search", "x", "--store", "none.db"), id="no archive"),
        pytest.param(("watch", "none"), id="no folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(trichluc: Run, arguments: tuple[str, ...]) -> None:
    done = trichluc(*arguments, environment={"TRICHLUC_STORE": "a.db"})
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (1, b"", 1)


def test_search_prints_what_was_found(trichluc: Run, archive: Path) -> None:
    done = trichluc("search", "mai am cong doan", "--store", archive)
    assert done.returncode == 0
    assert "[Mái ấm Công đoàn]" in done.stdout.decode()


def test_search_as_json_gives_offsets_into_the_text(trichluc: Run, archive: Path) -> None:
    found = json.loads(trichluc("search", "mai am cong doan", "--store", archive, "-f", "json").stdout)
    (hit,) = found["hits"]
    text = SAMPLE.read_bytes().decode("utf-8")
    assert found["total"] == 1
    assert {text[match["start"] : match["end"]] for match in hit["snippet"]["matches"]} == {"Mái ấm Công đoàn"}


def test_search_as_text_is_one_line_a_document(trichluc: Run, archive: Path) -> None:
    lines = trichluc("search", "và", "--store", archive, "-f", "text").stdout.decode().splitlines()
    assert [len(line.split("\t")) for line in lines] == [6, 6]


@pytest.mark.parametrize("name", ["#1", "{path}", "{sha256}"])
def test_show_finds_a_document_by(trichluc: Run, archive: Path, name: str) -> None:
    first = json.loads(trichluc("show", "#1", "--store", archive, "-f", "json").stdout)["source"]
    done = trichluc(
        "show", name.format_map({**first, "sha256": first["sha256"][:10]}), "--store", archive, "-f", "json"
    )
    assert Directive.model_validate_json(done.stdout).source.sha256 == first["sha256"]


def test_show_finds_a_document_by_its_number(trichluc: Run, archive: Path) -> None:
    number = json.loads(trichluc("extract", SAMPLE, "-f", "json").stdout)["header"]["number"]
    done = trichluc("show", number.lower(), "--store", archive, "-f", "source")
    assert done.stdout.decode("utf-8") == SAMPLE.read_text("utf-8")


def test_show_prints_what_extract_prints(trichluc: Run, archive: Path) -> None:
    path = archive.parent / SAMPLE.name
    shown, extracted = trichluc("show", path, "--store", archive, "-f", "json"), trichluc("extract", path, "-f", "json")
    assert shown.stdout == extracted.stdout


def test_show_what_is_not_there(trichluc: Run, archive: Path) -> None:
    done = trichluc("show", "999/QĐ-XYZ", "--store", archive)
    assert (done.returncode, done.stdout) == (1, b"")


def test_failures_are_listed_with_their_cause_in_either_language(trichluc: Run, archive: Path) -> None:
    path = archive.parent / "empty.txt"
    english = trichluc("failures", "--store", archive).stdout.decode()
    vietnamese = trichluc("failures", "--store", archive, "--lang", "vi").stdout.decode()
    assert (english, vietnamese) == (
        f"{path}: is empty, or holds nothing but white space\n",
        f"{path}: rỗng, hoặc chỉ có khoảng trắng\n",
    )


@pytest.mark.parametrize("command", ["stats", "failures", "duplicates"])
@pytest.mark.parametrize("output", ["table", "json", "text"])
def test_every_list_has_every_format(trichluc: Run, archive: Path, command: str, output: str) -> None:
    done = trichluc(command, "--store", archive, "--format", output)
    assert done.returncode == 0
    if output == "json":
        json.loads(done.stdout)


def test_control_sequences_of_a_document_do_not_reach_the_terminal(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("KẾ HOẠCH\nVề \x1b[31mmàu đỏ\x1b[0m và chuyển đổi số\n", encoding="utf-8")
    trichluc("index", "a.txt", "--store", "a.db", "--jobs", "1")
    assert b"\x1b" not in trichluc("search", "mau do", "--store", "a.db").stdout


def test_watch_ends_after_its_rounds(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "drop").mkdir()
    shutil.copy(SAMPLE, tmp_path / "drop")
    done = trichluc("watch", "drop", "--store", "a.db", "--interval", "0.1", "--rounds", "3")
    assert done.returncode == 0
    assert b"1 documents stored" in done.stderr
