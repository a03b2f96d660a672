"""Library: what is found, how it is narrowed and turned, and that nothing in it can do harm."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Serve
from tests.web.pages.conftest import ATTACK, Seen, seen

HTMX = {"HX-Request": "true"}


def documents(page: Seen) -> list[str]:
    return [link.partition("?")[0] for link in page.links() if link.startswith("/documents/")]


class TestSearch:
    def test_nothing_asked_shows_the_last_issued(self, client: TestClient) -> None:
        page = seen(client, "/library")
        dates = [facts["datetime"] for tag, facts in page.elements if tag == "time"]
        assert len(documents(page)) == 20
        assert dates == sorted(dates, reverse=True)

    def test_words_found_are_marked(self, client: TestClient) -> None:
        answer = client.get("/library", params={"q": "du lịch cộng đồng"})
        assert "<mark>du lịch cộng đồng</mark>" in answer.text

    def test_number_of_results_is_announced(self, client: TestClient) -> None:
        answer = client.get("/library", params={"q": '"tờ trình" type:to_trinh', "lang": "en"})
        assert re.search(r'<p id="count" class="count-line" role="status">\s*1 documents found', answer.text)

    def test_a_hit_leads_to_its_first_place_in_the_document(self, client: TestClient) -> None:
        links = seen(client, "/library?q=du+lich").links()
        (address, *_) = [link for link in links if link.startswith("/documents/")]
        assert address.endswith("?find=du+lich#found-1")
        assert "found-1" in seen(client, address.partition("#")[0]).ids()

    def test_a_document_is_linked_by_its_content(self, client: TestClient) -> None:
        (address, *_) = documents(seen(client, "/library?q=133/KH-UBND"))
        assert len(address.removeprefix("/documents/")) == 16

    @pytest.mark.parametrize("sort", ["relevance", "issued", "stored", "nonsense"])
    def test_any_order_finds_the_same(self, client: TestClient, sort: str) -> None:
        found = documents(seen(client, f"/library?q=du+lich&sort={sort}"))
        assert sorted(found) == sorted(documents(seen(client, "/library?q=du+lich")))

    @pytest.mark.parametrize(
        "query",
        [
            pytest.param("year=x&after=-3&sort=", id="what is no number"),
            pytest.param("after=99999999999999999999", id="beyond any page"),
            pytest.param("type=no_type&issuer=%00", id="values of nothing"),
        ],
    )
    def test_any_address_is_answered(self, client: TestClient, query: str) -> None:
        assert client.get(f"/library?{query}").status_code == 200

    def test_question_that_cannot_be_read_is_said_so(self, client: TestClient) -> None:
        assert 'class="notice bad"' in client.get("/library", params={"q": "type:xyz"}).text


class TestFacets:
    def test_values_lead_to_the_question_narrowed(self, client: TestClient) -> None:
        page = seen(client, "/library?q=k%E1%BA%BF+ho%E1%BA%A1ch&sort=issued")
        (address,) = [link for link in page.links() if link.endswith("type=to_trinh&sort=issued")]
        assert len(documents(seen(client, address))) == 1

    def test_value_in_force_can_be_taken_back(self, client: TestClient) -> None:
        assert "/library?q=x" in seen(client, "/library?q=x&type=ke_hoach").links()

    def test_value_in_force_stays_while_one_types(self, client: TestClient) -> None:
        page = seen(client, "/library?type=ke_hoach")
        assert page.named("type") == [{"type": "hidden", "name": "type", "value": "ke_hoach", "form": "asking"}]


class TestPages:
    def test_pages_follow_and_do_not_overlap(self, client: TestClient) -> None:
        first = seen(client, "/library")
        (following,) = [facts["href"] for _, facts in first.elements if facts.get("rel") == "next"]
        second = documents(seen(client, following))
        assert second
        assert not set(second) & set(documents(first))

    def test_htmx_gets_the_results_alone(self, client: TestClient) -> None:
        answer = client.get("/library", params={"q": "du lịch", "type": "", "sort": ""}, headers=HTMX)
        assert "<html" not in answer.text
        assert answer.headers["HX-Push-Url"] == "/library?q=du+l%E1%BB%8Bch"


class TestEmpty:
    def test_empty_archive_says_how_to_fill_it(self, serve: Serve, empty_archive: Path) -> None:
        page = seen(serve(empty_archive), "/library")
        assert "trichluc index" in page.text

    def test_read_only_archive_offers_no_adding(self, serve: Serve, empty_archive: Path) -> None:
        serve(empty_archive).get("/library")  # makes it
        assert "/add" not in seen(serve(empty_archive, read_only=True), "/library").links()

    @pytest.mark.parametrize("page", ["failures", "duplicates"])
    def test_lists_of_nothing(self, client: TestClient, page: str) -> None:
        assert 'class="empty"' in client.get(f"/library/{page}").text


class TestHarm:
    @pytest.mark.parametrize(
        "address",
        ["/library", "/library?q=ph%C3%B2ng+ch%C3%A1y", "/library?q=alert", "/library/failures", "/library/duplicates"],
    )
    def test_documents_cannot_do_any(self, serve: Serve, hostile_archive: Path, address: str) -> None:
        assert seen(serve(hostile_archive), address).harm() == []

    @pytest.mark.parametrize("name", ["q", "type", "issuer", "year", "place", "sort"])
    def test_addresses_cannot_do_any(self, client: TestClient, name: str) -> None:
        answer = client.get("/library", params={name: f'"><script>alert(1)</script>{ATTACK}'})
        assert Seen(answer.text).harm() == []

    def test_attack_is_shown_as_text(self, serve: Serve, hostile_archive: Path) -> None:
        assert ATTACK in seen(serve(hostile_archive), "/library?q=ph%C3%B2ng+ch%C3%A1y").text

    def test_failure_names_the_file_without_its_folder(self, serve: Serve, hostile_archive: Path) -> None:
        page = seen(serve(hostile_archive), "/library/failures")
        assert ATTACK in page.text
        assert str(hostile_archive.parent) not in page.text


def test_pairs_are_listed_with_both_documents(serve: Serve, own_archive: Path) -> None:
    with sqlite3.connect(own_archive) as connection:
        connection.execute("INSERT INTO duplicates SELECT min(id), max(id), 'number', 0.75 FROM documents")
    page = seen(serve(own_archive), "/library/duplicates")
    assert len(documents(page)) == 2
    assert "75 %" in page.text
