"""Which bodies are answerable for which work: headed blocks first, then what is left by cue and as subject."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import deque
from dataclasses import dataclass
from itertools import pairwise

from extractor.find.bodies import canon_of
from extractor.find.bodies.canonical import Canon
from extractor.find.mentions import BodyMention, CitationMention, ResponsibilityMention
from extractor.find.responsibilities.after import AFTER
from extractor.find.responsibilities.anchors import scan_anchors
from extractor.find.responsibilities.blocks import block_of, name_goes_on
from extractor.find.responsibilities.enacting import enacting_clauses, headed_duties
from extractor.find.responsibilities.groups import Group, find_groups, group_of
from extractor.find.responsibilities.rules import Ruling, is_label, only_works_with, role_by_cue
from extractor.find.responsibilities.schedules import is_cell, role_in_column, schedules
from extractor.find.responsibilities.subjects import (
    name_up_to_modal,
    role_as_subject,
    subject_after_adverbial,
    tells_of_the_past,
)
from extractor.find.responsibilities.tasks import Part, tasks_of
from extractor.find.table_rows import Tables
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Role

__all__ = ["find_responsibilities"]

_CHAIRS = len("chủ trì")
#: Words of a clause that lead to `chủ trì` without a subject of their own.
_NO_SUBJECT = compile_plain(r"(?:[\s(\"]|[-+*]|\d{1,2}(?:\.\d{1,2})*[.)-]*|\p{Ll}[.)])*+(?:[\p{L},]++ ){0,8}+")


#: What joins those who help to him who does the work.
_HELPED = (" cùng ", ", cùng ")


@dataclass(slots=True)
class _Block:
    """A headed block that is open while the groups inside it are read."""

    end: int
    names: tuple[str, ...]  # the headings' bodies as printed, in small letters
    bodies: frozenset[str]
    first: int  # index of its first record in the list of findings
    last: int


def find_responsibilities(
    reading: Reading, bodies: list[BodyMention], citations: list[CitationMention]
) -> list[ResponsibilityMention]:
    """Return a record for each place where the document makes a body answerable for work."""
    text = reading.text
    found: list[ResponsibilityMention] = []
    parts: list[Part] = []
    blocks: list[_Block] = []
    headed: list[_Block] = []
    heard = 0
    canon: Canon | None = None
    anchors = scan_anchors(text)
    enacting = deque(sorted((*enacting_clauses(reading, anchors.enacting), *headed_duties(reading, anchors.duties))))
    planned = deque(schedules(reading, anchors.times))
    tables = Tables(reading)
    told = -1  # where the clause begins in which somebody has just been told to do something
    for group in find_groups(reading, bodies):
        if group.paragraph.part is PartOfDocument.TITLE:
            continue
        while blocks and blocks[-1].end <= group.start:
            blocks.pop()
        while enacting and enacting[0][1] <= group.start:
            enacting.popleft()
        if enacting and enacting[0][0] <= group.start:
            found += _records(text, parts, Part(group, (Role.EXECUTE, "enacting"), (enacting[0][1], 0)))
            continue
        while planned and planned[0][1] <= group.start:
            planned.popleft()
        if planned and planned[0][0] <= group.start and is_cell(group):
            found += _records(text, parts, Part(group, (Role.EXECUTE, "schedule")))
            continue
        if (column := role_in_column(tables.head(group.start))) is not None:
            if longer := name_goes_on(reading, group):
                canon = canon or canon_of(reading)
                group = _lengthened(text, group, longer, canon)
            found += _records(text, parts, Part(group, (column, "column")))
            continue
        if is_label(group):
            if len(group.members) == 1:
                continue
            group = group_of(reading, group.members[:-1])  # `Đơn vị chủ trì: Sở A; đơn vị phối hợp: …`
        if work := block_of(reading, group):
            if longer := name_goes_on(reading, group):
                canon = canon or canon_of(reading)
                group = _lengthened(text, group, longer, canon)
            named = [member for member in group.members if not member.persons]
            block = _Block(
                work[1],
                tuple(text[member.start : member.end].lower() for member in named),
                frozenset(member.body for member in named),
                len(found),
                len(found) + len(named),
            )
            blocks.append(block)
            headed.append(block)
            heard = group.end
            headed_role = Role.COORDINATE if group.after.startswith(" phối hợp") else Role.EXECUTE
            found += _records(text, parts, Part(group, (headed_role, "heading"), work))
            continue
        if group.after.startswith(" (") and AFTER.chair.match(group.after):
            found += _records(text, parts, Part(group.of(group.members[-1:]), (Role.LEAD, "chair")))
            continue
        if reading.header.doc_type is DocumentType.BAO_CAO and tells_of_the_past(reading, group):
            continue
        ruling = role_by_cue(reading, group, heard) or _in_turn(group, told) or _part_of(text, group, found)
        if ruling is None and not _repeats(text, group, blocks):
            ruling = role_as_subject(reading, group)
            if ruling is None and (rest := subject_after_adverbial(reading, group)):
                group, ruling = rest, role_as_subject(reading, rest)
            if ruling and (longer := name_up_to_modal(group)):
                canon = canon or canon_of(reading)
                group = _lengthened(text, group, longer, canon)
        told = group.clause if ruling and ruling[0] in (Role.EXECUTE, Role.LEAD) else -1
        if ruling is not None:
            heard = group.end
            found += _records(text, parts, Part(group, ruling))
    _give_the_lead(reading, anchors.chairs, headed, found)
    return _with_tasks(found, tasks_of(reading, parts, tables))


def _lengthened(text: str, group: Group, end: int, canon: Canon) -> Group:
    last = group.members[-1]
    body = canon.longer(last.body, text[last.end : end])
    return group.of((*group.members[:-1], last._replace(end=end, body=body)))


def _in_turn(group: Group, told: int) -> Ruling | None:
    """Return the role of who is told next in one command: `Giao A bố trí kinh phí, B chuẩn bị hội trường`."""
    if told != group.clause or not group.before.endswith(", ") or any(member.kind for member in group.members):
        return None
    if not AFTER.verb.match(group.after):
        return None
    return (Role.COORDINATE if only_works_with(group) else Role.EXECUTE), "in_turn"


def _part_of(text: str, group: Group, found: list[ResponsibilityMention]) -> Ruling | None:
    """Return the role of the part that is named in brackets after its owner: `gửi về Bộ Tài chính (Vụ Ngân sách)`."""
    if not found or not text.startswith(")", group.end) or text[group.start - 2 : group.start] != " (":
        return None
    above = found[-1]
    part = above.role is Role.REPORT_TO and above.mention.end == group.start - 2
    return (above.role, "part_of") if part else None


def _repeats(text: str, group: Group, blocks: list[_Block]) -> bool:
    """Say whether the subject is the body of the block again, by its name or by a word for any body."""
    if not blocks:
        return False
    member = group.members[0]
    printed = text[member.start : member.start + 80].lower()
    return any(
        member.body in block.bodies or member.body in _ANYBODY or printed.startswith(block.names) for block in blocks
    )


_ANYBODY = frozenset({"Đơn vị", "Cơ quan"})


def _records(text: str, parts: list[Part], part: Part) -> list[ResponsibilityMention]:
    """Return a record for each body of a list, and keep the part they got, from which their work will be read."""
    named = [member for member in part.group.members if not member.persons]
    grounds = (part.rule, "listed") if len(part.group.members) > 1 else (part.rule,)
    parts += [part] * len(named)
    helped = _helpers_from(text, part)
    return [
        ResponsibilityMention(member, Role.COORDINATE if member.start >= helped else part.role, (), grounds)
        for member in named
    ]


def _helpers_from(text: str, part: Part) -> float:
    """Return where those begin in a list who only help: `Giao Thanh tra tỉnh cùng với Sở Tư pháp kiểm tra …`."""
    if part.role not in (Role.EXECUTE, Role.LEAD):
        return math.inf
    members = part.group.members
    return next((after.start for before, after in pairwise(members) if text.startswith(_HELPED, before.end)), math.inf)


def _with_tasks(
    found: list[ResponsibilityMention], tasks: list[tuple[tuple[int, int], ...]]
) -> list[ResponsibilityMention]:
    return [record._replace(tasks=work) for record, work in zip(found, tasks, strict=True)]


def _give_the_lead(
    reading: Reading, chairs: list[int], blocks: list[_Block], found: list[ResponsibilityMention]
) -> None:
    """Make the bodies of a block its leads where the block says `chủ trì`, at one of `chairs`, of them."""
    if not blocks:
        return
    text = reading.text
    starts = [record.mention.start for record in found]
    waiting = deque(block for block in blocks if block.first < block.last)
    around: list[_Block] = []  # the blocks round the present place, the innermost last
    for chair in chairs:
        if text[chair - 1 : chair].isalpha() or text[chair + _CHAIRS : chair + _CHAIRS + 1].isalpha():
            continue
        while waiting and starts[waiting[0].first] <= chair:
            block = waiting.popleft()
            while around and around[-1].end <= starts[block.first]:
                around.pop()
            around.append(block)
        while around and around[-1].end <= chair:
            around.pop()
        if not around:
            continue
        block = around[-1]
        paragraph = reading.paragraph_at(chair)
        begin = max(text.rfind(mark, paragraph.start, chair) for mark in (";", ".", ":"))
        clause = max(begin + 1, paragraph.start, found[block.last - 1].mention.end)
        before = text[clause:chair]
        named = [
            index for index in range(block.first, block.last) if block.names[index - block.first] in before.lower()
        ]
        if not named and not _NO_SUBJECT.fullmatch(before.lstrip(" -+")):
            continue
        other = bisect_left(starts, clause, lo=block.last)
        if not named and other < len(starts) and starts[other] < chair:
            continue
        for index in named or range(block.first, block.last):
            found[index] = found[index]._replace(role=Role.LEAD, grounds=("chairs", *found[index].grounds))
