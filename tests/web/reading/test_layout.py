"""How a document is laid out beside its text: headings, outline, places of words that were searched for."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from corpus.extraction import extract_loaded
from corpus.files import load
from corpus.web.highlighting import shown
from corpus.web.reading.finding import found_in
from corpus.web.reading.marking import leaves, place_of_heading
from corpus.web.reading.outline import Branch, outline
from corpus.web.reading.paper import Paper
from schemas import Page, Section, Span

PLAN = """KẾ HOẠCH
Về phòng cháy rừng

Phần I
MỤC TIÊU

1. Tập huấn
- Ít nhất 95% cán bộ được tập huấn trước ngày 30/6/2031.
2. Trực đêm trong mùa khô.
"""


def paper_of(text: str, pages: tuple[Page, ...] = ()) -> Paper:
    document = extract_loaded(load(text.encode()))
    directive = document.directive
    source = directive.source.model_copy(update={"pages": pages})
    object.__setattr__(document, "directive", directive.model_copy(update={"source": source}))
    return Paper(
        id=1,
        sha256=directive.source.sha256,
        document=document,
        rejected={},
        kept=[],
        paths=[],
        warnings=[],
        media_type="text/plain",
        characters=len(text),
        pages=None,
        loader=None,
        loader_version=None,
        is_recognised=False,
        recognition_confidence=None,
        extractor_version="1",
        stored_at="2031-01-01T00:00:00",
    )


def headings(branches: list[Branch]) -> list[tuple[str, str, list[object]]]:
    return [(one.marker, one.heading, list(headings(one.below))) for one in branches]


class TestOutline:
    def test_holds_numbered_sections_and_no_bullets(self) -> None:
        assert headings(list(outline(paper_of(PLAN)))) == [
            ("Phần I", "MỤC TIÊU", [("1", "Tập huấn", []), ("2", "Trực đêm trong mùa khô.", [])])
        ]

    def test_of_a_text_without_sections_is_empty(self) -> None:
        assert outline(paper_of("Không có mục nào.\n")) == []

    def test_long_one_is_cut_at_a_level(self) -> None:
        chapters = "".join(
            f"{'I' * chapter}. CHƯƠNG\n" + "".join(f"{number}. Việc thứ {number}.\n" for number in range(1, 90))
            for chapter in (1, 2, 3)
        )
        found = outline(paper_of(f"KẾ HOẠCH\nVề việc dài\n\n{chapters}"))
        assert [(one.marker, list(one.below)) for one in found] == [("I", []), ("II", []), ("III", [])]


@pytest.mark.parametrize(
    ("text", "marker", "heading", "place"),
    [
        pytest.param("I. MỤC TIÊU\nvà", "I", "MỤC TIÊU", "I. MỤC TIÊU", id="on its line"),
        pytest.param("Phần I\nMỤC TIÊU\nvà", "Phần I", "MỤC TIÊU", "Phần I\nMỤC TIÊU", id="on the next line"),
        pytest.param(
            "Điều 1. Phạm  vi\n áp dụng\n", "Điều 1", "Phạm vi áp dụng", "Điều 1. Phạm  vi\n áp dụng", id="wrapped"
        ),
        pytest.param("1. Trực đêm.", "1", None, "1", id="marker alone"),
        pytest.param("2. Chữ khác\nrồi", "2", "Không có ở đây", "2. Chữ khác", id="heading not to be found"),
    ],
)
def test_heading_stands(text: str, marker: str, heading: str | None, place: str) -> None:
    section = Section(id="s1", level=1, marker=marker, heading=heading, span=Span(start=0, end=len(text)))
    assert place_of_heading(section, text).of(text) == place


class TestLeaves:
    def test_pages_hold_the_whole_text(self) -> None:
        middle = PLAN.index("1. Tập")
        pages = (
            Page(number=1, span=Span(start=0, end=middle)),
            Page(number=3, span=Span(start=middle, end=len(PLAN))),
        )
        found = leaves(paper_of(PLAN, pages))
        texts = [Markup("").join(one.html for one in leaf.stretches).striptags() for leaf in found]
        assert [leaf.number for leaf in found] == [1, 3]
        assert [text.split() for text in texts] == [PLAN[:middle].split(), PLAN[middle:].split()]

    def test_links_ask_again_what_was_asked(self) -> None:
        (leaf,) = leaves(paper_of(PLAN), asked="view=text&")
        assert 'href="?view=text&amp;record=t1#t1"' in leaf.stretches[0].html


class TestFound:
    @pytest.mark.parametrize(
        ("typed", "words"),
        [
            pytest.param("tap huan", ["Tập huấn", "tập huấn"], id="in a row"),
            pytest.param("huấn trực", ["huấn", "huấn", "Trực"], id="each by itself"),
            pytest.param("xyz", [], id="nowhere"),
            pytest.param("type:no_type", [], id="what cannot be asked"),
            pytest.param("", [], id="nothing"),
        ],
    )
    def test_places(self, typed: str, words: list[str]) -> None:
        assert [shown(PLAN)[start:end] for start, end in found_in(PLAN, typed)] == words
