"""Signs that a time does not bind work.

Each sign has a name and a question about the surroundings of an expression; what it weighs, and an example of it,
stand under its name in `lexicon/deadline_cues.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from extractor.find.deadlines.cues import alternation, anywhere
from extractor.find.deadlines.surroundings import Surroundings
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["AGAINST"]

#: Nobody is given this long: a stretch of more days is history.
_LONGEST_STRETCH = 12 * 366
#: After so many days nobody plans for a day by mistake.
_LONG_PAST = 400
#: Kinds that may qualify the noun before them.
_QUALIFYING = frozenset({"period within", "year within", "term within", "every", "daily", "periodic", "event within"})
#: Kinds that stand in the names of plans.
_NAMING = frozenset({"year by", "year within", "term within"})
#: Kinds that say a step of a procedure where an article has them.
_STEPS = frozenset({"event before", "event from", "length by", "length before", "length from"})
#: Kinds that say from when on an article is in force.
_FORCE = frozenset({"day from", "period from", "year from"})
#: Documents whose articles make law.
_STATUTES = frozenset(
    {
        DocumentType.HIEN_PHAP,
        DocumentType.BO_LUAT,
        DocumentType.LUAT,
        DocumentType.PHAP_LENH,
        DocumentType.LENH,
        DocumentType.NGHI_DINH,
        DocumentType.THONG_TU,
        DocumentType.THONG_TU_LIEN_TICH,
    }
)
#: Kinds that tell which contracts, files and persons are meant (`hợp đồng được ký trước ngày …`).
_DATED = frozenset({"day before", "day from", "day within", "year before", "year from"})
#: Kinds that an article of a decision may order.
_ORDERED_BY_DECISION = frozenset({"every", "length by", "length before", "length from"})
#: Kinds for which it matters that an article says them.
_STATUTORY = _STEPS | _FORCE | {"every", "event within"}
_EVENTS = frozenset({"event before", "event from"})
_TO_THE_END = regex.compile(r"(?<!\w)(?:cuối|hết)(?!\w)")
_RUNS_FROM = regex.compile(r"(?<!\w)(?:kể từ|tính từ|sau|trước)(?!\w)")
_VISION = regex.compile(r"(?r)(?:[,;]| và) (?:định hướng|tầm nhìn) ")
_NUMBERED = regex.compile(
    r"(?r)\d[/-](?:\d{4}/)?[\p{L}\d-]{2,24}(?: của [^,;:()\n]{1,60})?,? |(?:ban hành|ký|thông qua|công bố|bổ sung):? "
)


@cache
def _qualified() -> regex.Pattern[str]:
    """A noun of the list right before the expression, or with up to two words between."""
    return regex.compile(rf"(?r)(?<!\w)(?:{alternation('qualified')})(?: \p{{L}}++){{0,2}} ?")


@cache
def _procedure() -> regex.Pattern[str]:
    words = alternation("procedure")
    return regex.compile(
        rf"(?:ngay )?(?:trước|sau) khi (?:{words})(?!\w)"
        rf"|[^\n]{{0,60}}?(?:kể từ|tính từ|sau|trước|từ)(?: (?:khi|ngày|thời điểm))? (?:{words})(?!\w)"
    )


@cache
def _named_plan() -> regex.Pattern[str]:
    """`chiến lược phát triển … đến năm 2030`: the plan and what it is about, up to the expression."""
    return regex.compile(rf"(?r)(?<!\w)(?:{alternation('plan')}) [^,;:()\n]{{1,100}}")


@cache
def _done() -> regex.Pattern[str]:
    """`hợp đồng được giao kết `, right before the expression."""
    words = alternation("done")
    return regex.compile(
        rf"(?r)(?<!\w)(?:(?:được|đã|đang) (?:\p{{L}}++ ){{0,2}}(?:{words})|giao kết)(?: [\p{{L}}]++){{0,3}} "
    )


def _tells_history(around: Surroundings) -> bool:
    start = around.expression.start
    words = anywhere("history").search(around.lowered, max(around.start, start - 60), start + 5)
    return words is not None or " đã " in around.after[:60]


def _is_effect(around: Surroundings) -> bool:
    """Say whether it is a document's force that begins or ends then."""
    effect = anywhere("effect")
    return bool(
        effect.search(around.before[-100:])
        or effect.match(around.after.lstrip())
        or (around.expression.form == "event" and effect.search(around.words))
    )


