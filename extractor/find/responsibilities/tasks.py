"""The work that bodies are answerable for, as spans of words.

Read when all roles are known: where the work of one body ends depends on where that of the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from extractor.find.alternation import any_word_of
from extractor.find.responsibilities.groups import Group
from extractor.find.responsibilities.work_before import work_before
from extractor.find.spans_of_words import Span, ends_sentence, has_letter, items_under, trimmed
from extractor.find.table_rows import Tables
from extractor.find.verb_parts import joints
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Reading
from schemas.vocabulary import Role

__all__ = ["Part", "tasks_of"]

#: No sentence is longer; without a bound, many bodies in one endless sentence would each read on to its end.
_LONGEST = 4_000
#: What parts the body from its work: punctuation, a bracket that closes after it, a remark in brackets.
_LEADING = compile_plain(r"(?:[ :,.;\n)\]/]|\([^()\n]{0,120}\))*+")
_CLAUSE_END = compile_plain(r"[.;\n](?:(?=[ \"]|$)|(?<=\n))")
#: Bodies that only receive: the work is that of whoever reports to them.
_RECEIVERS = frozenset({Role.REPORT_TO, Role.VIA})
_DOERS = frozenset({Role.LEAD, Role.EXECUTE})
#: What says the part of a body and no work: `Việc này do Sở Y tế chủ trì.`
_ONLY_PART = compile_plain(r"(?:chủ trì|thực hiện|phụ trách|đảm nhiệm|đảm nhận|chịu trách nhiệm|tổ chức)[ .;,)]*")
#: A clause that only announces what follows elsewhere: `thực hiện một số nội dung sau:`.
_ANNOUNCES = regex.compile(r"(?r)(?<!\p{L})(?:sau|sau đây|như sau|cụ thể|dưới đây) ?[:.]?")
#: What is done with a report: no part of its own.
_PURPOSE = compile_plain(r"(?i)(?<!\p{L})(?:để|xem xét|cho ý kiến)(?!\p{L})")
#: What may stand before the subject of a clause, or whoever is told in it.
_LEAD_IN = compile_plain(
    r"(?i)[ \"]?(?:(?:đồng thời|riêng|còn|ngoài ra|và|trân trọng|kính),? )*+"
    r"(?:(?:giao|yêu cầu|đề nghị|phân công|mời|đối với)(?: nhiệm vụ)?(?: cho)? )?"
    r"(?:(?:các|mọi|từng|mỗi|toàn thể) )?+:?"
)


class Part(NamedTuple):
    """The part that a list of bodies has in the work.

    Attributes:
        group: The bodies in their clause.
        role: Their role.
        rule: The rule that gave it.
        work: Flow span of the block that they head; of an enacting clause, where its verb begins.
    """

    group: Group
    role: Role
    rule: str
    work: Span | None = None


def tasks_of(reading: Reading, parts: Sequence[Part], tables: Tables) -> list[tuple[Span, ...]]:
    """Return for each part, in document order, the flow spans of its work: none where no words say what it is.

    - Under a heading, a label or a clause that announces them with a colon, the items are the work.
    - Of who is told in a clause, it is the rest of the item or sentence, up to where another body is told.
    - Of who is only worked with, and of who is told inside another's task, it is the rest of the clause.
    - Of who receives a report, it is the clause of the report.
    - Of who stands in a cell of a table, it is the cell of the row that says the work.
    - Where no words follow, what stands before the body says what is to be done (see `work_before`).
    """
    text = reading.text
    drawn = tables or None
    works: list[tuple[Span, ...]] = []
    above: Part | None = None
    for index, part in enumerate(parts):
        if part is above:
            works.append(works[-1])
            continue
        above = part
        spans = [trimmed(text, start, end) for start, end in _work(reading, parts, index, drawn)]
        works.append(tuple(filter(None, spans)))
    return works


def _work(reading: Reading, parts: Sequence[Part], index: int, tables: Tables | None) -> Sequence[Span]:
    text = reading.text
    group, role, rule, block = parts[index]
    if role in _RECEIVERS:
        return _report(reading, group)
    if block is not None:
        return items_under(reading, *block) if rule == "heading" else _enacted(reading, block[0])
    if tables is not None and (row := tables.work(group.start)) is not None:
        return [row]
    labelled = rule == "schedule" or (rule == "labelled" and text.endswith(":", 0, group.start - 1))
    if labelled and (before := work_before(reading, group, role)) is not None:
        return [before]
    following = _helped(reading, group) if role is Role.COORDINATE else _told(reading, parts, index)
    if following and has_letter(text, *following[0]):
        agent = group.before.endswith(("do ", "do các "))
        if not (agent and _ONLY_PART.fullmatch(text, *following[0])):
            return following
    before = work_before(reading, group, role)
    return [] if before is None else [before]


def _enacted(reading: Reading, verb: int) -> Sequence[Span]:
    """Return the work of an enacting clause, from its verb; of a heading of duties, which has a colon, the items."""
    paragraph = reading.paragraph_at(verb - 1)
    if reading.text[verb - 1] == ":":
        unit = reading.unit_at(verb - 1)
        return items_under(reading, verb, unit.end if unit is not None else paragraph.end)
    return [(verb, _clause_end(reading.text, verb, paragraph.end))]


def _clause_end(text: str, start: int, end: int) -> int:
    """Return where the clause ends: at a semicolon, or at a full stop that ends a sentence."""
    return next(_stops(text, start, end), end)


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where clauses end."""
    for match in _CLAUSE_END.finditer(text, start, end):
        stop = match.start()
        if text[stop] != "." or ends_sentence(text, stop):
            yield stop


