"""Schedules: tables of work that say in a column who does what (`Nội dung | Thời gian | Người thực hiện`)."""

from __future__ import annotations

from extractor.find.first_words import first_words
from extractor.find.responsibilities.groups import Group
from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, Reading
from schemas.vocabulary import Role

__all__ = ["is_cell", "role_in_column", "schedules"]

#: The head of a column of times and, in the same line, that of the column of bodies after it, which is no label.
_COLUMN = compile_plain(
    r"(?P<time>\w(?:hời gian|hời hạn|iến độ|HỜI GIAN|HỜI HẠN|IẾN ĐỘ))(?i:.{0,40}(?:người|đơn vị|cơ quan|bộ phận) "
    r"(?:thực hiện|chủ trì|phụ trách|chịu trách nhiệm))(?! *:)[^\n:]{0,40}"
)
#: The head of the column of work before it.
_WORK = compile_plain(r"(?i)(?:stt|tt|nội dung|công việc|nhiệm vụ)(?!\p{L}).{0,60}$")
#: What stands before the bodies of a cell: nothing, or the date or the days of the cell before it.
_BEFORE_CELL = compile_plain(r"(?i)(?:.*(?:\d{4}|ngày(?: làm việc)?|tháng \d{1,2}|dự kiến|quý [ivx]+) )?(?:các )?")


def schedules(reading: Reading) -> list[tuple[int, int]]:
    """Return the flow spans of the schedules, each from its head to the end of its section, in order."""
    text = reading.text
    spans = []
    for place, _ in first_words(reading).schedules:
        match = _COLUMN.match(text, place)
        if match is None:
            continue
        end = match.end("time")
        paragraph = reading.paragraph_at(end)
        if paragraph.part not in SPEAKING or not _WORK.search(text, paragraph.start, end):
            continue
        unit = reading.unit_at(end)
        spans.append((paragraph.end, unit.end if unit is not None else len(text)))
    return spans


def is_cell(group: Group) -> bool:
    """Say whether the list stands in a cell by itself."""
    return _BEFORE_CELL.fullmatch(group.before) is not None


#: Heads of columns of bodies.
_BODIES = compile_plain(
    r"(?:(?:đơn vị|cơ quan|bộ phận|người|phòng|ban|tổ chức|ngành)[^:]{0,30}? )?"
    r"(?:(?P<lead>chủ trì|đầu mối)(?!.*phối hợp)|(?P<help>(?:cùng )?phối hợp(?: thực hiện)?$)"
    r"|thực hiện|triển khai|phụ trách|chủ trì|chịu trách nhiệm|phân công)(?!\p{L}).{0,40}"
)


def role_in_column(head: str) -> Role | None:
    """Return the role of the bodies of a column by its head, in small letters: `Đơn vị chủ trì`, `Cơ quan phối hợp`."""
    match = _BODIES.fullmatch(head) if head else None
    if match is None:
        return None
    return Role.LEAD if match["lead"] else Role.COORDINATE if match["help"] else Role.EXECUTE
