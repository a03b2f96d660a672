"""The work that a body is answerable for, as a span of words."""

from __future__ import annotations

from functools import cache

import regex

from extractor.find.alternation import any_word_of
from extractor.find.responsibilities.groups import Group
from extractor.lexicon import load
from schemas.vocabulary import Role

__all__ = ["task_of"]

_SENTENCE_END = regex.compile(r"[.;](?=[ \"]|$)|\n")
_VIA = r"\((?:thông )?qua [^()\n]{0,120}\)"
#: What parts the body from its work: punctuation, a bracket that closes after it, those through whom the report goes.
_LEADING = regex.compile(rf"(?i)(?:[ :,.;\n)\]/]|{_VIA})*+")
#: What the work does not end with.
_TRAILING = regex.compile(rf"(?i)(?:[ :,.;/]|{_VIA})++$")
#: No sentence is longer; without a bound, many bodies in one endless sentence would each read on to its end.
_LONGEST = 4_000
#: How far before the end of the work what it does not end with may begin.
_TAIL = 200
_LETTER = regex.compile(r"\p{L}")
#: Bodies that only receive: the work is that of whoever reports to them.
_RECEIVERS = frozenset({Role.REPORT_TO, Role.VIA})


def task_of(text: str, group: Group, role: Role, block: int) -> tuple[int, int] | None:
    """Return the flow span of the work of `group`, or None where no words say what it is.

    It is the block under a heading, which ends at `block`; else (`block` is 0) the rest of the sentence; for bodies
    that receive reports, the clause that says so, from its verb.
    """
    if block:
        end = block
    else:
        limit = min(group.paragraph.end, group.end + _LONGEST)
        stop = _SENTENCE_END.search(text, group.end, limit)
        end = stop.start() if stop else limit
    reports = _reports_from(group) if role in _RECEIVERS else None
    begin = reports if reports is not None else _end_of(_LEADING, text, group.end, end)
    if not block and (trailing := _TRAILING.search(text, max(begin, end - _TAIL), end)):
        end = trailing.start()
    return (begin, end) if _LETTER.search(text, begin, end) else None


def _end_of(pattern: regex.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _reports_from(group: Group) -> int | None:
    """Return where the verb of the report to `group` begins, or None: `gửi báo cáo về` in `hằng năm, gửi báo cáo về`.

    Of several verbs the last one leads to the body, but what is sent after it is reported is one work:
    `báo cáo kết quả gửi về Sở Tài chính`.
    """
    verbs = list(_verbs().finditer(group.before))
    if not verbs:
        return None
    told = (verb for verb in reversed(verbs) if "báo cáo" in verb.group().lower())
    return group.clause + next(told, verbs[-1]).start()


@cache
def _verbs() -> regex.Pattern[str]:
    """Return the pattern of verbs of reporting, those that stand together as one: `tổng hợp, báo cáo`."""
    cues = load("role_cues")
    verb = any_word_of((*cues["report_to"], *cues["send_to"], "phản ánh", "thông báo", "liên hệ", "cung cấp"))
    noun = r"(?<!\b(?:chương|công|quá|quy|lộ|giáo) (?=trình))"  # `chương trình` submits nothing
    return regex.compile(rf"(?i)(?<!\p{{L}}){noun}{verb}(?:(?:,| và)? {verb}){{0,4}}+")
