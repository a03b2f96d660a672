"""Scans, recognised: the text, what it is worth, and what happens where nothing can be recognised."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pytest

from corpus.errors import ToolMissingError
from corpus.files import Recognition, WarningCode, load
from corpus.files.programs import Program
from tests.corpus.files.making import needs
from tests.corpus.files.papers import DIRECTIVE, by_hand, image, joined, needs_font, pdf, scan

GARBLED = b"""BT /F 11 Tf 14 TL 72 760 Td (CQNG HOA XA HQI CHU NGHIA VIET NAM) ' (DQc lap - Tu do - Hanh phdc) '
(Thuc hi#n chi dao cua Uy ban nhan dan tinh ve viec bao cao ket qua) ' (cac don vi truc thuoc phai xay dung) '
(ke hoach cu the va gui ve van phong) ' ET"""


@pytest.fixture(scope="module")
def directive() -> bytes:
    needs(Program.TESSERACT)
    needs_font()
    return pdf(DIRECTIVE)


@pytest.fixture
def no_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing is installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.mark.parametrize(("kind", "turned"), [("PDF", 0), ("PNG", 90), ("JPEG", 4)])
def test_a_scan_is_read_like_the_document(directive: bytes, kind: str, turned: int) -> None:
    loaded = load(image(scan(directive, turned=turned), kind=kind))
    alike = SequenceMatcher(None, loaded.text.split(), load(directive).text.split()).ratio()
    assert alike > 0.97  # a marker may be misread
    assert loaded.ocr
    assert [warning.code for warning in loaded.warnings] == [WarningCode.RECOGNISED]


def test_confidence_is_a_share(directive: bytes) -> None:
    confidence = load(image(scan(directive), kind="PNG")).ocr_confidence
    assert confidence is not None
    assert 0.8 < confidence <= 1


def test_each_page_of_a_tiff_is_a_page(directive: bytes) -> None:
    last = pdf([(85, 100, 14, "Phụ lục danh sách đơn vị")])
    loaded = load(image(scan(directive), scan(last), kind="TIFF"))
    first, second = loaded.pages.pages
    assert loaded.text[first.start : first.end].startswith("ỦY BAN NHÂN DÂN")
    assert loaded.text[second.start : second.end] == "Phụ lục danh sách đơn vị"


def test_text_that_lost_its_marks_is_recognised_anew(directive: bytes) -> None:
    needs(Program.TESSERACT)
    loaded = load(by_hand(GARBLED))
    assert {warning.code for warning in loaded.warnings} >= {WarningCode.BAD_TEXT_LAYER}


def test_stored_text_is_kept_unless_recognition_is_asked_for(directive: bytes) -> None:
    assert not load(directive).ocr
    assert load(directive, recognition=Recognition.ALWAYS).ocr


@pytest.mark.usefixtures("no_programs")
def test_without_tesseract_a_scan_is_refused_with_the_package_to_install(directive: bytes) -> None:
    with pytest.raises(ToolMissingError, match="apt-get install tesseract-ocr tesseract-ocr-vie"):
        load(image(scan(directive), kind="PDF"))


@pytest.mark.usefixtures("no_programs")
def test_without_tesseract_poor_text_is_better_than_none() -> None:
    loaded = load(by_hand(GARBLED))
    assert "CQNG HOA XA HQI CHU NGHIA" in loaded.text
    assert [(warning.code, warning.detail) for warning in loaded.warnings] == [
        (WarningCode.BAD_TEXT_LAYER, "CQNG HOA XA HQI CHU NGHIA VIET NAM DQc l"),
        (WarningCode.NOT_RECOGNISED, "tesseract-ocr tesseract-ocr-vie"),
    ]


@pytest.mark.usefixtures("no_programs")
def test_without_tesseract_the_pages_with_text_are_read(directive: bytes) -> None:
    mixed = joined(directive, image(scan(directive), kind="PDF"))
    loaded = load(mixed)
    assert [page.start < page.end for page in loaded.pages.pages] == [True, False]
    assert [(warning.code, warning.page) for warning in loaded.warnings] == [(WarningCode.NOT_RECOGNISED, 2)]
