"""The work that a deadline binds."""

from __future__ import annotations

import regex

from extractor.find.deadlines.signs import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["task_of"]

_WORD = regex.compile(r"\p{L}++")
#: A clause with fewer words beside its expression (`hoàn thành`, `thời gian thực hiện`) does not say what the work is.
_FEWEST_WORDS = 5
_EDGES = " .,;:|-+*()"


def task_of(around: Surroundings) -> tuple[int, int] | None:
    """Return the flow span of the work: the clause of the expression, or what it stands under.

    A label (`Thời gian: …`) and a table cell speak of the unit that holds them, a heading that is only a time of what
    stands under it; None where that has no words of its own.
    """
    if FOR["alone"](around):
        return _under_heading(around) or _parent(around)
    if FOR["label"](around):
        return _parent(around) or _clause(around)
    return _clause(around)


def _clause(around: Surroundings) -> tuple[int, int] | None:
    beside = around.lowered[around.start : around.expression.start] + around.lowered[around.expression.end : around.end]
    start = around.start
    if sum(1 for _ in _WORD.finditer(beside)) < _FEWEST_WORDS:
        start = min(max(around.paragraph.start, around.paragraph.content), around.expression.start)
    return _trimmed(around, start, around.end)


def _under_heading(around: Surroundings) -> tuple[int, int] | None:
    """Return what stands under a heading that is only a time (`1.1. Năm 2024`)."""
    unit = around.unit
    if unit is None or not unit.start <= around.expression.start < around.paragraph.end < unit.end:
        return None
    if around.reading.paragraph_at(unit.start) != around.paragraph:
        return None
    return _trimmed(around, around.paragraph.end, unit.end)


def _parent(around: Surroundings) -> tuple[int, int] | None:
    """Return the heading, or the first paragraph, of the unit that a label or cell belongs to."""
    unit = around.unit
    if unit is not None and around.reading.paragraph_at(unit.start) == around.paragraph:
        unit = None if unit.parent is None else around.reading.units[unit.parent]
    if unit is None:
        return None
    if unit.heading is not None:
        return unit.heading
    first = around.reading.paragraph_at(unit.start)
    return None if first == around.paragraph else _trimmed(around, max(first.start, first.content), first.end)


def _trimmed(around: Surroundings, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without space and punctuation at its edges; a bracket that it opened itself stays closed."""
    text = around.lowered
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in " .,;:|-+*"):
        end -= 1
    return (start, end) if start < end else None
