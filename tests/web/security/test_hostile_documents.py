"""What documents say is shown, never run: in their text, their titles, and the names of their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from corpus.index import Options, index
from corpus.web import Settings, create_app
from corpus.web.pages import routers
from tests.web.conftest import ADDRESS

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></textarea></style><script>alert(1)</script>",
    "{{ 7*7 }}${7*7}<% 7*7 %>",
    "javascript:alert(1)",
)
TEXT = """TỈNH ỦY LÀO CAI {payload}
*
Số 17-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Lào Cai, ngày 12 tháng 3 năm 2031

KẾ HOẠCH
Về chuyển đổi số {payload}

Thực hiện Kết luận số 76-KL/TW ngày 15/01/2031 của Bộ Chính trị {payload} về công tác {payload}.

I. MỤC TIÊU {payload}
1. Ít nhất 95% cán bộ {payload} được tập huấn trước ngày 30/6/2031 {payload}.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy {payload} chủ trì, phối hợp với Ban Tổ chức Tỉnh ủy {payload} tham mưu triển khai; báo cáo trước
15/12/2031.

Nơi nhận:
- Bộ Chính trị {payload};
- Lưu.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Bình {payload}
"""
SAFE_LINK = re.compile(r"(?:/(?!/)|#|(?:https?|webcal)://127\.0\.0\.1:8000/|\?|data:image/)")
_ENDLESS = {"/add/events"}
"""Streams of events, which end when the visitor goes."""
QUERIES = "q={0}&ref={0}&body={0}&name={0}&around={0}&type={0}&issuer={0}&place={0}&unit={0}&month={0}&sort={0}"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A visitor of an archive of documents that mean harm."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, payload in enumerate(PAYLOADS):
        name = payload.replace("/", "⁄")[:60]
        (folder / f"{number} {name}.txt").write_text(TEXT.format(payload=payload), "utf-8")
    (folder / "empty <script>alert(1)<⁄script>.txt").write_bytes(b"")
    store = folder / "archive.db"
    index([folder], store, Options(processes=0))
    with TestClient(create_app(Settings(store)), base_url=ADDRESS) as visitor:
        yield visitor


class Page(HTMLParser):
    """Finds what a browser would run."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "script" and not (values.get("src") or "").startswith("/static/"):
            self.found.append("script")
        if tag in ("iframe", "object", "embed", "base", "style"):
            self.found.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.found.append(f"{tag} {name}")
            if name in ("href", "src", "action", "formaction", "xlink:href") and not SAFE_LINK.match(value or "/"):
                self.found.append(f"{tag} {name}={value}")


def addresses(client: TestClient) -> list[str]:
    """Every page that can be got, for every document where it is of one."""
    routes = [route for router in routers() for route in router.routes if isinstance(route, APIRoute)]
    paths = {route.path for route in routes if "GET" in (route.methods or ())}
    documents = client.get("/api/v1/documents").json()["items"]
    found = sorted(path for path in paths if "{" not in path and path not in _ENDLESS)
    for path in sorted(path for path in paths if path.count("{") == 1):
        found += [re.sub(r"\{[^}]*\}", document["id"], path) for document in documents]
    return found


def test_there_are_hostile_documents_to_show(client: TestClient) -> None:
    documents = client.get("/api/v1/documents").json()["items"]
    assert len(documents) == len(PAYLOADS)
    assert any("<script>" in document["title"] for document in documents)
    assert {"/", "/library"} < set(addresses(client))


def test_no_page_runs_what_a_document_says(client: TestClient) -> None:
    found = {}
    for path in addresses(client):
        answer = client.get(path)
        if answer.headers.get("content-type", "").startswith("text/html") and (ran := Page(answer.text).found):
            found[path] = ran
    assert found == {}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_page_runs_what_its_address_says(client: TestClient, payload: str) -> None:
    found = {}
    for path in addresses(client):
        if re.search(r"/[0-9a-f]{16}", path):
            continue
        answer = client.get(f"{path}?{QUERIES.format(quote(payload))}")
        if answer.headers.get("content-type", "").startswith("text/html") and (ran := Page(answer.text).found):
            found[path] = ran
    assert found == {}


@pytest.mark.parametrize("address", ["text", ""])
def test_the_api_hands_documents_out_as_data(client: TestClient, address: str) -> None:
    document = client.get("/api/v1/documents").json()["items"][0]["id"]
    answer = client.get(f"/api/v1/documents/{document}/{address}".rstrip("/"))
    kinds = ("text/plain", "application/json")
    assert answer.headers["Content-Type"].startswith(kinds)
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("name", ["svg", "graphml", "csv?table=documents", "edxml", "ics"])
def test_exports_are_saved_and_do_nothing_in_a_browser(client: TestClient, name: str) -> None:
    answer = client.get(f"/api/v1/exports/{name}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_failures_are_told_without_markup_or_folders(client: TestClient) -> None:
    failures = client.get("/api/v1/failures").json()["items"]
    assert [("/" in one["file"], one["code"]) for one in failures] == [(False, "empty")]
