"""Work that stands before the body: above a label, before a bracket or an agent."""

from __future__ import annotations

import regex

from extractor.find.responsibilities.groups import Group
from extractor.find.spans_of_words import Span, trimmed
from extractor.patterns import compile_plain
from extractor.reading import Reading
from schemas.vocabulary import Role

__all__ = ["work_before"]

#: A stretch of fewer words (`Nội dung`, `Yêu cầu`) does not say what the work is.
_WORDS = compile_plain(r"[\W\d_]*+(?:\p{L}++[\W\d_]++){2}\p{L}")
_LABEL = regex.compile(r"(?r)[^.;(\n:]{3,60}: ?(?:các |những )?")
_BRACKET = regex.compile(r"(?r)\([^()\n]{0,80}")
_AGENT = regex.compile(r"(?ri)(?<!\p{L})do (?:các )?")
_JOINT = regex.compile(
    r"(?ri)(?:,| và)? ?(?:(?:chủ động|tích cực|chủ trì|có trách nhiệm),? )?phối (?:kết )?hợp[^.;:]{0,60}"
)


def work_before(reading: Reading, group: Group, role: Role) -> Span | None:
    """Return the flow span of what is to be done, where it is said before the body, or None.

    That is the sentences of the item before a label (`Đơn vị chủ trì:`), else the item or heading above it; the clause
    before a bracket (`(Sở A chủ trì)`), before `do` and an agent, or before the words of working together.
    """
    text, content = reading.text, min(group.paragraph.content, group.start)
    label = _LABEL.match(text, content, group.start)
    if label:
        return _said(text, content, label.start()) or _above(reading, group)
    if group.start <= content + 2:
        return _above(reading, group)
    for pattern in (_BRACKET, _AGENT, *((_JOINT,) if role is Role.COORDINATE else ())):
        match = pattern.match(text, group.clause, group.start)
        if match and (work := _said(text, group.clause, match.start())):
            return work
    return None


def _said(text: str, start: int, end: int) -> Span | None:
    """Return the span, trimmed, if its words say what the work is."""
    span = trimmed(text, start, max(start, end))
    return span if span is not None and _WORDS.match(text, *span) else None


def _above(reading: Reading, group: Group) -> Span | None:
    """Return the heading or first paragraph of the nearest unit above a label."""
    unit = reading.unit_at(group.start)
    if unit is None:
        return None
    for above in (unit, *reading.ancestors(unit)):
        first = reading.paragraph_at(above.start)
        if first == group.paragraph:
            continue
        for span in (above.heading, (max(first.start, first.content), first.end)):
            if span is None or reading.text[slice(*span)].isupper():
                continue  # a chapter's title names no work
            if work := _said(reading.text, *span):
                return work
    return None
