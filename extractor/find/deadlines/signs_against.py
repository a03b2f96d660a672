"""Signs that a time does not bind work.

Each sign has a name and a question about the surroundings of an expression; what it weighs, and an example of it,
stand under its name in `lexicon/deadline_cues.toml`.
"""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.find.alternation import any_of_turned
from extractor.find.deadlines.cues import alternation, anywhere, words
from extractor.find.deadlines.facts import STATUTES, Fact
from extractor.find.deadlines.signs import EVENTS, NAMING, PERIODS_WITHIN, RECURRENCES, Sign
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType, Granularity, SectionKind

__all__ = ["AGAINST"]

#: Nobody is given this long: a stretch of more days is history.
_LONGEST_STRETCH = 12 * 366
#: After so many days nobody plans for a day by mistake.
_LONG_PAST = 400
#: Kinds that say a step of a procedure where an article has them; a term that is counted from an event binds someone.
_STEPS = frozenset({"event before", "event from", "length from"})
#: Kinds that say from when on an article is in force.
_FORCE = frozenset({"day from", "period from", "year from"})
#: Kinds that an article of a decision may order.
_ORDERED_BY_DECISION = frozenset({"every", "length from"})
_TO_THE_END = re.compile(r"(?<!\w)(?:cuối|hết)(?!\w)")
_MUST_BE_SENT = re.compile(r"(?<!\w)(?:phải|được|đề nghị|yêu cầu) [^,;:.\n]{0,20}(?:gửi|nộp|chuyển)(?!\w)")
#: What follows a length of time that has passed, or in which something lasts (`02 năm liên tục`).
_PASSED = re.compile(
    r"[ ,]*(?:\([^()\n]{1,40}\) )?(?:trong (?:một|0?1)|mỗi|liên tục|liên tiếp|trở lại"
    r"|gần nhất|gần đây|(?:vừa )?qua|tính đến|tính tới)(?!\w)"
)
#: `không quá 08 giờ trong một ngày`: a rate, not a term.
_PER_ONE = re.compile(r"trong (?:một|0?1) (?:ngày|tuần|tháng|năm)")
#: What ends a condition and begins what is to be done.
_CONSEQUENCE = re.compile(r"[,:]|(?<!\w)(?:thì|phải) ")
_COUNT = re.compile(r"\d (?:ngày|tháng|tuần|giờ)(?!\w)")
_COUNTED = re.compile(r"(?<!\w)(?:tính đến|tính tới)(?!\w)")
#: No more than this and white space stands between two expressions of which one restates the other.
_LONGEST_JOINT = 8
#: `cụm từ "trong thời gian 20 ngày" được thay thế …`
_PHRASE = re.compile(r"(?:cụm )?từ:? ?\"[^\"]*$")
#: `ngay sau khi nhận được Kế hoạch này`: the event is the arrival of the order itself.
_OF_THIS = re.compile(r"ngay sau khi .{0,60} này$")
_PREPOSED_TIME = re.compile(r"(?:ngay )?(?:trong|vào) ")
_AT_MOST = re.compile(r"(?:(?:trong thời gian )?(?:không quá|tối đa)|trong \d)")
_RUNS_FROM = re.compile(r"(?<!\w)(?:kể từ|tính từ|sau|trước)(?!\w)")
#: `do ngân sách nhà nước cấp hằng năm`, `giờ mở, đóng cửa hằng ngày`: they say which, not when.
_DESCRIBED = re.compile(
    r"(?<!\w)do [^,;:()\n]{2,60}$|^[^\w]{0,3}(?:thời gian|giờ|mức|giá|tỷ lệ|số lượng) [^:\n]{0,60}$"
)
#: A duty that another provision states.
_REFERS = re.compile(r" (?:quy định |nêu |đã nêu )?tại (?:điểm|khoản|điều|mục) ")
_VISION = regex.compile(r"(?r)(?:[,;]| và) (?:định hướng|tầm nhìn) ")
#: What makes a plan's year a part of its name: `… đến năm 2030, tầm nhìn đến năm 2045`.
_WITH_VISION = re.compile(r",? (?:và )?(?:định hướng|tầm nhìn) (?:đến )?(?:năm )?\d")
_GOAL = re.compile(r"(?<!\w)(?:mục tiêu|phấn đấu|chỉ tiêu)(?!\w)")
#: Where a clause begins, or another of its verbs: `báo cáo Chính phủ trong quý II` is something to do there.
_VERB_PLACE = regex.compile(r"(?r)(?:^|[,;:] |(?<!\w)(?:và|để|phải|có trách nhiệm) )")
#: What a document does to others; where there is no day, something else is replaced.
_FORCE_OF_DAYS = frozenset({"day", "period", "year", "event"})
_NUMBERED = regex.compile(
    r"(?r)\d[/-](?:\d{4}/)?[\p{L}\d-]{2,24}(?: của [^,;:()\n]{1,60})?,? |(?:ban hành|ký|thông qua|công bố|bổ sung):? "
)


