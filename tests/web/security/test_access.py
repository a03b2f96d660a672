"""Who is let in: everybody on this machine, or who knows the token."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.web.security.attempts import Attempts
from corpus.web.security.keys import Keys, Session, new_token
from corpus.web.settings import Settings
from tests.web.conftest import Serve

TOKEN = "a token that is long enough"
OTHER = "another token, long enough too"
CALENDAR = "/api/v1/deadlines.ics"
BEARER = {"Authorization": f"Bearer {TOKEN}"}


def keys(token: str = TOKEN) -> Keys:
    return Keys(Settings(Path("archive.db"), token=token))


def basic(password: str) -> Mapping[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'anybody:{password}'.encode()).decode()}"}


@pytest.fixture
def guarded(serve: Serve, archive: Path) -> TestClient:
    """A visitor of a server with a token, who has not shown it."""
    return serve(archive, token=TOKEN)


def form_token(client: TestClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/login").text)
    assert found is not None
    return found[1]


def sign_in(client: TestClient, token: str = TOKEN, **fields: str) -> int:
    answer = client.post("/login", data={"token": token, "csrf_token": form_token(client), **fields})
    return answer.status_code


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/login", 200, id="the form"),
        pytest.param("/static/style.css", 200, id="what the form is drawn with"),
        pytest.param("/", 303, id="first page"),
        pytest.param("/library?q=1", 303, id="library"),
        pytest.param("/no-such-page", 303, id="what does not exist is not told"),
        pytest.param("/static", 303, id="a folder that is not quite the open one"),
        pytest.param("/login/", 303, id="a path that is not quite the open one"),
        pytest.param("/login/../api/v1/documents", 401, id="a way around over the open one"),
        pytest.param("/static/../api/v1/documents", 401, id="a way around over the open folder"),
        pytest.param("/api/v1/documents", 401, id="list"),
        pytest.param("/api/v1/no-such-thing", 401, id="what does not exist in the API"),
        pytest.param("/api/openapi.json", 401, id="description"),
        pytest.param(CALENDAR, 401, id="calendar"),
    ],
)
def test_nothing_but_the_way_in_is_shown_without_the_token(guarded: TestClient, path: str, status: int) -> None:
    assert guarded.get(path).status_code == status


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_is_changed_without_the_token(guarded: TestClient, method: str) -> None:
    assert guarded.request(method, "/api/v1/documents").status_code == 401


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        pytest.param("/api/v1/bodies", BEARER, 200, id="token in the header"),
        pytest.param("/", BEARER, 200, id="token in the header, for a page"),
        pytest.param("/api/v1/bodies", {"Authorization": f"bearer {TOKEN}"}, 200, id="scheme in small letters"),
        pytest.param("/api/v1/bodies", {"Authorization": f"Bearer {OTHER}"}, 401, id="wrong token"),
        pytest.param("/api/v1/bodies", {"Authorization": f"Bearer {TOKEN}x"}, 401, id="token and more"),
        pytest.param("/api/v1/bodies", {"Authorization": f"Bearer {TOKEN[:-1]}"}, 401, id="token but one letter"),
        pytest.param("/api/v1/bodies", {"Authorization": "Bearer "}, 401, id="empty token"),
        pytest.param("/api/v1/bodies", {"Authorization": TOKEN}, 401, id="no scheme"),
        pytest.param("/api/v1/bodies", basic(TOKEN), 401, id="password where there is no calendar"),
        pytest.param(f"/api/v1/bodies?key={keys().feed_key}", {}, 401, id="the calendar's key opens no list"),
        pytest.param(f"/?key={keys().feed_key}", {}, 303, id="the calendar's key opens no page"),
        pytest.param("/api/v1/bodies?token=" + TOKEN, {}, 401, id="token in an address"),
        pytest.param(CALENDAR, BEARER, 200, id="calendar with the token"),
        pytest.param(CALENDAR, basic(TOKEN), 200, id="calendar with a password"),
        pytest.param(CALENDAR, basic(OTHER), 401, id="calendar with a wrong password"),
        pytest.param(CALENDAR, {"Authorization": "Basic %%%"}, 401, id="calendar with no password at all"),
        pytest.param(f"{CALENDAR}?key={keys().feed_key}", {}, 200, id="calendar with its key"),
        pytest.param(f"{CALENDAR}?key={keys(OTHER).feed_key}", {}, 401, id="calendar with the key of another token"),
        pytest.param(f"{CALENDAR}?key={TOKEN}", {}, 401, id="calendar with the token for a key"),
        pytest.param(f"{CALENDAR}?key=", {}, 401, id="calendar with no key"),
    ],
)
def test_who_shows_what(guarded: TestClient, path: str, headers: Mapping[str, str], status: int) -> None:
    assert guarded.get(path, headers=headers).status_code == status


def session(nonce: str = "nonce", expires: int = 9_999_999_999, *, is_signed_in: bool = True) -> Session:
    return Session(nonce, expires, is_signed_in)


@pytest.mark.parametrize(
    ("cookie", "status"),
    [
        pytest.param(keys().cookie_of(session()), 200, id="own session"),
        pytest.param(keys(OTHER).cookie_of(session()), 303, id="session of another token"),
        pytest.param(keys().cookie_of(session(expires=1)), 303, id="session that has ended"),
        pytest.param(keys().cookie_of(session(is_signed_in=False)), 303, id="session of who has not signed in"),
        pytest.param(
            keys().cookie_of(session(is_signed_in=False)).replace(".0.", ".1."), 303, id="session made a signed-in one"
        ),
        pytest.param(keys().cookie_of(session(expires=1)).replace(".1.", ".9999999999."), 303, id="session prolonged"),
        pytest.param("nonce.9999999999.1.", 303, id="session without a signature"),
        pytest.param("....", 303, id="dots"),
        pytest.param("x" * 8_000, 303, id="very long"),
    ],
)
def test_sessions_cannot_be_forged(guarded: TestClient, cookie: str, status: int) -> None:
    assert guarded.get("/", headers={"Cookie": f"trichluc_8000={cookie}"}).status_code == status


def test_who_signs_in_is_in(guarded: TestClient) -> None:
    assert (sign_in(guarded), guarded.get("/").status_code) == (303, 200)


def test_a_wrong_token_does_not_let_in(guarded: TestClient) -> None:
    assert (sign_in(guarded, OTHER), guarded.get("/").status_code) == (401, 303)


def test_who_signs_out_is_out(guarded: TestClient) -> None:
    sign_in(guarded)
    page = guarded.get("/").text
    token = re.search(r'"X-CSRF-Token": "([^"]+)"', page)
    assert token is not None
    guarded.post("/logout", headers={"X-CSRF-Token": token[1]})
    assert guarded.get("/").status_code == 303


def test_the_session_of_who_signs_in_is_another_than_before(guarded: TestClient) -> None:
    before = set(guarded.cookies.values())
    sign_in(guarded)
    assert guarded.cookies["trichluc_8000"] not in before


@pytest.mark.parametrize(
    ("scheme", "attributes"),
    [
        pytest.param("http", {"HttpOnly", "SameSite=Strict", "Path=/"}, id="http"),
        pytest.param("https", {"HttpOnly", "SameSite=Strict", "Path=/", "Secure"}, id="https"),
    ],
)
def test_the_cookie_of_a_session_goes_nowhere_else(guarded: TestClient, scheme: str, attributes: set[str]) -> None:
    guarded.base_url = f"{scheme}://127.0.0.1:8000"
    answer = guarded.post("/login", data={"token": TOKEN, "csrf_token": form_token(guarded)})
    given = {part.strip() for part in answer.headers["Set-Cookie"].split(";")[1:]}
    assert {one for one in given if not one.startswith("Max-Age")} == attributes


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        pytest.param("/library?q=a&year=2031", "/library?q=a&year=2031", id="a page of ours"),
        pytest.param("https://elsewhere.example/", "/", id="another site"),
        pytest.param("//elsewhere.example/", "/", id="another site by its host"),
        pytest.param("/\\elsewhere.example/", "/", id="another site by a backslash"),
        pytest.param("\\\\elsewhere.example/", "/", id="another site by two"),
        pytest.param("/\t/elsewhere.example", "/", id="another site behind a tab"),
        pytest.param("javascript:alert(1)", "/", id="script"),
        pytest.param("/a\r\nSet-Cookie: x=1", "/", id="another header"),
        pytest.param("", "/", id="nothing"),
    ],
)
def test_signing_in_leads_to_pages_of_this_server(guarded: TestClient, wanted: str, reached: str) -> None:
    answer = guarded.post("/login", data={"token": TOKEN, "csrf_token": form_token(guarded), "next": wanted})
    assert answer.headers["Location"] == reached


def test_a_refused_page_is_gone_back_to(guarded: TestClient) -> None:
    assert guarded.get("/library?q=a b").headers["Location"] == "/login?next=%2Flibrary%3Fq%3Da%2520b"


def test_wrong_tokens_are_slowed_down(guarded: TestClient) -> None:
    wrong = {"Authorization": f"Bearer {OTHER}"}
    statuses = [guarded.get("/api/v1/bodies", headers=wrong).status_code for _ in range(6)]
    waiting = guarded.get("/api/v1/bodies", headers=BEARER)
    assert (statuses, waiting.status_code, waiting.headers["Retry-After"]) == ([401] * 5 + [429], 429, "1")


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time


@pytest.mark.parametrize(
    ("failures", "wait"), [(0, 0.0), (4, 0.0), (5, 1.0), (6, 2.0), (9, 16.0), (13, 256.0), (50, 300.0)]
)
def test_every_wrong_token_doubles_the_pause(failures: int, wait: float) -> None:
    attempts = Attempts(Clock())
    for _ in range(failures):
        attempts.fail("192.0.2.1")
    assert attempts.wait("192.0.2.1") == wait


@pytest.mark.parametrize(
    ("address", "waits"),
    [
        pytest.param("192.0.2.1", True, id="the same"),
        pytest.param("192.0.2.2", False, id="another"),
    ],
)
def test_only_who_failed_waits(address: str, waits: bool) -> None:
    attempts = Attempts(Clock())
    for _ in range(9):
        attempts.fail("192.0.2.1")
    assert (attempts.wait(address) > 0) == waits


def test_a_network_of_ipv6_waits_as_one() -> None:
    attempts = Attempts(Clock())
    for host in range(9):
        attempts.fail(f"2001:db8:1:2::{host}")
    assert (attempts.wait("2001:db8:1:2:ffff::1") > 0, attempts.wait("2001:db8:1:3::1")) == (True, 0.0)


@pytest.mark.parametrize("ending", ["time", "success"])
def test_failures_are_forgotten(ending: str) -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(9):
        attempts.fail("192.0.2.1")
    if ending == "time":
        clock.time += 4_000
        attempts.fail("192.0.2.1")
    else:
        attempts.succeed("192.0.2.1")
    assert attempts.wait("192.0.2.1") == 0


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(50)}
    assert (len(tokens), min(map(len, tokens))) == (50, 32)
