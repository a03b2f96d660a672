"""From lines of type to paragraphs: a line that was broken by the page goes on in the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from corpus.files.layout.rows import Row

__all__ = ["Line", "Measure", "are_one_heading", "ended", "joins", "joint"]

#: In em: what is further in than its neighbour is indented; how much may be wanting where a line is full.
_INDENT = 0.7
_SLACK = 0.6
#: Of all lines, so many end right of the margin that is taken.
_MARGIN_RANK = 0.9
_LEAST_LINES = 4
#: Type that differs by less than this share is of one size: recognised type is measured by its ink.
_ONE_SIZE = 0.2
#: Lines of one paragraph stand at most this many heights apart.
_LEADING = 1.3

_MARKER = regex.compile(
    r"(?:[-–+*•]\s?\p{L}|[-–+*•]\s|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)/](?!\d)|\(?[a-zđ]{1,2}\)|[a-zđ]\.\s"
    r"|[IVX]{1,5}[.)/\s-]|(?:Điều|Chương|Mục|Phần|Khoản)\s[\dIVX]{1,4})"
)
_ENDED = regex.compile(r"[.;:!?…]['\"”’)\]]{0,2}$")
_SPLIT_SYMBOL = regex.compile(r"[\p{Lu}\d][-/]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: of prose where it has a row, which the next line may go on with; else it stands alone."""

    text: str
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """The measure of a column of type: where its lines begin and end."""

    left: float
    right: float

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Measure | None:
        """Take the measure of rows; ``None`` where they are too few to tell."""
        if len(rows) < _LEAST_LINES:
            return None
        lefts = sorted(row.left for row in rows)
        rights = sorted(row.right for row in rows)
        return cls(lefts[len(lefts) // 10], rights[min(len(rights) - 1, int(len(rights) * _MARGIN_RANK))])

    def centres(self, row: Row) -> bool:
        """Say whether a line stands in the middle, with room on both sides."""
        left, right = row.left - self.left, self.right - row.right
        return min(left, right) > row.size and abs(left - right) < 2 * row.size


def joins(before: Row, after: Row, measure: Measure | None, *, next_page: bool = False, opens: bool = False) -> bool:
    """Say whether ``after`` goes on with the paragraph of ``before``.

    Args:
        before: The line above.
        after: The line below, or the first one of the next page.
        measure: The measure of the column of ``after``.
        next_page: Whether a page ends between the two; their distance says nothing then.
        opens: Whether ``before`` is the first line of its paragraph.
    """
    if measure is None:
        return False
    size = max(before.size, after.size)
    if not next_page and after.top - before.bottom > _LEADING * (before.bottom - before.top):
        return False
    if abs(before.size - after.size) > _ONE_SIZE * size:
        return False
    first = after.words[0]
    if before.right + size / 4 + (first.right - first.left) < measure.right - _SLACK * size:
        return False  # the word would have found room
    text = after.text
    marked = _MARKER.match(text) is not None
    if marked and (ended(before.text) or text[0] in "-–+*•"):
        return False
    if opens and _MARKER.match(before.text):
        hanging = before.words[1].left if len(before.words) > 1 else before.left
        if abs(after.left - hanging) < _INDENT * size and not marked:
            return True
    if after.left - measure.left > _INDENT * size and after.left - before.left > -_INDENT * size:
        # Indented, and not less than the line above: a paragraph of its own, unless all of it is indented.
        return abs(after.left - before.left) < _INDENT * size / 2 and not opens and not marked
    return True


def are_one_heading(before: Row, after: Row, measure: Measure | None) -> bool:
    """Say whether two lines that are not joined belong to one heading: both centred, and in the same type."""
    return (
        measure is not None
        and before.words[0].font == after.words[0].font
        and abs(before.size - after.size) < _ONE_SIZE * after.size
        and measure.centres(before)
        and measure.centres(after)
    )


def ended(text: str) -> bool:
    """Say whether a sentence comes to its end with ``text``."""
    return _ENDED.search(text) is not None


def joint(before: str) -> str:
    """Return what parts the text of a line from the next one when they are joined.

    A symbol that was broken at its hyphen or stroke (``12/QĐ-`` | ``UBND``) is put together again.
    """
    return "" if _SPLIT_SYMBOL.search(before) else " "
