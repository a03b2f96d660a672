"""The rows of tables that are drawn with bars or set with tabs.

The flow has a paragraph for each cell; what tells the cells of a row is that they stand on one line of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.text import UPRIGHT_LINES
from extractor.text.phrases import occurrences

__all__ = ["BarredLine", "Place", "Row", "barred_lines", "may_have_rows", "rows_of"]

#: A row of fewer cells is no row: `| Nơi nhận: | GIÁM ĐỐC |`.
_FEWEST_CELLS = 3
#: What parts the cells of a row: an upright line of any kind, a tab.
_BARS = f"|\t{UPRIGHT_LINES}"
#: The beginning of a line with cells enough that something stands in.
_FILLED = rf"[{_BARS} \u00a0]*[^{_BARS} \u00a0\n]"
_ROW = re.compile(rf"[^{_BARS}\n]*[{_BARS}]".join([_FILLED] * _FEWEST_CELLS))


class BarredLine(NamedTuple):
    """A line of the source that may be a row: its number from 0, its span and where its bars stand."""

    number: int
    start: int
    end: int
    bars: list[int]


class Row(NamedTuple):
    """The cells of a row, by column, and those of the row at the head of its table: indices of paragraphs."""

    cells: dict[int, int]
    heads: dict[int, int]


class Place(NamedTuple):
    """Where a cell stands."""

    row: Row
    column: int


def may_have_rows(normalised: str) -> bool:
    """Say whether there are bars enough for a table in a working copy, in which all of them are ``|`` or tabs."""
    return normalised.count("|") + normalised.count("\t") >= 2 * _FEWEST_CELLS


def barred_lines(source: str) -> list[BarredLine]:
    """Return the lines of a text as loaded that may be rows: cells enough that are not empty stand between their bars.

    Time grows with the text; most lines are never looked at.
    """
    found: list[BarredLine] = []
    number = end = 0
    for first, bar in enumerate(bars := _bars(source)):
        if bar < end:
            continue
        start = source.rfind("\n", end, bar) + 1 or end
        number += source.count("\n", end, start)
        end = source.find("\n", bar)
        if end < 0:
            end = len(source)
        if _ROW.match(source, start):
            found.append(BarredLine(number, start, end, bars[first : bisect_left(bars, end, first)]))
    return found


def rows_of(lines: Sequence[BarredLine], cells: Iterable[tuple[int, int]]) -> dict[int, Place]:
    """Return where each cell stands, by the index of its paragraph (time grows with the cells).

    Args:
        lines: The lines that may be rows.
        cells: Index and position in the source of each paragraph that is not empty.
    """
    found: dict[int, Place] = {}
    heads: dict[int, int] = {}
    before = 0
    for line, row in zip(lines, _cells_by_column(lines, cells), strict=True):
        if len(row) < _FEWEST_CELLS:
            continue
        if not heads or line.number - before > 2:
            heads = row  # another table begins after empty lines
        before = line.number
        place = Row(row, heads)
        found.update({index: Place(place, column) for column, index in row.items()})
    return found


def _bars(source: str) -> list[int]:
    """Return where bars stand: looking for each sort of them takes a fifth of the time that a pattern takes."""
    return sorted(place for bar in _BARS if bar in source for place in occurrences(source, bar))


def _cells_by_column(lines: Sequence[BarredLine], cells: Iterable[tuple[int, int]]) -> list[dict[int, int]]:
    """Return for each line the paragraphs that stand on it, by the number of bars before them."""
    starts = [line.start for line in lines]
    found: list[dict[int, int]] = [{} for _ in lines]
    for index, start in cells:
        place = bisect_right(starts, start) - 1
        if place >= 0 and start <= lines[place].end:
            found[place][bisect_left(lines[place].bars, start)] = index
    return found
