"""Words that a scanner damaged are mended where official Vietnamese knows one spelling; nothing else is touched."""

from __future__ import annotations

import pytest

from extractor.text.codepage import encoded
from extractor.text.mending import mend

DAMAGED = [
    ("triên khai Kê hoạch", "triển khai Kế hoạch"),
    ("Yêu câu các sở", "Yêu cầu các sở"),
    ("UBND thành phô", "UBND thành phố"),
    ("TÔ CHỨC HỘI NGHỊ", "TỔ CHỨC HỘI NGHỊ"),
    ("giáo đục nghề nghiệp", "giáo dục nghề nghiệp"),
]

SOUND = [
    "Đề nghị các đơn vị thực hiện.",
    "có quan hệ phối hợp",  # like `cơ quan`, and right
    "tô màu, chức danh",  # the two syllables of `tổ chức`, apart
    "tô chúc",  # both syllables differ: too little is left to be sure
    "Hội Chữ thập đỏ",
    "công ty cổ phần Cấp nước",  # a name begins inside `phân cấp`
    "",
]


def mended(text: str) -> str:
    return mend(text, encoded(text))


@pytest.mark.parametrize(("printed", "meant"), DAMAGED)
def test_one_damaged_syllable_is_mended_in_its_case(printed: str, meant: str) -> None:
    assert mended(printed) == meant


@pytest.mark.parametrize("text", SOUND)
def test_what_may_be_meant_stays(text: str) -> None:
    assert mended(text) == text


def test_the_length_never_changes() -> None:
    text = "Yêu câu triên khai Kê hoạch ở thành phô. " * 500
    assert len(mended(text)) == len(text)


def test_a_long_text_that_begins_clean_is_left_alone() -> None:
    clean = "Các đơn vị nghiêm túc thực hiện. " * 500
    assert mended(clean + "yêu câu") == clean + "yêu câu"
