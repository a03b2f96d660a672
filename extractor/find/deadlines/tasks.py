"""The work that a deadline binds."""

from __future__ import annotations

from functools import cache
from itertools import islice

import regex

from extractor.find.deadlines.cues import alternation, anywhere
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["task_of"]

_WORD = regex.compile(r"\p{L}++")
#: A heading of fewer words (`Nội dung`, `Yêu cầu`) does not say what the work is.
_FEWEST_WORDS = 4
#: What stands under a heading is taken paragraph by paragraph up to so many characters.
_LONGEST = 600
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
    """Return the clause; one that says no more than the time (`hoàn thành trước …`) is taken with its paragraph."""
    paragraph = around.paragraph
    begin = min(max(paragraph.start, paragraph.content), around.expression.start)
    floor, ceiling = around.expression.start - _LONGEST, around.expression.end + _LONGEST
    for clause_start, clause_end in ((around.start, around.end), (begin, paragraph.end)):
        # Not the whole of a text without paragraphs, once for each of its deadlines.
        start, end = max(clause_start, floor), min(clause_end, ceiling)
        if not (_is_empty(around, start, around.expression.start) and _is_empty(around, around.expression.end, end)):
            return _trimmed(around, start, end)
    return _under_heading(around) or _trimmed(around, max(begin, floor), min(paragraph.end, ceiling))


@cache
def _empty() -> regex.Pattern[str]:
    return regex.compile(rf"(?:[\s\p{{P}}|]|(?<!\w)(?:{alternation('empty')})(?!\w))*+")


def _is_empty(around: Surroundings, start: int, end: int) -> bool:
    return _empty().fullmatch(around.lowered, start, max(start, end)) is not None


def _words(around: Surroundings, start: int, end: int) -> int:
    """Count the words of a stretch, no more of them than matter."""
    return sum(1 for _ in islice(_WORD.finditer(around.lowered, start, end), _FEWEST_WORDS))


def _under_heading(around: Surroundings) -> tuple[int, int] | None:
    """Return what stands under a heading that is only a time (`1.1. Năm 2024`)."""
    unit = around.unit
    if unit is None or not unit.start <= around.expression.start < around.paragraph.end < unit.end:
        return None
    if around.reading.paragraph_at(unit.start) != around.paragraph:
        return None
    end = unit.end
    if end - around.paragraph.end > _LONGEST:
        cut = around.lowered.rfind("\n", around.paragraph.end + 1, around.paragraph.end + _LONGEST)
        end = cut if cut >= 0 else around.paragraph.end + _LONGEST
    return _trimmed(around, around.paragraph.end, end)


def _parent(around: Surroundings) -> tuple[int, int] | None:
    """Return the heading, or the first paragraph, of the nearest unit above a label or cell that says what is done."""
    reading, unit = around.reading, around.unit
    if unit is None:
        return None
    for above in (unit, *reading.ancestors(unit)):
        first = reading.paragraph_at(above.start)
        if first == around.paragraph:
            continue
        for span in (above.heading, (max(first.start, first.content), first.end)):
            if span is None or anywhere("time_heading").search(around.lowered, *span):
                continue
            if _words(around, *span) >= _FEWEST_WORDS:
                return _trimmed(around, *span)
    return None


def _trimmed(around: Surroundings, start: int, end: int) -> tuple[int, int] | None:
    """Return the span without space and punctuation at its edges; a bracket that it opened itself stays closed."""
    text = around.lowered
    while start < end and (text[start] in _EDGES or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in " .,;:|-+*"):
        end -= 1
    return (start, end) if start < end else None
