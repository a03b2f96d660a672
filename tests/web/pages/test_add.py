"""Adding documents: what is sent is kept at once, read in the background, and told of until it is done."""

from __future__ import annotations

import io
import re
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from corpus.samples import sample_paths
from corpus.store import Store
from corpus.web import Settings, create_app
from corpus.web.adding import FullError
from corpus.web.adding.jobs import unread
from corpus.web.adding.worker import Worker
from corpus.web.incoming import keep
from tests.web.conftest import ADDRESS

if TYPE_CHECKING:
    from httpx2 import Response

LETTER = next(path for path in sample_paths() if path.name == "cong-van-so.txt")
HOSTILE = '"><img src=x onerror=alert(1)>.txt'
PATIENCE = 60.0

pytestmark = pytest.mark.xdist_group("adding")


@contextmanager
def serving(store: Path, **settings: bool | int) -> Iterator[TestClient]:
    app = create_app(Settings(store, **settings))  # type: ignore[arg-type]
    with TestClient(app, base_url=ADDRESS, follow_redirects=False) as client:
        yield client


def send(client: TestClient, *files: tuple[str, bytes], accept: str = "text/html") -> Response:
    token = re.search(r'name="csrf_token" value="([^"]*)"', client.get("/add").text)
    assert token is not None
    return client.post(
        "/add",
        data={"csrf_token": token[1]},
        files=[("files", file) for file in files],
        headers={"Accept": accept},
    )


def read(client: TestClient) -> str:
    """The page once everything is read."""
    until = time.monotonic() + PATIENCE
    while 'data-open="yes"' in (page := client.get("/add").text):
        assert time.monotonic() < until
        time.sleep(0.1)
    return page


def archive_of(*members: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


SENT: Sequence[tuple[str, bytes]] = (
    (LETTER.name, LETTER.read_bytes()),
    ("empty.txt", b"\n"),
    (HOSTILE, b"\n\n"),
    ("two.zip", archive_of(("a.txt", LETTER.read_bytes()), ("b.txt", b" "))),
)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, Response, Path]]:
    """A server that files were sent to and that has read them; its answer to the sending, and its archive."""
    path = tmp_path_factory.mktemp("adding") / "archive.db"
    with serving(path) as client:
        answer = send(client, *SENT)
        read(client)
        yield client, answer, path


def job(page: str, name: str) -> str:
    """The part of the list that tells of one file."""
    parts: list[str] = re.findall(r'<li class="job .*?(?=<li class="job |</section>)', page, re.DOTALL)
    return next(part for part in parts if f'<span class="job-name">{name}</span>' in part)


def test_form_without_script_goes_back_to_the_page(sent: tuple[TestClient, Response, Path]) -> None:
    assert (sent[1].status_code, sent[1].headers["Location"]) == (303, "/add")


def test_read_file_leads_to_its_document(sent: tuple[TestClient, Response, Path]) -> None:
    client, _, path = sent
    with Store.open(path) as store:
        row = store.row("SELECT sha256 FROM documents")
    assert row is not None
    told = job(client.get("/add?lang=en").text, LETTER.name)
    assert f'href="/documents/{row[0][:16]}"' in told
    assert '<span class="badge good">read</span>' in told


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        pytest.param("en", "empty.txt: is empty, or holds nothing but white space", id="English"),
        pytest.param("vi", "empty.txt: rỗng, hoặc chỉ có khoảng trắng", id="Vietnamese"),
    ],
)
def test_failure_is_told_with_its_cause(sent: tuple[TestClient, Response, Path], language: str, reason: str) -> None:
    assert reason in job(sent[0].get(f"/add?lang={language}").text, "empty.txt")


def test_archive_of_which_a_part_failed_is_partly_read(sent: tuple[TestClient, Response, Path]) -> None:
    told = job(sent[0].get("/add?lang=en").text, "two.zip")
    assert "partly read" in told
    assert "two.zip › b.txt: is empty" in told


