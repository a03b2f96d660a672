"""The file behind a document, and its pages as pictures."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen import canvas
from starlette.testclient import TestClient

from corpus.index import Options, index
from corpus.store import Store
from corpus.web import Settings, create_app
from tests.web.conftest import ADDRESS, Serve

HTML = (
    "<html><body><p>KẾ HOẠCH</p><p>Về việc thử</p><script>alert(1)</script>"
    "<p>Hoàn thành trước ngày 30/6/2031.</p></body></html>"
)
TEXT = "KẾ HOẠCH\nVề việc thử\n\nHoàn thành trước ngày 30/6/2031.\n"

Shelf = Callable[[str, bytes], tuple[TestClient, str, Path]]


@pytest.fixture
def shelf(serve: Serve, tmp_path: Path) -> Shelf:
    """Index one file, and say who serves it, under which address, and where it lies."""

    def put(name: str, content: bytes) -> tuple[TestClient, str, Path]:
        path = tmp_path / "in" / name
        path.parent.mkdir()
        path.write_bytes(content)
        index([path], tmp_path / "archive.db", Options(processes=0))
        with Store.open(tmp_path / "archive.db") as store:
            row = store.row("SELECT sha256 FROM documents ORDER BY id LIMIT 1")
        assert row is not None
        return serve(tmp_path / "archive.db"), f"/documents/{row[0][:16]}", path

    return put


def pdf_of(pages: int) -> bytes:
    target = io.BytesIO()
    drawing = canvas.Canvas(target)
    for number in range(1, pages + 1):
        for line in range(20):
            drawing.drawString(
                72, 720 - 20 * line, f"KE HOACH trang {number}: hoan thanh viec {line} truoc ngay 30/6/2031"
            )
        drawing.showPage()
    drawing.save()
    return target.getvalue()


class TestOriginal:
    def test_is_handed_out_byte_for_byte(self, shelf: Shelf) -> None:
        client, address, _ = shelf("kế hoạch.txt", TEXT.encode())
        answer = client.get(f"{address}/original")
        assert answer.content == TEXT.encode()
        assert answer.headers["content-disposition"] == (
            "attachment; filename=\"ke hoach.txt\"; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch.txt"
        )

    def test_is_never_shown_as_a_page_of_this_server(self, shelf: Shelf) -> None:
        client, address, _ = shelf("trang.html", HTML.encode())
        headers = client.get(f"{address}/original").headers
        assert headers["content-disposition"].startswith("attachment;")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"].startswith("sandbox")

    def test_of_a_member_is_the_member(self, shelf: Shelf) -> None:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr("trong/kế hoạch.txt", TEXT)
        client, address, _ = shelf("gói.zip", target.getvalue())
        assert client.get(f"{address}/original").content == TEXT.encode()

    @pytest.mark.parametrize("change", ["gone", "other", "folder", "link"])
    def test_that_is_not_what_it_was_is_not_found(self, shelf: Shelf, change: str) -> None:
        client, address, path = shelf("a.txt", TEXT.encode())
        path.unlink()
        if change == "other":
            path.write_bytes(TEXT.encode() + b"!")
        elif change == "folder":
            path.mkdir()
        elif change == "link":
            path.symlink_to("/etc/hostname")
        assert client.get(f"{address}/original").status_code == 404


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, str]]:
    """Who serves a file of two pages, and under which address."""
    folder = tmp_path_factory.mktemp("scan")
    (folder / "a.pdf").write_bytes(pdf_of(2))
    index([folder / "a.pdf"], folder / "archive.db", Options(processes=0))
    sha256 = hashlib.sha256((folder / "a.pdf").read_bytes()).hexdigest()
    with TestClient(create_app(Settings(folder / "archive.db")), base_url=ADDRESS) as client:
        yield client, f"/documents/{sha256[:16]}"


class TestPicture:
    def test_is_the_page(self, scan: tuple[TestClient, str]) -> None:
        client, address = scan
        answer = client.get(f"{address}/pages/2.png")
        picture = Image.open(io.BytesIO(answer.content))
        assert (picture.format, picture.size) == ("PNG", (1075, 1521))
        assert min(picture.tobytes()) < 50, "there is ink on it"

    def test_is_kept_by_browsers(self, scan: tuple[TestClient, str]) -> None:
        client, address = scan
        first = client.get(f"{address}/pages/1.png")
        again = client.get(f"{address}/pages/1.png", headers={"If-None-Match": first.headers["etag"]})
        assert ("immutable" in first.headers["cache-control"], again.status_code) == (True, 304)

    @pytest.mark.parametrize("page", ["0", "3", "99999", "x", "-1"])
    def test_of_no_page_is_none(self, scan: tuple[TestClient, str], page: str) -> None:
        client, address = scan
        assert client.get(f"{address}/pages/{page}.png").status_code in (404, 422)

    def test_of_a_text_is_none(self, shelf: Shelf) -> None:
        client, address, _ = shelf("a.txt", TEXT.encode())
        assert client.get(f"{address}/pages/1.png").status_code == 404

    def test_stands_beside_the_text_where_one_asks(self, scan: tuple[TestClient, str]) -> None:
        client, address = scan
        picture = f'src="{address}/pages/1.png"'
        assert picture in client.get(f"{address}?view=pages").text
        assert picture not in client.get(address).text
