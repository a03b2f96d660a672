"""Paragraphs side by side are one stretch of the text."""

from __future__ import annotations

import pytest

from extractor.find.stretches import stretches
from extractor.reading import Paragraph, PartOfDocument


@pytest.mark.parametrize(
    ("paragraphs", "covered"),
    [
        pytest.param([], [], id="none"),
        pytest.param([(0, 4)], [(0, 4)], id="one"),
        pytest.param([(0, 4), (5, 9), (10, 12)], [(0, 12)], id="side-by-side"),
        pytest.param([(0, 4), (10, 12), (13, 20)], [(0, 4), (10, 20)], id="with-a-gap"),
    ],
)
def test_spans_that_paragraphs_cover(paragraphs: list[tuple[int, int]], covered: list[tuple[int, int]]) -> None:
    laid_out = [Paragraph(start, end, PartOfDocument.BODY, None, start) for start, end in paragraphs]
    assert list(stretches(laid_out)) == covered
