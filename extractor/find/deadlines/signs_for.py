"""Signs that a time binds work.

Each sign has a name and a question about the surroundings of an expression; what it weighs, and an example of it,
stand under its name in `lexicon/deadline_cues.toml`.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.find.alternation import any_of_turned
from extractor.find.deadlines.cues import alternation, anywhere
from extractor.find.deadlines.facts import Fact
from extractor.find.deadlines.signs import EVENTS, PERIODS_WITHIN, RECURRENCES, Sign
from extractor.find.deadlines.surroundings import Surroundings
from extractor.patterns import compile_plain

__all__ = ["FOR"]

#: Kinds that lie after the issue date where they bind work.
_SINGLE = frozenset({"day on", "day from", "period from", "year from"})
#: Kinds that say when a session is (`tại kỳ họp thường lệ giữa năm 2025`), or are one.
_SESSIONS = frozenset({"day on", "period within", "year within", "event within"})
_OPENS = re.compile(r"(?:(?:phấn đấu|mục tiêu|riêng|đồng thời|và|trong đó|- |\+ |\d+[.)] |[a-zđ][.)] ))*")
_CLOSES = re.compile(r" ?(?:$|[,.;)(\n:]|vào |và (?:(?:các|những) năm|trước|sau|trong|đến|từ|vào|hằng|hàng) )")
_AT_SESSION = regex.compile(r"(?r)(?<!\w)tại (?:các )?(?:kỳ|phiên) họp [^,;:.()\n]{0,60}")
_PREPOSED = re.compile(r"(?:ngay )?(?:trong|vào|suốt)(?!\w)")
_CLAUSAL = re.compile(r"(?:khi|thời điểm|lúc|kể từ ngày)(?!\w)")
_TIMED_EVENT = re.compile(r"(?:ngay )?(?:trong (?:suốt|thời gian|dịp)|vào dịp|tại )")


@cache
def _label() -> re.Pattern[str]:
    """`Thời gian thực hiện: dự kiến `, right before the expression, turned round; not `Thời gian ký:`, `gồm:`."""
    words, signed, made_of = alternation("time_label", turned=True), " ký"[::-1], "gồm"[::-1]
    return compile_plain(
        rf"(?:[, (][^:\n.;]{{0,60}})? ?: ?(?!{made_of})(?:[^:\n.;]{{0,60}} )?(?<!{signed})(?:{words})(?!\w)"
    )


@cache
def _scheduled() -> re.Pattern[str]:
    """A word of a schedule right before the expression, turned round: `hoàn thành `, `gửi vào `."""
    between = any_of_turned(("việc", "xong", "thực hiện", "tổ chức", "vào", "cho"))
    return compile_plain(rf"[ (,:]{{1,2}}(?:(?: {between}){{1,2}} )?(?:{alternation('scheduled', turned=True)})(?!\w)")


@cache
def _reviewed() -> re.Pattern[str]:
    """`sơ kết công tác năm `, right before the expression, turned round."""
    return compile_plain(rf" (?:\p{{L}}++ ){{0,4}}(?:{alternation('reporting', turned=True)})(?!\w)")


@cache
def _reports() -> re.Pattern[str]:
    return compile_plain(rf",? (?:[^\n;:.]{{0,60}} )?(?:{alternation('reporting')})(?!\w)")


def _in_parentheses(around: Surroundings) -> bool:
    """Say whether the expression is all that a pair of parentheses holds, but for words that announce it."""
    opening = around.before.rfind("(")
    if opening < 0 or len(around.before) - opening >= 40 or ")" in around.before[opening:]:
        return False
    return around.after.lstrip()[:1] == ")"


def _governs_report(around: Surroundings) -> bool:
    """Say whether a recurrence governs a report or a meeting: named after it, or before it in its clause."""
    after = _reports().match(around.after) is not None
    before = around.kind != "periodic" or around.before.endswith("theo ")
    return after or (before and anywhere("reporting").search(around.before) is not None)


def _is_ahead(around: Surroundings) -> bool:
    """Say whether a day lies after the issue date: it is none of another document's."""
    issued_on, day = around.reading.header.issued_on, around.expression.first
    return issued_on is not None and day is not None and day > issued_on


def _is_at_session(around: Surroundings) -> bool:
    if around.kind == "event within":
        return around.words.startswith("tại ")
    return "họp" in around.before and _AT_SESSION.match(around.before) is not None


def _announces(around: Surroundings) -> bool:
    return around.after.startswith(":") and _OPENS.fullmatch(around.before.lstrip(" -+*")) is not None


#: By name.
FOR: dict[str, Sign] = {
    "reports": Sign(_governs_report, RECURRENCES),
    "regular": Sign(lambda around: around.words.startswith(("định kỳ", "mỗi")), frozenset({"every", "daily"})),
    "hours": Sign(lambda around: around.expression.time is not None, RECURRENCES),
    "ordered": Sign(lambda _: True, needs=Fact.ORDERED),
    "ahead": Sign(_is_ahead, _SINGLE, needs=Fact.DATED),
    "at_once": Sign(lambda around: around.words.startswith("ngay"), frozenset({"event from"})),
    "session": Sign(_is_at_session, _SESSIONS),
    "clock": Sign(lambda around: around.expression.time is not None, frozenset({"day on"})),
    "timed_event": Sign(lambda around: _TIMED_EVENT.match(around.words), frozenset({"event within"})),
    "named_event": Sign(lambda around: not _CLAUSAL.search(around.words), EVENTS),
    "announces": Sign(_announces, PERIODS_WITHIN),
    "alone": Sign(lambda around: around.unit is not None and around.ends_paragraph, needs=Fact.FIRST),
    "opens_clause": Sign(lambda around: _OPENS.fullmatch(around.before.lstrip(" -+*")), needs=Fact.OPENING),
    "preposed": Sign(lambda around: _PREPOSED.match(around.lowered, around.expression.start), needs=Fact.PREPOSED),
    "at": Sign(
        lambda around: around.words.startswith("vào ") and _reviewed().match(around.turned), frozenset({"year within"})
    ),
    "in_parentheses": Sign(_in_parentheses, needs=Fact.BRACKET),
    "timetable": Sign(lambda around: around.document.timetables.hold(around.expression.start), needs=Fact.TIMETABLES),
    "under_time_heading": Sign(lambda _: True, needs=Fact.UNDER_TIME),
    "scheduled": Sign(lambda around: _scheduled().match(around.turned)),
    "label": Sign(lambda around: _label().match(around.turned), needs=Fact.COLON),
    "closes_clause": Sign(lambda around: _CLOSES.match(around.after)),
    "sent": Sign(lambda around: anywhere("sent").search(around.before)),
    "goal": Sign(lambda around: anywhere("goal").search(around.before), frozenset({"year within"})),
    "work_before": Sign(lambda around: anywhere("work").search(around.before)),
    "work_after": Sign(lambda around: anywhere("work").search(around.after)),
}
