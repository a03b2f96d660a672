"""An archive of documents that mean harm, and what a browser would see of a page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from corpus.index import Options, index

ATTACK = "<img src=x onerror=alert(1)>"
NAME = f"x {ATTACK}\" onmouseover='alert(1)' ‮gpj.txt"

DIRECTIVE = """TỈNH ỦY ĐẮK LẮK {attack}
*
Số 49-KH/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Đắk Lắk, ngày 12 tháng 3 năm 2031

KẾ HOẠCH
Về phòng cháy rừng </title><script>alert(2)</script>{attack}

Thực hiện Kết luận số 76-KL/TW ngày 15/01/2031 của {attack} về "{attack}".

I. MỤC TIÊU {attack}
1. Ít nhất 95% cán bộ "{attack}" được tập huấn trước ngày 30/6/2031.

II. TỔ CHỨC THỰC HIỆN
1. Văn phòng Tỉnh ủy {attack} chủ trì tham mưu triển khai javascript:alert(1); báo cáo trước 15/12/2031.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần {attack} Bình
"""


class Seen(HTMLParser):
    """A page as its elements, by what a test asks of them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        """Where the links lead."""
        return [facts["href"] for tag, facts in self.elements if tag == "a" and "href" in facts]

    def ids(self) -> list[str]:
        """The ids of all elements."""
        return [facts["id"] for _, facts in self.elements if "id" in facts]

    def named(self, name: str) -> list[dict[str, str]]:
        """The fields of a form of this name."""
        return [facts for _, facts in self.elements if facts.get("name") == name]

    def harm(self) -> list[str]:
        """What a page of ours never has: scripts in it, handlers, styles, addresses that are programs."""
        found = [f"<{tag} {facts}>" for tag, facts in self.elements if tag == "script" and "src" not in facts]
        for tag, facts in self.elements:
            found += [f"<{tag} {name}=…>" for name in facts if name.startswith("on") or name == "style"]
            addresses = (facts.get(name, "") for name in ("href", "src", "action", "formaction"))
            found += [f"<{tag}> {one}" for one in addresses if one.strip().lower().startswith(("javascript:", "data:"))]
            if tag == "img" and not facts.get("src", "").startswith("/"):
                found.append(f"<img src={facts.get('src')}>")
        return found


@pytest.fixture(scope="session")
def hostile_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of one directive whose text and name are attacks, and of a file that cannot be read."""
    folder = tmp_path_factory.mktemp("hostile")
    index([write_hostile(folder)], folder / "archive.db", Options(processes=0))
    return folder / "archive.db"


def write_hostile(folder: Path) -> Path:
    """Write the directive, and the file that cannot be read, into a folder of their own."""
    inside = folder / "in"
    inside.mkdir()
    (inside / NAME.replace("/", "∕")).write_text(DIRECTIVE.format(attack=ATTACK), "utf-8")
    (inside / f"{ATTACK}.pdf").write_bytes(b"%PDF-1.7 broken")
    return inside


def seen(client: TestClient, address: str, **headers: str) -> Seen:
    """The page at an address, which must be there."""
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return Seen(answer.text)
