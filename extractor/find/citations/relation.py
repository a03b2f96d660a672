"""What this document does to a cited one, from the cue before the mention and from its place.

Mentions inside the name or the subject of another are only referred to. For the others the words right before them
decide; a member of a list follows the one before it; a clause of the preamble lends its cue (`Căn cứ`, `Thực hiện`) to
all it cites; the rest is `dan_chieu`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from extractor.find.citations.draft import Draft
from extractor.lexicon import load
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Relation

__all__ = ["relate"]

_WINDOW = 400  # characters before a mention in which its cue may stand
_LINK = regex.compile(r"[ ]?(?:[,;][ ]?)?(?:(?:và|hoặc|cùng|cùng với|với)[ ])?(?:các[ ]|cả[ ])?")
_NEXT_CLAUSE = regex.compile(r"[ ]?[;,.]?[ \n](?:[-+*][ ])?")
_BOUNDARY = regex.compile(r"(?r)[;\n]|\.(?= )|:(?= )")
_WRAPPED = regex.compile(r"(?r)[\p{L},]\n")
_AMENDED_BY = regex.compile(
    r"[ ,(]{1,2}(?:và[ ])?(?:đã[ ])?(?:được[ ])?(?:sửa đổi|bổ sung|thay thế)[^.;\n]{0,60}?[ ](?:bởi|theo|tại|bằng|của)[ ](?:các[ ])?"
)
_EXPIRES = regex.compile(r"[^.;\n]{0,200}?(?P<cue>hết hiệu lực|(?:bị|được) bãi bỏ|(?:bị|được) thay thế b(?:ằng|ởi) \p{L}+ \p{L}+ này)")
_PART = r"(?:điều|khoản|điểm|chương|mục|phụ lục|mẫu số)(?:[ ][\p{L}\d]{1,4})?|[\d]{1,3}[a-zđ]?|[a-zđ]"  # of a document
# The document as the subject of what it does: `Nghị định này |quy định chi tiết …`.
_THIS_DOCUMENT = regex.compile(r"(?r)\p{Lu}\p{L}+[ ]\p{L}+(?:[ ]\p{L}+)?[ ]này(?:[ ][\p{L},]+){0,4}[ ]")
# Where the subject of a sentence stands: at its beginning, after the comma of an adverbial, in a list of subjects.
_SUBJECT_PLACE = regex.compile(r"(?r)(?:^|\n|[.;:,)][ ]|[ ]và[ ]|[ ]các[ ])")
_THIS_AT_HEAD = regex.compile(r"\p{Lu}\p{L}+[ ]\p{L}+(?:[ ]\p{L}+)?[ ]này[ ]")
_PROMULGATED = regex.compile(r"(?r)[ ](?:ban hành[ ])?kèm theo[ ](?:các[ ])?")
_PROPOSED = regex.compile(r"(?:đề xuất|đề nghị|kiến nghị|rà soát|tham mưu|dự thảo|nghiên cứu|xem xét|được|bị|trình|xây dựng)\b")


def relate(reading: Reading, drafts: list[Draft]) -> None:
    """Set the relation of every draft; `drafts` are in document order."""
    outer: Draft | None = None
    for draft in drafts:
        if outer and outer.holds(draft):
            draft.relation = Relation.DAN_CHIEU
        else:
            draft.relation = _relation(reading, draft, outer)
            outer = draft


def _relation(reading: Reading, draft: Draft, before: Draft | None) -> Relation:
    text = reading.text
    lead = draft.lead
    expired = _expired(text, draft)
    if expired:
        return expired
    floor = max(lead - _WINDOW, 0)
    part = reading.paragraph_at(lead).part
    if before and before.reach > floor:
        floor = min(before.reach, lead)
        if _linked(text, before, draft, part):
            return before.relation
        inherits = before.relation in (Relation.CAN_CU, Relation.THUC_HIEN)
        if inherits and any(_AMENDED_BY.fullmatch(text, end, lead) for end in {before.end, before.reach} if end <= lead):
            return before.relation
    wrapped = _WRAPPED.match(text, floor, lead)  # the line before goes on in this one
    boundary = _BOUNDARY.search(text, floor, lead - 1 if wrapped else lead)
    begin = boundary.end() if boundary else floor
    cue = _cue(reading, begin, lead, part)
    if cue:
        return cue
    return _clause_cue(reading, lead, begin, before, part)


def _linked(text: str, before: Draft, draft: Draft, part: PartOfDocument) -> bool:
    """Say whether `draft` is the next member of the list in which `before` stands."""
    for end in {before.end, before.reach}:
        if end > draft.lead:
            continue
        if _LINK.fullmatch(text, end, draft.lead):
            return end < draft.lead or text[end - 1] in ");\""
        if part in (PartOfDocument.PREAMBLE, PartOfDocument.TITLE) and before.relation is not Relation.DAN_CHIEU and _NEXT_CLAUSE.fullmatch(text, end, draft.lead):
            return True
    return False


def _cue(reading: Reading, begin: int, lead: int, part: PartOfDocument) -> Relation | None:
    """Return the relation that the words right before a mention give, or None if they give none."""
    text = reading.text
    if begin >= lead:
        return None
    head = _first_words(text, begin, lead)
    if _basis().match(text, head) and "," not in text[head:lead]:
        return Relation.CAN_CU
    own = _is_own_act(reading, part, begin, lead)
    for pattern, relation in _acts():
        match = pattern.match(text, begin, lead)
        if match:
            subject = own or bool(_THIS_DOCUMENT.match(text, begin, match.start()) or _THIS_AT_HEAD.match(text, head, lead))
            itself = subject or match.start() <= head + 1
            if relation is Relation.HUONG_DAN and not subject:
                break
            proposed = _PROPOSED.search(text, max(match.start() - 40, begin), match.start())
            if itself and not proposed:
                return relation
            if relation is not Relation.HUONG_DAN:
                return Relation.DAN_CHIEU
    if _PROMULGATED.match(text, begin, lead):
        act = _act_at_head().match(text, head, lead)
        if act:
            return _act_relations()[act.group().casefold()]
    guides = own and reading.header.doc_type is DocumentType.HUONG_DAN
    if _make_known().match(text, begin, lead):
        return Relation.HUONG_DAN if guides else Relation.DAN_CHIEU
    carried = _carry_out().match(text, begin, lead)
    if carried and not _watched().match(text, begin, carried.end("verb")):
        return Relation.HUONG_DAN if guides else Relation.THUC_HIEN
    return None


def _clause_cue(reading: Reading, lead: int, begin: int, before: Draft | None, part: PartOfDocument) -> Relation:
    """Return the relation that the beginning of the clause gives."""
    text = reading.text
    start = max(lead - _WINDOW, 0)
    boundary = _BOUNDARY.search(text, start, begin) if begin > start else None
    clause = boundary.end() if boundary else start
    if before and before.reach >= begin and before.relation is Relation.CAN_CU and "," not in text[before.reach : lead]:
        return Relation.CAN_CU
    head = _first_words(text, begin, lead)
    if _basis().match(text, head) and not _main_clause().search(text, head, lead):
        return Relation.CAN_CU
    if part is PartOfDocument.PREAMBLE and _carrying_clause().match(text, head) and "," not in text[head:lead]:
        return Relation.THUC_HIEN
    if text[max(lead - 2, clause) : lead] in (", ", "à ") and _general().search(text, begin, lead):
        return Relation.THUC_HIEN
    return Relation.DAN_CHIEU


def _expired(text: str, draft: Draft) -> Relation | None:
    """Return what the words after a mention say of its force: ``… hết hiệu lực kể từ ngày Nghị định này có hiệu lực``."""
    match = _EXPIRES.match(text, draft.end, draft.end + 260)
    if not match or not _SUBJECT_PLACE.match(text, max(draft.lead - 8, 0), draft.lead):
        return None
    if match["cue"].endswith("bãi bỏ"):
        return Relation.BAI_BO
    return Relation.THAY_THE


def _is_own_act(reading: Reading, part: PartOfDocument, begin: int, lead: int) -> bool:
    """Say whether the document speaks of itself here: in its title, or where its preamble or its close names it."""
    return part is PartOfDocument.TITLE or part is PartOfDocument.PREAMBLE and bool(
        regex.compile(r"[^;\n]{0,120}\b[Hh]ướng dẫn ").match(reading.text, begin, lead)
    )


def _first_words(text: str, begin: int, lead: int) -> int:
    """Return where the clause's own words begin, after marks and bullets."""
    match = regex.compile(r"[\s\-+*:;.,\"(]{0,6}(?:\d{1,2}[.)] )?").match(text, begin, lead)
    return match.end() if match else begin


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(word, literal_spaces=True) for word in sorted(words, key=len, reverse=True))


