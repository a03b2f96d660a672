"""What people see of an archive in Datasette."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corpus.citator import cites
from corpus.store import Store
from corpus.store.searching import search
from tests.corpus.store.datasette.conftest import Page, Rows

QUESTIONS = [
    "search", "who_cites", "what_it_cites", "who_carries_it_out", "due", "duties_of_a_body", "targets_about",
    "missing_works", "unresolved",
]  # fmt: skip
VIEWS = ["catalogue", "calendar", "duties", "goals", "citing", "carrying", "cited_works", "conflicting_dates"]


def links(text: str) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]+)">([^<]*)</a>', text)


def test_first_page_says_what_it_is(page: Page) -> None:
    assert "<h1>Trích Lục</h1>" in page("")


def test_questions_and_tables_are_offered_and_bookkeeping_is_not(page: Page) -> None:
    listed = json.loads(page("archive.json"))
    assert [query["name"] for query in listed["queries"]] == QUESTIONS
    shown = {table["name"] for table in listed["tables"] if not table["hidden"]}
    assert {"documents", "citations", "deadlines"} <= shown
    assert {"runs", "lookups", "waiting", "work_facts", "search"} & shown == set()


@pytest.mark.parametrize("name", [*QUESTIONS, *VIEWS, "documents", "citations", "works"])
def test_page_has_a_title_in_the_language(page: Page, name: str) -> None:
    title = re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", page(f"archive/{name}"), re.DOTALL)
    assert title is not None
    assert name not in title[1]


@pytest.mark.parametrize(
    ("table", "facets"),
    [
        pytest.param("catalogue", {"doc_type", "issuer", "place"}, id="documents"),
        pytest.param("citing", {"relation", "status", "issuer"}, id="citations"),
        pytest.param("calendar", {"bound", "granularity", "issuer"}, id="deadlines"),
        pytest.param("duties", {"role", "body", "issuer"}, id="duties"),
        pytest.param("goals", {"comparator", "unit", "issuer"}, id="targets"),
    ],
)
def test_tables_are_narrowed_by_facets(page: Page, table: str, facets: set[str]) -> None:
    assert set(json.loads(page(f"archive/{table}.json", _size="1"))["facet_results"]) == facets


def test_columns_are_explained(page: Page) -> None:
    assert "<dd>Trích yếu.</dd>" in page("archive/catalogue")


def test_search_box_finds_words_typed_without_marks(rows: Rows) -> None:
    found = {row["number"] for row in rows("catalogue", _search="du lich cong dong")}
    assert "61-NQ/TU" in found


@pytest.mark.parametrize("typed", ["du lich cong dong", '"lưu trữ"', "hội ngh*", "61-NQ/TU", "type:xyz", '"', ""])
def test_search_finds_what_the_command_finds(rows: Rows, archive: Path, typed: str) -> None:
    with Store.open(archive) as store:
        hits = search(store, typed, limit=50).hits if typed and not typed.startswith("type") else ()
    assert {row["document_id"] for row in rows("search", words=typed)} == {hit.document_id for hit in hits}


def test_search_shows_where_the_words_stand(rows: Rows) -> None:
    assert all("cộng đồng" in row["text"].lower() for row in rows("search", words="cong dong")[:3])


@pytest.mark.parametrize("typed", ["61-NQ/TU", "61-nq/tu", "61 - NQ / TU"])
def test_who_cites_a_work(rows: Rows, archive: Path, typed: str) -> None:
    with Store.open(archive) as store:
        mentions = sorted((one.document_id, one.text) for one in cites(store, "61-NQ/TU").mentions)
    assert sorted((row["document_id"], row["text"]) for row in rows("who_cites", number=typed)) == mentions


def row_address(table: str, row: object) -> str:
    return f"/archive/{table}/{row}"


def test_citation_leads_to_its_document(page: Page, rows: Rows) -> None:
    held = rows("documents", key="61-NQ/TU")[0]["id"]
    assert (f"/archive/documents/{held}", f"#{held}") in links(page("archive/what_it_cites", number="142/CTr-UBND"))


@pytest.mark.parametrize("table", ["citing", "citations"])
def test_tables_of_citations_lead_to_their_documents(page: Page, rows: Rows, table: str) -> None:
    held = rows("documents", key="61-NQ/TU")[0]
    found = links(page(f"archive/{table}", work_id=str(held["work_id"])))
    assert (row_address("works", held["work_id"]), "61-NQ/TU") in found
    assert (f"/archive/documents/{held['id']}", f"#{held['id']}") in found


def test_work_that_is_not_held_has_a_page_of_its_own_only(page: Page, rows: Rows) -> None:
    missing = rows("missing_works")[0]["work_id"]
    found = page("archive/missing_works")
    assert f'<a href="{row_address("works", missing)}">' in found
    assert "/archive/documents/" not in found


def test_document_leads_to_what_it_says(page: Page) -> None:
    assert ("/archive/deadlines?document_id=1", "") in [(where, "") for where, _ in links(page("archive/documents/1"))]


def test_what_is_due_between_two_dates(rows: Rows) -> None:
    found = rows("due", from_day="2023-08-01", to_day="2023-10-31")
    days = [row["due_on"] for row in found]
    assert days
    assert days == sorted(days)
    assert "2023-08-01" <= days[0] <= days[-1] <= "2023-10-31"


def test_what_is_due_of_a_body(rows: Rows) -> None:
    found = rows("due", from_day="2023-08-01", to_day="2023-10-31", body="uy ban nhan dan huyen")
    assert found
    assert all("Ủy ban nhân dân huyện" in row["bodies"] for row in found)


def test_lists_are_read_without_brackets(page: Page) -> None:
    assert "Ủy ban nhân dân huyện; Ủy ban nhân dân thị xã" in page(
        "archive/due", from_day="2023-08-01", to_day="2023-10-31", body="uy ban nhan dan huyen"
    )


def test_what_a_body_must_do(rows: Rows) -> None:
    found = rows("duties_of_a_body", body="van phong")
    assert found
    assert all("văn phòng" in row["body"].lower() for row in found)


def test_targets_about_something(rows: Rows) -> None:
    found = rows("targets_about", words="cong doan co so")
    assert found
    assert all("công đoàn cơ sở" in f"{row['subject']} {row['text']}".lower() for row in found)


def test_who_carries_out_a_work(rows: Rows) -> None:
    assert "142/CTr-UBND" in {row["number"] for row in rows("who_carries_it_out", number="61-NQ/TU")}


def test_missing_works_are_not_held(rows: Rows) -> None:
    held = {row["work_id"] for row in rows("documents", _size="max")}
    assert held.isdisjoint(row["work_id"] for row in rows("missing_works"))


def test_unresolved_citations_are_listed(rows: Rows) -> None:
    assert {row["status"] for row in rows("unresolved")} <= {"ambiguous", "unresolved", "unparseable"}


def test_csv_is_offered(page: Page) -> None:
    assert page("archive/who_cites.csv", number="61-NQ/TU").startswith("document_id,number,title")