def _is_condition(around: Surroundings) -> bool:
    """Say whether a condition is said to have come true then; after a comma follows what is to be done."""
    opens = anywhere("condition").match(around.before) is not None and "," not in around.before
    return opens or around.after.lstrip(" ,").startswith("nếu ")


def _is_step(around: Surroundings) -> bool:
    """Say whether it can be a step of a procedure: it has no date, and stands in no timetable."""
    return around.kind in _STEPS and around.is_undated and not around.document.timetables.hold(around.expression.start)


def _is_for_applicants(around: Surroundings) -> bool:
    """Say whether it is a step in dealing with an applicant's file, unless it runs from an event of another kind."""
    if not _is_step(around) or (_RUNS_FROM.search(around.words) and not _procedure().match(around.words)):
        return False
    return any(anywhere("applicant").search(words) for words in (around.before, around.words, around.after))


def _in_statute(around: Surroundings) -> bool:
    """Say whether it stands in an article, which tells what holds in general.

    The articles of a decision also give orders: there a length of time or a recurrence may be one.
    """
    if around.section_kind is not SectionKind.DIEU_KHOAN:
        return False
    doc_type = around.reading.header.doc_type
    return around.kind not in _ORDERED_BY_DECISION or doc_type is None or doc_type in _STATUTES


def _is_account(around: Surroundings) -> bool:
    """Say whether a report tells there what has been; what is to be done has sections of its own."""
    if around.reading.header.doc_type is not DocumentType.BAO_CAO or around.unit is None:
        return False
    if around.section_kind in (SectionKind.NHIEM_VU_GIAI_PHAP, SectionKind.MUC_TIEU_CHI_TIEU):
        return False
    tasks = anywhere("task_heading")
    return not any(
        unit.heading is not None and tasks.search(around.lowered, *unit.heading)
        for unit in (around.unit, *around.reading.ancestors(around.unit))
    )


def _in_title(around: Surroundings) -> bool:
    """Say whether the expression and the words before it stand in the document's title."""
    title = around.reading.header.title
    words = around.lowered[max(0, around.expression.start - 20) : around.expression.end]
    return title is not None and words.lstrip() in title.lower()


def _days_past(around: Surroundings) -> int:
    """Return how many days before the document the expression ends; 0 where that is not known."""
    written, end = around.document.written_after, around.expression.last or around.expression.first
    return 0 if written is None or end is None else (written - end).days


def _is_long(around: Surroundings) -> bool:
    first, last = around.expression.first, around.expression.last
    return first is not None and last is not None and (last - first).days > _LONGEST_STRETCH


def _is_apposed(around: Surroundings) -> bool:
    """Say whether it restates the expression right before it without a date of its own (`- 95 ngày trước bầu cử`)."""
    undated = around.is_undated and around.expression.rrule is None
    return undated and around.lowered[around.previous : around.expression.start].strip() in ("(", "-", ",", "=")


#: By name, in the order in which they are asked.
AGAINST: dict[str, Callable[[Surroundings], object]] = {
    "statute": lambda around: around.kind in _STATUTORY and _in_statute(around),
    "procedure": lambda around: _is_step(around) and _procedure().match(around.words),
    "applicant": _is_for_applicants,
    "orphan": lambda around: around.unit is None and not around.before.strip() and around.ends_paragraph,
    "numbered": lambda around: around.kind in ("day on", "year within") and _NUMBERED.match(around.before),
    "own_title": lambda around: around.kind in _NAMING and _in_title(around),
    "named_plan": lambda around: (
        (around.kind in _NAMING or around.kind == "every")
        and not _TO_THE_END.search(around.words)
        and _named_plan().match(around.before)
    ),
    "round_about": lambda around: around.kind in _EVENTS and around.before.endswith("trong và "),
    "vision": lambda around: around.kind in _NAMING and _VISION.match(around.before),
    "qualifies": lambda around: (
        around.kind in _QUALIFYING and around.expression.time is None and _qualified().match(around.before)
    ),
    "history": _tells_history,
    "narrative": lambda around: around.document.tells_results(around.paragraph),
    "effect": _is_effect,
    "condition": _is_condition,
    "past": lambda around: 0 < _days_past(around) <= _LONG_PAST,
    "long_past": lambda around: _days_past(around) > _LONG_PAST,
    "done": lambda around: around.kind in _DATED and _done().match(around.before),
    "quoted": lambda around: around.before.count('"') % 2 and '"' in around.after,
    "account": _is_account,
    "situation": lambda around: around.section_kind is SectionKind.TINH_HINH,
    "long_ago": _is_long,
    "apposed": _is_apposed,
}
