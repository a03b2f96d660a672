"""The rows of tables that are drawn with bars or set with tabs.

The flow has a paragraph for each cell; what tells the cells of a row is that they stand on one line of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from extractor.text import UPRIGHT_LINES

__all__ = ["Place", "Row", "may_have_rows", "rows_of"]

#: A row of fewer cells is no row: `| Nơi nhận: | GIÁM ĐỐC |`.
_FEWEST_CELLS = 3
_FEWEST_BARS = _FEWEST_CELLS - 1
#: What parts the cells of a row: an upright line of any kind, a tab.
_BAR = re.compile(f"[|\t{UPRIGHT_LINES}]")
_LINE_END = re.compile("\n")


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


def rows_of(source: str, cells: Iterable[tuple[int, int]]) -> dict[int, Place]:
    """Return where each cell stands, by the index of its paragraph (time grows with the text).

    Args:
        source: The text as loaded.
        cells: Index and position in the source of each paragraph that is not empty.
    """
    found: dict[int, Place] = {}
    heads: dict[int, int] = {}
    before = 0
    for line, row in sorted(_lines(source, cells).items()):
        if len(row) < _FEWEST_CELLS:
            continue
        if not heads or line - before > 2:
            heads = row  # another table begins after empty lines
        before = line
        place = Row(row, heads)
        found.update({index: Place(place, column) for column, index in row.items()})
    return found


def _lines(source: str, cells: Iterable[tuple[int, int]]) -> dict[int, dict[int, int]]:
    """Return the paragraphs of each line that bars enough stand on, by the number of bars before them."""
    ends = [match.start() for match in _LINE_END.finditer(source)]
    barred: dict[int, list[int]] = {}
    for match in _BAR.finditer(source):
        barred.setdefault(bisect_left(ends, match.start()), []).append(match.start())
    lines: dict[int, dict[int, int]] = {}
    for index, start in cells:
        line = bisect_left(ends, start)
        bars = barred.get(line, ())
        if len(bars) >= _FEWEST_BARS:
            lines.setdefault(line, {})[bisect_left(bars, start)] = index
    return lines
