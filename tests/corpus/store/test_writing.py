"""Documents go in whole, are replaced whole, and leave nothing behind."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from corpus.store import FailedFile, Store, StoredFile, writing
from corpus.store.fingerprint import fingerprint, table_fingerprints
from schemas import Directive
from tests.corpus.store.conftest import PLAN, Put, prepared, sha256, state

OTHER = PLAN.replace("49-KH/TU", "50-KH/TU").replace("chuyển đổi số", "công tác lưu trữ")
THIRD = PLAN.replace("49-KH/TU", "51-KH/TU").replace("chuyển đổi số", "cải cách thủ tục")


def names(store: Store, sql: str) -> list[object]:
    return [row[0] for row in store.rows(sql)]


def test_document_is_stored_with_its_header(store: Store, put: Put) -> None:
    put(a=PLAN)
    row = store.row("SELECT doc_type, key, issuer, place, issued_on, title, signer FROM documents")
    assert row is not None
    assert tuple(row) == (
        "ke_hoach",
        "49-KH/TU",
        "Tỉnh ủy Đắk Lắk",
        "Đắk Lắk",
        "2031-03-12",
        "Về chuyển đổi số trong các cơ quan đảng",
        "Trần Văn Bình",
    )


@pytest.mark.parametrize("table", ["citations", "deadlines", "targets", "responsibilities", "sections", "tasks"])
def test_every_row_leads_to_its_place_in_the_text(store: Store, put: Put, table: str) -> None:
    put(a=PLAN)
    evidence = "heading" if table == "sections" else "text"
    rows = store.rows(
        f"SELECT t.{evidence} AS told, substr(r.text, t.span_start + 1, t.span_end - t.span_start) AS stands"
        f" FROM {table} AS t JOIN records AS r USING (document_id)"
    )
    assert rows != []
    assert [row for row in rows if (row["told"] or "") not in row["stands"]] == []


def test_record_is_kept_whole(store: Store, put: Put) -> None:
    put(a=PLAN)
    row = store.row("SELECT text, record FROM records")
    assert row is not None
    directive = Directive.model_validate_json(row["record"])
    assert (row["text"], directive.header.key, directive.source.path) == (PLAN, "49-KH/TU", None)


def test_deadlines_say_their_days_inclusively(store: Store, put: Put) -> None:
    put(a=PLAN)
    rows = store.rows("SELECT bound, ends_on, last_day, section_path FROM deadlines ORDER BY position")
    assert [tuple(row) for row in rows] == [
        ("before", "2031-06-30", "2031-06-29", "I › 1"),
        ("before", "2031-12-15", "2031-12-14", "II › 1"),
    ]


def test_same_content_under_two_names_is_one_document(store: Store, put: Put) -> None:
    put(a=PLAN, b=PLAN)
    assert names(store, "SELECT count(*) FROM documents") == [1]
    assert names(store, "SELECT path FROM locations ORDER BY path") == ["a", "b"]


def test_changed_file_is_replaced_as_a_whole(store: Store, put: Put, tmp_path: Path) -> None:
    put(a=PLAN)
    put(a=OTHER)
    with Store.create(tmp_path / "fresh.db") as fresh, writing(fresh) as writer:
        writer.put_file(state("a"), [StoredFile("a", sha256(OTHER), prepared(OTHER))], [])
        assert table_fingerprints(fresh) == table_fingerprints(store)


def test_new_extraction_keeps_the_document_and_its_locations(store: Store, put: Put) -> None:
    (before,) = put(a=PLAN)
    put(b=PLAN)
    with writing(store) as writer:
        after = writer.put_file(state("a"), [StoredFile("a", sha256(PLAN), prepared(PLAN, version="2.0"))], [])
    assert after == [before]
    assert names(store, "SELECT extractor_version FROM documents") == ["2.0"]
    assert names(store, "SELECT path FROM locations ORDER BY path") == ["a", "b"]


def test_content_of_the_same_version_is_not_written_again(store: Store, put: Put) -> None:
    put(a=PLAN)
    assert put(b=PLAN) == []


def test_vanished_file_leaves_nothing(store: Store, put: Put, tmp_path: Path) -> None:
    put(a=PLAN)
    with writing(store) as writer:
        writer.forget_file("a")
    with Store.create(tmp_path / "empty.db") as empty:
        assert table_fingerprints(store) == table_fingerprints(empty)


def test_document_stays_while_another_file_has_it(store: Store, put: Put) -> None:
    put(a=PLAN, b=PLAN)
    with writing(store) as writer:
        writer.forget_file("a")
    assert names(store, "SELECT key FROM documents") == ["49-KH/TU"]


def test_failure_replaces_the_document_of_its_path(store: Store, put: Put) -> None:
    put(a=PLAN)
    with writing(store) as writer:
        writer.put_file(state("a"), [], [FailedFile("a", "empty", "is empty")])
    assert names(store, "SELECT count(*) FROM documents") == [0]
    assert names(store, "SELECT code FROM failures") == ["empty"]


def test_document_replaces_the_failure_of_its_path(store: Store, put: Put) -> None:
    with writing(store) as writer:
        writer.put_file(state("a"), [], [FailedFile("a", "empty", "is empty")])
    put(a=PLAN)
    assert names(store, "SELECT count(*) FROM failures") == [0]


def test_members_that_come_in_parts_add_up_and_the_last_part_sweeps(store: Store) -> None:
    def item(name: str, text: str) -> StoredFile:
        return StoredFile(f"z!{name}", sha256(text), prepared(text))

    with writing(store) as writer:
        writer.put_file(state("z"), [item("old", THIRD)], [])
    with writing(store) as writer:
        writer.put_file(state("z", 2), [item("1", PLAN)], [], complete=False)
    with writing(store) as writer:
        writer.put_file(state("z", 2), [item("2", OTHER)], [FailedFile("z!3", "empty", "")], earlier=["z!1"])
    assert names(store, "SELECT path FROM locations ORDER BY path") == ["z!1", "z!2"]
    assert names(store, "SELECT key FROM documents ORDER BY key") == ["49-KH/TU", "50-KH/TU"]
    assert names(store, "SELECT is_complete FROM files") == [1]


def test_what_fails_in_a_transaction_leaves_no_trace(store: Store) -> None:
    before = fingerprint(store)
    items = [StoredFile("a", sha256(PLAN), prepared(PLAN)), StoredFile("b", "0" * 64, None)]
    with pytest.raises(LookupError), writing(store) as writer:
        writer.put_file(state("a"), items, [])
    assert fingerprint(store) == before


def test_any_order_of_arrival_gives_the_same_archive(tmp_path: Path) -> None:
    texts = {"a": PLAN, "b": OTHER, "c": THIRD, "d": PLAN}
    found = set()
    for number, order in enumerate(itertools.permutations(texts)):
        with Store.create(tmp_path / f"{number}.db") as store:
            for path in order:
                with writing(store) as writer:
                    writer.put_file(state(path), [StoredFile(path, sha256(texts[path]), prepared(texts[path]))], [])
            found.add(fingerprint(store))
    assert len(found) == 1


def test_fingerprint_tells_archives_apart(store: Store, put: Put) -> None:
    put(a=PLAN)
    before = fingerprint(store)
    with store.transaction() as connection:
        connection.execute("UPDATE citations SET status = 'unresolved'")
    assert fingerprint(store) != before


def test_lists_are_json(store: Store, put: Put) -> None:
    put(a=PLAN)
    bound = json.loads(str(names(store, "SELECT bodies FROM calendar ORDER BY span_start")[-1]))
    assert "Văn phòng" in bound
