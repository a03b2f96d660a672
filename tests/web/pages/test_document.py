"""Document: the text with its records in place, each record by itself, and that nothing in it can do harm."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.index import Options, index
from corpus.store import Store
from corpus.store.reading import find_document, load_document
from corpus.web.highlighting import shown
from tests.web.conftest import Serve
from tests.web.pages.conftest import ATTACK, Seen, seen

HTMX = {"HX-Request": "true"}
STRETCH = re.compile(r'<div class="stretch" data-start="(\d+)">(.*?)</div>', re.S)


def address_of(archive: Path, words: str) -> str:
    with Store.open(archive) as store:
        row = store.row("SELECT sha256 FROM documents WHERE id = ?", (find_document(store, words),))
    assert row is not None
    return f"/documents/{row[0][:16]}"


@pytest.fixture(scope="session")
def address(archive: Path) -> str:
    """The page of a plan with records of every layer."""
    return address_of(archive, "41/KH-LĐLĐ")


class TestText:
    def test_is_the_text_of_the_document_letter_for_letter(
        self, client: TestClient, archive: Path, address: str
    ) -> None:
        with Store.open(archive) as store:
            document = load_document(store, find_document(store, address.removeprefix("/documents/")))
        parts = STRETCH.findall(client.get(address).text)
        assert "".join(Seen(html).text for _, html in parts) == shown(document.loaded.text)

    def test_every_record_stands_in_it(self, client: TestClient, archive: Path, address: str) -> None:
        with Store.open(archive) as store:
            record = load_document(store, find_document(store, address.removeprefix("/documents/"))).directive
        wanted = {
            one.id
            for layer in ("citations", "deadlines", "targets", "responsibilities")
            for one in getattr(record, layer)
        }
        assert wanted <= set(seen(client, address).ids())

    def test_no_id_stands_twice(self, client: TestClient, address: str) -> None:
        ids = seen(client, f"{address}?record=d1").ids()
        assert len(ids) == len(set(ids))

    def test_links_within_the_page_lead_somewhere(self, client: TestClient, address: str) -> None:
        page = seen(client, f"{address}?record=d1")
        leading = {link.partition("#")[2] for link in page.links() if link.startswith(("#", "?"))}
        assert leading - {""} - set(page.ids()) == set()


class TestRecord:
    def test_is_shown_with_its_values_and_its_place(self, client: TestClient, address: str) -> None:
        answer = client.get(f"{address}?record=d1&lang=en")
        page = Seen(answer.text)
        assert '<div class="record-card due">' in answer.text
        assert "Confidence" in page.text
        assert "#d1" in page.links()

    def test_htmx_gets_it_alone(self, client: TestClient, address: str) -> None:
        answer = client.get(f"{address}?record=d1", headers=HTMX)
        assert answer.text.lstrip().startswith('<div class="record-card due">')

    def test_lists_lead_to_every_record(self, client: TestClient, address: str) -> None:
        page = seen(client, address)
        marked = {
            facts["id"]
            for _, facts in page.elements
            if re.match(r"m (cit|due|tgt|rsp)\b", facts.get("class", "")) and "id" in facts
        }
        assert marked
        assert {f"?record={one}#{one}" for one in marked} <= set(page.links())

    def test_one_that_is_not_there_is_said_so(self, client: TestClient, address: str) -> None:
        assert "no such record" in client.get(f"{address}?record=d999&lang=en").text

    def test_citation_leads_to_the_document_that_it_means(self, client: TestClient, archive: Path) -> None:
        with Store.open(archive) as store:
            row = store.row(
                "SELECT d.sha256, c.id, h.sha256 FROM citations AS c JOIN documents AS d ON d.id = c.document_id"
                " JOIN documents AS h ON h.work_id = c.work_id WHERE c.status = 'resolved' ORDER BY 1, 2 LIMIT 1"
            )
        assert row is not None
        citing, citation, cited = row
        for query in ("", f"?record={citation}"):
            assert f"/documents/{cited[:16]}" in seen(client, f"/documents/{citing[:16]}{query}").links()


def test_way_of_looking_is_kept(client: TestClient, address: str) -> None:
    links = seen(client, f"{address}?view=text&record=d1").links()
    assert {link for link in links if link.startswith("?") and not link.startswith("?view=text&")} == set()


class TestAddress:
    @pytest.mark.parametrize(
        "words",
        [
            pytest.param("133/KH-UBND", id="number"),
            pytest.param("133%2Fkh-ubnd", id="number written otherwise"),
            pytest.param("5-ke-hoach-ubnd-huyen.txt", id="nothing of the kind"),
        ],
    )
    def test_other_names_lead_on(self, client: TestClient, archive: Path, words: str) -> None:
        answer = client.get(f"/documents/{words}")
        if "ubnd-huyen" in words:
            assert answer.status_code == 404
        else:
            assert (answer.status_code, answer.headers["location"]) == (307, address_of(archive, "133/KH-UBND"))

    def test_whole_hash_leads_to_the_short_one(self, client: TestClient, archive: Path, address: str) -> None:
        with Store.open(archive) as store:
            row = store.row(
                "SELECT sha256 FROM documents WHERE sha256 GLOB ?", (f"{address.removeprefix('/documents/')}*",)
            )
        assert row is not None
        answer = client.get(f"/documents/{row[0]}?record=d1")
        assert (answer.status_code, answer.headers["location"]) == (307, f"{address}?record=d1")

    @pytest.mark.parametrize("words", ["0" * 16, "%2e%2e%2fetc", "a/b/c", "*"])
    def test_what_is_not_there_is_not_found(self, client: TestClient, words: str) -> None:
        assert client.get(f"/documents/{words}").status_code == 404


class TestHarm:
    @pytest.mark.parametrize(
        "query", ["", "?record=header", "?record=c1", "?record=d1", "?record=t1", "?record=new&layer=targets"]
    )
    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_documents_cannot_do_any(self, serve: Serve, hostile_archive: Path, query: str, language: str) -> None:
        client = serve(hostile_archive)
        page = seen(client, f"{address_of(hostile_archive, '49-KH/TU')}{query}{'&' if query else '?'}lang={language}")
        assert page.harm() == []
        assert ATTACK in page.text

    def test_addresses_cannot_do_any(self, client: TestClient, address: str) -> None:
        query = dict.fromkeys(("record", "layer", "view"), f'"><script>alert(1)</script>{ATTACK}')
        query["list"] = "<script>"
        assert Seen(client.get(address, params=query).text).harm() == []


class TestLong:
    def test_text_is_cut_into_parts_and_lists_into_pages(self, serve: Serve, tmp_path: Path) -> None:
        lines = "".join(f"{n}. Hoàn thành việc thứ {n} trước ngày 30/6/2031.\n" for n in range(1, 400))
        (tmp_path / "long.txt").write_text(f"KẾ HOẠCH\nVề việc dài\n\nI. NHIỆM VỤ\n{lines}", "utf-8")
        index([tmp_path / "long.txt"], tmp_path / "long.db", Options(processes=0))
        client = serve(tmp_path / "long.db")
        address = address_of(tmp_path / "long.db", str(tmp_path / "long.txt"))
        answer = client.get(address)
        parts = STRETCH.findall(answer.text)
        text = "".join(Seen(html).text for _, html in parts)
        assert len(parts) > 3
        assert [int(start) for start, _ in parts[1:3]] == [
            len(Seen(parts[0][1]).text),
            len(Seen(parts[0][1] + parts[1][1]).text),
        ]
        assert len(answer.content) - len(text.encode()) < 200_000
        assert "?list=deadlines&after=30#panel" in Seen(answer.text).links()
        assert 'href="?record=d31#d31"' in client.get(f"{address}?list=deadlines&after=30").text


def test_diagnostics_are_listed_and_marked(serve: Serve, own_archive: Path, archive: Path) -> None:
    with sqlite3.connect(own_archive) as connection:
        (sha256,) = connection.execute(
            "SELECT d.sha256 FROM documents AS d JOIN diagnostics AS n ON n.document_id = d.id"
            " WHERE n.span_start IS NOT NULL LIMIT 1"
        ).fetchone()
    page = seen(serve(own_archive), f"/documents/{sha256[:16]}")
    assert any(one.startswith("#diagnostic-") for one in page.links())
    assert any(one.startswith("diagnostic-") for one in page.ids())
