"""The work of a deadline without its subject: what is to be done, as against who does it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractor.find.mentions import DeadlineMention, ResponsibilityMention
from extractor.patterns import compile_plain
from extractor.reading import Reading
from schemas.vocabulary import Role

__all__ = ["without_subjects"]

_TOLD = frozenset({Role.LEAD, Role.EXECUTE})
#: What may stand before the subject: a phrase up to a comma, a direction, a number or quantifier.
_LEAD_IN = compile_plain(
    r"(?i)[\s\"]*+(?:(?:khi|căn cứ|trong|theo|để|nếu|trường hợp|quá trình|trên cơ sở)(?!\p{L})[^,;:\n]{0,160}, )?+"
    r"(?:(?:giao|yêu cầu|đề nghị|phân công)(?: nhiệm vụ)?(?: cho)? )?+"
    r"(?:(?:\d[\d.,]*+ ?%|các|mọi|mỗi|từng|toàn thể) )*+"
)


def without_subjects(
    reading: Reading, deadlines: Sequence[DeadlineMention], responsibilities: Sequence[ResponsibilityMention]
) -> list[DeadlineMention]:
    """Return the deadlines, the work of each begun after the body that is told in its clause.

    `Sở Nội vụ rà soát trước ngày 30/6` binds `rà soát trước ngày 30/6`, as the task of that body says; a time that
    stands before the body keeps the whole clause.
    """
    starts = [responsibility.mention.start for responsibility in responsibilities]
    return [_without_subject(reading.text, deadline, responsibilities, starts) for deadline in deadlines]


def _without_subject(
    text: str, deadline: DeadlineMention, responsibilities: Sequence[ResponsibilityMention], starts: Sequence[int]
) -> DeadlineMention:
    if deadline.task is None or not deadline.task[0] <= deadline.expression.start < deadline.task[1]:
        return deadline
    begin, end = deadline.task
    for responsibility in responsibilities[bisect_left(starts, begin) : bisect_left(starts, deadline.expression.start)]:
        if responsibility.role not in _TOLD:
            continue
        work = responsibility.tasks[0][0] if responsibility.tasks else begin
        mention = responsibility.mention
        if mention.end <= work <= deadline.expression.start and _LEAD_IN.fullmatch(text, begin, mention.start):
            return deadline._replace(task=(work, end))
        break
    return deadline
