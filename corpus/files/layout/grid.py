"""Tables that are drawn: from ruled lines to rows of cells, merged cells included."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.files.layout.rows import rows_of
from corpus.files.layout.sheet import Rule, Word

__all__ = ["Table", "tables_of"]

#: Lines nearer than this (points) are one line, drawn twice or cell by cell.
_NEAR = 3.0
#: A shorter line than this (points) frames nothing.
_SHORT = 6.0
#: More lines on each side than this are a drawing, not a table.
_MOST_LINES = 400
#: So many tables are read on a page.
_MOST_TABLES = 50


@dataclass(frozen=True, slots=True)
class Table:
    """A drawn table: its box on the page, and its rows of cells. A merged cell speaks where it begins."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[str, ...], ...]

    def holds(self, word: Word) -> bool:
        """Say whether a word stands in the table."""
        return self.left <= (word.left + word.right) / 2 <= self.right and self.top <= word.middle <= self.bottom


def tables_of(words: Iterable[Word], rules: Sequence[Rule]) -> list[Table]:
    """Return the tables that ``rules`` draw around ``words``, from top to bottom; two columns at least."""
    words = list(words)
    tables: list[Table] = []
    for group in _connected(rules):
        xs = _places([rule.left for rule in group if rule.upright])
        ys = _places([rule.top for rule in group if not rule.upright])
        if not (2 < len(xs) <= _MOST_LINES and 1 < len(ys) <= _MOST_LINES):
            continue
        tables.append(Table(xs[0], ys[0], xs[-1], ys[-1], _cells(words, group, xs, ys)))
    largest = sorted((table for table in tables if table.rows), key=lambda table: len(table.rows))[-_MOST_TABLES:]
    return sorted(largest, key=lambda table: table.top)


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Group lines that touch or cross, from top to bottom."""
    long = sorted(
        (rule for rule in rules if max(rule.right - rule.left, rule.bottom - rule.top) >= _SHORT),
        key=lambda rule: rule.top,
    )
    groups: list[list[Rule]] = []
    reach: list[tuple[float, float, float]] = []  # left, right, bottom of each group
    for rule in long:
        touching = [
            index
            for index, (left, right, bottom) in enumerate(reach)
            if rule.top <= bottom + _NEAR and rule.left <= right + _NEAR and rule.right >= left - _NEAR
        ]
        if not touching:
            groups.append([rule])
            reach.append((rule.left, rule.right, rule.bottom))
            continue
        first, *others = touching
        for index in reversed(others):
            groups[first] += groups.pop(index)
            reach[first] = _around(reach[first], reach.pop(index))
        groups[first].append(rule)
        reach[first] = _around(reach[first], (rule.left, rule.right, rule.bottom))
    return groups


def _around(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float, float]:
    return min(one[0], other[0]), max(one[1], other[1]), max(one[2], other[2])


def _places(values: list[float]) -> list[float]:
    """Return the places of lines, those that nearly coincide once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _cells(
    words: Sequence[Word], rules: Sequence[Rule], xs: list[float], ys: list[float]
) -> tuple[tuple[str, ...], ...]:
    """Fill the cells; what no line parts is one cell."""
    width, height = len(xs) - 1, len(ys) - 1
    owner = list(range(width * height))

    def find(cell: int) -> int:
        while owner[cell] != cell:
            owner[cell] = owner[owner[cell]]
            cell = owner[cell]
        return cell

    def unite(one: int, other: int) -> None:
        first, second = sorted((find(one), find(other)))
        owner[second] = first

    walls, floors = _drawn_sides(rules, xs, ys)
    for y in range(height):
        for x in range(width):
            if x and (x, y) not in walls:
                unite(y * width + x, y * width + x - 1)
            if y and (x, y) not in floors:
                unite(y * width + x, (y - 1) * width + x)
    inside: dict[int, list[Word]] = {}
    for word in words:
        column = _index(xs, (word.left + word.right) / 2)
        line = _index(ys, word.middle)
        if column is not None and line is not None:
            inside.setdefault(find(line * width + column), []).append(word)
    found: list[tuple[str, ...]] = []
    for y in range(height):
        row: list[str] = []
        for cell in range(y * width, (y + 1) * width):
            if find(cell) == cell:
                row.append(" ".join(line.text for line in rows_of(inside.get(cell, ()))))
            elif find(cell) < y * width:
                row.append("")  # goes on from the row above
        if any(row):
            found.append(tuple(row))
    return tuple(found)


def _drawn_sides(
    rules: Sequence[Rule], xs: list[float], ys: list[float]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return the cells with a line on their left, and those with one above them."""
    walls: set[tuple[int, int]] = set()
    floors: set[tuple[int, int]] = set()
    for rule in rules:
        if rule.upright:
            column = _nearest(xs, rule.left)
            walls |= {(column, band) for band in _covered(ys, rule.top, rule.bottom)}
        else:
            band = _nearest(ys, rule.top)
            floors |= {(column, band) for column in _covered(xs, rule.left, rule.right)}
    return walls, floors


def _nearest(places: Sequence[float], value: float) -> int:
    index = bisect_left(places, value - _NEAR)
    return min(index, len(places) - 1)


def _covered(places: Sequence[float], start: float, end: float) -> Iterator[int]:
    """Yield the stretches between neighbouring places whose middle a line covers."""
    for index, (one, other) in enumerate(pairwise(places)):
        if start <= (one + other) / 2 <= end:
            yield index


def _index(places: Sequence[float], value: float) -> int | None:
    if not places[0] <= value <= places[-1]:
        return None
    return max(bisect_left(places, value) - 1, 0)
