"""Bodies and targets: sorted by the heads of their columns, in pages, and as files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.questions.duties import BodyOrder, bodies
from corpus.questions.targets import TargetOrder, targets
from corpus.questions.workload import WorkOrder, workload
from corpus.store import Store
from corpus.web.naming import record_address
from tests.web.conftest import Serve
from tests.web.pages.conftest import ATTACK, Seen


@pytest.fixture(scope="module")
def held(archive: Path) -> Store:
    return Store.open(archive)


@pytest.fixture(scope="module")
def busiest(held: Store) -> str:
    """The body with the most duties."""
    return bodies(held, order=BodyOrder.DUTIES, limit=1).items[0].name


def seen(client: TestClient, address: str, **asked: str) -> Seen:
    answer = client.get(address, params=asked or None)
    assert answer.status_code == 200
    return Seen(answer.text)


def records(page: Seen) -> list[str]:
    return [link for link in dict.fromkeys(page.links()) if link.startswith("/documents/") and "#" in link]


def named(page: Seen) -> list[str]:
    return [link for link in page.links() if link.startswith("/bodies/one?")]


def in_pages(client: TestClient, address: str, found: Callable[[Seen], list[str]]) -> list[str]:
    """Everything that a list shows, page by page."""
    rows: list[str] = []
    following: str | None = address
    while following is not None:
        page = seen(client, following)
        rows += found(page)
        following = next((facts["href"] for _, facts in page.elements if facts.get("rel") == "next"), None)
    return rows


def table(client: TestClient, address: str, **asked: str) -> list[dict[str, str]]:
    answer = client.get(address, params=asked)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))


class TestBodies:
    @pytest.mark.parametrize("order", BodyOrder)
    def test_all_of_them_in_order(self, client: TestClient, held: Store, order: BodyOrder) -> None:
        shown = in_pages(client, f"/bodies?sort={order}", named)
        assert len(shown) == len(bodies(held).items)
        rows = table(client, "/bodies.csv", sort=order)
        assert [row["name"] for row in rows] == [body.name for body in bodies(held, order=order).items]

    def test_by_words_without_marks(self, client: TestClient, held: Store) -> None:
        assert len(named(seen(client, "/bodies", q="so tai chinh"))) == len(bodies(held, "Sở Tài chính").items) > 0

    def test_the_head_says_how_the_table_is_sorted(self, client: TestClient) -> None:
        page = seen(client, "/bodies", sort="name")
        assert [facts["aria-sort"] for tag, facts in page.elements if tag == "th" and "aria-sort" in facts] == [
            "ascending",
            "none",
            "none",
        ]

    def test_none(self, client: TestClient) -> None:
        assert named(seen(client, "/bodies", q="khong co co quan nay")) == []


class TestOneBody:
    @pytest.mark.parametrize("order", WorkOrder)
    def test_all_that_it_must_do(self, client: TestClient, held: Store, busiest: str, order: WorkOrder) -> None:
        rows = table(client, "/bodies/one.csv", name=busiest, sort=order)
        expected = workload(held, busiest, order=order).items
        assert [(row["document"], row["id"]) for row in rows] == [
            (work.sha256, work.responsibility_id) for work in expected
        ]

    def test_each_leads_to_its_place_in_the_document(self, client: TestClient, held: Store, busiest: str) -> None:
        links = seen(client, "/bodies/one", name=busiest).links()
        for work in workload(held, busiest, order=WorkOrder.NEWEST, limit=30).items:
            assert record_address(work.sha256, work.responsibility_id) in links

    def test_by_when(self, client: TestClient, held: Store) -> None:
        (row,) = held.rows("SELECT min(r.body) AS body FROM deadline_bodies b JOIN responsibilities r"
                           " ON r.document_id = b.document_id AND r.id = b.responsibility_id")  # fmt: skip
        page = seen(client, "/bodies/one", name=row["body"], sort="due")
        days = [facts["datetime"] for tag, facts in page.elements if tag == "time"]
        expected = [one.last_day for work in workload(held, row["body"]).items[:30] for one in work.deadlines[:3]]
        assert days == [day for day in expected if day is not None]

    def test_of_a_part_in_the_work(self, client: TestClient, held: Store, busiest: str) -> None:
        shown = table(client, "/bodies/one.csv", name=busiest, role="coordinate")
        assert len(shown) == len(workload(held, busiest, role="coordinate").items)

    def test_an_unknown_body_is_not_found(self, client: TestClient) -> None:
        assert client.get("/bodies/one", params={"name": "Sở Không có"}).status_code == 404


class TestTargets:
    @pytest.mark.parametrize("order", TargetOrder)
    def test_all_of_them_in_order(self, client: TestClient, held: Store, order: TargetOrder) -> None:
        shown = in_pages(client, f"/targets?sort={order}", records)
        expected = targets(held, order=order).items
        assert shown == [record_address(goal.sha256, goal.target_id) for goal in expected]

    @pytest.mark.parametrize(
        "asked", [{"q": "doanh nghiep"}, {"unit": "%"}, {"document": "#1"}, {"q": "co so", "unit": "%"}]
    )
    def test_narrowed(self, client: TestClient, held: Store, asked: dict[str, str]) -> None:
        rows = table(client, "/targets.csv", **asked)
        expected = targets(
            held, asked.get("q", ""), unit=asked.get("unit"), document=asked.get("document"), order=TargetOrder.NEWEST
        )
        assert [row["id"] for row in rows] == [goal.target_id for goal in expected.items] != []

    def test_amounts_are_said_in_the_language(self, client: TestClient) -> None:
        assert "at least 95%" in seen(client, "/targets", unit="%", lang="en").text

    def test_units_are_offered_with_their_counts(self, client: TestClient, held: Store) -> None:
        (row,) = held.rows("SELECT count(*) AS targets FROM targets WHERE unit = '%'")
        assert f"% ({row['targets']})" in seen(client, "/targets").text

    def test_an_unknown_document_is_said(self, client: TestClient) -> None:
        page = seen(client, "/targets", document="404/KH")
        assert [tag for tag, facts in page.elements if facts.get("role") == "alert"] == ["div"]


@pytest.mark.parametrize("address", ["/bodies", "/bodies/one?name=x", "/targets"])
def test_a_cursor_of_something_else_is_said(client: TestClient, address: str) -> None:
    answer = client.get(address, params={"name": "x", "after": "WyJ4Il0"})
    page = Seen(answer.text)
    assert answer.status_code in (200, 404)
    assert page.harm() == []


class TestHostileDocuments:
    @pytest.mark.parametrize("address", ["/bodies", "/targets"])
    def test_nothing_does_harm(self, serve: Serve, hostile_archive: Path, address: str) -> None:
        assert seen(serve(hostile_archive), address).harm() == []

    def test_a_body_whose_name_is_an_attack(self, serve: Serve, own_archive: Path) -> None:
        name = f"Sở {ATTACK}\"'><script>alert(1)</script>"
        with Store.create(own_archive) as store, store.transaction() as connection:
            connection.execute("INSERT INTO bodies (name, folded) VALUES (?, 'so x')", (name,))
            connection.execute("UPDATE responsibilities SET body = ?", (name,))
            connection.execute("UPDATE tasks SET text = ?", (name,))
            connection.execute("UPDATE targets SET unit = ?, subject = ?, text = ?", (name, name, name))
            connection.execute("UPDATE deadlines SET task = ?, text = ?", (name, name))
            connection.execute("UPDATE documents SET title = ?, issuer = ?, key = ?", (name, name, name))
            connection.execute("UPDATE works SET title = ?, issuer = ?, key = ?, name = ?", (name, name, name, name))
        client = serve(own_archive)
        for address in (
            "/?today=2024-06-01", "/bodies", "/targets", "/deadlines?month=2024-06", "/deadlines?view=list",
            "/deadlines?view=timeline&from=2024-01-01&to=2024-12-31", "/citations", "/citations/suggestions?ref=61",
        ):  # fmt: skip
            assert seen(client, address).harm() == []
        assert seen(client, "/bodies/one", name=name).harm() == []

    @pytest.mark.parametrize("formula", ["=1+1", "@SUM(A1)", "+1", "-1"])
    def test_no_cell_of_a_file_is_a_formula(self, serve: Serve, own_archive: Path, formula: str) -> None:
        with Store.create(own_archive) as store, store.transaction() as connection:
            connection.execute("UPDATE targets SET subject = ?", (formula,))
        assert {row["subject"] for row in table(serve(own_archive), "/targets.csv")} == {f"'{formula}"}


def test_an_empty_archive(serve: Serve, empty_archive: Path) -> None:
    client = serve(empty_archive)
    assert [client.get(address).status_code for address in ("/bodies", "/targets", "/bodies.csv", "/targets.csv")] == [
        200
    ] * 4
