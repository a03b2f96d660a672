"""What the API does beside what its description says: pages, tags, calendars, extraction, additions, reviews."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
from starlette.testclient import TestClient

from corpus.export import FORMATS
from corpus.samples import chain_paths, sample_paths
from corpus.store import Store, writing
from corpus.web.api.exports import MEDIA_TYPES
from tests.web.conftest import Serve

LISTS = (
    "/api/v1/documents",
    "/api/v1/search?q=kế hoạch",
    "/api/v1/cites?ref=61-NQ/TU",
    "/api/v1/deadlines?from=2020-01-01&to=2026-12-31&recurring=false",
    "/api/v1/deadlines?from=2023-09-01&to=2023-09-07",
    "/api/v1/deadlines?undated=true",
    "/api/v1/targets",
    "/api/v1/bodies",
    "/api/v1/bodies?sort=duties",
    "/api/v1/duties",
)
SAMPLE = sample_paths()[0]
ALL_YEARS = "from=2020-01-01&to=2032-12-31"


def items(client: TestClient, address: str, limit: int) -> list[Any]:
    """Every item of a list, page by page, by the addresses that the pages give."""
    found: list[Any] = []
    follow: str | None = f"{address}{'&' if '?' in address else '?'}limit={limit}"
    while follow is not None:
        answer = client.get(follow)
        page = answer.json()
        found += page["items"]
        follow = answer.links["next"]["url"] if page["next"] is not None else None
    return found


@pytest.mark.parametrize("address", LISTS)
def test_pages_make_up_the_list(client: TestClient, address: str) -> None:
    whole = items(client, address, 200)
    part = len(whole) // 3 + 1
    assert part > 2
    assert items(client, address, part) == whole


@pytest.mark.parametrize("layer", ["sections", "citations", "deadlines", "targets", "responsibilities"])
def test_the_lists_of_a_document_are_those_of_its_record(client: TestClient, layer: str) -> None:
    documents = items(client, "/api/v1/documents", 50)
    counts = [len(items(client, f"/api/v1/documents/{one['id']}/{layer}", 20)) for one in documents]
    records = [len(client.get(f"/api/v1/documents/{one['id']}").json()["record"][layer]) for one in documents]
    assert (counts, sum(counts) > 0) == (records, True)


def test_spans_count_in_the_text_of_the_document(client: TestClient) -> None:
    for due in items(client, "/api/v1/deadlines?undated=true", 50):
        text = client.get(f"/api/v1/documents/{due['document']['id']}/text").text
        assert text[due["span"]["start"] : due["span"]["end"]] == due["text"]


def test_marks_count_in_the_snippet(client: TestClient) -> None:
    found = client.get("/api/v1/search?q=du lịch cộng đồng").json()["items"][0]
    marked = {found["snippet"][mark["start"] : mark["end"]].lower() for mark in found["marks"]}
    assert "du lịch cộng đồng" in marked or {"du lịch", "cộng đồng"} <= marked or "lịch" in marked


@pytest.mark.parametrize(
    ("query", "field", "value"),
    [
        pytest.param("type=chi_thi", "doc_type", "chi_thi", id="type"),
        pytest.param("place=Lộc Bình", "place", "Lộc Bình", id="place"),
        pytest.param("year=2025", "issued_on", "2025", id="year"),
    ],
)
def test_filters(client: TestClient, query: str, field: str, value: str) -> None:
    found = {one[field][: len(value)] for one in items(client, f"/api/v1/documents?{query}", 50)}
    assert found == {value}


def test_a_document_is_found_by_more_of_its_digits(client: TestClient) -> None:
    one = client.get("/api/v1/documents?limit=1").json()["items"][0]
    answers = [client.get(f"/api/v1/documents/{one['sha256'][:length]}").json() for length in (16, 40, 64)]
    assert answers[0]["document"] == one
    assert answers[1:] == answers[:1] * 2


def test_nobody_is_told_where_files_are_kept(client: TestClient, archive: Path) -> None:
    document = client.get("/api/v1/documents?limit=1").json()["items"][0]
    record = client.get(f"/api/v1/documents/{document['id']}").json()["record"]
    assert ("/" in document["file"], "/" in record["source"]["path"]) == (False, False)


@pytest.mark.parametrize("address", ["/api/v1/bodies", "/api/v1/deadlines.ics", "/api/v1/exports/jsonl"])
def test_who_has_the_answer_already_is_told_so(client: TestClient, address: str) -> None:
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)


@pytest.mark.parametrize(
    ("address", "other"),
    [
        pytest.param("/api/v1/bodies", "/api/v1/bodies?limit=3", id="parameters"),
        pytest.param("/api/v1/bodies", "/api/v1/targets", id="address"),
        pytest.param("/api/v1/failures?lang=vi", "/api/v1/failures?lang=en", id="language"),
    ],
)
def test_other_answers_have_other_tags(client: TestClient, address: str, other: str) -> None:
    assert client.get(address).headers["ETag"] != client.get(other).headers["ETag"]


def test_a_change_of_the_archive_changes_every_tag(serve: Serve, own_archive: Path) -> None:
    client = serve(own_archive)
    before = client.get("/api/v1/bodies").headers["ETag"]
    with Store.create(own_archive) as store, writing(store) as writer:
        writer.connection.execute("UPDATE documents SET stored_at = '2031-01-01T00:00:00+00:00'")
    assert client.get("/api/v1/bodies", headers={"If-None-Match": before}).status_code == 200


def test_the_head_of_an_answer_is_that_of_the_answer(client: TestClient) -> None:
    got, asked = client.get("/api/v1/bodies"), client.head("/api/v1/bodies")
    assert (asked.content, asked.headers["ETag"], asked.status_code) == (b"", got.headers["ETag"], 200)


@pytest.mark.parametrize(
    ("method", "address", "status", "code"),
    [
        pytest.param("GET", "/api/v1/nothing", 404, "not_found", id="no such address"),
        pytest.param("GET", f"/api/v1/documents/{'0' * 16}", 404, "no_document", id="no such document"),
        pytest.param("PUT", "/api/v1/documents", 405, "method_not_allowed", id="no such method"),
        pytest.param("GET", "/api/v1/documents/xyz", 422, "invalid", id="no id at all"),
        pytest.param("GET", "/api/v1/deadlines?form=2031-01-01", 422, "invalid", id="a parameter misspelt"),
        pytest.param("GET", "/api/v1/deadlines?from=tomorrow", 422, "invalid", id="no day"),
        pytest.param("GET", "/api/v1/bodies?limit=0", 422, "invalid", id="no items"),
        pytest.param("GET", "/api/v1/bodies?after=WzFd", 422, "query", id="the cursor of another list"),
        pytest.param("GET", "/api/v1/exports/jsonl?body=van", 422, "export_no_deadlines", id="no deadlines in it"),
        pytest.param("POST", "/api/v1/extract", 422, "query", id="nothing to extract"),
    ],
)
def test_problems(client: TestClient, method: str, address: str, status: int, code: str) -> None:
    answer = client.request(method, address)
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_a_method_that_is_not_taken_is_answered_with_those_that_are(client: TestClient) -> None:
    assert client.put("/api/v1/documents").headers["Allow"] == "GET, POST, HEAD"


@pytest.mark.parametrize(("language", "words"), [("vi", "kho không có"), ("en", "there is no")])
def test_problems_speak_the_language_asked_for(client: TestClient, language: str, words: str) -> None:
    assert words in client.get(f"/api/v1/documents/{'0' * 16}?lang={language}").json()["detail"]


def calendar(client: TestClient, query: str) -> Any:
    return icalendar.Calendar.from_ical(client.get(f"/api/v1/deadlines.ics?{query}").content)


def test_a_calendar_is_one_that_programs_read(client: TestClient) -> None:
    found = calendar(client, ALL_YEARS)
    assert found["REFRESH-INTERVAL"].dt == dt.timedelta(hours=6)
    assert str(found["X-PUBLISHED-TTL"]) == "PT6H"
    uids = [str(event["UID"]) for event in found.walk("VEVENT")]
    assert (len(uids) > 50, len(uids) == len(set(uids))) == (True, True)


def test_entries_of_a_calendar_last(serve: Serve, own_archive: Path, client: TestClient) -> None:
    def entries(one: TestClient) -> set[str]:
        return {str(event["UID"]) for event in calendar(one, ALL_YEARS).walk("VEVENT")}

    assert entries(serve(own_archive)) == entries(client)


def test_the_filters_of_a_calendar_are_in_its_address(client: TestClient) -> None:
    every = calendar(client, ALL_YEARS)
    some = calendar(client, f"{ALL_YEARS}&body=van phong")
    others = calendar(client, "from=2023-01-01&to=2023-12-31")
    counts = [len(one.walk("VEVENT")) for one in (every, some, others)]
    assert counts[0] > counts[1] > 0 < counts[2] < counts[0]


def test_a_calendar_can_be_of_tasks(client: TestClient) -> None:
    assert len(calendar(client, f"{ALL_YEARS}&kind=todo").walk("VTODO")) > 50


@pytest.mark.parametrize("name", ["csv", "parquet", "edxml"])
def test_a_format_of_many_files_comes_as_one(client: TestClient, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(client.get(f"/api/v1/exports/{name}").content)) as found:
        assert len(found.namelist()) > 3


def test_every_export_can_be_downloaded() -> None:
    assert FORMATS.keys() == MEDIA_TYPES.keys()


@pytest.fixture
def writer(serve: Serve, own_archive: Path) -> TestClient:
    """A visitor of an archive that may be changed."""
    return serve(own_archive)


def upload(content: bytes, name: str = "plan.txt") -> Mapping[str, Any]:
    return {"files": {"file": (name, content)}}


PLAN = SAMPLE.read_bytes() + "\nHoàn thành trước ngày 30/9/2031.\n".encode()


def test_what_is_extracted_is_not_kept(writer: TestClient) -> None:
    before = writer.get("/api/v1/statistics").json()
    found = writer.post("/api/v1/extract", **upload(PLAN)).json()
    assert found["record"]["source"]["path"] == "plan.txt"
    assert found["text"] == PLAN.decode()
    assert writer.get("/api/v1/statistics").json() == before


def test_a_text_is_extracted_like_a_file(writer: TestClient) -> None:
    text = PLAN.decode()
    by_file = writer.post("/api/v1/extract", **upload(PLAN)).json()
    by_text = writer.post("/api/v1/extract", data={"text": text}).json()
    assert by_text["record"]["deadlines"] == by_file["record"]["deadlines"]


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        pytest.param(b"", "a.txt", 422, "empty", id="nothing"),
        pytest.param(b"\x7fELF" + bytes(100), "a.docx", 415, "unsupported", id="a program"),
        pytest.param(b"%PDF-1.7\nnot really", "a.pdf", 422, "corrupt", id="a damaged file"),
    ],
)
@pytest.mark.parametrize("address", ["/api/v1/extract", "/api/v1/documents"])
def test_files_that_cannot_be_read(
    writer: TestClient, address: str, content: bytes, name: str, status: int, code: str
) -> None:
    answer = writer.post(address, **upload(content, name))
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_document_is_added_once(writer: TestClient) -> None:
    first, again = (writer.post("/api/v1/documents", **upload(PLAN)) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.headers["Location"] == again.headers["Location"]
    assert writer.get(first.headers["Location"]).json()["document"]["file"] == "plan.txt"


def test_what_the_archive_has_is_not_added(writer: TestClient) -> None:
    assert writer.post("/api/v1/documents", **upload(chain_paths()[0].read_bytes())).status_code == 200


def test_what_cannot_be_read_leaves_nothing_behind(writer: TestClient, own_archive: Path) -> None:
    before = writer.get("/api/v1/failures").json()
    writer.post("/api/v1/documents", **upload(b"%PDF-1.7\nnot really", "a.pdf"))
    folder = own_archive.with_name("archive.db.incoming")
    assert (list(folder.rglob("*.pdf")), writer.get("/api/v1/failures").json()) == ([], before)


def test_a_review_lives_and_is_withdrawn(writer: TestClient) -> None:
    due = writer.get("/api/v1/deadlines?from=2023-01-01&to=2023-12-31&recurring=false&limit=1").json()["items"][0]
    document = f"/api/v1/documents/{due['document']['id']}"

    def ids() -> set[str]:
        return {one["id"] for one in writer.get(document).json()["record"]["deadlines"]}

    said = {"layer": "deadlines", "verdict": "rejected", "record_id": due["id"], "reviewer": "An"}
    kept = writer.post(f"{document}/reviews", json=said)
    assert (kept.status_code, kept.json()["state"], due["id"] in ids()) == (201, "applied", False)
    assert writer.get(kept.headers["Location"]).json() == kept.json()
    assert writer.delete(kept.headers["Location"]).status_code == 204
    assert due["id"] in ids()
    assert writer.delete(kept.headers["Location"]).status_code == 404


def test_a_review_that_does_not_fit_is_refused(writer: TestClient) -> None:
    document = writer.get("/api/v1/documents?limit=1").json()["items"][0]["id"]
    answer = writer.post(f"/api/v1/documents/{document}/reviews", json={"layer": "header", "verdict": "added"})
    assert (answer.status_code, answer.json()["code"]) == (422, "review")