@cache
def _basis() -> regex.Pattern[str]:
    return regex.compile(rf"(?i:(?:{_any(load('relation_cues')['clause']['basis'])})\b)")


@cache
def _carrying_clause() -> regex.Pattern[str]:
    return regex.compile(rf"(?i:(?:{_any(load('relation_cues')['clause']['carrying_out'])})\b)")


@cache
def _carry_out() -> regex.Pattern[str]:
    cues = load("relation_cues")["carry_out"]
    fillers = _any([*cues["manner"], *cues["contents"], *cues["found"]])
    return regex.compile(
        rf"(?r)(?i:\b(?P<verb>{_any(cues['verbs'])})(?:(?![ ]theo (?:đúng )?(?:các |những )?(?:quy định|hướng dẫn|tinh thần|nội dung|chỉ đạo|yêu cầu))(?:,|[ ](?:{fillers}))){{0,14}}\s)"
    )


@cache
def _watched() -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?i:{_any(load('relation_cues')['carry_out']['watched'])})")


@cache
def _make_known() -> regex.Pattern[str]:
    cues = load("relation_cues")["make_known"]
    return regex.compile(rf"(?r)(?i:\b(?:{_any(cues['verbs'])})(?:,|[ ](?:{_any(cues['between'])})){{0,6}}\s)")


@cache
def _acts() -> tuple[tuple[regex.Pattern[str], Relation], ...]:
    cues = load("relation_cues")
    between = _any(cues["act_objects"]["between"])
    return tuple(
        (regex.compile(rf"(?r)(?i:\b(?:{_any(act['verbs'])})(?:,?[ ](?:{between}|{_PART})){{0,12}}\s)"), Relation(act["relation"]))
        for act in cues["acts"]
    )


@cache
def _act_relations() -> dict[str, Relation]:
    return {verb: Relation(act["relation"]) for act in load("relation_cues")["acts"] for verb in act["verbs"]}


@cache
def _act_at_head() -> regex.Pattern[str]:
    return regex.compile(rf"(?i:(?:{_any(_act_relations())})(?!\p{{L}}))")


@cache
def _general() -> regex.Pattern[str]:
    cues = load("relation_cues")["carry_out"]
    return regex.compile(rf"(?i:\b(?:{_any(cues['verbs'])})[ ](?:[\p{{L}}]+[ ]){{0,4}}(?:các|những)[ ](?:{_any(cues['general_objects'])})\b)")


@cache
def _main_clause() -> regex.Pattern[str]:
    return regex.compile(r",[ ](?:\p{Lu}|đề nghị|yêu cầu|hội nghị)")
