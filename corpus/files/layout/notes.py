"""Notes at the foot of a page, which stand between a paragraph and the rest of it on the next page."""

from __future__ import annotations

from statistics import median

import regex

from corpus.files.layout.paragraphs import Line, Measure, ended, joins

__all__ = ["before_the_last"]

#: Notes are set in smaller type than the text.
_SMALLER = 0.92
_BEGINS = regex.compile(r"(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\*{1,3}|\[\d{1,3}\]|\(\d{1,3}\))\s?\p{L}")


def before_the_last(lines: list[Line], measure: Measure | None) -> list[Line]:
    """Return the lines of a page with its notes before the last paragraph, where that goes on over the page."""
    notes = _notes(lines)
    body = lines[: len(lines) - notes]
    if not notes or not body or body[-1].row is None or ended(body[-1].text):
        return lines
    first = len(body) - 1
    while first and (above := body[first - 1].row) and (row := body[first].row) and joins(above, row, measure):
        first -= 1
    return [*body[:first], *lines[len(body) :], *body[first:]]


def _notes(lines: list[Line]) -> int:
    """Return how many of the last lines are notes."""
    sizes = [line.row.size for line in lines if line.row]
    if not sizes:
        return 0
    most = _SMALLER * median(sizes)
    found = 0
    for count, line in enumerate(reversed(lines), 1):
        if line.row is None or line.row.size > most:
            break
        if _BEGINS.match(line.text):
            found = count
    return found
