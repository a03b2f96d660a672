"""Schedules: tables of work that say in a column who does what (`Nội dung | Thời gian | Người thực hiện`)."""

from __future__ import annotations

import regex

from extractor.find.responsibilities.groups import Group
from extractor.reading import SPEAKING, Reading

__all__ = ["is_cell", "schedules"]

#: The head of the column of times: the anchor.
_TIMES = regex.compile(r"[Tt]hời (?:gian|hạn)|THỜI (?:GIAN|HẠN)|[Tt]iến độ|TIẾN ĐỘ")
#: The head of the column of bodies after it, in the same line, which is no label.
_COLUMN = regex.compile(
    r"(?i).{0,40}(?:người|đơn vị|cơ quan|bộ phận) (?:thực hiện|chủ trì|phụ trách|chịu trách nhiệm)(?! *:)[^\n:]{0,40}"
)
#: The head of the column of work before it.
_WORK = regex.compile(r"(?i)(?:stt|tt|nội dung|công việc|nhiệm vụ)(?!\p{L}).{0,60}$")
#: What stands before the bodies of a cell: nothing, or the date or the days of the cell before it.
_BEFORE_CELL = regex.compile(r"(?i)(?:.*(?:\d{4}|ngày(?: làm việc)?|tháng \d{1,2}|dự kiến|quý [ivx]+) )?(?:các )?")


def schedules(reading: Reading) -> list[tuple[int, int]]:
    """Return the flow spans of the schedules, each from its head to the end of its section, in order."""
    text = reading.text
    spans = []
    for match in _TIMES.finditer(text):
        if not _COLUMN.match(text, match.end()):
            continue
        paragraph = reading.paragraph_at(match.start())
        if paragraph.part not in SPEAKING or not _WORK.search(text, paragraph.start, match.start()):
            continue
        unit = reading.unit_at(match.start())
        spans.append((paragraph.end, unit.end if unit is not None else len(text)))
    return spans


def is_cell(group: Group) -> bool:
    """Say whether the list stands in a cell by itself."""
    return _BEFORE_CELL.fullmatch(group.before) is not None
