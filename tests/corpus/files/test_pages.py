"""The map from offsets to pages."""

from __future__ import annotations

import pytest

from corpus.extraction import extract_loaded
from corpus.files import LoadedText, Page, PageMap

TEXT = "KẾ HOẠCH\nTổ chức hội nghị\n\nI. NỘI DUNG\n1. Báo cáo trước ngày 15/9/2031.\nII. KINH PHÍ\n"
SECOND = TEXT.index("1. Báo")
PAGES = PageMap.of(
    [
        Page(1, 0, SECOND - 1),
        Page(2, SECOND, TEXT.index("II."), ocr=True, confidence=0.8),
        Page(3, TEXT.index("II."), TEXT.index("II.")),
        Page(4, TEXT.index("II."), len(TEXT), ocr=True, confidence=0.6),
    ]
)


@pytest.mark.parametrize(
    ("offset", "number"),
    [
        pytest.param(0, 1, id="the first letter"),
        pytest.param(SECOND - 1, 1, id="between two pages"),
        pytest.param(SECOND, 2, id="the first letter of a page"),
        pytest.param(TEXT.index("II."), 4, id="an empty page holds nothing"),
        pytest.param(len(TEXT), 4, id="the end"),
    ],
)
def test_page_of_an_offset(offset: int, number: int) -> None:
    page = PAGES.at(offset)
    assert page is not None
    assert page.number == number


def test_no_pages() -> None:
    assert (PageMap().at(0), PageMap().ocr, PageMap().confidence, bool(PageMap())) == (None, False, None, False)


def test_confidence_is_the_mean_over_the_letters_recognised() -> None:
    pages = PageMap.of([Page(1, 0, 10, ocr=True, confidence=0.9), Page(2, 10, 40, ocr=True, confidence=0.5)])
    assert pages.confidence == pytest.approx(0.6)


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param([Page(1, 5, 4)], id="ends before it begins"),
        pytest.param([Page(1, 0, 5), Page(2, 4, 6)], id="overlap"),
    ],
)
def test_pages_out_of_order_are_refused(pages: list[Page]) -> None:
    with pytest.raises(ValueError, match="begins before"):
        PageMap.of(pages)


def test_records_carry_the_page_of_their_evidence() -> None:
    loaded = LoadedText("a.pdf", TEXT, "application/pdf", "0" * 64, pages=PAGES)
    directive = extract_loaded(loaded).directive
    assert [section.page for section in directive.sections] == [1, 2, 4]
    assert [deadline.page for deadline in directive.deadlines] == [2]


def test_source_says_how_the_text_was_read() -> None:
    loaded = LoadedText("a.pdf", TEXT, "application/pdf", "0" * 64, "pdf", "3 tesseract/5", PAGES)
    source = extract_loaded(loaded).directive.source
    assert (source.loader, source.loader_version, source.ocr) == ("pdf", "3 tesseract/5", True)
    assert [(page.number, page.ocr_confidence) for page in source.pages] == [(1, None), (2, 0.8), (4, 0.6)]
