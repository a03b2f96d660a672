"""The commands that ask an archive."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from corpus.citator import resolve_pending
from corpus.store import Store, writing
from tests.conftest import Run
from tests.corpus.citator.conftest import stored
from tests.corpus.citator.test_chains import CENTRAL, PROVINCIAL
from tests.corpus.citator.test_meaning import plan

KEYS = ["path", "doc_type", "key", "title", "issued_on", "section", "relation", "status", "text", "span"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("archive") / "a.db"
    top = plan(CENTRAL) + "2. Văn phòng Tỉnh ủy báo cáo trước ngày 30/6/2023.\n"
    with Store.create(path) as store, writing(store) as writer:
        for name, text in {"top": top, "below": plan(PROVINCIAL, number="07-KH/TU", province="Kon Tum")}.items():
            state, found = stored(f"/in/{name}.txt", text)
            writer.put_file(state, found, [])
        resolve_pending(writer.connection)
    return str(path)


def test_cites_as_json_has_one_object_a_mention_with_these_keys(trichluc: Run, archive: str) -> None:
    (mention,) = json.loads(trichluc("cites", "01-KL/TW", "--store", archive, "--format", "json").stdout)
    assert list(mention) == KEYS
    assert (Path(mention["path"]).name, mention["key"], mention["status"]) == ("top.txt", "49-KH/TU", "resolved")


def test_cites_takes_words_without_quotes(trichluc: Run, archive: str) -> None:
    found = json.loads(trichluc("cites", "kl", "01", "ngày", "18/5/2021", "--store", archive, "-f", "json").stdout)
    assert len(found) == 1


def test_cites_transitively(trichluc: Run, archive: str) -> None:
    found = json.loads(trichluc("cites", "01-KL/TW", "-t", "--store", archive, "-f", "json").stdout)
    assert {Path(mention["path"]).name for mention in found} == {"top.txt", "below.txt"}


def test_nothing_found_is_an_empty_list(trichluc: Run, archive: str) -> None:
    done = trichluc("cites", "99-KL/TW", "--store", archive, "-f", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])


def test_cites_as_csv(trichluc: Run, archive: str) -> None:
    rows = list(
        csv.DictReader(io.StringIO(trichluc("cites", "01-KL/TW", "--store", archive, "-f", "csv").stdout.decode()))
    )
    assert [(row["key"], row["relation"]) for row in rows] == [("49-KH/TU", "thuc_hien")]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        pytest.param(["cites", "01-KL/TW"], "Thực hiện", id="cites"),
        pytest.param(["cited-by", "49-KH/TU"], "01-KL/TW", id="cited-by"),
        pytest.param(["chain", "49-KH/TU"], "└── Thực hiện: Kế hoạch 49-KH/TU", id="chain"),
        pytest.param(["deadlines", "--from", "2023-06-01", "--to", "2023-06-30"], "2023-06-29", id="deadlines"),
        pytest.param(["bodies", "van phong"], "Văn phòng", id="bodies"),
    ],
)
def test_a_table_for_people(trichluc: Run, archive: str, arguments: list[str], shown: str) -> None:
    done = trichluc(*arguments, "--store", archive)
    assert done.returncode == 0
    assert shown in done.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["cites", "…"], id="no reference"),
        pytest.param(["cites", "01-KL/TW", "--relation", "copies"], id="no relation"),
        pytest.param(["chain", "99-KH/TU"], id="no document"),
        pytest.param(["deadlines", "--doc", "99-KH/TU"], id="no such document"),
    ],
)
def test_a_question_that_cannot_be_asked(trichluc: Run, archive: str, arguments: list[str]) -> None:
    done = trichluc(*arguments, "--store", archive)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"trichluc: error: ")


def test_documents_whose_citations_were_not_looked_at_are_told_of(trichluc: Run, tmp_path: Path) -> None:
    with Store.create(tmp_path / "b.db") as store, writing(store) as writer:
        writer.put_file(*stored("/in/top.txt", plan(CENTRAL)), [])
    assert b"1 documents" in trichluc("cites", "01-KL/TW", "--store", "b.db").stderr


def test_no_archive(trichluc: Run) -> None:
    done = trichluc("cites", "01-KL/TW", "--store", "none.db")
    assert (done.returncode, b"there is no archive" in done.stderr) == (1, True)


@pytest.mark.parametrize("command", ["cites", "cited-by", "chain", "conflicts", "deadlines", "targets", "bodies"])
def test_every_command_has_help_in_vietnamese(trichluc: Run, command: str) -> None:
    english, vietnamese = (trichluc(command, "--help", "--lang", lang).stdout.decode() for lang in ("en", "vi"))
    assert english != vietnamese
