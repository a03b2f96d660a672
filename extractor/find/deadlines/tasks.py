"""The work that a deadline binds, as a span of words.

Read when all deadlines are known: where several stand in a clause, each has its own part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import regex

from extractor.find.deadlines.cues import alternation, anywhere
from extractor.find.deadlines.signs_for import FOR
from extractor.find.deadlines.surroundings import Surroundings
from extractor.find.spans_of_words import Span, ends_sentence, trimmed
from extractor.find.verb_parts import Joint, begins_with_verb, joints, purposes
from extractor.patterns import compile_plain
from schemas.vocabulary import Bound, SectionKind

__all__ = ["tasks_of"]

#: Chapters of tasks, of which the title names none.
_CHAPTERS = frozenset({SectionKind.NHIEM_VU_GIAI_PHAP, SectionKind.TO_CHUC_THUC_HIEN, SectionKind.NOI_DUNG})
_WORD = compile_plain(r"\p{L}++")
#: A heading of fewer words (`Nội dung`, `Yêu cầu`) does not say what the work is.
_FEWEST_WORDS = 4
#: A clause is read no farther than this to either side, not the whole of a text without paragraphs for each deadline.
_LONGEST = 600
#: What stands under a heading is taken paragraph by paragraph up to so many characters.
_LONGEST_BLOCK = 4_000
#: What stands between the times of one list: `định kỳ 6 tháng, năm`.
_LISTED = compile_plain(r"(?:,| và|, và| hoặc) ")
_LONGEST_JOINT = 8
#: What may stand before a time that leads its sentence.
_LEADS = compile_plain(r"(?:[\s\"-+*(]|phấn đấu|mục tiêu|riêng|đồng thời|trong đó|,)*+")
#: Who does it, after the time: `…, do Sở Y tế chủ trì`.
_AGENT = compile_plain(r", do (?:các )?(?=\p{Lu})")
#: A title that says when, in brackets: `Giai đoạn cao điểm (tháng 12/2024): …`.
_TIMED_TITLE = compile_plain(r"[^:;()\n]{3,80}\([^()\n]{3,60}\) ?: ")
#: A clause that only announces words of another document: `Sửa đổi khoản 2 như sau: "…"`.
_QUOTES = regex.compile(r'(?r)sau(?: đây)?: "')
#: Who sums up what he reports: one work.
_SUMS_UP = compile_plain(r"(?<!\p{L})tổng hợp(?!\p{L})")
_REPORTS = compile_plain(r"(?:báo cáo|gửi|trình)(?!\p{L})")


def tasks_of(deadlines: Sequence[Surroundings]) -> list[Span | None]:
    """Return for each deadline, in order, the flow span of its work: its part of the clause, or what it stands under.

    A label (`Thời gian: …`) and a table cell speak of the unit that holds them, a heading that is only a time of what
    stands under it; None where that has no words of its own.
    """
    starts = [around.expression.start for around in deadlines]
    tasks: list[Span | None] = []
    end = -_LONGEST_JOINT
    for place, around in enumerate(deadlines):
        start = around.expression.start
        listed = start - end < _LONGEST_JOINT and _LISTED.fullmatch(around.lowered, end, start)
        tasks.append(tasks[-1] if listed else _task(around, starts, place))
        end = around.expression.end
    return tasks


def _task(around: Surroundings, starts: Sequence[int], place: int) -> Span | None:
    if FOR["alone"].is_beside(around):
        row = around.document.tables.work(around.expression.start)
        return row or _under_heading(around) or _parent(around)
    if _ends_heading(around):
        return _under_heading(around) or _clause(around, starts, place)
    if FOR["label"].is_beside(around):
        return _parent(around) or _clause(around, starts, place)
    return _clause(around, starts, place)


def _clause(around: Surroundings, starts: Sequence[int], place: int) -> Span | None:
    """Return the part of the clause that is bound; where it says no more than the time, the clause or the paragraph."""
    begin = min(max(around.paragraph.start, around.paragraph.content), around.expression.start)
    for stretch in _widening(around, starts, place, begin):
        start, end = _bounded(around, *stretch)
        if not _is_empty(around, starts, start, end):
            return _trimmed(around, start, end)
    return _under_heading(around) or _trimmed(around, *_bounded(around, begin, around.paragraph.end))


def _widening(around: Surroundings, starts: Sequence[int], place: int, begin: int) -> Iterator[Span]:
    """Yield the part of its clause that a deadline binds, the clause, its sentence, and its paragraph from `begin`."""
    yield _part(around, starts, place, _after_title(around), around.end)
    yield around.start, around.end
    yield _sentence(around, begin)
    yield begin, around.paragraph.end


def _sentence(around: Surroundings, begin: int) -> Span:
    """Return the sentence of a clause."""
    text = around.reading.text
    floor, ceiling = _bounded(around, begin, around.paragraph.end)
    before = (match.end() for match in _STOP.finditer(text, floor, around.start) if match.group() == ".")
    start = max((end for end in before if ends_sentence(text, end - 1)), default=floor)
    after = (match.start() for match in _STOP.finditer(text, around.end - 1, ceiling) if match.group() == ".")
    return start, next((stop for stop in after if ends_sentence(text, stop)), ceiling)


def _bounded(around: Surroundings, start: int, end: int) -> Span:
    return max(start, around.expression.start - _LONGEST), min(end, around.expression.end + _LONGEST)


def _part(around: Surroundings, starts: Sequence[int], place: int, start: int, end: int) -> Span:
    """Return the part of the clause ``[start, end)`` that a deadline binds.

    - One that leads binds all up to the end of its sentence, or up to the next deadline that leads a part.
    - A frequency binds the verb it stands with, a date all verbs before it; neither binds a verb that follows it.
    """
    text, expression = around.reading.text, around.expression
    start, end = _bounded(around, start, end)
    following = starts[place + 1] if place + 1 < len(starts) else None
    previous = starts[place - 1] if place else -1
    parts = list(joints(text, start, end))
    if following is not None and following < end:
        parts = sorted((*parts, *purposes(text, expression.end, following)))
    if previous >= start:
        parts = sorted((*parts, *purposes(text, previous, expression.start)))
    title = _TIMED_TITLE.match(text, start, end) if text.find("(", start, end) >= 0 else None
    if title and title.end() > expression.end:
        return title.end(), _sentence_end(around, following, ())
    if _LEADS.fullmatch(around.lowered, start, expression.start):
        return start, _sentence_end(around, following, parts)
    if text.find(": ", start, expression.start) >= 0 and begins_with_verb(around.lowered, start, end):
        return start, end  # `Mở hai lớp: lớp đầu trong tháng 3, lớp sau trong tháng 8`
    first = _first_of_part(around, start, previous, parts) if parts else start
    if expression.bound is Bound.RECURRING and _opens_part(around):
        first = expression.start
    if agent := _AGENT.search(text, expression.end, end):
        end = agent.start()
    return first, next((joint.end for joint in parts if _parts_after(around, joint, following)), end)


def _first_of_part(around: Surroundings, start: int, previous: int, parts: Sequence[Joint]) -> int:
    """Return where the part begins that a deadline binds, after the deadline before it at `previous`."""
    before = [joint for joint in parts if joint.begin <= around.expression.start]
    first = next((joint.begin for joint in before if previous >= start and joint.begin > previous), start)
    first = max(first, *(joint.begin for joint in before if joint.own), 0)
    if before and around.expression.bound is Bound.RECURRING:
        first = max(first, _with_sum(around, start, before))
    return first


def _opens_part(around: Surroundings) -> bool:
    """Say whether a frequency stands after a comma, before its verb: `…, hằng quý tổng hợp kết quả`."""
    lowered, expression = around.lowered, around.expression
    return lowered.endswith(", ", 0, expression.start) and begins_with_verb(lowered, expression.end + 1, around.end)


def _parts_after(around: Surroundings, joint: Joint, following: int | None) -> bool:
    """Say whether what follows a joint is another work: more than a time of its own, or the report of a sum."""
    if joint.end < around.expression.end:
        return False
    if _REPORTS.match(around.lowered, joint.begin) and _SUMS_UP.search(
        around.lowered, around.expression.end, joint.end
    ):
        return False
    return following is None or _empty().fullmatch(around.lowered, joint.begin, following) is None


def _with_sum(around: Surroundings, start: int, before: Sequence[Joint]) -> int:
    """Return where the last part begins, or the part before it if that only sums up what this one reports."""
    last = before[-1]
    begin = before[-2].begin if len(before) > 1 else start
    sums_up = _SUMS_UP.search(around.lowered, begin, last.end)
    return begin if sums_up and _REPORTS.match(around.lowered, last.begin) else last.begin


def _sentence_end(around: Surroundings, following: int | None, parts: Sequence[Joint]) -> int:
    """Return where the sentence ends that a deadline leads, or the part or clause before that of the next deadline."""
    text, limit = around.reading.text, min(around.paragraph.end, around.expression.end + _LONGEST_BLOCK)
    end = around.end
    if following is not None and following < end:
        return max((joint.end for joint in parts if around.expression.end < joint.begin <= following), default=end)
    while end < limit and text[end] == ";":
        stop = next(
            (match.start() for match in _STOP.finditer(text, end + 1, limit) if _stops(text, match.start())), limit
        )
        if following is not None and following < stop:
            break
        end = stop
    return end


_STOP = compile_plain(r"[.;](?= |$)")


def _stops(text: str, position: int) -> bool:
    return text[position] == ";" or ends_sentence(text, position)


def _after_title(around: Surroundings) -> int:
    """Return where the clause begins: after a title that runs into it, if the words after its colon say the work."""
    text, lowered = around.reading.text, around.lowered
    nearest = around.expression.start - _LONGEST - len(": ")  # what ends before that binds nothing (see `_bounded`)
    colon = text.rfind(": ", max(around.start, nearest), around.expression.start)
    if colon < 0:
        return around.start
    if _QUOTES.match(lowered, around.start, colon + 3):
        return colon + 2
    if begins_with_verb(lowered, around.start, colon):
        return around.start
    if _is_light(lowered, colon + 2, around.expression.start):
        return around.start
    return colon + 2 if begins_with_verb(lowered, colon + 2, around.end) else around.start


@cache
def _light() -> re.Pattern[str]:
    return compile_plain(rf"(?:(?:dự kiến|phải|sẽ|được),? )?{alternation('light')}(?!\w)")


def _is_light(lowered: str, start: int, end: int) -> bool:
    """Say whether the words after a title say no work of their own: they begin with none, or with `tổ chức`."""
    return _light().match(lowered, start, end) is not None or _empty().fullmatch(lowered, start, end) is not None


@cache
def _empty() -> regex.Pattern[str]:
    return regex.compile(rf"(?:[\s\p{{P}}|]|(?<!\w)(?:{alternation('empty')})(?!\w))*+")


def _is_empty(around: Surroundings, starts: Sequence[int], start: int, end: int) -> bool:
    """Say whether a stretch says no more than the time."""
    before = _empty().fullmatch(around.lowered, start, around.expression.start)
    return (
        before is not None
        and _empty().fullmatch(around.lowered, around.expression.end, max(around.expression.end, end)) is not None
    )


def _words(around: Surroundings, start: int, end: int) -> int:
    """Count the words of a stretch, no more of them than matter."""
    return sum(1 for _ in islice(_WORD.finditer(around.lowered, start, end), _FEWEST_WORDS))


def _ends_heading(around: Surroundings) -> bool:
    """Say whether a deadline ends a heading that schedules what stands under it: `2. Mục tiêu đến năm 2025`."""
    unit = around.unit
    if unit is None or unit.heading is None or not unit.heading[0] <= around.expression.start < unit.heading[1]:
        return False
    return around.paragraph.end < unit.end and around.ends_paragraph


def _under_heading(around: Surroundings) -> Span | None:
    """Return what stands under a heading that is only a time (`1.1. Năm 2024`)."""
    unit = around.unit
    if unit is None or not unit.start <= around.expression.start < around.paragraph.end < unit.end:
        return None
    if around.reading.paragraph_at(unit.start) != around.paragraph:
        return None
    end = unit.end
    if end - around.paragraph.end > _LONGEST_BLOCK:
        cut = around.lowered.rfind("\n", around.paragraph.end + 1, around.paragraph.end + _LONGEST_BLOCK)
        end = cut if cut >= 0 else around.paragraph.end + _LONGEST_BLOCK
    first = around.reading.paragraph_at(around.paragraph.end + 1)
    return _trimmed(around, max(first.start, first.content), end)


def _parent(around: Surroundings) -> Span | None:
    """Return the heading, or the first paragraph, of the nearest unit above a label or cell that says what is done."""
    reading, unit = around.reading, around.unit
    if unit is None:
        return None
    for above in (unit, *reading.ancestors(unit)):
        first = reading.paragraph_at(above.start)
        if first == around.paragraph:
            continue
        for span in (above.heading, (max(first.start, first.content), first.end)):
            if span is None or anywhere("time_heading").search(around.lowered, *span):
                continue
            if above.level == 1 and above.kind in _CHAPTERS:
                continue  # a chapter's title names no work
            if _words(around, *span) >= _FEWEST_WORDS:
                return _trimmed(around, *span)
    return None


def _trimmed(around: Surroundings, start: int, end: int) -> Span | None:
    return trimmed(around.reading.text, start, end)
