"""Text with marks as HTML: nothing lost, nothing unescaped, well-formed whatever way the marks lie."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from corpus.store.searchquery import parse_query
from corpus.store.snippets import best_snippet
from corpus.web.highlighting import Mark, excerpt, highlight, shown, stretches

HOSTILE = '<script>alert(1)</script> & "quoted" \' <img src=x onerror=alert(1)>'


class Page(HTMLParser):
    """What a browser would make of it: its text, its elements, and whether they nest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.covered: dict[str, str] = {}
        self._records: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.open.append(tag)
        self.tags.add(tag)
        self._records.append(facts.get("id") or facts.get("data-record") or "")
        if (name := facts.get("id")) is not None:
            self.ids.append(name)
        if (href := facts.get("href")) is not None:
            self.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._records.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for record in filter(None, self._records):
            self.covered[record] = self.covered.get(record, "") + data


def page_of(text: str, marks: list[Mark], cuts: list[int] | None = None) -> Page:
    parts = highlight(text, marks, [len(text)] if cuts is None else cuts)
    for part in parts:
        assert Page(part).open == [], "every part stands for itself"
    page = Page("".join(parts))
    assert page.open == []
    return page


def mark(start: int, end: int, name: str = "citation-1", *, href: bool = True) -> Mark:
    return Mark(start, end, "citations", name, f"?record={name}" if href else None)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark], list[int]]:
    text = draw(st.text(min_size=1, max_size=60))
    places = st.integers(0, len(text) - 1)
    marks = [
        mark(start, draw(st.integers(start + 1, len(text))), f"r-{number}", href=draw(st.booleans()))
        for number, start in enumerate(draw(st.lists(places, max_size=8)))
    ]
    cuts = sorted({*draw(st.lists(places.filter(bool), max_size=4)), len(text)})
    return text, marks, cuts


class TestHighlight:
    @given(marked_texts())
    def test_text_of_the_page_is_the_text(self, case: tuple[str, list[Mark], list[int]]) -> None:
        text, marks, cuts = case
        assert page_of(text, marks, cuts).text == shown(text)

    @given(marked_texts())
    def test_every_mark_covers_its_stretch_and_has_its_id_once(self, case: tuple[str, list[Mark], list[int]]) -> None:
        text, marks, cuts = case
        page = page_of(text, marks, cuts)
        assert sorted(page.ids) == sorted(one.id for one in marks)
        assert page.covered == {one.id: shown(text)[one.start : one.end] for one in marks}

    @given(marked_texts())
    def test_no_mark_is_linked_twice(self, case: tuple[str, list[Mark], list[int]]) -> None:
        text, marks, cuts = case
        links = page_of(text, marks, cuts).links
        assert len(links) == len(set(links))

    def test_mark_that_holds_others_is_linked_from_its_bare_part(self) -> None:
        page = page_of("trước ngày 31/3 hằng năm", [mark(0, 24, "outer"), mark(6, 15, "inner")])
        assert page.links == ["?record=outer", "?record=inner"]

    def test_link_stays_one_under_a_mark_that_is_only_seen(self) -> None:
        page = page_of("abcdef", [mark(0, 6, "record"), mark(0, 6, "seen", href=False)])
        assert page.links == ["?record=record"]

    def test_crossing_marks_are_closed_and_opened_again(self) -> None:
        page = page_of("abcdefghi", [mark(0, 6, "left"), mark(3, 9, "right")])
        assert page.covered == {"left": "abcdef", "right": "defghi"}

    @pytest.mark.parametrize("text", [HOSTILE, "</span></a><b>", "&lt;b&gt;", "a\x00b\x1b[31m", '" onclick="x'])
    def test_hostile_text_stays_text(self, text: str) -> None:
        page = page_of(text, [mark(1, len(text) - 1)])
        assert page.text == shown(text)
        assert page.tags == {"a"}

    def test_parts_are_as_many_as_cuts(self) -> None:
        assert highlight("một hai ba", [mark(2, 8)], [4, 10]) == [
            Markup('mộ<span class="m citations" id="citation-1"><a href="?record=citation-1">t </a></span>'),
            Markup('<span class="m citations" data-record="citation-1">hai </span>ba'),
        ]


class TestShown:
    @given(st.text())
    def test_is_as_long_as_the_text(self, text: str) -> None:
        assert len(shown(text)) == len(text)

    @pytest.mark.parametrize(
        ("text", "page"),
        [
            pytest.param("a\r\nb", "a \nb", id="line-of-windows"),
            pytest.param("a\rb\fc\u2028d", "a\nb\nc\nd", id="other-line-ends"),
            pytest.param("a\x00b", "a\ufffdb", id="nul"),
            pytest.param("gpj\u202eexe", "gpj\ufffdexe", id="turned-around"),
            pytest.param("Đắk Lắk\tx\n", "Đắk Lắk\tx\n", id="plain"),
        ],
    )
    def test_shows(self, text: str, page: str) -> None:
        assert shown(text) == page


class TestStretches:
    @given(st.text(alphabet="ab\n", max_size=200), st.lists(st.integers(0, 200), max_size=5))
    def test_lead_to_the_end_in_order(self, text: str, breaks: list[int]) -> None:
        cuts = stretches(text, breaks)
        assert cuts == sorted(set(cuts))
        assert cuts[-1:] == ([len(text)] if text else [])
        assert {place for place in breaks if 0 < place < len(text)} <= set(cuts)

    def test_long_text_is_cut_at_ends_of_lines(self) -> None:
        text = "một dòng chữ\n" * 2_000
        cuts = stretches(text)
        assert all(text[cut - 1] == "\n" for cut in cuts)
        assert max(after - before for before, after in zip([0, *cuts], cuts, strict=False)) < 5_000


class TestExcerpt:
    def test_matches_are_marked_and_the_rest_escaped(self) -> None:
        text = "Xét <b>báo cáo</b> & kế hoạch\nsố 12"
        html = excerpt(text, best_snippet(text, parse_query('"bao cao"').terms))
        assert html == "Xét &lt;b&gt;<mark>báo cáo</mark>&lt;/b&gt; &amp; kế hoạch số 12"