def _limit(group: Group) -> int:
    return min(group.paragraph.end, group.end + _LONGEST)


def _begin(text: str, start: int, end: int) -> int:
    """Return where the work begins after a body: after punctuation, asides, and the end of a name or scope."""
    match = _LEADING.match(text, start, end)
    begin = match.end() if match else start
    rest = _scope().match(text, begin, end)
    return rest.end() if rest else begin


@cache
def _scope() -> re.Pattern[str]:
    """Return the pattern of others beside the body, and of places, if a verb follows: `và các đơn vị liên quan …`."""
    cues = load("role_cues")
    verb = any_word_of((*cues["verbs"], *cues["short_adverbs"]))
    place = r"(?:trong|trên|ở|tại) (?:toàn )?(?:tỉnh|huyện|xã|thành phố|phường|ngành|địa bàn|cả nước|địa phương)"
    others = (
        r"(?:(?:và|cùng) (?:các )?(?:[\p{L}]++,? ){1,8}?)?(?:(?:có )?liên quan|trên địa bàn(?: [\p{L}]++){0,4}?|khác)"
    )
    opener = any_word_of(cues["openers"])
    return compile_plain(
        rf"(?:(?:{others}|{place}),?|trong việc|trong|để|nhằm|về việc) (?={verb})"
        rf"|(?:(?!{verb})\p{{Ll}}++,? ){{1,5}}(?!{verb})(?={opener})"
    )


def _helped(reading: Reading, group: Group) -> Sequence[Span]:
    """Return the work that a body helps with: the rest of the clause after its name."""
    end = _clause_end(reading.text, group.end, _limit(group))
    return [(_begin(reading.text, group.end, end), end)]


def _told(reading: Reading, parts: Sequence[Part], index: int) -> Sequence[Span]:
    """Return the work of who is told in a clause."""
    text, part = reading.text, parts[index]
    group = part.group
    limit = _limit(group)
    if _is_inside(parts, index):
        end = _clause_end(text, group.end, limit)
    else:
        end = _taken_over(text, parts, index, limit)
    if turn := _next_in_turn(parts, index, end):
        end = turn
    begin = _begin(text, group.end, end)
    if end >= group.paragraph.end - 1 and text.endswith(":", 0, group.paragraph.end):
        unit = reading.unit_at(group.start)
        if unit is not None and unit.start >= group.paragraph.start and unit.end > group.paragraph.end:
            return items_under(reading, group.paragraph.end, unit.end) or [(begin, end)]
    return [] if _ANNOUNCES.match(text, begin, end) else [(begin, end)]


def _is_inside(parts: Sequence[Part], index: int) -> bool:
    """Say whether a body is told inside the task of another: `A chỉ đạo B làm …; …`."""
    part = parts[index]
    if part.rule == "directed" and not _orders(part):
        return True
    above = _before(parts, index)
    return above is not None and above.role in _DOERS and above.group.start >= part.group.clause


def _before(parts: Sequence[Part], index: int) -> Part | None:
    """Return the last other part that has work of its own, in the same paragraph."""
    for part in reversed(parts[max(0, index - 12) : index]):
        if part is not parts[index] and part.role not in _RECEIVERS:
            return part if part.group.paragraph == parts[index].group.paragraph else None
    return None


