"""Figures that the archive keeps: they are those that counting gives, whatever was stored, replaced or taken out."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.citator import resolve
from corpus.reviews import Layer, Said, Verdict, save
from corpus.store import Store, StoredFile, writing
from corpus.store.migrating import migrate, migrations
from tests.corpus.store.conftest import PLAN, prepared, sha256, state

OTHER = """ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Nghệ An, ngày 05 tháng 01 năm 2031

KẾ HOẠCH
Về trồng rừng

Thực hiện Kết luận số 76-KL/TW ngày 15/01/2031 của Bộ Chính trị và Kết luận số 76-KL/TW ngày 15/01/2031.

1. Trồng mới 5.000 ha rừng trước ngày 30/6/2031.
2. Sở Tài chính báo cáo kết quả chậm nhất ngày 25 hằng tháng.
3. Sở Tài chính cấp kinh phí.
4. Các sở họp hằng quý.
"""
COUNTED = {
    "catalogue_counts": (
        "SELECT coalesce(doc_type, ''), coalesce(issuer, ''), coalesce(place, ''),"
        " coalesce(substr(issued_on, 1, 4), ''), count(*), sum(characters) FROM documents GROUP BY 1, 2, 3, 4"
    ),
    "work_counts": (
        "SELECT work_id, count(*), count(DISTINCT document_id) FROM citations WHERE work_id IS NOT NULL GROUP BY 1"
    ),
    "body_counts": "SELECT body, count(*), count(DISTINCT document_id) FROM responsibilities GROUP BY 1",
    "role_counts": "SELECT body, role, count(*) FROM responsibilities GROUP BY 1, 2",
    "recurrence_counts": (
        "SELECT rrule, coalesce(t.starts_on, d.issued_on, ''), coalesce(t.ends_on, '9999'), count(*)"
        " FROM deadlines AS t JOIN documents AS d ON d.id = t.document_id WHERE rrule IS NOT NULL GROUP BY 1, 2, 3"
    ),
    "record_counts": (
        "SELECT 'citations', coalesce(status, ''), count(*) FROM citations GROUP BY 2"
        " UNION ALL SELECT 'deadlines', '', count(*) FROM deadlines HAVING count(*) > 0"
        " UNION ALL SELECT 'sections', '', count(*) FROM sections HAVING count(*) > 0"
        " UNION ALL SELECT 'diagnostics', '', count(*) FROM diagnostics HAVING count(*) > 0"
        " UNION ALL SELECT 'targets', coalesce(unit, ''), count(*) FROM targets GROUP BY 2"
    ),
}
"""Every table of figures, and the question whose answer it keeps."""


def store_both(store: Store) -> None:
    put(store, "plan", PLAN)
    put(store, "other", OTHER)


def put(store: Store, path: str, text: str, version: str = "1.0") -> None:
    with writing(store) as writer:
        writer.put_file(state(path), [StoredFile(path, sha256(text), prepared(text, version))], [])


def resolved(store: Store) -> None:
    store_both(store)
    resolve(store)


def replaced(store: Store) -> None:
    resolved(store)
    put(store, "plan", PLAN, "2.0")


def taken_out(store: Store) -> None:
    resolved(store)
    with writing(store) as writer:
        writer.forget_file("other")
    resolve(store)


def all_taken_out(store: Store) -> None:
    taken_out(store)
    with writing(store) as writer:
        writer.forget_file("plan")
    resolve(store)


def without_its_work(store: Store) -> None:
    resolved(store)
    with store.transaction() as connection:
        connection.execute("DELETE FROM works")


def corrected(store: Store) -> None:
    """As another program might: row by row."""
    resolved(store)
    with store.transaction() as connection:
        for change in (
            "documents SET issued_on = '2030-12-31', place = NULL WHERE number = '12/KH-UBND'",
            "documents SET issued_on = NULL WHERE number = '49-KH/TU'",
            "responsibilities SET body = (SELECT min(name) FROM bodies)",
            "responsibilities SET role = 'via'",
            "deadlines SET rrule = 'FREQ=YEARLY' WHERE rrule IS NOT NULL",
            "deadlines SET starts_on = '2031-02-01' WHERE text LIKE '%quý%'",
            "targets SET unit = NULL",
            "citations SET work_id = NULL, status = 'unresolved' WHERE id = 'c1'",
        ):
            connection.execute(f"UPDATE {change}")


def reviewed(store: Store) -> None:
    resolved(store)
    (document,) = store.rows("SELECT id FROM documents WHERE number = '12/KH-UBND'")
    header = {"title": "Về trồng rừng", "issuer": "Sở Nông nghiệp", "place": "Vinh", "issued_on": "2030-12-30"}
    save(store, document["id"], Said(Layer.HEADER, Verdict.CORRECTED, record=header))
    save(store, document["id"], Said(Layer.RESPONSIBILITIES, Verdict.REJECTED, "r1"))
    save(store, document["id"], Said(Layer.DEADLINES, Verdict.REJECTED, "d2"))


def deleted_by_another_program(store: Store) -> None:
    resolved(store)
    with store.transaction() as connection:
        connection.execute("DELETE FROM locations")
        connection.execute("DELETE FROM documents WHERE number = '12/KH-UBND'")


HISTORIES = (
    store_both, resolved, replaced, taken_out, all_taken_out, without_its_work, corrected, reviewed,
    deleted_by_another_program,
)  # fmt: skip


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive.db") as store:
        yield store


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.__name__)
@pytest.mark.parametrize("table", COUNTED)
def test_kept_is_counted(archive: Store, history: Callable[[Store], None], table: str) -> None:
    history(archive)
    kept = sorted(map(tuple, archive.rows(f"SELECT * FROM {table}")))
    assert kept == sorted(map(tuple, archive.rows(COUNTED[table])))


@pytest.mark.parametrize("table", COUNTED)
def test_there_is_something_to_count(archive: Store, table: str) -> None:
    resolved(archive)
    assert archive.rows(f"SELECT * FROM {table}") != []


def test_words_of_targets_go_with_them(archive: Store) -> None:
    replaced(archive)
    assert archive.rows("SELECT document_id, id FROM target_words") == archive.rows(
        "SELECT document_id, id FROM targets ORDER BY document_id, id"
    )


@pytest.mark.parametrize("table", [*COUNTED, "target_words"])
def test_an_older_archive_is_counted_when_it_is_brought_up_to_date(archive: Store, tmp_path: Path, table: str) -> None:
    resolved(archive)
    kept = sorted(map(tuple, archive.rows(f"SELECT * FROM {table}")))
    copy_to_the_layout_before_figures(archive, tmp_path / "older.db")
    with Store.open(tmp_path / "older.db") as migrated:
        assert sorted(map(tuple, migrated.rows(f"SELECT * FROM {table}"))) == kept


def copy_to_the_layout_before_figures(store: Store, path: Path) -> None:
    """Make an archive of the version before figures were kept, with the same rows."""
    version = next(number for number, script in enumerate(migrations(), start=1) if "catalogue_counts" in script) - 1
    with closing(sqlite3.connect(path, isolation_level=None)) as older:
        migrate(older, upto=version)
        older.execute("ATTACH ? AS newer", (str(store.path),))
        names = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'"
        for (name,) in older.execute(names).fetchall():
            columns = ", ".join(row[1] for row in older.execute(f"PRAGMA main.table_info({name})"))
            older.execute(f"DELETE FROM main.{name}")
            older.execute(f"INSERT INTO main.{name} ({columns}) SELECT {columns} FROM newer.{name}")
