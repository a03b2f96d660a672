"""Home: what the archive holds is shown as it is, and does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.questions.figures import figures, most_cited
from corpus.store import Store
from corpus.web.naming import record_address
from tests.web.conftest import Serve
from tests.web.pages.conftest import seen


@pytest.fixture(scope="module")
def held(archive: Path) -> Store:
    return Store.open(archive)


def test_every_year_leads_to_its_documents(client: TestClient, held: Store) -> None:
    links = seen(client, "/").links()
    years = [count.value for count in figures(held).years if count.value]
    assert {f"/library?year={year}" for year in years} <= set(links)


def test_columns_of_years_add_up_to_the_documents(client: TestClient, held: Store) -> None:
    labels = [facts.get("aria-label", "") for tag, facts in seen(client, "/?lang=en").elements if tag == "a"]
    columns = [int(label.split()[1]) for label in labels if label.endswith(" documents")]
    undated = sum(count.documents for count in figures(held).years if count.value is None)
    assert sum(columns) + undated == figures(held).documents


def test_the_works_cited_most_lead_to_who_cites_them(client: TestClient, held: Store) -> None:
    links = [link for link in seen(client, "/").links() if link.startswith("/citations?work=")]
    assert len(links) == len(most_cited(held, limit=8))


def test_what_is_due_leads_to_its_place_in_the_document(client: TestClient, held: Store) -> None:
    page = seen(client, "/?today=2024-06-01")
    row = held.row("SELECT d.sha256, t.id FROM deadlines t JOIN documents d ON d.id = t.document_id"
                   " WHERE t.last_day = '2024-06-10'")  # fmt: skip
    assert row is not None
    assert record_address(row["sha256"], row["id"]) in page.links()


@pytest.mark.parametrize("today", ["", "x", "2031-02-30", "99999-01-01"])
def test_what_is_no_day_is_today(client: TestClient, today: str) -> None:
    assert client.get("/", params={"today": today}).status_code == 200


def test_an_empty_archive_says_how_to_fill_it(serve: Serve, empty_archive: Path) -> None:
    page = seen(serve(empty_archive), "/?lang=en")
    assert "The archive holds no document yet" in page.text
    assert page.links().count("/add") == 2


def test_nothing_of_documents_does_harm(serve: Serve, hostile_archive: Path) -> None:
    page = seen(serve(hostile_archive), "/?today=2031-06-01")
    assert page.harm() == []
    assert "onerror" in page.text
