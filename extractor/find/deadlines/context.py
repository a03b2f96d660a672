"""What stands around an expression of time: the signs by which a deadline is told from any other time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache

import regex

from extractor.find.mentions import TimeExpression
from extractor.lexicon import load
from extractor.reading import Paragraph, Reading, Unit
from extractor.text.sentences import sentences
from schemas.vocabulary import Bound, SectionKind

__all__ = ["Clause", "Timetables", "clause_of", "kind_of", "signs_of"]

#: How far around an expression its clause is looked at.
_REACH = 240
#: Nobody is given this long: a stretch of more days is history.
_LONGEST_STRETCH = 12 * 366

_KINDS = {
    **dict.fromkeys(("date", "days", "day_range", "day_month", "bare_day_month", "bare_day", "short_year"), "day"),
    **dict.fromkeys(("month", "quarter", "half", "months_of_year", "part_of_month", "bare_month_year"), "period"),
    **dict.fromkeys(("year", "part_of_year", "school_year"), "year"),
    **dict.fromkeys(("term", "open_term"), "term"),
    **dict.fromkeys(("times_per", "per_times", "weekly", "day_of_period", "periods", "recurrence", "after_each"), "frequency"),
    "every": "every",
    "report": "report",
    "periodic": "periodic",
    "duration": "length",
    "event": "event",
}
_STRETCHES = {"time": "day", "day": "day", "week": "day", "month": "period", "quarter": "period", "half_year": "period"}

_CLAUSE_START = regex.compile(r"(?r)[;:](?= )|\((?=[^()\n]*$)|(?<=\w)\) ")
_CLAUSE_END = regex.compile(r"[;\n]|\)(?![^(\n]{0,200}\()")


@dataclass(frozen=True, slots=True)
class Clause:
    """An expression in its surroundings, in lower case.

    Attributes:
        paragraph: The paragraph that holds it.
        start: Where its sentence (or list item, without the marker) begins.
        end: Where that ends.
        before: What its clause says before it.
        after: What its clause says after it.
    """

    paragraph: Paragraph
    start: int
    end: int
    before: str
    after: str


def clause_of(reading: Reading, lowered: str, expression: TimeExpression) -> Clause:
    """Return the clause of an expression: its part of the sentence, between semicolons."""
    paragraph = reading.paragraph_at(expression.start)
    begin = min(max(paragraph.start, paragraph.content), expression.start)
    start, end = begin, paragraph.end
    for first, last in sentences(reading.text, begin, paragraph.end):
        if first <= expression.start < last:
            start, end = first, max(last, expression.end)
            break
    semicolon = lowered.rfind("; ", start, expression.start)
    start = semicolon + 2 if semicolon >= 0 else start
    semicolon = lowered.find(";", expression.end, end)
    end = semicolon if semicolon >= 0 else end
    return Clause(
        paragraph,
        start,
        end,
        lowered[max(start, expression.start - _REACH) : expression.start],
        lowered[expression.end : min(end, expression.end + _REACH)],
    )


def kind_of(expression: TimeExpression) -> str:
    """Return the kind of an expression with its bound, as the lexicon names it."""
    kind = _STRETCHES.get(expression.granularity, "year") if expression.form == "stretch" else _KINDS[expression.form]
    if expression.bound is Bound.RECURRING:
        if expression.rrule == "FREQ=DAILY":
            return "daily"
        return kind if kind in ("every", "report", "periodic") else "frequency"
    return f"{kind} {expression.bound}"


@cache
def _words(name: str) -> str:
    entries = load("deadline_cues")["words"][name]
    return "|".join(sorted(map(regex.escape, entries), key=len, reverse=True))


@cache
def _anywhere(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\w)(?:{_words(name)})(?!\w)")


@cache
def _label() -> regex.Pattern[str]:
    """`Thời gian thực hiện: dự kiến `, right before the expression."""
    return regex.compile(
        rf"(?r)(?:^|[^\w])(?:{_words('time_label')})(?: [^:\n.;]{{0,60}})? ?: ?(?:[^:\n.;]{{0,60}}[, (])?"
    )


@cache
def _scheduled() -> regex.Pattern[str]:
    """A word of a schedule and at most a few letters more, right before the expression."""
    return regex.compile(
        rf"(?r)(?<!\w)(?:{_words('scheduled')})(?: (?:việc |xong |thực hiện |tổ chức |vào |cho ){{1,2}})?[ (,:]{{1,2}}"
    )


@cache
def _qualified() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?<!\w)(?:{_words('qualified')})(?: \p{{L}}++){{0,2}} ?")


@cache
def _reports() -> regex.Pattern[str]:
    return regex.compile(rf",? (?:[^\n;:.]{{0,60}} )?(?:{_words('reporting')})(?!\w)")


@cache
def _procedure() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:ngay )?(?:trước|sau) khi (?:{_words('procedure')})(?!\w)"
        rf"|[^\n]{{0,60}}?(?:kể từ|tính từ|sau|trước|từ)(?: (?:khi|ngày|thời điểm))? (?:{_words('procedure')})(?!\w)"
    )


@cache
def _named_plan() -> regex.Pattern[str]:
    """`chiến lược phát triển … đến năm 2030`: the plan and what it is about, up to the expression."""
    return regex.compile(rf"(?r)(?<!\w)(?:{_words('plan')}) [^,;:()\n]{{1,100}}")


_OPENS = regex.compile(r"(?:(?:phấn đấu|mục tiêu|riêng|đồng thời|và|trong đó|- |\+ |\d+[.)] |[a-zđ][.)] ))*")
_NUMBERED = regex.compile(r"(?r)\d[/-](?:\d{4}/)?[\p{L}\d-]{2,24}(?: của [^,;:()\n]{1,60})?,? |(?:ban hành|ký|thông qua|công bố) ")
_TIMED_EVENT = regex.compile(r"(?:ngay )?(?:trong (?:suốt )?(?:thời gian|dịp)|vào dịp|tại )")
_VISION = regex.compile(r"(?r)(?:[,;]| và) (?:định hướng|tầm nhìn) ")
_CLOSES = regex.compile(r" ?(?:$|[,.;)(\n:]|\()")
_CLAUSAL = regex.compile(r"(?:khi|thời điểm|lúc)(?!\w)")
_TIME_CELL = regex.compile(r"[-+*|]? ?(?:thời gian|tiến độ|thời hạn)(?: [\p{L}]++){0,4} ?:? ?\|?")
_NOTHING_MORE = regex.compile(r"[ .:;|)]*(?:\((?:thứ|chủ)[^()\n]{1,12}\)[ .:;|)]*)?")
_PREPOSED = regex.compile(r"(?:ngay )?(?:trong|vào|suốt)(?!\w)")
#: Bounds under which a time may qualify the noun before it.
_QUALIFYING = frozenset({"period within", "year within", "term within", "every", "daily", "periodic", "event within"})

#: Bounds that stand in the names of plans.
_NAMING = frozenset({"year by", "year within", "term within"})
#: Events that come before or after the work.
_EVENTS = frozenset({"event before", "event from"})
#: What is a step of a procedure where an article says it.
_STEPS = frozenset({"event before", "event from", "length by", "length before", "length from"})


def signs_of(reading: Reading, lowered: str, expression: TimeExpression, clause: Clause, previous: int, timetables: Timetables
) -> list[str]:
    """Return the names of the signs that the context of an expression shows, as the lexicon weighs them.

    Args:
        reading: The document.
        lowered: Its flow in lower case.
        expression: The expression.
        clause: Its clause.
        previous: Where the expression before it ends.
        timetables: Where the document's timetables stand.
    """
    before, after, paragraph = clause.before, clause.after, clause.paragraph
    kind = kind_of(expression)
    unit = reading.units[paragraph.unit] if paragraph.unit is not None else None
    return [
        sign
        for sign, shown in (
            ("label", _label().match(before)),
            ("under_time_heading", unit is not None and _under_time_heading(reading, lowered, unit)),
            ("alone", not before.strip(" -+*|(") and _NOTHING_MORE.fullmatch(after)),
            ("in_parentheses", _in_parentheses(before, after)),
            ("opens_clause", _OPENS.fullmatch(before.lstrip(" -+*"))),
            ("closes_clause", _CLOSES.match(after)),
            ("preposed", _PREPOSED.match(lowered, expression.start)),
            ("scheduled", _scheduled().match(before)),
            ("sent", kind not in ("every", "periodic") and _anywhere("sent").search(before)),
            ("work_before", _anywhere("work").search(before)),
            ("work_after", _anywhere("work").search(after)),
            ("reports", _governs_report(kind, before, after)),
            ("at_once", kind == "event from" and lowered.startswith("ngay", expression.start)),
            ("throughout", kind == "event within" and "suốt" in lowered[expression.start : expression.start + 12]),
            ("hours", expression.bound is Bound.RECURRING and expression.time is not None),
            ("session", kind == "event within" and lowered.startswith("tại ", expression.start)),
            ("timetable", timetables.hold(expression.start)),
            ("timed_event", kind == "event within" and _TIMED_EVENT.match(lowered, expression.start)),
            ("named_event", kind in _EVENTS and not _CLAUSAL.search(lowered, expression.start, expression.end)),
            ("statute", kind in _STEPS and unit is not None and _top(reading, unit).kind is SectionKind.DIEU_KHOAN),
            ("procedure", kind in _STEPS and _procedure().match(lowered, expression.start, expression.end)),
            ("numbered", kind == "day on" and _NUMBERED.match(before)),
            ("own_title", kind in _NAMING and _in_title(reading, lowered, expression)),
            ("named_plan", (kind in _NAMING or kind == "every") and _named_plan().match(before)),
            ("vision", kind in _NAMING and _VISION.match(before)),
            ("qualifies", kind in _QUALIFYING and _qualified().match(before)),
            ("history", _anywhere("history").search(lowered, max(clause.start, expression.start - 60), expression.start + 5) or " đã " in after[:60]),
            ("narrative", _tells_results(lowered, paragraph)),
            ("effect", _effect(lowered, expression, before, after)),
            ("condition", _anywhere("condition").match(before) or after.lstrip(" ,").startswith("nếu ")),
            ("past", _is_past(expression, reading.header.issued_on)),
            ("quoted", before.count('"') % 2 and '"' in after),
            ("situation", unit is not None and _top(reading, unit).kind is SectionKind.TINH_HINH),
            ("long_ago", _is_long(expression)),
            ("apposed", _is_apposed(lowered, expression, previous)),
        )
        if shown
    ]


def _governs_report(kind: str, before: str, after: str) -> bool:
    """Say whether a recurrence governs a report or a meeting: named after it, or before it in its clause."""
    if kind == "periodic":
        return _reports().match(after) is not None
    return kind in ("every", "frequency", "report", "daily") and (
        _reports().match(after) is not None or _anywhere("reporting").search(before) is not None
    )


def _effect(lowered: str, expression: TimeExpression, before: str, after: str) -> bool:
    """Say whether it is a document's force that begins or ends then."""
    pattern = _anywhere("effect")
    return bool(
        pattern.search(before[-100:])
        or pattern.match(after.lstrip())
        or (expression.form == "event" and pattern.search(lowered, expression.start, expression.end))
    )


