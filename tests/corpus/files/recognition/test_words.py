"""Tesseract's table of words, read as words with places on a page."""

from __future__ import annotations

import pytest

from corpus.files.recognition.words import read_tsv

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def word(
    text: str, left: int, top: int, *, line: int = 1, confidence: int = 90, width: int = 60, height: int = 20
) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t{top}\t{width}\t{height}\t{confidence}\t{text}"


def test_pixels_become_points() -> None:
    (found,) = read_tsv("\n".join((HEAD, word("Kế", 200, 100))), 200).words
    assert (found.left, found.right, found.middle) == pytest.approx((72, 93.6, 39.6))


def test_confidence_is_weighted_by_letters() -> None:
    rows = (HEAD, word("ab", 0, 0, confidence=50), word("abcdef", 90, 0, confidence=90))
    assert read_tsv("\n".join(rows), 200).confidence == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        pytest.param(word("~`", 300, 100, confidence=12), False, id="dirt"),
        pytest.param(word("-", 300, 108, confidence=95, height=3), True, id="a dash"),
        pytest.param(word("Nơi", 300, 100, confidence=12), True, id="letters in doubt"),
        pytest.param(word("vạch", 300, 100, height=400), False, id="as high as a column"),
        pytest.param(word(" ", 300, 100), False, id="nothing"),
    ],
)
def test_dirt_is_dropped(row: str, *, kept: bool) -> None:
    rows = (HEAD, word("Kế", 0, 100), word("hoạch", 90, 100), row)
    assert (len(read_tsv("\n".join(rows), 200).words) == 3) is kept


def test_a_line_that_tesseract_disowns_is_dropped() -> None:
    rows = (
        HEAD,
        word("Kế", 0, 100),
        word("xé", 0, 200, line=2, confidence=41),
        word("doắc", 90, 200, line=2, confidence=0),
    )
    assert [found.text for found in read_tsv("\n".join(rows), 200).words] == ["Kế"]


def test_a_line_that_leans_is_straightened() -> None:
    rows = [word("abc", 100 * place, 100 + 4 * place, line=line) for place in range(8) for line in (1,)]
    middles = [found.middle for found in read_tsv("\n".join((HEAD, *rows)), 200).words]
    assert max(middles) - min(middles) == pytest.approx(0, abs=0.01)


def test_an_empty_page_has_no_words() -> None:
    assert read_tsv(HEAD, 200).words == ()
