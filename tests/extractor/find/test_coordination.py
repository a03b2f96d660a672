"""What stands between two names of one list, and what parts them."""

from __future__ import annotations

import pytest

from extractor.find.bodies.coordination import joined

FIRST, SECOND = "Sở Y tế", "Sở Nội vụ"

JOINTS = [
    ", ",
    " và ",
    ", và ",
    "/",
    "; các ",
    ", 02 ",
    " - ",
    ": ",
    " hoặc từng ",
    " cùng với ",
    ", cũng như ",
    ", cá nhân, ",
    ", người dân và các ",
    " như: ",
    " (gồm các ",
    " (nếu có) và ",
    " trên địa bàn tỉnh và các ",
    ", MỘT SỐ ",
    " VỚI ",
]
PARTINGS = [
    " giao ",
    ", giao ",
    ". ",
    ",\n",
    "; phối hợp với ",
    " (chủ trì) và ",
    " trong năm, ",
    " vàng ",
    ", và sau khi đã họp bàn thì cùng với " + "rất nhiều " * 10,
    "",
]


@pytest.mark.parametrize("joint", JOINTS)
def test_a_list_goes_on_over(joint: str) -> None:
    assert joined(f"{FIRST}{joint}{SECOND}", len(FIRST), len(FIRST + joint))


@pytest.mark.parametrize("parting", PARTINGS)
def test_a_list_ends_before(parting: str) -> None:
    assert not joined(f"{FIRST}{parting}{SECOND}", len(FIRST), len(FIRST + parting))
