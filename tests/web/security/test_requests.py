"""What is refused before anything is done: foreign hosts, foreign pages, too much, too slow."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from corpus.web import Settings, create_app
from tests.web.conftest import Serve

TOKEN = "a token that is long enough"
HERE = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("host", "settings", "status"),
    [
        pytest.param("127.0.0.1:8000", {}, 200, id="address of this machine"),
        pytest.param("localhost:8000", {}, 200, id="its name"),
        pytest.param("LOCALHOST", {}, 200, id="its name in capitals"),
        pytest.param("[::1]:8000", {}, 200, id="its address, IPv6"),
        pytest.param("localhost:9999", {}, 200, id="another port, as behind a tunnel"),
        pytest.param("rebinding.example", {}, 421, id="a name that was pointed here"),
        pytest.param("localhost.rebinding.example", {}, 421, id="a name that begins like ours"),
        pytest.param("127.0.0.1.rebinding.example", {}, 421, id="a name that begins like an address"),
        pytest.param("192.0.2.7", {}, 421, id="an address that is not bound"),
        pytest.param("", {}, 421, id="no host"),
        pytest.param("archive.example", {"allowed_hosts": ("archive.example",)}, 200, id="a name that was allowed"),
        pytest.param("192.0.2.7", {"host": "0.0.0.0"}, 200, id="an address, where all are bound"),
        pytest.param("[2001:db8::7]", {"host": "::"}, 200, id="an IPv6 address, where all are bound"),
        pytest.param("rebinding.example", {"host": "0.0.0.0"}, 421, id="a foreign name, where all are bound"),
    ],
)
def test_hosts(serve: Serve, archive: Path, host: str, settings: Mapping[str, Any], status: int) -> None:
    assert serve(archive, **settings).get("/static/style.css", headers={"Host": host}).status_code == status


def form_token(client: TestClient) -> str:
    found = re.search(r'"X-CSRF-Token": "([^"]+)"', client.get("/").text)
    assert found is not None
    return found[1]


FROM_HERE = {"Origin": HERE, "Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    ("headers", "has_token", "status"),
    [
        pytest.param(FROM_HERE, True, 303, id="own page with its token"),
        pytest.param({}, True, 303, id="a browser that says nothing of itself, with the token"),
        pytest.param(FROM_HERE, False, 403, id="own page without the token"),
        pytest.param({}, False, 403, id="neither"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, True, 403, id="page of another site"),
        pytest.param({"Sec-Fetch-Site": "same-site"}, True, 403, id="page of another port of this machine"),
        pytest.param({"Sec-Fetch-Site": "none"}, True, 403, id="no page"),
        pytest.param({"Origin": "https://elsewhere.example"}, True, 403, id="page of another origin"),
        pytest.param({"Origin": "http://127.0.0.1:9000"}, True, 403, id="origin with another port"),
        pytest.param({"Origin": f"{HERE}.elsewhere.example"}, True, 403, id="origin that begins like ours"),
        pytest.param({"Origin": "null"}, True, 403, id="page in a sandbox"),
        pytest.param({**FROM_HERE, "X-CSRF-Token": "x" * 43}, False, 403, id="made-up token"),
        pytest.param({**FROM_HERE, "X-CSRF-Token": ""}, False, 403, id="empty token"),
    ],
)
def test_changes_by_pages(client: TestClient, headers: Mapping[str, str], has_token: bool, status: int) -> None:
    token = {"X-CSRF-Token": form_token(client)} if has_token else {}
    assert client.post("/logout", headers={**headers, **token}).status_code == status


def test_the_token_of_another_session_is_none(client: TestClient, serve: Serve, archive: Path) -> None:
    other = form_token(serve(archive, secret=b"another server"))
    form_token(client)
    assert client.post("/logout", headers={**FROM_HERE, "X-CSRF-Token": other}).status_code == 403


def test_a_form_carries_the_token_as_a_field(client: TestClient) -> None:
    assert client.post("/logout", data={"csrf_token": form_token(client)}).status_code == 303


@pytest.mark.parametrize("kind", ["data", "files"])
def test_a_form_without_the_token_is_refused(client: TestClient, kind: str) -> None:
    form_token(client)
    sent: Any = {"data": {"token": "x"}} if kind == "data" else {"files": {"file": b"x"}}
    assert client.post("/logout", **sent).status_code == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 422, id="a program"),
        pytest.param({"Sec-Fetch-Site": "cross-site"}, 403, id="page of another site"),
        pytest.param({"Origin": "https://elsewhere.example"}, 403, id="page of another origin"),
        pytest.param({"Origin": "null"}, 403, id="page in a sandbox"),
    ],
)
def test_changes_over_the_api(client: TestClient, headers: Mapping[str, str], status: int) -> None:
    assert client.post("/api/v1/extract", headers=headers).status_code == status


def test_the_api_asks_browsers_with_a_session_for_its_token(client: TestClient) -> None:
    token = form_token(client)
    statuses = [client.post("/api/v1/extract", headers=one).status_code for one in ({}, {"X-CSRF-Token": token})]
    assert statuses == [403, 422]


def test_who_shows_the_token_of_the_server_needs_no_other(serve: Serve, archive: Path) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Origin": "https://elsewhere.example"}
    assert serve(archive, token=TOKEN).post("/api/v1/extract", headers=headers).status_code == 422


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("POST", "/api/v1/documents", 403, id="a document"),
        pytest.param("POST", "/api/v1/documents/0000000000000000/reviews", 403, id="a review"),
        pytest.param("DELETE", "/api/v1/documents/0000000000000000/reviews/x", 403, id="a review taken back"),
        pytest.param("POST", "/no-such-page", 403, id="what does not exist"),
        pytest.param("POST", "/api/v1/extract", 422, id="extraction, which keeps nothing"),
        pytest.param("GET", "/api/v1/documents", 200, id="reading"),
    ],
)
def test_a_read_only_server_changes_nothing(serve: Serve, archive: Path, method: str, path: str, status: int) -> None:
    assert serve(archive, read_only=True).request(method, path).status_code == status


def megabytes(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield b"x" * 1_000_000


@pytest.mark.parametrize(
    ("path", "content", "headers", "status"),
    [
        pytest.param("/logout", b"x" * 200_001, {}, 413, id="too long by its own word"),
        pytest.param("/logout", b"", {"Content-Length": "9" * 30}, 413, id="a length beyond all"),
        pytest.param("/logout", megabytes(3), {}, 413, id="too long, without a word of it"),
        pytest.param("/api/v1/documents", megabytes(3), {}, 413, id="a file that is too large"),
        pytest.param("/api/v1/extract", megabytes(3), {}, 413, id="a text that is too long"),
    ],
)
def test_too_much(
    serve: Serve, archive: Path, path: str, content: Any, headers: Mapping[str, str], status: int
) -> None:
    client = serve(archive, request_bytes=200_000, upload_bytes=1_000_000)
    sent = {"Content-Type": "multipart/form-data; boundary=x", **headers}
    assert client.post(path, content=content, headers=sent).status_code == status


def asked(app: Any, body: AsyncIterator[bytes]) -> int:
    """Send a request whose body comes piece by piece, and return the status of the answer."""
    statuses: list[int] = []

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": await anext(body), "more_body": True}

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    headers = [(b"host", b"127.0.0.1"), (b"content-type", b"multipart/form-data; boundary=x")]
    path = "/api/v1/extract"
    scope = {"type": "http", "method": "POST", "scheme": "http", "path": path, "query_string": b"", "headers": headers}
    # In a thread of its own: a browser test in the same process may have left a loop running in this one.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(asyncio.run, app(scope, receive, send)).result()
    return statuses[0]


BEGINNING = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'


async def never() -> AsyncIterator[bytes]:
    await asyncio.sleep(3600)
    yield b""


async def drop_by_drop() -> AsyncIterator[bytes]:
    yield BEGINNING
    while True:
        await asyncio.sleep(0.005)
        yield b"x"


async def without_end() -> AsyncIterator[bytes]:
    yield BEGINNING
    while True:
        yield b"x" * 100_000


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(never(), 408, id="a body that never comes"),
        pytest.param(drop_by_drop(), 408, id="a body that comes drop by drop"),
        pytest.param(without_end(), 413, id="a body without end"),
    ],
)
def test_bodies_that_hold_a_place(archive: Path, body: AsyncIterator[bytes], status: int) -> None:
    app = create_app(Settings(archive, body_seconds=0.02, upload_bytes=5_000_000))
    assert asked(app, body) == status
