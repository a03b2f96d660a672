"""The working copy is what patterns may rely on, and every position in it leads back to the source."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.text import normalise


@pytest.mark.parametrize(
    ("printed", "working"),
    [
        pytest.param(unicodedata.normalize("NFD", "Đại hội Công đoàn"), "Đại hội Công đoàn", id="decomposed-letters"),
        pytest.param("hoà bình", "hòa bình", id="old-tone-oa"),
        pytest.param("sức khoẻ", "sức khỏe", id="old-tone-oe"),
        pytest.param("Uỷ ban", "Ủy ban", id="old-tone-uy"),
        pytest.param("KHOÁ XIII", "KHÓA XIII", id="old-tone-capitals"),
        pytest.param("quý I", "quý I", id="u-of-qu-keeps-its-tone"),
        pytest.param("hoàn toàn", "hoàn toàn", id="closed-syllable-keeps-its-tone"),
        pytest.param("2020 – 2025", "2020 - 2025", id="dash"),
        pytest.param("“Mái ấm”", '"Mái ấm"', id="double-quotes"),
        pytest.param("số\u00a026", "số 26", id="no-break-space"),
        pytest.param("công\u00adđoàn", "côngđoàn", id="soft-hyphen"),
        pytest.param("\ufeffKẾ HOẠCH", "KẾ HOẠCH", id="byte-order-mark"),
        pytest.param("**TM. BAN THƯỜNG VỤ**", "TM. BAN THƯỜNG VỤ", id="markdown-bold"),
        pytest.param("theo *Kế hoạch* này", "theo Kế hoạch này", id="markdown-italics"),
        pytest.param("## II. NỘI DUNG", "II. NỘI DUNG", id="markdown-heading"),
        pytest.param("* Đối tượng", "* Đối tượng", id="a-star-that-is-a-bullet-stays"),
        pytest.param("LĐLD tỉnh", "LĐLĐ tỉnh", id="certain-misreading"),
        pytest.param("Noi nhận:", "Nơi nhận:", id="misread-fixed-phrase"),
        pytest.param("theo qui định", "theo quy định", id="old-spelling-of-quy"),
        pytest.param("theo số31-QĐ/TW", "theo số 31-QĐ/TW", id="number-glued-to-its-word"),
        pytest.param("trước ngày22", "trước ngày 22", id="day-glued-to-its-word"),
        pytest.param("đã banhành", "đã ban hành", id="glued-words"),
        pytest.param("một\r\nhai", "một \nhai", id="line-ends-of-dos"),
    ],
)
def test_the_working_copy_reads(printed: str, working: str) -> None:
    assert normalise(printed).text == working


@pytest.mark.parametrize(
    ("source", "read", "evidence"),
    [
        pytest.param("theo số31-QĐ/TW", "số 31-QĐ/TW", "số31-QĐ/TW", id="space-put-in"),
        pytest.param("x **TM. BAN** y", "TM. BAN", "TM. BAN", id="stars-left-out"),
        pytest.param("đã banhành rồi", "ban hành", "banhành", id="words-parted"),
        pytest.param("bô\u0323 công nghệ\u0323 số", "công nghệ", "công nghệ\u0323", id="a-mark-printed-twice"),
        pytest.param("cô\u00adng đoàn ta", "công đoàn", "cô\u00adng đoàn", id="hyphen-inside"),
    ],
)
def test_what_is_read_leads_to_its_evidence(source: str, read: str, evidence: str) -> None:
    working = normalise(source)
    start = working.text.index(read)
    assert source[slice(*working.span(start, start + len(read)))] == evidence


@given(st.text())
def test_any_character_of_the_working_copy_has_evidence(source: str) -> None:
    working = normalise(source)
    for position in range(len(working.text)):
        start, end = working.span(position, position + 1)
        assert 0 <= start <= end <= len(source)


@given(st.text(alphabet="aáoàuyỷ \n*“”–\u0301\u00ad1số"))
def test_evidence_is_in_order(source: str) -> None:
    working = normalise(source)
    starts = [working.span(position, position + 1)[0] for position in range(len(working.text))]
    assert starts == sorted(starts)


@given(st.text())
def test_the_source_is_kept_as_it_was(source: str) -> None:
    assert normalise(source).source == source


@given(st.text(alphabet="aáoàuyỷ \n*“”–\u00ad1số"))
def test_lines_stay_lines(source: str) -> None:
    assert normalise(source).text.count("\n") == source.count("\n")