@cache
def _qualified() -> re.Pattern[str]:
    """A noun of the list right before the expression, or with up to two words between; or another span of time.

    Turned round, as all patterns of what stands right before the expression.
    """
    joined = any_of_turned((",", " và", " hoặc"))
    return compile_plain(
        rf" ?(?:(?:\p{{L}}++ ){{0,2}}(?:{alternation('qualified', turned=True)})"
        rf"|{joined}(?:{alternation('span', turned=True)}))(?!\w)"
    )


@cache
def _budget() -> re.Pattern[str]:
    """`dự toán chi ngân sách nhà nước `."""
    return compile_plain(rf" (?:\p{{L}}++ ){{0,5}}(?:{alternation('budget', turned=True)})(?!\w)")


@cache
def _celebrated() -> re.Pattern[str]:
    """`kỷ niệm các ngày `."""
    these, day = "các"[::-1], "ngày"[::-1]
    return compile_plain(rf" (?:{day} )?(?:{these} )?(?:{alternation('celebrated', turned=True)})(?!\w)")


@cache
def _procedure() -> re.Pattern[str]:
    steps = alternation("procedure")
    return compile_plain(
        rf"(?:ngay )?(?:trước|sau) khi (?:{steps})(?!\w)"
        rf"|[^\n]{{0,60}}?(?:kể từ|tính từ|sau|trước|từ)(?: (?:khi|ngày|thời điểm))? (?:{steps})(?!\w)"
    )


@cache
def _named_plan() -> re.Pattern[str]:
    """`chiến lược phát triển … đến năm 2030`: the plan and what it is about, up to the expression."""
    return compile_plain(rf"[^,;:()\n]{{1,100}} (?:{alternation('plan', turned=True)})(?!\w)")


@cache
def _done() -> re.Pattern[str]:
    """`hợp đồng được giao kết `."""
    acts, passive = alternation("done", turned=True), any_of_turned(("được", "đã", "đang"))
    return compile_plain(
        rf" (?:\p{{L}}++ ){{0,3}}(?:(?:{acts})(?: \p{{L}}++){{0,2}} {passive}|{any_of_turned(('giao kết',))})(?!\w)"
    )


def _tells_history(around: Surroundings) -> bool:
    start = around.expression.start
    return (
        anywhere("history").search(around.lowered, max(around.start, start - 60), start + 5) is not None
        or around.after.find(" đã ", 0, 60) >= 0
        or (around.kind == "day on" and _celebrated().match(around.turned) is not None)
    )


def _qualifies(around: Surroundings) -> bool:
    """Say whether it qualifies the noun before it; `báo cáo`, `kiểm tra` … are verbs where a verb may stand."""
    if around.expression.time is not None:
        return False
    noun = _qualified().match(around.turned)
    if noun is None:
        return False
    start = len(around.before) - noun.end()
    noun_phrase = around.before[start:].split()
    verb = (
        len(noun_phrase) > 2
        and " ".join(noun_phrase[:2]) in _verbal()
        and _PREPOSED_TIME.match(around.words) is not None
    )
    return not (verb and _VERB_PLACE.match(around.before, 0, start))


@cache
def _verbal() -> frozenset[str]:
    return frozenset(load("deadline_cues")["words"]["verbal"])


