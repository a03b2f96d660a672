"""Headed blocks: a heading, a run-in title or a label that names bodies, and the items under it: their tasks."""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.find.responsibilities.groups import Group
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading

__all__ = ["block_of", "name_goes_on"]

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
_LONGEST_LEAD_IN = 90
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


def block_of(reading: Reading, group: Group) -> tuple[int, int] | None:
    """Return the flow span of the work in the block that `group` heads, or None where it heads none.

    It begins after the heading or its label, and ends where the block does.
    """
    text = reading.text
    paragraph = group.paragraph
    if group.start > paragraph.content and (
        group.start - paragraph.content > _LONGEST_LEAD_IN
        or not _LEAD_IN.fullmatch(text, paragraph.content, group.start)
    ):
        return None
    if paragraph.part is PartOfDocument.PREAMBLE and text[group.start : group.end].isupper():
        return None  # the authority that speaks
    unit = reading.unit_at(group.start)
    opens = unit is not None and unit.start >= paragraph.start  # the paragraph is the unit's first
    alone = _ALONE.match(text, group.end, paragraph.end) or _more().match(text, group.end, paragraph.end)
    if _PERSON_NAMED.match(text, group.end, paragraph.end):
        return None  # `Bí thư Đảng ủy: Đồng chí …`
    if alone and _MEMBERS.match(text, paragraph.end + 1):
        return None  # a committee and those who sit on it
    if alone:
        if unit is not None and opens and unit.end > paragraph.end:
            return paragraph.end, unit.end
        labelled = text[group.end : paragraph.end].rstrip(" -+").endswith(":")
        speaks = paragraph.part is PartOfDocument.BODY and not text[group.start : group.end].isupper()
        named = speaks and not any(member.kind for member in group.members)
        task_follows = named and _run_on().match(text, paragraph.end)
        end = _labelled(reading, group) if labelled or task_follows else None
        return None if end is None else (paragraph.end, end)
    label = _LABEL.match(text, group.end, paragraph.end)
    if label and _NO_TASK.match(text, label.end()):
        return None  # `Hội Làm vườn: Không có khả năng …` says why, not what to do
    work = label or _run_on().match(text, group.end, paragraph.end)
    if work:
        return work.end(), max(unit.end, paragraph.end) if unit is not None and opens else paragraph.end
    return None


def name_goes_on(reading: Reading, group: Group) -> int | None:
    """Return where the heading's last name ends, where it goes on past what its own grammar knows.

    In a heading nothing stands but names: `Tổ kiểm tra liên ngành về trật tự đô thị`, `Doanh nghiệp cung cấp dịch vụ`.
    """
    rest = reading.text[group.end : group.paragraph.end].rstrip()
    if rest.endswith(":") and _verb().match(rest):
        return None  # a clause that announces items
    match = _more().match(reading.text, group.end, group.paragraph.end)
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


def _labelled(reading: Reading, group: Group) -> int | None:
    """Return the end of what follows a label that is no unit: the paragraphs deeper than it, else the next one."""
    index = reading.paragraph_index(group.start)
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