def _in_title(reading: Reading, lowered: str, expression: TimeExpression) -> bool:
    """Say whether the expression and the words before it stand in the document's title."""
    title = reading.header.title
    words = lowered[max(0, expression.start - 20) : expression.end]
    return title is not None and words.lstrip() in title.lower()


def _tells_results(lowered: str, paragraph: Paragraph) -> bool:
    """Say whether a paragraph tells what has been done: at least two words of results."""
    results = _anywhere("result").finditer(lowered, paragraph.start, paragraph.end)
    return next(results, None) is not None and next(results, None) is not None


def _is_long(expression: TimeExpression) -> bool:
    first, last = expression.first, expression.last
    return first is not None and last is not None and (last - first).days > _LONGEST_STRETCH


def _is_apposed(lowered: str, expression: TimeExpression, previous: int) -> bool:
    """Say whether it restates the expression right before it without a date of its own (`- 95 ngày trước bầu cử`)."""
    undated = expression.first is None and expression.last is None and expression.rrule is None
    return undated and lowered[previous : expression.start].strip() in ("(", "-", ",", "=")


class Timetables:
    """The stretches of the flow that are tables with a column for the time, or lists under a bare `Thời gian:`."""

    def __init__(self, reading: Reading, lowered: str) -> None:
        self._spans: list[tuple[int, int]] = []
        for match in _time_head().finditer(lowered):
            paragraph = reading.paragraph_at(match.start())
            if self._spans and paragraph.start < self._spans[-1][1]:
                continue
            words = lowered[paragraph.start : paragraph.end]
            unit = reading.units[paragraph.unit] if paragraph.unit is not None else None
            if unit is not None and _heads_table(words):
                self._spans.append((paragraph.end, _next_start(reading, unit)))

    def hold(self, position: int) -> bool:
        """Say whether a position stands in one."""
        place = bisect_right(self._spans, (position, position)) - 1
        return place >= 0 and self._spans[place][0] <= position < self._spans[place][1]


