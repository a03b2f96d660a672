"""Reviews in an archive: every table follows, the extraction stays, and they outlast what is done to the document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import corpus.index.run as indexing
from corpus.errors import QueryError, ReviewError
from corpus.export import export
from corpus.extraction import Document
from corpus.reviews import (
    RECORD_LAYERS,
    Layer,
    Said,
    State,
    Verdict,
    all_reviews,
    apply_kept,
    of,
    save,
    save_all,
    withdraw,
)
from corpus.store import FileState, Store, StoredFile, prepare, writing
from corpus.store.fingerprint import fingerprint, table_fingerprints
from corpus.store.reading import load_document
from corpus.store.searching import search
from tests.corpus.reviews.conftest import NAMES, document_id, index_again

CORRECTED = Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"bound": "by", "end": "2031-05-05"}, reviewer="An")
REJECTED = Said(Layer.RESPONSIBILITIES, Verdict.REJECTED, "r2")
ADDED = Said(
    Layer.CITATIONS,
    Verdict.ADDED,
    None,
    {"span": {"start": 200, "end": 212}, "doc_type": "ket_luan", "key": "77-KL/TW", "serial": 77, "symbol": "KL/TW",
     "issued_on": "2024-02-02", "issuer": "Bộ Chính trị", "relation": "thuc_hien"},
)  # fmt: skip
TITLED = Said(Layer.HEADER, Verdict.CORRECTED, record={"title": "Nhan đề đã sửa", "issuer": "Công đoàn Viên chức tỉnh"})
SAYINGS = (CORRECTED, REJECTED, ADDED, TITLED)


def last_day(store: Store) -> str | None:
    row = store.row("SELECT last_day FROM deadlines WHERE document_id = ? AND id = 'd1'", (document_id(store),))
    return row[0] if row is not None else None


def test_correction_is_in_the_tables_and_the_extraction_stays(store: Store) -> None:
    one = document_id(store)
    before = load_document(store, one, as_extracted=True)
    save(store, one, CORRECTED)
    assert last_day(store) == "2031-05-05"
    assert str(load_document(store, one).directive.deadlines[0].end) == "2031-05-05"
    assert load_document(store, one, as_extracted=True) == before


def test_confirming_everything_changes_nothing_but_the_reviews(store: Store) -> None:
    one, before = document_id(store), table_fingerprints(store)
    extracted = load_document(store, one).directive
    for layer in RECORD_LAYERS:
        save(store, one, Said(layer, Verdict.CONFIRMED, getattr(extracted, layer.value)[0].id))
    save(store, one, Said(Layer.HEADER, Verdict.CONFIRMED))
    assert load_document(store, one).directive == extracted
    after = table_fingerprints(store)
    assert {table for table in before if before[table] != after[table]} == {"reviews", "records"}


@pytest.mark.parametrize("said", SAYINGS, ids=[f"{said.layer}-{said.verdict}" for said in SAYINGS])
def test_withdrawing_gives_everything_back(store: Store, said: Said) -> None:
    before = table_fingerprints(store)
    withdraw(store, save(store, document_id(store), said).id)
    after = table_fingerprints(store)
    assert {table for table in before if before[table] != after[table]} == {"reviews"}


def test_withdrawn_review_cannot_be_withdrawn_again(store: Store) -> None:
    kept = save(store, document_id(store), CORRECTED)
    withdraw(store, kept.id)
    with pytest.raises(QueryError):
        withdraw(store, kept.id)


def test_citator_looks_at_what_was_added_and_forgets_what_was_rejected(store: Store) -> None:
    one = document_id(store)
    added = save(store, one, ADDED)
    cited = "SELECT status FROM citations AS c JOIN works AS w ON w.id = c.work_id WHERE w.key = '77-KL/TW'"
    assert [row[0] for row in store.rows(cited)] == ["resolved"]
    save(store, one, Said(Layer.CITATIONS, Verdict.REJECTED, added.record_id))
    assert store.row("SELECT 1 FROM works WHERE key = '77-KL/TW'") is None


def test_document_is_found_by_its_corrected_title(store: Store) -> None:
    save(store, document_id(store), TITLED)
    assert [hit.document_id for hit in search(store, "nhan de da sua").hits] == [document_id(store)]


def test_refused_review_leaves_nothing_behind(store: Store) -> None:
    before = fingerprint(store)
    with pytest.raises(ReviewError):
        save(store, document_id(store), Said(Layer.DEADLINES, Verdict.CORRECTED, "d1", {"end": "?"}))
    assert fingerprint(store) == before


def test_reviews_outlast_indexing_everything_again(store: Store, archive: Path, folder: Path) -> None:
    index_again(folder, archive, prune=True)
    for said in SAYINGS:
        save(store, document_id(store), said)
    before = fingerprint(store)
    index_again(folder, archive, "all")
    assert fingerprint(store) == before


def test_reviews_outlast_the_document(store: Store, archive: Path, folder: Path) -> None:
    index_again(folder, archive)
    index_again(folder, archive, prune=True)
    for said in SAYINGS:
        save(store, document_id(store), said)
    before = {kept.id: kept.state for kept in all_reviews(store)}
    for path in store.rows("SELECT path FROM files"):  # taken out of the archive, wherever the content lies
        with writing(store) as writer:
            writer.forget_file(path[0])
    assert {kept.state for kept in all_reviews(store)} == {None}
    index_again(folder, archive)
    assert {kept.id: kept.state for kept in all_reviews(store)} == before
    assert last_day(store) == "2031-05-05"


def test_order_of_indexing_and_reviewing_does_not_matter(store: Store, tmp_path: Path, folder: Path) -> None:
    for said in SAYINGS:
        save(store, document_id(store), said)
    reviews = [kept.review for kept in all_reviews(store)]
    prints = []
    for number, order in enumerate((NAMES, NAMES[::-1])):
        path = tmp_path / f"{number}.db"
        with Store.create(path) as fresh:
            if number:
                save_all(fresh, reviews)
            for name in order:
                indexing.index([folder / f"{name}.txt"], path, indexing.Options(processes=0))
            if not number:
                save_all(fresh, reviews[::-1])
            prints.append(table_fingerprints(fresh))
    assert prints[0] == prints[1]


def test_correction_holds_when_another_version_extracts_something_else(store: Store) -> None:
    one = document_id(store)
    save(store, one, CORRECTED)
    was = load_document(store, one, as_extracted=True)
    misread = {"deadlines": was.directive.deadlines[1:], "citations": (), "targets": ()}
    other = was.directive.model_copy(update=misread)
    row = store.row("SELECT path FROM locations WHERE document_id = ?", (one,))
    assert row is not None
    document = prepare(Document(was.loaded, other), extractor_version="2.0")
    with writing(store) as writer:
        ids = writer.put_file(FileState(row[0], 1, 1), [StoredFile(row[0], document.sha256, document)], [])
        apply_kept(writer, store, ids)
    held = load_document(store, one).directive
    assert "2031-05-05" in {str(deadline.end) for deadline in held.deadlines}
    assert held.citations == ()
    assert [kept.state for kept in of(store, one)] == [State.APPLIED]


def test_importing_twice_is_importing_once(store: Store, indexed: Path) -> None:
    for said in SAYINGS:
        save(store, document_id(store), said)
    reviews = [kept.review for kept in all_reviews(store)]
    before = fingerprint(store)
    report = save_all(store, reviews)
    assert (report.new, report.known, fingerprint(store)) == (0, len(SAYINGS), before)


def test_review_of_a_document_that_is_not_here_waits_for_it(store: Store, tmp_path: Path, folder: Path) -> None:
    save(store, document_id(store), CORRECTED)
    path = tmp_path / "other.db"
    with Store.create(path) as other:
        assert save_all(other, [kept.review for kept in all_reviews(store)]).waiting == 1
        indexing.index([folder], path, indexing.Options(processes=0))
        assert last_day(other) == "2031-05-05"


def test_document_marked_as_reviewed_whole_is_listed(store: Store) -> None:
    one = document_id(store)
    save(store, one, Said(Layer.DOCUMENT, Verdict.CONFIRMED, reviewer="Bình"))
    assert [tuple(row) for row in store.rows("SELECT document_id, reviewer FROM reviewed_documents")] == [(one, "Bình")]
    save(store, one, Said(Layer.DOCUMENT, Verdict.REJECTED))
    assert store.rows("SELECT * FROM reviewed_documents") == []


def test_exports_agree_on_what_was_corrected(store: Store, tmp_path: Path) -> None:
    for said in SAYINGS:
        save(store, document_id(store), said)
    export(store, "jsonl", tmp_path / "records.jsonl")
    export(store, "csv", tmp_path / "tables")
    (record,) = [
        record
        for line in (tmp_path / "records.jsonl").read_text("utf-8").splitlines()
        if (record := json.loads(line))["header"]["title"] == "Nhan đề đã sửa"
    ]
    tables = {path.stem: path.read_text("utf-8") for path in (tmp_path / "tables").iterdir()}
    assert record["deadlines"][0]["end"] == "2031-05-05"
    assert "2031-05-05" in tables["deadlines"]
    assert "77-KL/TW" in tables["citations"]
    assert "Nhan đề đã sửa" in tables["documents"]
    assert len(record["responsibilities"]) == sum(
        1 for line in tables["responsibilities"].splitlines() if line.startswith(record["source"]["sha256"])
    )