def _is_named_with_vision(around: Surroundings) -> bool:
    """Say whether the year belongs to the name of a plan, with the one after it that is its vision."""
    if _VISION.match(around.before):
        return True
    return bool(
        around.before.strip(" -+*(") and _WITH_VISION.match(around.after) and _GOAL.search(around.before) is None
    )


def _tells_done(around: Surroundings) -> bool:
    """Say whether it tells which contracts, files or persons are meant; a share of them is what is to be reached."""
    if _done().match(around.turned) is None:
        return False
    return not ("%" in around.before and _days_past(around) < 0)


def _is_effect(around: Surroundings) -> bool:
    """Say whether it is a document's force that begins or ends then."""
    effect = anywhere("effect")
    if around.kind.partition(" ")[0] not in _FORCE_OF_DAYS:
        return "hiệu lực" in around.before[-100:] or around.after.lstrip().startswith("hiệu lực")
    return bool(
        effect.search(around.before[-100:])
        or effect.match(around.after.lstrip())
        or (around.expression.form == "event" and effect.search(around.words))
    )


def _is_condition(around: Surroundings) -> bool:
    """Say whether a condition is said to have come true then; after a comma or `thì` follows what is to be done."""
    before = around.before
    opens = (
        before.startswith(words("condition"))
        and anywhere("condition").match(before) is not None
        and _CONSEQUENCE.search(before) is None
    )
    return opens or around.after.lstrip(" ,").startswith("nếu ")


def _is_step(around: Surroundings) -> bool:
    """Say whether what has no date can be a step of a procedure: no count of days, and not in a timetable."""
    return (around.kind not in EVENTS or _COUNT.search(around.words) is None) and not around.document.timetables.hold(
        around.expression.start
    )


def _in_statute(around: Surroundings) -> bool:
    """Say whether it stands in an article, which tells what holds in general.

    The articles of a decision also give orders: there a length of time or a recurrence may be one.
    """
    if around.section_kind is not SectionKind.DIEU_KHOAN:
        return False
    if around.kind in EVENTS and _COUNT.search(around.words):
        return False
    doc_type = around.reading.header.doc_type
    return around.kind not in _ORDERED_BY_DECISION or doc_type is None or doc_type in STATUTES


def _is_of_any_year(around: Surroundings) -> bool:
    """Say whether a statute speaks of a day of the calendar in general: it prints no year."""
    return around.reading.header.doc_type in STATUTES and "year" in around.expression.inferred


def _is_account(around: Surroundings) -> bool:
    """Say whether a report tells there what has been; what is to be done has sections of its own."""
    if around.reading.header.doc_type is not DocumentType.BAO_CAO:
        return False
    tasks = anywhere("task_heading")
    return not any(tasks.search(around.lowered, *heading) for heading in around.headings)


def _in_form(around: Surroundings) -> bool:
    """Say whether what is annexed is no note that says when the form must be sent."""
    return _MUST_BE_SENT.search(around.before) is None


def _is_situation(around: Surroundings) -> bool:
    """Say whether a section, or one inside it, tells how things are."""
    return any(unit.kind is SectionKind.TINH_HINH for unit in around.units)


def _tells_results(around: Surroundings) -> bool:
    """Say whether a paragraph tells results, of a time that is past by one word, and the clause orders nothing."""
    results = around.document.results(around.paragraph)
    if results < 2 and (results == 0 or _days_past(around) <= 0):
        return False
    order = anywhere("order")
    return order.search(around.before) is None and order.search(around.after) is None


def _lasts(around: Surroundings) -> bool:
    """Say whether a length of time tells how long something lasts, or has lasted, and not by when it is done.

    Nobody is given years for one thing, unless it is said to be done by then; months without a beginning that something
    takes at most are an age or a support.
    """
    if _PASSED.match(around.after) or _COUNTED.search(around.words) or _PER_ONE.fullmatch(around.words):
        return True
    if around.expression.granularity is Granularity.TIME and around.after.startswith(" tới"):
        return True  # `trong 24 giờ tới`: a forecast
    if around.expression.granularity is Granularity.YEAR:
        return not FOR["scheduled"].is_beside(around)
    return (
        around.expression.granularity is Granularity.MONTH
        and _AT_MOST.match(around.words) is not None
        and not _RUNS_FROM.search(around.words)
    )


