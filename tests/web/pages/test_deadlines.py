"""Deadlines: month, line of time and list show what the archive answers, and can be taken along."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest
from starlette.testclient import TestClient

from corpus.questions.agenda import agenda
from corpus.questions.deadlines import Asked, deadlines
from corpus.store import Store
from corpus.web.naming import record_address
from tests.web.conftest import Serve
from tests.web.pages.conftest import Seen, seen

JUNE = (dt.date(2024, 6, 1), dt.date(2024, 6, 30))
YEAR = "from=2024-01-01&to=2024-12-31"


@pytest.fixture(scope="module")
def held(archive: Path) -> Store:
    return Store.open(archive)


def rows(page: Seen) -> list[str]:
    """Where the deadlines that are listed lead."""
    return [link for link in dict.fromkeys(page.links()) if link.startswith("/documents/") and "#" in link]


class TestMonth:
    def test_every_day_leads_to_its_deadlines(self, client: TestClient, held: Store) -> None:
        links = seen(client, "/deadlines?month=2024-06").links()
        days = {parse_qs(urlsplit(link).query)["from"][0] for link in links if "&from=2024-06" in link}
        assert days == set(agenda(held, Asked(*JUNE)))

    def test_counts_are_those_of_the_list(self, client: TestClient, held: Store) -> None:
        page = seen(client, "/deadlines?month=2024-06&lang=en")
        labels = [facts.get("aria-label", "") for tag, facts in page.elements if tag == "a"]
        counted = {label[:10]: int(label.split()[1]) for label in labels if label.endswith(" deadlines")}
        assert counted == {day: one.total for day, one in agenda(held, Asked(*JUNE)).items()}

    def test_what_recurs_can_be_left_out(self, client: TestClient, held: Store) -> None:
        shown = rows(seen(client, "/deadlines?month=2024-06&recurring=no"))
        listed = deadlines(held, Asked(*JUNE, recurring=False)).items
        assert shown == [record_address(due.sha256, due.deadline_id) for due in listed]

    def test_the_table_has_a_head_for_every_weekday(self, client: TestClient) -> None:
        page = seen(client, "/deadlines?month=2024-06")
        assert [facts.get("scope") for tag, facts in page.elements if tag == "th"] == ["col"] * 7

    def test_today_is_marked(self, client: TestClient) -> None:
        page = seen(client, "/deadlines?today=2024-06-12")
        assert [tag for tag, facts in page.elements if facts.get("aria-current") == "date"] == ["td"]

    @pytest.mark.parametrize("month", ["1900-01", "2999-12", "2024-13", "x", "0001-01", "9999-12"])
    def test_any_month_is_answered(self, client: TestClient, month: str) -> None:
        assert client.get("/deadlines", params={"month": month}).status_code == 200


class TestList:
    def test_of_a_range(self, client: TestClient, held: Store) -> None:
        asked = Asked(dt.date(2024, 1, 1), dt.date(2024, 12, 31), recurring=False)
        shown = rows(seen(client, f"/deadlines?view=list&{YEAR}"))
        assert shown == [record_address(due.sha256, due.deadline_id) for due in deadlines(held, asked).items[:50]]

    def test_with_what_recurs(self, client: TestClient) -> None:
        page = seen(client, "/deadlines?view=list&from=2024-06-25&to=2024-06-25&recurring=yes&lang=en")
        assert "every month, day 25" in page.text or "monthly, day 25" in page.text

    def test_of_a_body(self, client: TestClient, held: Store) -> None:
        shown = rows(seen(client, f"/deadlines?view=list&{YEAR}&body=lien+doan"))
        asked = Asked(dt.date(2024, 1, 1), dt.date(2024, 12, 31), body="liên đoàn", recurring=False)
        assert shown == [record_address(due.sha256, due.deadline_id) for due in deadlines(held, asked).items]

    def test_overdue(self, client: TestClient, held: Store) -> None:
        shown = rows(seen(client, "/deadlines?view=list&which=overdue&today=2024-01-01"))
        asked = Asked(overdue_on=dt.date(2024, 1, 1))
        assert shown == [record_address(due.sha256, due.deadline_id) for due in deadlines(held, asked, limit=50).items]

    def test_undated(self, client: TestClient, held: Store) -> None:
        shown = rows(seen(client, "/deadlines?which=undated"))
        assert shown == [
            record_address(due.sha256, due.deadline_id) for due in deadlines(held, Asked(undated=True), limit=50).items
        ]

    def test_an_unknown_document_is_said(self, client: TestClient) -> None:
        page = seen(client, "/deadlines?view=list&document=404/KH-XYZ&lang=en")
        assert "404/KH-XYZ" in page.text
        assert [facts for _, facts in page.elements if facts.get("role") == "alert"] != []

    def test_pages_follow_each_other(self, client: TestClient, held: Store) -> None:
        address: str | None = "/deadlines?view=list&from=2020-01-01&to=2029-12-31"
        found: list[str] = []
        while address is not None:
            page = seen(client, address)
            found += rows(page)
            address = next((facts["href"] for tag, facts in page.elements if facts.get("rel") == "next"), None)
        asked = Asked(dt.date(2020, 1, 1), dt.date(2029, 12, 31), recurring=False)
        assert len(found) > 50
        assert found == [record_address(due.sha256, due.deadline_id) for due in deadlines(held, asked).items]


class TestTimeline:
    def test_every_dated_row_has_its_place_on_the_line(self, client: TestClient) -> None:
        page = seen(client, f"/deadlines?view=timeline&{YEAR}")
        tracks = [facts for tag, facts in page.elements if tag == "svg" and facts.get("class") == "track"]
        assert len(tracks) == len(rows(page)) > 0

    def test_pictures_are_not_read_aloud(self, client: TestClient) -> None:
        page = seen(client, f"/deadlines?view=timeline&{YEAR}")
        assert {facts.get("aria-hidden") for tag, facts in page.elements if tag == "svg"} == {"true"}


class TestTakenAlong:
    def test_as_a_table(self, client: TestClient, held: Store) -> None:
        answer = client.get(f"/deadlines.csv?view=list&{YEAR}")
        read = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
        asked = Asked(dt.date(2024, 1, 1), dt.date(2024, 12, 31), recurring=False)
        assert [row["due_on"] for row in read] == [due.due_on for due in deadlines(held, asked).items]
        assert answer.headers["content-disposition"].startswith("attachment")

    @pytest.mark.parametrize("kind", ["json", "ics"])
    def test_in_other_formats(self, client: TestClient, kind: str) -> None:
        page = seen(client, f"/deadlines?view=list&{YEAR}&body=lien+doan&recurring=no")
        (address,) = [link for link in page.links() if f"/api/v1/deadlines{'.ics' if kind == 'ics' else '?'}" in link
                      and link.startswith("/")]  # fmt: skip
        assert client.get(address).status_code == 200

    def test_subscribed_to_with_the_filters(self, client: TestClient) -> None:
        page = seen(client, f"/deadlines?view=list&{YEAR}&body=lien+doan")
        (field,) = [facts["value"] for tag, facts in page.elements if facts.get("id") == "calendar"]
        assert parse_qs(urlsplit(field).query) == {"body": ["lien doan"]}
        answer = client.get(field + "&from=2023-01-01&to=2024-12-31")
        assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) > 0


@pytest.mark.parametrize(
    "query", ["month=2031-06", "view=list&from=2031-01-01&to=2031-12-31", "view=timeline&from=2031-01-01&to=2031-12-31"]
)
def test_nothing_of_documents_does_harm(serve: Serve, hostile_archive: Path, query: str) -> None:
    page = seen(serve(hostile_archive), f"/deadlines?{query}")
    assert page.harm() == []
    assert rows(page) != []


@pytest.mark.parametrize("view", ["month", "timeline", "list"])
def test_nothing_of_the_address_does_harm(client: TestClient, view: str) -> None:
    attack = '"><script>alert(1)</script>'
    answer = client.get("/deadlines", params={"view": view, "body": attack, "document": attack, "from": attack})
    assert "<script>alert" not in answer.text


def test_an_empty_archive(serve: Serve, empty_archive: Path) -> None:
    client = serve(empty_archive)
    assert [client.get(f"/deadlines?view={view}").status_code for view in ("month", "timeline", "list")] == [200] * 3