def test_page_tells_nothing_of_folders_and_runs_nothing_of_names(sent: tuple[TestClient, Response, Path]) -> None:
    page = sent[0].get("/add?lang=en").text
    assert str(sent[2].parent) not in page
    assert "<img src=x" not in page


def test_events_tell_how_it_stands_and_end(sent: tuple[TestClient, Response, Path]) -> None:
    answer = sent[0].get("/add/events?lang=en")
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    assert re.findall(r"^event: (\w+)$", answer.text, re.MULTILINE) == ["jobs", "over"]
    assert LETTER.name in answer.text


def test_script_is_told_that_the_file_is_kept(sent: tuple[TestClient, Response, Path]) -> None:
    answer = send(sent[0], (LETTER.name, LETTER.read_bytes()), accept="application/json")
    assert (answer.status_code, answer.json()) == (202, {"kept": 1})


def test_same_content_again_is_the_same_document(sent: tuple[TestClient, Response, Path]) -> None:
    client, _, path = sent
    send(client, ("another name.txt", LETTER.read_bytes()))
    read(client)
    with Store.open(path) as store:
        assert [row[0] for row in store.rows("SELECT count(*) FROM documents")] == [1]


def test_nothing_chosen_is_said(sent: tuple[TestClient, Response, Path]) -> None:
    token = re.search(r'name="csrf_token" value="([^"]*)"', sent[0].get("/add").text)
    assert token is not None
    part = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n{}\r\n'
    body = part.format("csrf_token", "", token[1]) + part.format("files", '; filename=""', "") + "--x--\r\n"
    answer = sent[0].post("/add", content=body, headers={"Content-Type": "multipart/form-data; boundary=x"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_what_a_server_left_unread_is_read_by_the_next(tmp_path: Path) -> None:
    store = tmp_path / "archive.db"
    folder = Settings(store).incoming_folder / "0123456789abcdef"
    folder.mkdir(parents=True)
    (folder / "left.txt").write_bytes(LETTER.read_bytes())
    (folder / ".left.txt.part").write_bytes(b"half of it")
    with serving(store) as client:
        assert "badge good" in job(read(client), "left.txt")


def test_file_that_failed_is_tried_again_when_it_is_sent_again(tmp_path: Path) -> None:
    store = tmp_path / "archive.db"
    kept = keep(Settings(store), LETTER.name, LETTER.read_bytes())
    with serving(store, upload_bytes=1_000) as client:
        assert "badge bad" in job(read(client), kept.name)
    with serving(store) as client:
        send(client, (LETTER.name, LETTER.read_bytes()))
        assert "badge good" in job(read(client), kept.name)


def test_no_more_is_taken_than_can_wait(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "archive.db")
    with pytest.raises(FullError):
        Worker(settings, most_waiting=0).add(keep(settings, "a.txt", b"x"))


def test_stopped_server_leaves_nothing_half_done(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "archive.db")
    path = keep(settings, "a.txt", LETTER.read_bytes())
    worker = Worker(settings)
    worker.add(path)
    worker.stop()
    left = list(unread(settings))
    assert left in ([], [path])
    if not left:
        with Store.open(settings.store) as store:
            assert store.row("SELECT 1 FROM locations WHERE path = ?", (str(path),)) is not None


def test_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with serving(tmp_path / "archive.db", upload_bytes=1_000) as client:
        assert send(client, ("a.txt", b"x" * 200_000)).status_code == 413


def test_read_only_server_takes_nothing(tmp_path: Path, archive: Path) -> None:
    with ExitStack() as stack:
        client = stack.enter_context(serving(archive, read_only=True))
        assert [client.get(address).status_code for address in ("/add", "/add/events")] == [403, 403]
        assert client.post("/add", files=[("files", ("a.txt", b"x"))]).status_code == 403
        assert 'href="/add"' not in client.get("/library").text
