from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.lexicon import load
from extractor.outline.damaged import closest, closest_beginning, is_damaged
from extractor.outline.head import type_of_line
from extractor.outline.kinds import kind_of
from extractor.outline.shapes import fold
from extractor.reading import Reading
from schemas.vocabulary import DocumentType, SectionKind

Read = Callable[[str], Reading]

PHRASES = [
    *load("document_types")["lines"],
    *(phrase for phrases in load("section_kinds").values() for phrase in phrases),
    *load("letterhead")["issuers"]["fixed"],
    *load("letterhead")["titles"]["phrases"],
]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("QUYÉT ĐINH", DocumentType.QUYET_DINH, id="other marks"),
        pytest.param("KẼ HOACH", DocumentType.KE_HOACH, id="marks lost"),
        pytest.param("CHÌ TH!", DocumentType.CHI_THI, id="a sign for a letter"),
        pytest.param("THÔNC BÁO", DocumentType.THONG_BAO, id="a letter for another"),
        pytest.param("CHƯƠNG TRlNH", DocumentType.CHUONG_TRINH, id="a small letter among capitals"),
        pytest.param("BÁ0 CÁO", DocumentType.BAO_CAO, id="a digit for a letter"),
        pytest.param("QUYÉT ĐỊN H", DocumentType.QUYET_DINH, id="a word torn apart"),
        pytest.param("KÉHOẠCH", DocumentType.KE_HOACH, id="words run together"),
        pytest.param("THÔNG BÁC", None, id="well-formed words are not guessed at"),
        pytest.param("HỘI NÔNG DÂN", None, id="a body"),
        pytest.param("SỐ: 12/KH-UBND", None, id="a number"),
        pytest.param("THÔNG CB0", None, id="like several"),
    ],
)
def test_type_line_under_a_letterhead(line: str, kind: DocumentType | None) -> None:
    assert type_of_line(line, lenient=True) is kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        pytest.param("TỎ CHỨC THỰC HIẸN", SectionKind.TO_CHUC_THUC_HIEN, id="other marks"),
        pytest.param("MUC ĐICH, YÊU CÂU", SectionKind.MUC_DICH_YEU_CAU, id="marks lost"),
        pytest.param("MỤC ĐlCH, YÊU CẦU", SectionKind.MUC_DICH_YEU_CAU, id="a small letter among capitals"),
        pytest.param("NHIỆM VỊJ, GIẢI PHÁP", SectionKind.NHIEM_VU_GIAI_PHAP, id="a letter made two"),
        pytest.param("CÁC GlẢI PHÁP", SectionKind.NHIEM_VU_GIAI_PHAP, id="after a plural word"),
        pytest.param("CÁC CHUYÊN ĐỀ TCVN", None, id="an abbreviation is no damage to guess at"),
    ],
)
def test_heading_at_the_top_level(heading: str, kind: SectionKind | None) -> None:
    assert kind_of(heading, top=True) is kind


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        pytest.param("SỠ Y TÊ", "Sở Y tế", id="other marks"),
        pytest.param("LlÊN ĐOÀN LAO ĐỘNG TỈNH ĐẮK LẮK", "Liên đoàn Lao động tỉnh Đắk Lắk", id="a small letter"),
        pytest.param("SỞ GIAO THÔNC VẬN TẢI", "Sở Giao thông vận tải", id="a letter for another"),
    ],
)
def test_issuer(read: Read, printed: str, issuer: str) -> None:
    text = f"{printed}\nSố: 12/KH-SYT\n\nKẾ HOẠCH\nTập huấn\n\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức."
    assert read(text).header.issuer == issuer


@given(st.sampled_from(PHRASES))
def test_an_undamaged_phrase_is_never_compared_by_likeness(phrase: str) -> None:
    line = phrase.upper().replace("TNCS", "THANH NIÊN")
    assert not is_damaged(line)
    assert closest(line, {fold(line): line}) is None
    assert closest_beginning(line, {fold(line): line}) is None
