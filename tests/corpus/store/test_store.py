"""Opening an archive: made where there is none, brought up to date, refused with a cause."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from corpus import errors
from corpus.store import Store, default_store
from corpus.store.migrating import latest, migrate, migrations, version_of
from tests.conftest import ROOT
from tests.corpus.store.conftest import PLAN, Put


def test_archive_has_the_latest_layout(store: Store) -> None:
    assert version_of(store.connection) == latest()


@pytest.mark.parametrize("version", range(latest()))
def test_older_archive_is_brought_up_to_date_when_it_is_opened(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path, isolation_level=None)
    migrate(old, upto=version)
    if version:
        old.execute("INSERT INTO runs (started_at, extractor_version, roots) VALUES ('2031-01-01', '1', '[]')")
    old.close()
    with Store.open(path) as store:
        assert version_of(store.connection) == latest()
        assert [row["started_at"] for row in store.rows("SELECT started_at FROM runs")] == ["2031-01-01"] * bool(
            version
        )


def test_migration_that_fails_leaves_the_version_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (*migrations(), "CREATE TABLE half (id INTEGER) STRICT;\n" * 2)
    monkeypatch.setattr("corpus.store.migrating.migrations", lambda: broken)
    connection = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE name = 'half'")]
    assert (version_of(connection), tables) == (len(broken) - 1, [])
    connection.close()


def test_missing_archive(tmp_path: Path) -> None:
    with pytest.raises(errors.MissingStoreError):
        Store.open(tmp_path / "none.db")


def test_text_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("KẾ HOẠCH " * 100)
    with pytest.raises(errors.NotAStoreError):
        Store.create(tmp_path / "a.db")


def test_database_of_another_program_is_no_archive_and_stays_untouched(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE notes (id INTEGER)")
    foreign.close()
    before = path.read_bytes()
    with pytest.raises(errors.NotAStoreError):
        Store.create(path)
    assert path.read_bytes() == before


def test_archive_of_a_later_version_is_refused(store: Store) -> None:
    store.connection.execute(f"PRAGMA user_version = {latest() + 1}")
    store.close()
    with pytest.raises(errors.NewerStoreError) as raised:
        Store.open(store.path)
    assert raised.value.facts["found"] == latest() + 1


def test_damaged_archive(store: Store, put: Put) -> None:
    put(a="KẾ HOẠCH\nVề công tác lưu trữ " * 2000)
    store.close()
    content = bytearray(store.path.read_bytes())
    for page in range(4096, len(content), 4096):
        content[page : page + 100] = os.urandom(100)
    store.path.write_bytes(content)
    with pytest.raises(errors.StoreDamagedError), Store.open(store.path) as damaged:
        damaged.rows("SELECT * FROM documents JOIN records ON id = document_id")


def test_archive_that_is_read_cannot_be_written(store: Store) -> None:
    with Store.open(store.path) as reader, pytest.raises(errors.StoreError), reader.transaction():
        pass


def test_folder_that_cannot_be_made() -> None:
    with pytest.raises(errors.StoreNotWritableError):
        Store.create("/proc/none/archive.db")


_AS_ORDINARY_USER = """
import os, sys
from corpus.errors import StoreNotWritableError
from corpus.store import Store
os.geteuid() or os.setuid(65534)  # root may write anywhere
with Store.open(sys.argv[1]) as store:
    print(store.row("SELECT count(*) FROM documents")[0])
try:
    Store.create(sys.argv[1])
except StoreNotWritableError:
    print("not writable")
"""


def test_archive_in_a_read_only_folder_can_be_read_and_says_why_it_is_not_written() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.db"
        Store.create(path).close()
        path.chmod(0o444)
        path.parent.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", _AS_ORDINARY_USER, path], cwd=ROOT, capture_output=True, text=True, check=False
        )
        path.parent.chmod(0o755)
    assert (done.stdout.splitlines(), done.stderr) == (["0", "not writable"], "")


def test_full_disk_is_named_and_leaves_the_archive_intact(store: Store, put: Put) -> None:
    put(a="KẾ HOẠCH\nVề công tác lưu trữ")
    pages = store.connection.execute("PRAGMA page_count").fetchone()[0]
    store.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(errors.StoreFullError):
        put(b="KẾ HOẠCH\n" + "Về công tác văn thư " * 5000)
    assert [row["path"] for row in store.rows("SELECT path FROM catalogue")] == ["a"]
    assert store.connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_another_writer_is_waited_for_and_then_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.store.store._WAIT_SECONDS", 0.05)
    with Store.create(store.path) as second, store.transaction(), pytest.raises(errors.StoreBusyError):
        second.transaction().__enter__()


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        pytest.param({"TRICHLUC_STORE": "/a/b.db", "HOME": "/h"}, "/a/b.db", id="named"),
        pytest.param({"HOME": "/h"}, "/h/.local/share/trichluc/archive.db", id="home"),
        pytest.param({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "/d/trichluc/archive.db", id="data folder"),
        pytest.param({"HOME": "/h", "TRICHLUC_STORE": ""}, "/h/.local/share/trichluc/archive.db", id="named nothing"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the data folder of other systems is elsewhere")
def test_default_place(environment: dict[str, str], path: str) -> None:
    assert str(default_store(environment)) == path


def test_one_state_while_others_write(put: Put, store: Store) -> None:
    with Store.open(store.path) as reader:
        with reader.unchanged():
            assert reader.rows("SELECT id FROM documents") == []
            put(plan=PLAN)
            assert reader.rows("SELECT id FROM documents") == []
            with reader.unchanged():
                assert reader.rows("SELECT id FROM documents") == []
            assert reader.rows("SELECT id FROM documents") == []
        assert len(reader.rows("SELECT id FROM documents")) == 1
