"""What answers carry, and what they never tell."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from corpus.web import Settings, create_app
from corpus.web.security.downloads import disposition
from corpus.web.security.headers import SECURITY_HEADERS
from tests.web.conftest import ADDRESS, Serve

EVERYWHERE = {name.lower() for name in SECURITY_HEADERS} | {"cache-control"}


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/", id="page"),
        pytest.param("/no-such-page", id="no page"),
        pytest.param("/api/v1/bodies", id="list"),
        pytest.param("/api/v1/no-such-thing", id="problem"),
        pytest.param("/api/v1/deadlines.ics", id="calendar"),
        pytest.param("/static/style.css", id="style"),
        pytest.param("/static/no-such-file", id="no file"),
    ],
)
def test_every_answer_forbids_what_no_page_does(client: TestClient, path: str) -> None:
    assert EVERYWHERE - client.get(path).headers.keys() == set()


def test_a_refused_host_is_answered_with_the_same_headers(client: TestClient) -> None:
    assert EVERYWHERE - client.get("/", headers={"Host": "elsewhere.example"}).headers.keys() == set()


def test_the_policy_allows_nothing_written_into_a_page(client: TestClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert ("unsafe" in policy, "default-src 'none'" in policy, "*" in policy) == (False, True, False)


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/static/../settings.py", id="dots"),
        pytest.param("/static/%2e%2e/settings.py", id="dots, encoded"),
        pytest.param("/static/..%2fsettings.py", id="slash, encoded"),
        pytest.param("/static/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd", id="all encoded"),
        pytest.param("/static/..%5csettings.py", id="backslash"),
        pytest.param("/static//etc/passwd", id="absolute"),
        pytest.param("/static/%00", id="zero byte"),
        pytest.param("/documents/..%2f..%2fetc%2fpasswd", id="document"),
        pytest.param("/documents/%2fetc%2fpasswd/original", id="original"),
        pytest.param("/documents/0000000000000000/pages/..%2f1.png", id="page image"),
        pytest.param("/api/v1/documents/..%2f..%2fetc%2fpasswd", id="document of the API"),
        pytest.param("/api/v1/exports/..%2f..%2fetc%2fpasswd", id="export"),
    ],
)
def test_no_path_leads_out_of_the_archive(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code in (303, 404, 422), "root:" in answer.text, "dataclass" in answer.text) == (
        True,
        False,
        False,
    )


HOSTILE_WORDS = (
    "' OR 1=1 --",
    '"; DROP TABLE documents; --',
    "') UNION SELECT token FROM secrets --",
    "%",
    "_" * 50,
    '"unclosed',
    "NEAR(a b, 5)",
    "a AND OR NOT",
    "title:",
    "^* {}[]():",
    "\x00",
    "\U0010ffff\u202e\ufeff",
    "(" * 400,
    "a* " * 150,
)
ASKED = (
    "/api/v1/search?q={}",
    "/api/v1/cites?ref={}",
    "/api/v1/documents?issuer={0}&type={0}&place={0}",
    "/api/v1/deadlines?body={}",
    "/api/v1/deadlines?document={}",
    "/api/v1/deadlines.ics?body={0}&issuer={0}",
    "/api/v1/targets?q={0}&unit={0}",
    "/api/v1/bodies?q={}",
    "/api/v1/duties?body={}",
    "/api/v1/exports/svg?around={}",
)


@pytest.mark.parametrize("address", ASKED)
@pytest.mark.parametrize("words", [pytest.param(words, id=repr(words[:25])) for words in HOSTILE_WORDS])
def test_no_words_are_taken_for_a_command(client: TestClient, address: str, words: str) -> None:
    answer = client.get(address.format(quote(words)))
    assert answer.status_code in (200, 404, 422), answer.text


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/?lang=en%0d%0aSet-Cookie:%20x=1", id="language"),
        pytest.param("/?theme=dark%0d%0aX-Injected:%201", id="theme"),
        pytest.param("/login?next=/%0d%0aX-Injected:%201", id="where to go on"),
        pytest.param("/api/v1/bodies?limit=1&q=%0d%0aX-Injected:%201", id="link of the next page"),
        pytest.param("/api/v1/cites?ref=a%0d%0aX-Injected:%201", id="reference"),
    ],
)
def test_nothing_that_is_sent_becomes_a_header(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert ("x-injected" in headers, "x=1" in headers.get("set-cookie", "")) == (False, False)


@pytest.mark.parametrize(
    ("name", "plain", "encoded"),
    [
        pytest.param("plan.docx", "plan.docx", "plan.docx", id="plain"),
        pytest.param("Kế hoạch.docx", "Ke hoach.docx", "K%E1%BA%BF%20ho%E1%BA%A1ch.docx", id="Vietnamese"),
        pytest.param('a"; filename="b.exe', "a_ filename=b.exe".replace("=", "_"), None, id="quotes"),
        pytest.param("a\r\nX-Injected: 1.txt", "a X-Injected_ 1.txt", None, id="new lines"),
        pytest.param("../../etc/passwd", "etc passwd", "etc%20passwd", id="folders"),
        pytest.param("txt.\u202efdp.exe", "txt. fdp.exe", None, id="turned around"),
        pytest.param("...", "van-ban", "van-ban", id="dots"),
        pytest.param("", "van-ban", "van-ban", id="nothing"),
        pytest.param("\x00\x01", "van-ban", "van-ban", id="controls"),
        pytest.param("日本.txt", "_.txt", "%E6%97%A5%E6%9C%AC.txt", id="letters without a Latin form"),
    ],
)
def test_names_of_downloads(name: str, plain: str, encoded: str | None) -> None:
    header = disposition(name)
    found = re.fullmatch(r"attachment; filename=\"([^\"\\\r\n]+)\"; filename\*=UTF-8''([A-Za-z0-9%._~-]+)", header)
    assert found is not None, header
    assert (found[1], found[2] if encoded is not None else None) == (plain, encoded)


@pytest.mark.parametrize("path", ["/broken", "/api/v1/broken"])
def test_an_error_of_the_program_tells_nothing_of_its_inside(archive: Path, path: str) -> None:
    app = create_app(Settings(archive))

    def broken() -> None:
        raise RuntimeError("a secret at /srv/archive.db")

    app.router.routes.insert(0, APIRoute(path, broken))
    answer = TestClient(app, base_url=ADDRESS).get(path)
    assert (answer.status_code, "secret" in answer.text, "/srv" in answer.text) == (500, False, False)


@pytest.mark.parametrize(
    ("content", "status"),
    [
        pytest.param(None, 503, id="no archive"),
        pytest.param(b"not a database at all, but a text of some length" * 100, 503, id="another file"),
    ],
)
def test_trouble_with_the_archive_does_not_tell_where_it_is(
    serve: Serve, tmp_path: Path, content: bytes | None, status: int
) -> None:
    path = tmp_path / "archive.db"
    if content is not None:
        path.write_bytes(content)
    answer = serve(path, read_only=True).get("/api/v1/bodies")
    assert (answer.status_code, str(tmp_path) in answer.text) == (status, False)
