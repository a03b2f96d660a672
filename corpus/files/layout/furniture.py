"""What pages carry and the document does not say: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from corpus.files.layout.rows import Row

__all__ = ["furniture"]

#: Running heads and feet are at most this many rows, and stand in this share of the height of the page.
_DEPTH = 3
_MARGIN = 0.12
#: What stands on so many pages at least, and on this share of them, runs through the document.
_LEAST_PAGES = 3
_SHARE = 0.4

_PAGE_NUMBER = regex.compile(r"\W{0,3}(?:[Tt]rang\s?)?(\d{1,4})(?:\s?/\s?\d{1,4})?\W{0,3}")
_FIGURES = regex.compile(r"\d+")


def furniture(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[tuple[int, int]]:
    """Return for each page how many of its first and of its last rows are furniture."""
    shift = _shift(pages, heights)
    heads = Counter(
        key for rows, height in zip(pages, heights, strict=True) for key in set(_keys(rows, height, up=True))
    )
    feet = Counter(
        key for rows, height in zip(pages, heights, strict=True) for key in set(_keys(rows, height, up=False))
    )
    least = max(_LEAST_PAGES, len(pages) * _SHARE)
    found: list[tuple[int, int]] = []
    for index, (rows, height) in enumerate(zip(pages, heights, strict=True)):
        number = None if shift is None else index + shift
        above = _depth(rows, _keys(rows, height, up=True), heads, least, number, up=True)
        below = _depth(rows[above:], _keys(rows[above:], height, up=False), feet, least, number, up=False)
        found.append((above, below))
    return found


def _edge(rows: Sequence[Row], height: float, *, up: bool) -> Sequence[Row]:
    """Return the rows in the margin, the outermost first."""
    if up:
        return [row for row in rows[:_DEPTH] if row.bottom < height * _MARGIN]
    return [row for row in reversed(rows[-_DEPTH:]) if row.top > height * (1 - _MARGIN)]


def _keys(rows: Sequence[Row], height: float, *, up: bool) -> list[str]:
    """Return what of the rows in the margin is the same on every page: their words without figures."""
    return [_FIGURES.sub("#", row.text) for row in _edge(rows, height, up=up)]


def _shift(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> int | None:
    """Return by how much printed page numbers are ahead of the place of their page; ``None`` where none are printed.

    The commonest difference decides, so that a lone number that happens to stand at the edge is left in the text.
    """
    shifts = Counter(
        number - index
        for index, (rows, height) in enumerate(zip(pages, heights, strict=True))
        for row in (*_edge(rows, height, up=True), *_edge(rows, height, up=False))
        if (number := _number(row)) is not None
    )
    if not shifts:
        return None
    shift, times = shifts.most_common(1)[0]
    return shift if times > 1 or shift == 1 else None


def _number(row: Row) -> int | None:
    match = _PAGE_NUMBER.fullmatch(row.text)
    return int(match[1]) if match else None


def _depth(
    rows: Sequence[Row], keys: Sequence[str], common: Counter[str], least: float, number: int | None, *, up: bool
) -> int:
    """Return how many rows from the edge are furniture: up to the innermost that surely is."""
    depth = 0
    for place, key in enumerate(keys):
        row = rows[place] if up else rows[-1 - place]
        if (number is not None and _number(row) == number) or (common[key] >= least and len(key) > 1):
            depth = place + 1
    return depth
