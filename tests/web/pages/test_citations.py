"""Citations: who cites a work, what a document cites, and the chain around it."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from corpus.citator import cites
from corpus.citator.cited import cited_by
from corpus.citator.matching import work_of_identity
from corpus.store import Store
from corpus.web.naming import citations_address, record_address
from tests.web.conftest import Serve
from tests.web.pages.conftest import Seen

REFERENCE = "61-NQ/TU"


@pytest.fixture(scope="module")
def held(archive: Path) -> Store:
    return Store.open(archive)


def seen(client: TestClient, **asked: str) -> Seen:
    answer = client.get("/citations", params=asked)
    assert answer.status_code == 200
    return Seen(answer.text)


def records(page: Seen) -> list[str]:
    return [link for link in page.links() if "#" in link and link.startswith("/documents/")]


def sha256(held: Store, document: int) -> str:
    (row,) = held.rows("SELECT sha256 FROM documents WHERE id = ?", (document,))
    return str(row["sha256"])


def identity(held: Store) -> str:
    (work,) = cites(held, REFERENCE).works
    return work.identity


class TestWhoCites:
    @pytest.mark.parametrize("typed", [REFERENCE, "nq 61", "nghị quyết 61-nq/tu ngày 12/5/2023"])
    def test_by_a_reference_as_it_is_typed(self, client: TestClient, held: Store, typed: str) -> None:
        expected = [
            record_address(sha256(held, one.document_id), one.citation_id) for one in cites(held, typed).mentions
        ]
        assert records(seen(client, ref=typed)) == expected != []

    def test_by_a_known_work(self, client: TestClient, held: Store) -> None:
        assert records(seen(client, work=identity(held))) == records(seen(client, ref=REFERENCE))

    def test_the_words_around_a_mention_are_shown(self, client: TestClient) -> None:
        answer = client.get("/citations", params={"ref": REFERENCE})
        assert "<mark>Nghị quyết số 61-NQ/TU ngày 12/5/2023 của Tỉnh ủy</mark>, Sở Văn hóa" in answer.text

    def test_narrowed_by_relation(self, client: TestClient, held: Store) -> None:
        expected = cites(held, REFERENCE, relations=["dan_chieu"]).mentions
        assert len(records(seen(client, ref=REFERENCE, relation="dan_chieu"))) == len(expected) > 0

    def test_through_others(self, client: TestClient, held: Store) -> None:
        expected = cites(held, REFERENCE, transitive=True).mentions
        assert (
            len(records(seen(client, ref=REFERENCE, through="yes")))
            == len(expected)
            > len(cites(held, REFERENCE).mentions)
        )

    def test_a_reference_that_may_mean_several_works_says_which(self, serve: Serve, own_archive: Path) -> None:
        with Store.create(own_archive) as store, store.transaction() as connection:
            connection.executemany(
                "INSERT INTO works (identity, kind, doc_type, key, number_form, serial, symbol, scope, year, issued_on)"
                " VALUES (?, 'ket_luan', 'ket_luan', '901-KL/TU', '901-kl/tu', 901, 'KL/TU', ?, 2031, '2031-01-01')",
                [("ket_luan|901-kl/tu|tinh a|2031", "tinh a"), ("ket_luan|901-kl/tu|tinh b|2031", "tinh b")],
            )
        page = seen(serve(own_archive), ref="901-KL/TU", lang="en")
        assert "any of 2 documents" in page.text
        assert citations_address(work="ket_luan|901-kl/tu|tinh b|2031") in page.links()

    def test_an_unknown_reference_is_said(self, client: TestClient) -> None:
        assert "knows of no such document" in seen(client, ref="404-QĐ/TW", lang="en").text

    @pytest.mark.parametrize(
        "asked", [{"ref": "--"}, {"ref": "kl 01 ngày 31/2/2021"}, {"work": "x"}, {"document": "ffff"}]
    )
    def test_what_cannot_be_answered_is_said(self, client: TestClient, asked: dict[str, str]) -> None:
        page = seen(client, **asked)
        assert [tag for tag, facts in page.elements if facts.get("role") == "alert"] == ["div"]


class TestWhatADocumentCites:
    def test_all_of_it(self, client: TestClient, held: Store) -> None:
        (row,) = held.rows("SELECT id, sha256 FROM documents WHERE key = '77/KH-SVHTTDL'")
        expected = [record_address(row["sha256"], one.citation_id) for one in cited_by(held, f"#{row['id']}")]
        assert records(seen(client, document=row["sha256"][:16], view="cited")) == expected != []


class TestChain:
    def test_every_box_leads_on(self, client: TestClient) -> None:
        page = seen(client, ref=REFERENCE, view="chain")
        nodes = [facts["href"] for tag, facts in page.elements if tag == "a" and "node" in facts.get("class", "")]
        assert len(nodes) > 5
        assert {client.get(address).status_code for address in nodes} == {200}

    def test_the_list_says_the_same(self, client: TestClient) -> None:
        page = seen(client, ref=REFERENCE, view="chain")
        nodes = [facts["href"] for tag, facts in page.elements if tag == "a" and "node" in facts.get("class", "")]
        assert all(page.links().count(address) >= 2 for address in nodes)

    def test_as_a_file(self, client: TestClient) -> None:
        answer = client.get("/citations/graph.svg", params={"ref": REFERENCE})
        assert answer.headers["content-type"] == "image/svg+xml"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert ET.fromstring(answer.content).tag == "{http://www.w3.org/2000/svg}svg"

    def test_a_file_of_nothing_is_refused(self, client: TestClient) -> None:
        assert client.get("/citations/graph.svg", params={"ref": "404-QĐ/TW"}).status_code == 422

    def test_of_a_document_without_a_number(self, client: TestClient, held: Store) -> None:
        (row, *_) = held.rows("SELECT sha256 FROM documents WHERE work_id IS NULL")
        assert seen(client, document=row["sha256"][:16], view="chain").harm() == []


class TestSuggestions:
    @pytest.mark.parametrize("typed", ["61", "61-NQ", "nq 61", "61-nq/tu"])
    def test_while_typing(self, client: TestClient, typed: str) -> None:
        page = Seen(client.get("/citations/suggestions", params={"ref": typed}).text)
        values = [facts["value"] for tag, facts in page.elements if tag == "option"]
        assert "Nghị quyết 61-NQ/TU ngày 12/05/2023" in values

    def test_a_suggestion_means_what_it_says(self, client: TestClient, held: Store) -> None:
        assert cites(held, "Nghị quyết 61-NQ/TU ngày 12/05/2023").works == [work_of_identity(held, identity(held))]

    @pytest.mark.parametrize("typed", ["", " ", "--", "zzz", "'", "9" * 400])
    def test_nothing_to_suggest(self, client: TestClient, typed: str) -> None:
        assert "<option" not in client.get("/citations/suggestions", params={"ref": typed}).text


def test_without_a_question_the_works_cited_most(client: TestClient) -> None:
    assert [link for link in seen(client).links() if link.startswith("/citations?work=")] != []


@pytest.mark.parametrize("view", ["citing", "chain", "cited"])
def test_nothing_of_documents_does_harm(serve: Serve, hostile_archive: Path, view: str) -> None:
    client = serve(hostile_archive)
    with Store.open(hostile_archive) as store:
        (row,) = store.rows("SELECT sha256 FROM documents")
    for asked in ({"document": row["sha256"][:16]}, {"ref": "76-KL/TW"}):
        assert seen(client, **asked, view=view).harm() == []


@pytest.mark.parametrize("name", ["ref", "work", "document", "relation", "status"])
def test_nothing_of_the_address_does_harm(client: TestClient, name: str) -> None:
    assert seen(client, **{name: '"><script>alert(1)</script>'}).harm() == []


def test_an_empty_archive(serve: Serve, empty_archive: Path) -> None:
    client = serve(empty_archive)
    assert [client.get(f"/citations{query}").status_code for query in ("", "?ref=01-KL/TW")] == [200, 200]
