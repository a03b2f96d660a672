"""What a reviewer does on the page of a document, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from corpus.store import Store
from corpus.store.reading import find_document, load_document
from schemas import Directive
from tests.web.conftest import Serve
from tests.web.pages.conftest import ATTACK, Seen

NUMBER = "41/KH-LĐLĐ"
FIRST = {"layer": "deadlines", "record_id": "d1"}
"""The fields of a form about the first deadline."""


class Desk:
    """A reviewer before one document."""

    def __init__(self, client: TestClient, archive: Path) -> None:
        self.client = client
        self.archive = archive
        with Store.open(archive) as store:
            self.id = find_document(store, NUMBER)
            row = store.row("SELECT sha256 FROM documents WHERE id = ?", (self.id,))
        assert row is not None
        self.address = f"/documents/{row[0][:16]}"

    def directive(self, *, as_extracted: bool = False) -> Directive:
        with Store.open(self.archive) as store:
            return load_document(store, self.id, as_extracted=as_extracted).directive

    def see(self, query: str = "") -> Seen:
        answer = self.client.get(f"{self.address}{query}")
        assert answer.status_code == 200
        return Seen(answer.text)

    def send(self, query: str, action: str = "reviews", **fields: str | list[str]) -> Response:
        token = self.see(query).named("csrf_token")[0]["value"]
        data = {"csrf_token": token, **fields}
        return self.client.post(f"{self.address}/{action}", data=data)


@pytest.fixture
def desk(serve: Serve, own_archive: Path) -> Desk:
    return Desk(serve(own_archive), own_archive)


def withdrawals(page: Seen) -> set[str]:
    """Where the forms lead that take a review back."""
    actions = (facts.get("action", "") for _, facts in page.elements)
    return {action for action in actions if action.endswith("/withdrawal")}


class TestConfirming:
    def test_leads_back_to_the_record(self, desk: Desk) -> None:
        answer = desk.send("?record=d1", **FIRST, verdict="confirmed", reviewer="Trần Thị Bình")
        assert (answer.status_code, answer.headers["location"]) == (303, f"{desk.address}?record=d1#d1")

    def test_is_shown_in_the_text_in_the_list_and_in_the_history(self, desk: Desk) -> None:
        desk.send("?record=d1", **FIRST, verdict="confirmed", reviewer="Trần Thị Bình")
        page = desk.see("?record=d1&lang=en")
        (mark,) = [facts for _, facts in page.elements if facts.get("id") == "d1"]
        assert "confirmed" in mark["class"].split()
        assert page.text.count("Trần Thị Bình") == 1
        assert [facts["value"] for facts in page.named("reviewer")] == ["Trần Thị Bình"] * 2


class TestCorrecting:
    def test_changes_what_is_held_to_be_true_and_not_the_extraction(self, desk: Desk) -> None:
        before = desk.directive(as_extracted=True)
        desk.send("?record=t1", layer="targets", record_id="t1", verdict="corrected", value="70")
        assert next(one for one in desk.directive().targets if one.id == "t1").value == "70"
        assert desk.directive(as_extracted=True) == before

    def test_of_nothing_confirms(self, desk: Desk) -> None:
        form = desk.see("?record=d1")
        values = {name: form.named(name)[0].get("value", "") for name in ("start", "end", "time")}
        desk.send("?record=d1", **FIRST, verdict="corrected", **values)
        assert 'class="badge good"' in desk.client.get(f"{desk.address}?record=d1").text

    def test_of_a_number_is_of_its_parts_too(self, desk: Desk) -> None:
        desk.send("?record=c1", layer="citations", record_id="c1", verdict="corrected", key="99/2031/NĐ-CP")
        citation = next(one for one in desk.directive().citations if one.id == "c1")
        assert (citation.key, citation.serial, citation.year, citation.symbol) == ("99/2031/NĐ-CP", 99, 2031, "NĐ-CP")

    def test_of_the_evidence_finds_its_place(self, desk: Desk) -> None:
        record = next(one for one in desk.directive().deadlines if one.id == "d1")
        shorter = " \r\n ".join(record.text.split()[1:])
        desk.send("?record=d1", **FIRST, verdict="corrected", evidence=shorter)
        corrected = next(one for one in desk.directive().deadlines if one.id == "d1")
        assert (corrected.span.end, corrected.text.split()) == (record.span.end, shorter.split())

    def test_of_the_header(self, desk: Desk) -> None:
        desk.send("?record=header", layer="header", verdict="corrected", place="Hà Giang", addressees="Một\r\nHai")
        header = desk.directive().header
        assert (header.place, header.addressees, header.number) == ("Hà Giang", ("Một", "Hai"), NUMBER)

    @pytest.mark.parametrize(
        ("layer", "record", "field", "value"),
        [
            pytest.param("deadlines", "d1", "evidence", "chữ không có ở đâu", id="words that are nowhere"),
            pytest.param("deadlines", "d1", "time", "25:99", id="no time"),
            pytest.param("targets", "t1", "value", "x", id="no number"),
            pytest.param("citations", "c1", "key", "ba mươi", id="no key"),
            pytest.param("citations", "c1", "relation", "no_relation", id="no term"),
        ],
    )
    def test_what_does_not_fit_is_shown_again(
        self, desk: Desk, layer: str, record: str, field: str, value: str
    ) -> None:
        before = desk.directive()
        answer = desk.send(f"?record={record}", layer=layer, record_id=record, verdict="corrected", **{field: value})
        page = Seen(answer.text)
        assert answer.status_code == 422
        assert [facts.get("aria-invalid") for facts in page.named(field)] == ["true"]
        assert desk.directive() == before

    def test_page_of_a_refused_form_leads_back_when_it_is_loaded_anew(self, desk: Desk) -> None:
        answer = desk.client.get(f"{desk.address}/reviews?lang=en")
        assert (answer.status_code, answer.headers["location"]) == (303, desk.address)


class TestRejectingAndAdding:
    def test_rejected_record_stays_in_sight(self, desk: Desk) -> None:
        desk.send("?record=d1", **FIRST, verdict="rejected")
        assert "d1" not in {one.id for one in desk.directive().deadlines}
        (mark,) = [facts for _, facts in desk.see().elements if facts.get("id") == "d1"]
        assert "rejected" in mark["class"].split()

    def test_added_record_stands_at_its_words(self, desk: Desk) -> None:
        answer = desk.send(
            "?record=new&layer=responsibilities",
            layer="responsibilities",
            verdict="added",
            evidence="Tháng Công nhân",
            body="Ban Tổ chức Tháng Công nhân",
            role="lead",
        )
        (added,) = [one for one in desk.directive().responsibilities if one.body == "Ban Tổ chức Tháng Công nhân"]
        assert added.text == "Tháng Công nhân"
        assert answer.headers["location"] == f"{desk.address}?record={added.id}#{added.id}"

    def test_added_record_without_its_words_is_refused(self, desk: Desk) -> None:
        answer = desk.send("?record=new&layer=targets", layer="targets", verdict="added", value="5", comparator="ge")
        assert answer.status_code == 422
        assert '<div class="record-card' in answer.text


class TestTakingBack:
    @pytest.mark.parametrize("verdict", ["confirmed", "rejected"])
    def test_brings_back_what_was(self, desk: Desk, verdict: str) -> None:
        before = desk.directive()
        desk.send("?record=d1", **FIRST, verdict=verdict)
        (action,) = {
            facts["action"]
            for _, facts in desk.see("?record=d1").elements
            if facts.get("action", "").endswith("/withdrawal")
        }
        answer = desk.send("?record=d1", action=action.removeprefix(f"{desk.address}/"))
        assert (answer.status_code, desk.directive()) == (303, before)

    def test_of_another_document_is_not_found(self, desk: Desk) -> None:
        action = "reviews/00000000-0000-0000-0000-000000000000/withdrawal"
        assert desk.send("?record=d1", action=action).status_code == 404


class TestWhole:
    def test_document_is_marked_and_unmarked(self, desk: Desk) -> None:
        desk.send("", layer="document", verdict="confirmed", reviewer="Bình")
        page = desk.see("?lang=en")
        assert "reviewed whole" in page.text
        (action,) = withdrawals(page)
        desk.send("", action=action.removeprefix(f"{desk.address}/"))
        assert "Mark the document as reviewed whole" in desk.see("?lang=en").text


class TestSafety:
    def test_without_the_token_nothing_is_changed(self, desk: Desk) -> None:
        desk.see("?record=d1")
        answer = desk.client.post(
            f"{desk.address}/reviews", data={"layer": "deadlines", "record_id": "d1", "verdict": "rejected"}
        )
        assert answer.status_code == 403
        assert "d1" in {one.id for one in desk.directive().deadlines}

    def test_read_only_pages_have_no_forms(self, serve: Serve, own_archive: Path) -> None:
        page = Desk(serve(own_archive, read_only=True), own_archive).see("?record=d1")
        assert [facts for tag, facts in page.elements if facts.get("method") == "post"] == []
        assert page.named("verdict") == []

    @pytest.mark.parametrize(
        "fields",
        [
            pytest.param({}, id="nothing"),
            pytest.param({"layer": "sections", "verdict": "confirmed"}, id="no layer"),
            pytest.param({**FIRST, "verdict": "deleted"}, id="no verdict"),
            pytest.param({"layer": "deadlines", "verdict": "confirmed", "record_id": "d999"}, id="no record"),
            pytest.param({"layer": "header", "verdict": "rejected"}, id="what cannot be said"),
            pytest.param({**FIRST, "verdict": "confirmed", "note": "x" * 5000}, id="long note"),
        ],
    )
    def test_what_is_no_review_is_refused(self, desk: Desk, fields: dict[str, str]) -> None:
        assert desk.send("?record=d1", **fields).status_code == 422

    def test_what_a_reviewer_writes_can_do_no_harm(self, desk: Desk) -> None:
        desk.send(
            "?record=d1",
            layer="deadlines",
            record_id="d1",
            verdict="rejected",
            note=f"</textarea>{ATTACK}",
            reviewer=f'"{ATTACK}\r\nSet-Cookie: a=b',
        )
        page = desk.see("?record=d1")
        assert page.harm() == []
        assert ATTACK in page.text
