"""Tables with a column for the time, and lists under a bare `Thời gian:`."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.find.deadlines.cues import anywhere
from extractor.find.first_words import first_words
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading, Unit

__all__ = ["Timetables", "words_of_schedules"]

#: A row of column heads is no longer than this.
_LONGEST_HEAD = 200

#: Parts of the document in which a table may stand that no unit holds.
_TABLED = frozenset({PartOfDocument.BODY, PartOfDocument.ATTACHMENT})

#: What heads a column or a list of times.
_HEADS = ("thời gian", "thời hạn", "tiến độ")
_WORD = re.compile(r"\w")
_TIME_CELL = compile_plain(r"[-+*|]? ?(?:thời gian|tiến độ|thời hạn)(?: \p{L}++){0,4} ?:? ?\|?")
_LABEL_WITH_VALUE = re.compile(r"(?:thời gian|tiến độ|thời hạn)[^:\n]{0,40}: ?\w")


def words_of_schedules() -> tuple[str, ...]:
    """Return the words at the head of a column or list of times, in small letters."""
    return _HEADS


class Timetables:
    """The stretches of a document in which a bare date says when the work beside it is due."""

    def __init__(self, reading: Reading, lowered: str) -> None:
        self._spans: list[tuple[int, int]] = []
        covered = 0
        for position, head in first_words(reading).schedules:
            start, end = _short_line(lowered, position)
            if start < covered or start == end or not _is_whole(lowered, position, position + len(head)):
                continue
            if not _heads_table(lowered[start:end]):
                continue
            paragraph = reading.paragraph_at(position)
            unit = None if paragraph.unit is None else reading.units[paragraph.unit]
            if unit is not None:
                covered = _next_start(reading, unit)
            elif paragraph.part in _TABLED:
                covered = _next_unit(reading, paragraph.end)
            else:
                continue
            self._spans.append((paragraph.end, covered))

    def __bool__(self) -> bool:
        return bool(self._spans)

    def hold(self, position: int) -> bool:
        """Say whether a position stands in one (logarithmic time)."""
        place = bisect_right(self._spans, (position, position)) - 1
        return place >= 0 and self._spans[place][0] <= position < self._spans[place][1]


def _is_whole(lowered: str, start: int, end: int) -> bool:
    """Say whether no word goes on at either side of a stretch."""
    return not (start and _WORD.match(lowered, start - 1)) and not _WORD.match(lowered, end)


def _short_line(lowered: str, position: int) -> tuple[int, int]:
    """Return the paragraph around a position; nothing if it is too long for the head of a table (constant time)."""
    floor, ceiling = max(0, position - _LONGEST_HEAD), position + _LONGEST_HEAD
    start = lowered.rfind("\n", floor, position) + 1
    end = lowered.find("\n", position, ceiling)
    if end < 0:
        end = len(lowered)
    if (start == 0 and floor > 0) or end - start > _LONGEST_HEAD:
        return position, position
    return start, end


def _heads_table(words: str) -> bool:
    """Say whether a paragraph is the head of a timetable: a cell or label of its own, or a row of heads."""
    if _TIME_CELL.fullmatch(words):
        return True
    return _LABEL_WITH_VALUE.search(words) is None and len(anywhere("column").findall(words)) > 1


def _next_unit(reading: Reading, position: int) -> int:
    """Return where the first unit after a position begins."""
    return next((unit.start for unit in reading.units if unit.start >= position), len(reading.text))


def _next_start(reading: Reading, unit: Unit) -> int:
    """Return where the next unit begins that is not inside `unit`: rows of its table may stand in between."""
    for index in range(unit.index + 1, len(reading.units)):
        if reading.units[index].start >= unit.end:
            return reading.units[index].start
    return len(reading.text)