def _others(parts: Sequence[Part], index: int, end: int) -> Iterator[Part]:
    """Yield the parts after one that have their own work, up to a flow position."""
    for place in range(index + 1, len(parts)):
        part = parts[place]
        if part.group.start >= end:
            return
        if part is not parts[index] and part.role in _DOERS:
            yield part


def _next_in_turn(parts: Sequence[Part], index: int, end: int) -> int | None:
    """Return where the next body is told in the same command: `Giao A bố trí kinh phí, B chuẩn bị hội trường`."""
    turns = (part.group.start for part in _others(parts, index, end) if part.rule == "in_turn")
    return next(turns, None)


def _taken_over(text: str, parts: Sequence[Part], index: int, limit: int) -> int:
    """Return where the work ends of a body that begins a sentence or item: with that, or where another is told."""
    group = parts[index].group
    others = (part.group.start for part in _others(parts, index, limit) if part.rule != "directed" or _orders(part))
    following = -1
    stops = _stops(text, group.end, limit)
    stop = next(stops, limit)
    while stop < limit:
        ends = text[stop] != ";"
        if ends and not (_goes_on().match(text, stop + 1) and _leads(text, group)):
            return stop
        after = next(stops, limit)
        while following < stop:
            following = next(others, limit)
        if following < after and (ends or _LEAD_IN.fullmatch(text, stop + 1, following)):
            return stop
        stop = after
    return limit


def _leads(text: str, group: Group) -> bool:
    """Say whether a list begins a sentence or item."""
    return _LEAD_IN.fullmatch(text, group.paragraph.content, group.start) is not None


def _orders(part: Part) -> bool:
    """Say whether a body is told by a direction that stands by itself: `Giao Sở Y tế …`."""
    return _order().search(part.group.before) is not None


@cache
def _order() -> re.Pattern[str]:
    verb = any_word_of(load("role_cues")["orders"])
    return compile_plain(
        rf"(?i)(?<!\p{{L}}){verb}(?: cho| đối với)?(?: (?:các|mọi|từng|toàn thể|một số|tất cả)){{0,2}} ?:?$"
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """Return the pattern of a sentence without a subject of its own."""
    cues = load("role_cues")
    verbs = (verb for verb in cues["verbs"] if " " in verb)
    return compile_plain(rf"(?i) {any_word_of((*verbs, *cues['part_verbs'], *cues['part_adverbs']))}")


def _report(reading: Reading, group: Group) -> Sequence[Span]:
    """Return the clause of a report, from its verb to the next part of the clause."""
    text = reading.text
    end = _clause_end(text, group.end, _limit(group))
    for joint in joints(text, group.end, end):
        if not _PURPOSE.search(text, group.end, joint.end):
            end = joint.end
            break
    words = reading.lowered[group.clause : group.clause + len(group.before)]
    begins, chain = _report_verbs()
    verbs: list[re.Match[str]] = []
    done = 0
    for begin in begins.finditer(words):
        if begin.start() >= done and (verb := chain.match(words, begin.start())):
            verbs.append(verb)
            done = verb.end()
    if not verbs:
        return [(_begin(text, group.end, end), end)]
    # Of several verbs the last one leads to the body, but what is sent after it is reported is one work:
    # `báo cáo kết quả gửi về Sở Tài chính`.
    told = (verb for verb in reversed(verbs) if "báo cáo" in verb.group())
    return [(group.clause + next(told, verbs[-1]).start(), end)]


#: Words with which `trình` makes a noun, and submits nothing: `chương trình`.
_NOUNS = ("chương", "công", "quá", "quy", "lộ", "giáo")


@cache
def _report_verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of verbs of reporting in small letters: of their letters, and of all that stand together.

    Two that do are `tổng hợp, báo cáo`. The first is tried everywhere, the second, whose lookbehinds take longer than
    its letters, where that matches.
    """
    cues = load("role_cues")
    verb = any_word_of((*cues["report_to"], *cues["send_to"], "phản ánh", "thông báo", "liên hệ", "cung cấp"))
    noun = "|".join(rf"(?<=\b{word} )" for word in _NOUNS)
    chain = rf"(?<!\p{{L}})(?!(?:{noun})trình){verb}(?:(?:,| và)? {verb}){{0,4}}+"
    return compile_plain(verb), compile_plain(chain)