def _days_past(around: Surroundings) -> int:
    """Return how many days before the document the expression ends; 0 where that is not known."""
    written, end = around.document.written_after, around.expression.last or around.expression.first
    return 0 if written is None or end is None else (written - end).days


def _is_long(around: Surroundings) -> bool:
    first, last = around.expression.first, around.expression.last
    return first is not None and last is not None and (last - first).days > _LONGEST_STRETCH


def _is_apposed(around: Surroundings) -> bool:
    """Say whether it restates the expression right before it without a date of its own (`- 95 ngày trước bầu cử`)."""
    if around.expression.rrule is not None or around.expression.start - around.previous > _LONGEST_JOINT:
        return False
    return around.lowered[around.previous : around.expression.start].strip() in ("(", "-", ",", "=")


#: By name, in the order in which they are asked.
AGAINST: dict[str, Sign] = {
    "form": Sign(_in_form, needs=Fact.ATTACHED),
    "example": Sign(lambda around: around.lowered.startswith("ví dụ", around.paragraph.content)),
    "cap": Sign(lambda around: around.before.endswith(("tối đa ", "không quá ")), frozenset({"frequency"})),
    "statute": Sign(_in_statute, _STEPS | _FORCE | {"every", "event within"}, Fact.ARTICLES),
    "any_year": Sign(_is_of_any_year, needs=Fact.STATUTE),
    "procedure": Sign(
        lambda around: _is_step(around) and _procedure().match(around.words) and not _OF_THIS.match(around.words),
        _STEPS,
        Fact.UNDATED,
    ),
    "orphan": Sign(
        lambda around: (
            around.unit is None
            and not around.before.strip()
            and around.ends_paragraph
            and not around.document.timetables.hold(around.expression.start)
        ),
        needs=Fact.FIRST,
    ),
    "numbered": Sign(lambda around: _NUMBERED.match(around.before), frozenset({"day on", "year within"})),
    "named_plan": Sign(
        lambda around: not _TO_THE_END.search(around.words) and _named_plan().match(around.turned), NAMING | {"every"}
    ),
    "round_about": Sign(lambda around: around.before.endswith("trong và "), EVENTS),
    "vision": Sign(_is_named_with_vision, NAMING),
    "column": Sign(
        lambda around: (
            around.kind.endswith(" within")
            and not around.before.strip()
            and around.ends_paragraph
            and around.document.tables.is_head(around.expression.start)
        ),
        needs=Fact.TABLES,
    ),
    "rhetoric": Sign(lambda around: around.words.startswith("ngay từ"), needs=Fact.UNDATED),
    "qualifies": Sign(_qualifies, PERIODS_WITHIN | {"every", "daily", "periodic", "event within"}),
    "budget": Sign(lambda around: _budget().match(around.turned), frozenset({"every", "periodic"})),
    "describes": Sign(lambda around: _DESCRIBED.search(around.before), frozenset({"every", "daily"})),
    "refers": Sign(lambda around: _REFERS.match(around.after), RECURRENCES),
    "history": Sign(_tells_history),
    "lasts": Sign(_lasts, frozenset({"length by"})),
    "narrative": Sign(_tells_results),
    "effect": Sign(_is_effect),
    "condition": Sign(_is_condition),
    "past": Sign(lambda around: 0 < _days_past(around) <= _LONG_PAST, needs=Fact.DATED),
    "long_past": Sign(lambda around: _days_past(around) > _LONG_PAST, needs=Fact.DATED),
    "done": Sign(_tells_done, frozenset({"day before", "day from", "day within", "year before", "year from"})),
    "phrase": Sign(
        lambda around: '"' in around.before[-40:] and _PHRASE.search(around.before[-40:]), needs=Fact.QUOTES
    ),
    "quoted": Sign(lambda around: '"' in around.after and around.before.count('"') % 2, needs=Fact.QUOTES),
    "account": Sign(_is_account, needs=Fact.REPORT),
    "situation": Sign(_is_situation, needs=Fact.SITUATION),
    "long_ago": Sign(_is_long, needs=Fact.DATED),
    "apposed": Sign(_is_apposed, needs=Fact.UNDATED),
}
