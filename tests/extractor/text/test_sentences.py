"""Sentences as spans of the flow."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text.sentences import sentences

CASES = [
    ("Gửi báo cáo về Sở trước ngày 5.6.2024.", ["Gửi báo cáo về Sở trước ngày 5.6.2024."]),
    ("Họp một lần. Gửi biên bản về Sở.", ["Họp một lần.", "Gửi biên bản về Sở."]),
    ("Đón đoàn tại TP. Hà Nội. Gửi biên bản về Sở", ["Đón đoàn tại TP. Hà Nội.", "Gửi biên bản về Sở"]),
    ("Mời PGS. Trần Văn An. Gửi giấy mời.", ["Mời PGS. Trần Văn An.", "Gửi giấy mời."]),
    ("Họp tại trụ sở (tầng 2). Gửi biên bản!", ["Họp tại trụ sở (tầng 2).", "Gửi biên bản!"]),
    ("Mở lớp cho trạm thú y. Trưởng trạm mời giảng viên", ["Mở lớp cho trạm thú y.", "Trưởng trạm mời giảng viên"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_split(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


def test_positions_are_those_of_the_whole_text() -> None:
    text = "I. Mục đích\nHọp một lần. Gửi biên bản."
    assert sentences(text, 12, len(text)) == [(12, 24), (25, 38)]


@given(st.text(alphabet='ab .!?…"()Đệ1', max_size=80))
def test_sentences_are_ordered_and_lose_nothing_but_space(text: str) -> None:
    spans = sentences(text, 0, len(text))
    assert all(start < end for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    assert spans == sorted(spans)


def test_a_stop_beyond_doubt_needs_no_splitter() -> None:
    code = (
        "import sys; from extractor.text.sentences import sentences; t = 'Họp một lần. Gửi biên bản.'; "
        "print(len(sentences(t, 0, len(t))), 'underthesea' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["2", "False"]
