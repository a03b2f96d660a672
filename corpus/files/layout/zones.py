"""Where rows stand in columns: letterheads, signatures beside recipients, tables without lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.files.layout.rows import Gap, Row

__all__ = ["Zone", "next_zone"]

#: In em: how near the middle of the page a line is centred; what is between words of different columns; what must stay
#: free between columns in all their rows; what one row alone must have.
_CENTRED = 1.0
_GAP = 1.2
_GUTTER = 0.7
_LONE_GAP = 3.0
#: How many rows a gap is followed down for another row with words on both sides of it.
_LONE_ROWS = 12
#: No page has more gutters side by side.
_MOST_GUTTERS = 40
#: Rows further apart than this many of their heights do not belong together.
_APART = 2.2
#: A marker is one word of so many letters at most.
_MARKER_LENGTH = 5
#: Of the cells of a table without lines, so many are filled.
_FILLED = 0.7
_LEAST_TABLE_COLUMNS = 3
_LEAST_TABLE_ROWS = 2


@dataclass(frozen=True, slots=True)
class Zone:
    """Rows ``first`` to ``end`` of a page, in columns parted by ``gutters``."""

    first: int
    end: int
    gutters: tuple[Gap, ...]

    def columns(self, rows: Sequence[Row]) -> list[list[Row]]:
        """Return the rows of each column, from left to right."""
        return [
            [part for row in rows[self.first : self.end] if (part := row.part(left, right))]
            for left, right in self._bounds()
        ]

    def cells(self, rows: Sequence[Row]) -> list[list[str]]:
        """Return the rows as cells of a table."""
        bounds = self._bounds()
        return [
            [part.text if (part := row.part(left, right)) else "" for left, right in bounds]
            for row in rows[self.first : self.end]
        ]

    def is_table(self, rows: Sequence[Row]) -> bool:
        """Say whether rows are to be read across: enough columns, and words in most of the cells."""
        cells = self.cells(rows)
        if len(self.gutters) + 1 < _LEAST_TABLE_COLUMNS or len(cells) < _LEAST_TABLE_ROWS:
            return False
        filled = sum(1 for row in cells for cell in row if cell)
        return filled >= _FILLED * sum(map(len, cells))

    def _bounds(self) -> list[tuple[float, float]]:
        middles = [(left + right) / 2 for left, right in self.gutters]
        return list(zip([float("-inf"), *middles], [*middles, float("inf")], strict=True))


def next_zone(rows: Sequence[Row], start: int, centre: float) -> Zone | None:
    """Return the first zone of columns from row ``start`` on; ``centre`` is the middle of the page's text."""
    for first in range(start, len(rows)):
        gaps = _gaps(rows[first])
        if gaps and (zone := _grow(rows, first, gaps, start, centre)):
            return zone
    return None


def _gaps(row: Row) -> list[Gap]:
    """Return the gaps of a row that may part columns: not the one that a tab makes behind a marker (``1.``)."""
    gaps = row.gaps(_GAP)
    if gaps:
        before = row.part(float("-inf"), gaps[0][0])
        if before and len(before.words) == 1 and len(before.text) <= _MARKER_LENGTH:
            return gaps[1:]
    return gaps


def _grow(rows: Sequence[Row], first: int, gaps: list[Gap], start: int, centre: float) -> Zone | None:
    """Follow gaps down the page as long as one of them stays free; return the zone if it is one."""
    gutters = gaps
    end = first + 1
    shared = 1  # rows with words on both sides
    while end < len(rows) and (shared > 1 or end - first < _LONE_ROWS):
        row = rows[end]
        if _is_apart(rows[end - 1], row) or _is_centred(row, centre, gutters):
            break
        narrowed = _narrow(gutters, row)
        if not narrowed:
            break
        gutters = narrowed
        shared += any(_has_both_sides(row, gutter) for gutter in gutters)
        end += 1
    gutters = [gutter for gutter in gutters if any(_has_both_sides(row, gutter) for row in rows[first:end])]
    if not gutters:
        return None
    if shared == 1 and max(right - left for left, right in gaps) < _LONE_GAP * rows[first].size:
        return None
    while first > start and _is_right_of(rows[first - 1], gutters) and not _is_apart(rows[first - 1], rows[first]):
        first -= 1
    return Zone(first, end, tuple(gutters))


def _narrow(gutters: Sequence[Gap], row: Row) -> list[Gap]:
    """Return what stays free of each gutter beside the words of one more row."""
    least = _GUTTER * row.size
    found: list[Gap] = []
    for left, right in gutters:
        within: list[Gap] = []
        reach = left
        for word in row.words:
            if word.left > reach:
                within.append((reach, min(word.left, right)))
            reach = max(reach, word.right)
            if reach >= right:
                break
        if reach < right:
            within.append((reach, right))
        found += (gap for gap in within if gap[1] - gap[0] >= least)
    return found[:_MOST_GUTTERS]


def _has_both_sides(row: Row, gutter: Gap) -> bool:
    return row.left < gutter[0] + 1 and row.right > gutter[1] - 1


def _is_right_of(row: Row, gutters: Sequence[Gap]) -> bool:
    return row.left >= gutters[-1][0]


def _is_apart(above: Row, below: Row) -> bool:
    return below.top - above.bottom > _APART * min(above.bottom - above.top, below.bottom - below.top)


def _is_centred(row: Row, centre: float, gutters: Sequence[Gap]) -> bool:
    """Say whether a line stands in the middle of the page and on one side of the gutters only: a title."""
    if any(_has_both_sides(row, gutter) for gutter in gutters):
        return False
    return abs((row.left + row.right) / 2 - centre) < _CENTRED * row.size
