"""The end of a line tells whether its sentence goes on."""

from __future__ import annotations

import pytest

from extractor.lexicon import load
from extractor.outline.breaks import hangs, has_ended, is_shouted, last_of_hanging


@pytest.mark.parametrize(
    ("line", "ended"),
    [
        ("tổng hợp.", True),
        ("gồm:", True),
        ("v.v…", True),
        ('theo quy định.")', True),
        ("(gửi kèm)", False),
        ("và các", False),
    ],
)
def test_has_ended(line: str, ended: bool) -> None:
    assert has_ended(line) is ended


@pytest.mark.parametrize(
    ("line", "hanging"),
    [
        ("thực hiện nhiệm vụ của", True),
        ("các sở,", True),
        ("trong nhiệm kỳ", True),
        ("Năm 2025 đến cuối nhiệm kỳ", False),
        ("được tổ chức ở", True),
        ("tại cơ sở", False),
        ("12", False),
    ],
)
def test_hangs(line: str, hanging: bool) -> None:
    assert hangs(line) is hanging


@pytest.mark.parametrize("word", load("layout")["hanging"])
def test_every_hanging_word_hangs_and_ends_as_is_said(word: str) -> None:
    assert hangs(f"Báo cáo {word}")
    assert word[-1] in last_of_hanging()


@pytest.mark.parametrize(("text", "shouted"), [("TỔ CHỨC", True), ("Tổ chức", False), ("UBND", False), ("1 2", False)])
def test_is_shouted(text: str, shouted: bool) -> None:
    assert is_shouted(text) is shouted
