"""Paragraphs that stand side by side, as one stretch of the text: a long one is scanned faster than many short ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.reading import Paragraph

__all__ = ["stretches"]


def stretches(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[int, int]]:
    """Yield the flow spans that `paragraphs`, which ascend, cover together with the line feeds between them."""
    start = end = -1
    for paragraph in paragraphs:
        if start < 0:
            start = paragraph.start
        elif paragraph.start != end + 1:
            yield start, end
            start = paragraph.start
        end = paragraph.end
    if start >= 0:
        yield start, end
