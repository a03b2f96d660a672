"""The server as a process: what it binds to, what it logs, how it bears bad connections."""

from __future__ import annotations

import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.web.running import Server, running

TOKEN = "letters-that-nobody-guesses"


@pytest.fixture(scope="module")
def server(archive: Path) -> Iterator[Server]:
    """A server with a token that writes down every request."""
    with running(archive, "--log-requests", environment={"TRICHLUC_TOKEN": TOKEN}) as found:
        yield found


@pytest.mark.parametrize(
    ("options", "environment", "words"),
    [
        pytest.param(["--host", "0.0.0.0"], {}, "--insecure", id="other machines without a token"),
        pytest.param(["--host", "::"], {}, "--insecure", id="other machines without a token, IPv6"),
        pytest.param(["--host", "archive.example"], {}, "--insecure", id="a name without a token"),
        pytest.param(["--token", "short"], {}, "16", id="a token that can be guessed"),
        pytest.param([], {"TRICHLUC_TOKEN": "short"}, "16", id="a token of the environment that can be guessed"),
        pytest.param(["--token-file", "no-such-file"], {}, "no-such-file", id="a file that is not there"),
        pytest.param(["--new-token"], {"TRICHLUC_TOKEN": TOKEN}, "--new-token", id="two tokens"),
        pytest.param(["--tls-cert", "cert.pem"], {}, "--tls-key", id="a certificate without its key"),
        pytest.param(["--tls-cert", "a.pem", "--tls-key", "b.pem"], {}, "a.pem", id="a certificate that is not there"),
    ],
)
def test_it_does_not_start_where_it_would_not_be_safe(
    trichluc: Run, options: list[str], environment: Mapping[str, str], words: str
) -> None:
    done = trichluc("serve", "--port", "0", *options, environment=environment)
    assert (done.returncode, words in done.stderr.decode()) == (2, True)


def test_a_bound_port_is_told(trichluc: Run, server: Server) -> None:
    done = trichluc("serve", "--port", str(server.port))
    assert (done.returncode, str(server.port) in done.stderr.decode()) == (1, True)


def test_a_new_token_is_told_once_and_opens(empty_archive: Path) -> None:
    with running(empty_archive, "--new-token") as server:
        told = [line for line in server.lines if "shown only now" in line]
        token = told[0].split()[-1]
        assert (len(told), status(server, "/api/v1/bodies", {"Authorization": f"Bearer {token}"})) == (1, 200)


def status(server: Server, path: str, headers: Mapping[str, str] | None = None) -> int:
    request = urllib.request.Request(server.address.rstrip("/") + path, headers=dict(headers or {}))
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with closing(error):
            return error.code


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    others = {str(one[4][0]) for one in socket.getaddrinfo(socket.gethostname(), server.port, socket.AF_INET)}
    for address in others - {"127.0.0.1"}:
        with closing(socket.socket()) as connection:
            assert connection.connect_ex((address, server.port)) != 0 or address.startswith("127.")
    assert status(server, "/login") == 200


def test_no_secret_is_written_down(server: Server) -> None:
    key = "feed-key-in-an-address"
    status(server, f"/api/v1/deadlines.ics?key={key}&body=van")
    status(server, "/api/v1/bodies", {"Authorization": f"Bearer {TOKEN}"})
    status(server, f"/login?token={TOKEN}")
    until = time.monotonic() + 10
    while not any("/login" in line for line in server.lines) and time.monotonic() < until:
        time.sleep(0.05)
    log = "".join(server.lines)
    assert ("deadlines.ics?key=…&body=van" in log, key in log, TOKEN in log) == (True, False, False)


def raw(server: Server, request: bytes) -> bytes:
    """Send bytes, and return what comes until the server closes the connection or has nothing more to say."""
    with closing(socket.create_connection(("127.0.0.1", server.port), timeout=10)) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        with suppress(ConnectionResetError):
            while part := connection.recv(65_536):
                answer += part
        return answer


LINE = b"GET /login HTTP/1.1\r\nHost: 127.0.0.1\r\n"


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        pytest.param(LINE + b"Connection: close\r\n\r\n", rb"HTTP/1.1 200", id="a request"),
        pytest.param(b"GET /login HTTP/1.1\r\n\r\n", rb"HTTP/1.1 400", id="no host"),
        pytest.param(LINE + b"Host: elsewhere.example\r\n\r\n", rb"HTTP/1.1 400", id="two hosts"),
        pytest.param(LINE + b"X: " + b"x" * 200_000, rb"HTTP/1.1 400|$", id="a header without end"),
        pytest.param(b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n", rb"HTTP/1.1 400", id="an address without end"),
        pytest.param(
            LINE + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
            rb"HTTP/1.1 (?!5)",
            id="two lengths",
        ),
        pytest.param(LINE + b"Content-Length: -1\r\n\r\n", rb"HTTP/1.1 400", id="a length below nothing"),
        pytest.param(LINE + b"X: a\rb\r\n\r\n", rb"HTTP/1.1 400", id="a bare return in a header"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00", rb"HTTP/1.1 400", id="TLS"),
        pytest.param(b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", rb"HTTP/1.1 ", id="star"),
    ],
)
def test_bad_requests_are_answered_and_over(server: Server, request_: bytes, answer: bytes) -> None:
    assert re.match(answer, raw(server, request_))


def test_it_serves_on_after_all_that(server: Server) -> None:
    assert status(server, "/login") == 200


def test_it_ends_when_it_is_asked_to(empty_archive: Path) -> None:
    with running(empty_archive) as server:
        server.process.terminate()
        assert server.process.wait(20) in (0, -15)


def test_several_processes_serve_one_address(empty_archive: Path) -> None:
    with running(empty_archive, "--processes", "2") as server:
        assert [status(server, "/api/v1/bodies") for _ in range(8)] == [200] * 8
        process = server.process
    assert isinstance(process, subprocess.Popen)
    with closing(socket.socket()) as connection:
        assert connection.connect_ex(("127.0.0.1", server.port)) != 0


@pytest.mark.parametrize(
    ("options", "language"),
    [pytest.param([], "vi", id="nobody says"), pytest.param(["--lang", "en"], "en", id="the one who serves says")],
)
def test_pages_are_vietnamese_unless_somebody_says_otherwise(archive: Path, options: list[str], language: str) -> None:
    with running(archive, *options) as found, urllib.request.urlopen(found.address) as page:
        assert f'<html lang="{language}"' in page.read().decode()
