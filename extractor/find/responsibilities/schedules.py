"""Schedules: tables of work that say in a column who does what (`Nội dung | Thời gian | Người thực hiện`)."""

from __future__ import annotations

import regex

from extractor.find.responsibilities.groups import Group
from extractor.reading import SPEAKING, Reading

__all__ = ["is_cell", "schedules"]

#: The head of the column, in a line that heads other columns too and is no label.
_COLUMN = regex.compile(
    r"(?i)(?:người|đơn vị|cơ quan|bộ phận) (?:thực hiện|chủ trì|phụ trách|chịu trách nhiệm)(?! *:)[^\n:]{0,40}"
)
_OTHER_COLUMNS = regex.compile(r"(?i)(?:stt|tt|nội dung|công việc|nhiệm vụ).{0,60}(?:thời gian|thời hạn|tiến độ)")
#: What stands before the bodies of a cell: nothing, or the date or the days of the cell before it.
_BEFORE_CELL = regex.compile(r"(?i)(?:.*(?:\d{4}|ngày(?: làm việc)?|tháng \d{1,2}|dự kiến|quý [ivx]+) )?(?:các )?")


def schedules(reading: Reading) -> list[tuple[int, int]]:
    """Return the flow spans of the schedules, each from its head to the end of its section, in order."""
    text = reading.text
    spans = []
    for match in _COLUMN.finditer(text):
        paragraph = reading.paragraph_at(match.start())
        if paragraph.part not in SPEAKING or not _OTHER_COLUMNS.search(text, paragraph.start, match.start()):
            continue
        unit = reading.unit_at(match.start())
        spans.append((paragraph.end, unit.end if unit is not None else len(text)))
    return spans


def is_cell(group: Group) -> bool:
    """Say whether the list stands in a cell by itself."""
    return _BEFORE_CELL.fullmatch(group.before) is not None
