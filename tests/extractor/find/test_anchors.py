"""The places from which finders begin: fixed phrases found in one pass over a text."""

import pytest

from extractor.find.citations.anchors import Anchors, find_anchors
from extractor.find.first_words import scan_first_words


def anchors_in(text: str) -> Anchors:
    return find_anchors(text, scan_first_words(text.lower()).citations)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("theo Luật Nhà ở", ["luật"], id="a statute"),
        pytest.param("BỘ LUẬT LAO ĐỘNG", ["bộ luật", "luật"], id="capitals, the longer one first"),
        pytest.param("theo luật nhà ở", [], id="small letters begin no name"),
        pytest.param("nghị quyết Trung ương 4", ["nghị quyết"], id="small letters before a plenum"),
        pytest.param("BộLuật Lao động", [], id="inside a word"),
    ],
)
def test_words_that_may_begin_a_citation_by_name(text: str, words: list[str]) -> None:
    found = anchors_in(text).names
    assert [anchor.word for anchor in found] == words
    assert [text[anchor.start : anchor.end].lower() for anchor in found] == words


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param("Thông tư 02 và số 15", ["02", "15"], id="after a kind and after the word for a number"),
        pytest.param("CHỈ THỊ 05", ["05"], id="capitals"),
        pytest.param("Thông tư của 02 bộ", [], id="another word between"),
    ],
)
def test_figures_that_may_be_serials(text: str, figures: list[str]) -> None:
    assert [text[start : start + 2] for start in anchors_in(text).serials] == figures
