"""What holds for every format: one state of the archive, a lasting order, whole files or none, clear refusals."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.cli.exports import ExportFormat, TableName
from corpus.errors import ExtraMissingError, FolderNeededError, NoDeadlinesError, OutputNotWritableError
from corpus.export import EVERYTHING, FORMATS, Options, Selection, export, export_to
from corpus.export.tables import TABLES
from corpus.store import Store, StoredFile, writing
from tests.conftest import ROOT, Run
from tests.corpus.export.conftest import LETTER, PLAN, Export, archive
from tests.corpus.store.conftest import prepared, sha256, state

ONE_FILE = [name for name, known in FORMATS.items() if not known.is_folder(Options())]
FOLDERS = [name for name, known in FORMATS.items() if known.is_folder(Options())]
OF_STATE = {"ics"}
"""These say when a document was stored."""


def contents(place: Path) -> dict[str, bytes]:
    files = [place] if place.is_file() else sorted(place.iterdir())
    return {file.name: file.read_bytes() for file in files}


def test_the_command_offers_every_format() -> None:
    assert [choice.value for choice in ExportFormat] == list(FORMATS)


def test_the_command_offers_every_table() -> None:
    assert [choice.value for choice in TableName] == list(TABLES)


@pytest.mark.parametrize("name", FORMATS)
def test_order_of_indexing_does_not_matter(tmp_path: Path, name: str) -> None:
    places = []
    for number, texts in enumerate([(PLAN, LETTER), (LETTER, PLAN)]):
        with archive(tmp_path / f"{number}.db", *texts) as store:
            store.connection.execute("UPDATE documents SET stored_at = '2031-05-01T00:00:00+00:00'")
            places.append(tmp_path / f"{number}.out")
            export(store, name, places[-1])
    assert [*contents(places[0]).values()] == [*contents(places[1]).values()]


@pytest.mark.parametrize("name", FORMATS)
def test_empty_archive_is_exported(tmp_path: Path, name: str) -> None:
    with archive(tmp_path / "none.db") as store:
        assert export(store, name, tmp_path / "out").written == 0


@pytest.mark.parametrize("name", ONE_FILE)
def test_file_is_replaced(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").write_text("old")
    export(store, name, tmp_path / "out")
    assert not (tmp_path / "out").read_bytes().startswith(b"old")


@pytest.mark.parametrize("name", FOLDERS)
def test_other_files_of_a_folder_are_left_alone(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    export(store, name, tmp_path / "out")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"
    assert len(contents(tmp_path / "out")) > 1


def test_export_that_fails_leaves_what_was_there(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with pytest.raises(NoDeadlinesError):
        export(store, "jsonl", tmp_path / "out", Selection(body="Sở"))
    assert [path.name for path in sorted(tmp_path.iterdir()) if "archive" not in path.name] == ["out"]
    assert (tmp_path / "out").read_text() == "old"


def test_place_that_cannot_be_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(OutputNotWritableError, match="cannot be written"):
        export(store, "jsonl", tmp_path / "no" / "folder" / "out.jsonl")


@pytest.mark.parametrize("name", FOLDERS)
def test_folder_does_not_go_to_a_stream(store: Store, name: str) -> None:
    with pytest.raises(FolderNeededError):
        export_to(store, name, io.BytesIO())


def test_indexer_beside_an_export_is_not_seen(store: Store) -> None:
    class Meanwhile(io.BytesIO):
        """Something is stored between the first record and the next."""

        def write(self, data: object, /) -> int:
            text = f"CHỈ THỊ\nVề việc số {self.tell()}\n"
            with Store.create(store.path) as other, writing(other) as writer:
                writer.put_file(state(f"/{self.tell()}"), [StoredFile("/n", sha256(text), prepared(text))], [])
            return super().write(data)  # type: ignore[arg-type]

    out = Meanwhile()
    assert export_to(store, "jsonl", out).written == 2


@pytest.mark.parametrize(
    ("selection", "written"),
    [
        pytest.param(EVERYTHING, 2, id="everything"),
        pytest.param(Selection(issued_from=dt.date(2031, 4, 2)), 1, id="from the day of issue"),
        pytest.param(Selection(issued_to=dt.date(2031, 4, 1)), 1, id="to a day"),
        pytest.param(Selection(doc_type="ke_hoach"), 1, id="of a type"),
        pytest.param(Selection(issuer="cong doan vien chuc"), 1, id="of an issuer, without marks"),
        pytest.param(Selection(doc_type="ke_hoach", issued_from=dt.date(2032, 1, 1)), 0, id="all conditions hold"),
    ],
)
def test_selected_documents(store: Store, selection: Selection, written: int) -> None:
    assert export_to(store, "jsonl", io.BytesIO(), selection).written == written


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [
        pytest.param("ics", "icalendar", "export", id="ics"),
        pytest.param("parquet", "pyarrow", "export", id="parquet"),
        pytest.param("spacy", "spacy", "spacy", id="spacy"),
    ],
)
def test_missing_library_is_named_with_its_extra(
    store: Store, tmp_path: Path, name: str, library: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissingError, match=rf"{library}.*trichluc\[{extra}\]"):
        export(store, name, tmp_path / "out")


def test_formats_load_no_library_before_they_are_used() -> None:
    code = "import sys, corpus.export; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"icalendar", "pyarrow", "dateutil", "spacy"} & {
        name.partition(".")[0] for name in done.stdout.split()
    } == set()


def test_command_writes_to_standard_output(trichluc: Run, store: Store, exported: Export) -> None:
    done = trichluc("export", "--format", "jsonl", "--store", store.path)
    assert (done.returncode, done.stdout, done.stderr) == (0, exported("jsonl"), b"")


def test_command_says_what_it_wrote_and_left_out(trichluc: Run, store: Store, tmp_path: Path) -> None:
    done = trichluc("export", "-f", "ics", "--store", store.path, "-o", tmp_path / "a.ics", "--body", "so noi vu")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().splitlines() == [
        "trichluc: note: left out: 1 deadlines without a date in the text",
        f"trichluc: note: 1 deadlines written to {tmp_path / 'a.ics'}",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        pytest.param(["-f", "csv", "-o", "-"], 1, "is a folder of files", id="a folder to standard output"),
        pytest.param(["-f", "csv", "-o", "all.csv"], 1, "choose a table", id="a folder that is named like a file"),
        pytest.param(["-f", "jsonl", "--body", "Sở"], 1, "has no deadlines", id="conditions on no deadlines"),
        pytest.param(["-f", "jsonl", "--doc", "1/XX"], 1, "there is no document", id="no such document"),
        pytest.param(["-f", "jsonl", "--type", "plan"], 2, "ke_hoach", id="no such type"),
        pytest.param(["-f", "csv", "--delimiter", ";;"], 2, "one character", id="no delimiter"),
        pytest.param(["-f", "ics", "--from", "31-3-2031"], 2, "--from", id="no date"),
        pytest.param(["-f", "doc"], 2, "doc", id="no such format"),
    ],
)
def test_refusals(trichluc: Run, store: Store, arguments: list[str], code: int, told: str) -> None:
    done = trichluc("export", "--store", store.path, *arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert told in done.stderr.decode()
