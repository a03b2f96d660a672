"""Headed blocks: a heading, a run-in title or a label that names bodies, and the items under it: their tasks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.find.mentions import BodyMention
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Paragraph, PartOfDocument, Reading

__all__ = ["LONGEST_LEAD_IN", "block_of", "may_be_heading", "name_goes_on"]

#: What a heading may say before it names the bodies.
_LEAD_IN = compile_plain(
    r"(?i)(?:\d{1,2}[.)] ?)?(?:(?:trân trọng |kính )?(?:đề nghị|mời)|giao(?: cho| nhiệm vụ cho)?|yêu cầu"
    r"|phân công(?: nhiệm vụ)?(?: cho)?"
    r"|đối với|về phía|các quy định đối với|chỉ đạo|cấp"
    r"|(?:(?:chức năng|nhiệm vụ|quyền hạn|trách nhiệm|thẩm quyền|nghĩa vụ|quyền)(?:,| và)? ?){1,4}"
    r"(?:cụ thể )?(?:của|đối với)?"
    r"|chỉ tiêu(?: thuộc trách nhiệm(?: trực tiếp)? của)?|(?:chỉ tiêu|nhiệm vụ|nội dung|công việc) do)?"
    r":? ?(?:các |mọi |toàn thể |từng )?"
)
LONGEST_LEAD_IN = 90
#: What may stand between the bodies and the end of the heading.
_ASIDE = r"(?:[ .]?\([^()\n]{0,100}\))?"
_SCOPE = r"(?: (?:trong|trên|ở|tại|thuộc|có liên quan|tham gia|cung cấp|xây dựng|phối hợp)(?: [\p{L}-]++){1,8})?"
_ALONE = compile_plain(
    rf"{_SCOPE}(?: (?:trực tiếp |chủ trì |phối hợp |tổ chức )?thực hiện)?{_ASIDE} ?[.:]{{0,2}} ?[-+]?$"
)
_PERSON_NAMED = compile_plain(r" ?[:,-]? ?(?:Đồng chí|đồng chí|Đ/c|đ/c|Ông|Bà|ông|bà)\b")
_MEMBERS = compile_plain(r"[-+*\d.) |]{0,6}(?:(?:Ông|Bà)\b|(?:Đồng chí|Đ/c) (?:\p{Lu}\p{Ll}*+ ){2})")
_NO_TASK = compile_plain(r" ?(?:Không|Quá|Đã|Chưa|Do|Vì|Có|Được|\d)(?![\p{L}/])")
_LABEL = compile_plain(rf"{_SCOPE}{_ASIDE} ?:")


@cache
def _run_on() -> re.Pattern[str]:
    """Return the pattern of a heading whose first item stands on the same line: ` - Chỉ đạo …`."""
    verbs = (verb[:1].upper() + verb[1:] for verb in load("role_cues")["verbs"])
    begins = any_word_of((*verbs, "Theo", "Là", "Căn cứ", "Hàng năm", "Định kỳ"))
    scope = r"(?: (?:trên địa bàn|trong)(?: [\p{L}]++){1,5}?)?"
    return compile_plain(rf"{scope}{_ASIDE}[.:]?[ \n](?:[-+] ?)?(?={begins})")


def may_be_heading(near: str, printed: int, last: str) -> bool:
    """Say whether a list may stand in a heading.

    What rules most out is known without a look at the clause: how many characters are `printed` before it, no more than
    `LONGEST_LEAD_IN`, how the words `near` it begin, and the `last` of them.
    """
    if printed <= 0:
        return True
    if not (last in _LEADING or not last or last[0].isdigit()):
        return False
    return near[0] == ":" or near[0].isdigit() or near.startswith(_OPENING)


#: How what a heading may say before it names the bodies begins.
_OPENING = (
    "trân trọng", "kính", "đề nghị", "mời", "giao", "yêu cầu", "phân công", "đối với", "về phía", "các ", "chỉ ", "cấp",
    "chức năng", "nhiệm vụ", "quyền", "trách nhiệm", "thẩm quyền", "nghĩa vụ", "nội dung", "công việc", "mọi ",
    "toàn thể ", "từng ", " ",
)  # fmt: skip
#: Its last words.
_LEADING = frozenset({
    ":", "nghị", "mời", "giao", "cho", "vụ", "cầu", "công", "với", "phía", "đạo", "cấp", "năng", "hạn", "nhiệm",
    "quyền", "cụ", "của", "tiêu", "do",
})  # fmt: skip


def block_of(reading: Reading, paragraph: Paragraph, members: Sequence[BodyMention]) -> tuple[int, int] | None:
    """Return the flow span of the work in the block that a list heads, or None where it heads none.

    It begins after the heading or its label, and ends where the block does.
    """
    text = reading.text
    start, end = members[0].start, members[-1].end
    if start > paragraph.content and not _LEAD_IN.fullmatch(text, paragraph.content, start):
        return None
    if paragraph.part is PartOfDocument.PREAMBLE and text[start:end].isupper():
        return None  # the authority that speaks
    unit = reading.unit_at(start)
    opens = unit is not None and unit.start >= paragraph.start  # the paragraph is the unit's first
    alone = _ALONE.match(text, end, paragraph.end) or _more().match(text, end, paragraph.end)
    if _PERSON_NAMED.match(text, end, paragraph.end):
        return None  # `Bí thư Đảng ủy: Đồng chí …`
    if alone and _MEMBERS.match(text, paragraph.end + 1):
        return None  # a committee and those who sit on it
    if alone:
        if unit is not None and opens and unit.end > paragraph.end:
            return paragraph.end, unit.end
        labelled = text[end : paragraph.end].rstrip(" -+").endswith(":")
        speaks = paragraph.part is PartOfDocument.BODY and not text[start:end].isupper()
        named = speaks and not any(member.kind for member in members)
        task_follows = named and _run_on().match(text, paragraph.end)
        last = _labelled(reading, start) if labelled or task_follows else None
        return None if last is None else (paragraph.end, last)
    label = _LABEL.match(text, end, paragraph.end)
    if label and _NO_TASK.match(text, label.end()):
        return None  # `Hội Làm vườn: Không có khả năng …` says why, not what to do
    work = label or _run_on().match(text, end, paragraph.end)
    if work:
        return work.end(), max(unit.end, paragraph.end) if unit is not None and opens else paragraph.end
    return None


def name_goes_on(reading: Reading, paragraph: Paragraph, end: int) -> int | None:
    """Return where the heading's last name ends, where it goes on past `end`, which is all that its own grammar knows.

    In a heading nothing stands but names: `Tổ kiểm tra liên ngành về trật tự đô thị`, `Doanh nghiệp cung cấp dịch vụ`.
    """
    rest = reading.text[end : paragraph.end].rstrip()
    if rest.endswith(":") and _verb().match(rest):
        return None  # a clause that announces items
    match = _more().match(reading.text, end, paragraph.end)
    return match.end("more") if match else None


@cache
def _verb() -> re.Pattern[str]:
    return compile_plain(f" {any_word_of(load('role_cues')['verbs'])}")


@cache
def _more() -> re.Pattern[str]:
    stop = any_word_of((*_NO_NAME, *load("role_cues")["short_adverbs"]))
    word = rf"(?:,? (?:- )?(?:(?!{stop})[\p{{L}}&/]++|(?<=[Gg]iáo dục )thường xuyên))"
    return compile_plain(rf"(?P<more>{word}{{1,14}}?){_ASIDE} ?[.:]{{0,2}} ?[-+]?$")


#: Words that no name goes on with: scopes, and the verbs of a clause.
_NO_NAME = (
    "trong", "trên", "ở", "tại", "thuộc", "có liên quan", "phối hợp", "chủ trì", "trực tiếp", "thực hiện", "triển khai",
    "tổ chức thực hiện", "như", "sau", "là", "được", "gồm", "để", "theo",
)  # fmt: skip


def _labelled(reading: Reading, start: int) -> int | None:
    """Return the end of what follows a label that is no unit: the paragraphs deeper than it, else the next one."""
    index = reading.paragraph_index(start)
    own = reading.paragraphs[index]
    end = None
    for following in reading.paragraphs[index + 1 : index + 40]:
        if following.part is not own.part or (end is not None and following.unit == own.unit):
            break
        if following.unit is not None and own.unit is not None and following.unit < own.unit:
            break
        if following.unit is not None and following.unit != own.unit and own.unit is not None:
            above = {unit.index for unit in reading.ancestors(reading.units[following.unit])}
            if own.unit not in above:
                break
        end = following.end
    return end