@cache
def _time_head() -> regex.Pattern[str]:
    return regex.compile(r"(?<!\w)(?:thời gian|tiến độ|thời hạn)(?!\w)")


def _heads_table(words: str) -> bool:
    """Say whether a paragraph is the head of a timetable: a cell or label of its own, or a row of heads."""
    if len(words) > 200:
        return False
    if _TIME_CELL.fullmatch(words):
        return True
    return _label_with_value().search(words) is None and len(_anywhere("column").findall(words)) > 1


@cache
def _label_with_value() -> regex.Pattern[str]:
    return regex.compile(r"(?:thời gian|tiến độ|thời hạn)[^:\n]{0,40}: ?\w")


def _next_start(reading: Reading, unit: Unit) -> int:
    """Return where the next unit begins that is not inside `unit`: rows of its table may stand in between."""
    for following in reading.units[unit.index + 1 :]:
        if following.start >= unit.end:
            return following.start
    return len(reading.text)


def _under_time_heading(reading: Reading, lowered: str, unit: Unit) -> bool:
    for each in (unit, *reading.ancestors(unit)):
        if each.heading is not None and _anywhere("time_heading").search(lowered, *each.heading):
            return True
    return False


def _top(reading: Reading, unit: Unit) -> Unit:
    ancestors = reading.ancestors(unit)
    return ancestors[-1] if ancestors else unit


def _in_parentheses(before: str, after: str) -> bool:
    """Say whether the expression is all that a pair of parentheses holds, but for words that announce it."""
    opening = before.rfind("(")
    return opening >= 0 and len(before) - opening < 40 and ")" not in before[opening:] and after.lstrip()[:1] == ")"


def _is_past(expression: TimeExpression, issued_on: date | None) -> bool:
    end = expression.last or expression.first
    return issued_on is not None and end is not None and end < issued_on
