"""Subjects: lists of bodies of which a sentence says what they do or must do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.find.mentions import BodyMention
from extractor.find.responsibilities.after import AFTER
from extractor.find.responsibilities.before import BEFORE
from extractor.find.responsibilities.groups import Group
from extractor.find.responsibilities.rules import SUPERIORS, Ruling, only_works_with
from extractor.lexicon import load
from extractor.names.places import LEVELS
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Role, SectionKind

__all__ = [
    "CONSEQUENCE",
    "may_be_after_adverbial",
    "may_be_subject",
    "name_up_to_modal",
    "role_as_subject",
    "subject_after_adverbial",
    "tells_of_the_past",
]


def may_be_subject(text: str, rest: str, word: str, end: int, limit: int) -> bool:
    """Say whether a list may be a subject, by the `word` before it, the `rest` before that, and what follows its `end`.

    This is all that most lists need: a preposition governs them, or what stands before them is the name or the verb
    that they belong to, and no modal follows.
    """
    if word in _ARTICLES:
        rest, _, word = rest.rpartition(" ")
    if word in _prepositions():
        return False
    while word in _DETERMINERS:
        rest, _, word = rest.rpartition(" ")
    if not (word[:1].isalpha() and word[-1].isalpha()) or word.endswith(_BEFORE_SUBJECT):
        return True  # a quote, a bracket, punctuation
    if not AFTER.bound.match(text, end):
        return False
    return _may_be_bound(text[end : min(limit, end + _MODAL_REACH + 1)])


#: One of these may stand between a list and the word that governs it.
_ARTICLES = frozenset({"các", "mọi", "mỗi", "từng", "những"})
#: Syllables of what may stand between the head of a clause, an adverbial or its comma, and the subject.
_DETERMINERS = _ARTICLES | {
    "toàn", "thể", "tất", "cả", "một", "số", "bình", "quân", "ít", "nhất", "riêng", "còn", "đồng", "chí", "đ/c", "và",
}  # fmt: skip
#: Last words of what else a subject may follow: a consequence, a date.
_BEFORE_SUBJECT = ("thì", "năm", "ngày", "tháng", "quý")


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("role_cues")["governing"]) - {"và"}  # `Và các đơn vị …` stands at the head of its clause


#: A date or a period that ends right before the subject.
_DATED = compile_plain(r"(?:\d|\)|%|năm|ngày|tháng|quý) (?:các |mọi |mỗi |từng )?(?:\d+% )?(?:các )?$")
_LONGEST_DATED = 40
#: No longer than this is what `_THEN` and `_PAUSE` look for at the end: the cheap question before the pattern.
_TAIL = 12
#: What opens the main clause after a condition, whatever its subject does then.
CONSEQUENCE = (" thì ", " thì các ")
#: What opens the main clause after a condition.
_THEN = compile_plain(r"(?:^|[ ,])thì (?:các |mỗi )?$")


def stands_as_subject(group: Group) -> bool:
    """Say whether the list stands where a subject stands: at the head of its clause, or after an adverbial."""
    words = group.words
    if not words or BEFORE.subject.fullmatch(words):
        return True
    if ("thì " in words[-_TAIL:] and _THEN.search(words)) or words.endswith((" - ", " - các ")):
        return True  # the latter an item that runs on from its heading
    if words.endswith("(") and not group.members[0].kind and AFTER.bracket.match(group.after):
        return True  # `Rà soát quy hoạch (Sở Xây dựng thực hiện)`
    opening = BEFORE.adverbial.match(words)
    if opening is None:
        return False
    comma = words.rfind(", ")
    if comma >= 0 and BEFORE.subject.fullmatch(words, comma + 2):
        return True
    determined = _DATED.search(words, max(0, len(words) - _LONGEST_DATED))
    return determined is not None and _times().match(words) is not None


@cache
def _times() -> re.Pattern[str]:
    return compile_plain(rf"(?i)(?:{'|'.join(load('role_cues')['times'])})(?!\p{{L}})")


def _may_be_bound(after: str) -> bool:
    """Say whether a word follows that is in every modal: the cheap question before the pattern."""
    return " phải" in after or " có " in after or " chịu " in after


#: No modal stands farther after its subject.
_MODAL_REACH = 160


def _is_bound(group: Group) -> bool:
    """Say whether a modal binds the list, wherever in its sentence it stands: `… thì cơ quan thuế phải trả lời`."""
    if not _may_be_bound(group.after[:_MODAL_REACH]):
        return False
    modal = AFTER.must.match(group.after)
    words = group.words
    if modal is None or _governed().search(words, max(0, len(words) - _GOVERNING)):
        return False
    if stands_as_subject(group) or (", " in words[-_TAIL:] and _PAUSE.search(words)):
        return True
    return not modal["more"] and BEFORE.adverbial.match(words) is not None


def _does_something(reading: Reading, group: Group) -> bool:
    """Say whether a word follows that must be a verb: at the head of a sentence a named body can have nothing else."""
    if (group.before and not _resumes(group)) or any(member.kind or member.person for member in group.members):
        return False
    if group.members[0].body in SUPERIORS:
        return False
    paragraph = group.paragraph
    above = reading.text[group.start - 2 : group.start - 1]
    if paragraph.content == paragraph.start == group.start and above not in ".;:":
        return False  # the line before goes on in it
    return AFTER.something.match(group.after) is not None


def _resumes(group: Group) -> bool:
    """Say whether another subject is taken up, alone or after a time: `Riêng Sở A …`, `Hằng quý, Sở A …`."""
    words = group.before.lower()
    return words in _TAKEN_UP or (
        len(words) < _SHORT
        and stands_as_subject(group)
        and (_times().match(words) is not None or (words.endswith(", ") and not _NAMES_OTHERS.search(words)))
    )


#: Words of an adverbial that may name other bodies before the comma.
_NAMES_OTHERS = compile_plain(
    r"^(?:tại|với|đối với|trên|do|để|quy trình)(?!\p{L})|(?<!\p{L})(?:của|với|và|do|cho|tại) "
)
#: No longer is a time before a subject.
_SHORT = 60
_TAKEN_UP = ("riêng ", "còn ", "riêng đối với ")


def name_up_to_modal(group: Group) -> int | None:
    """Return where the name of a kind ends that goes on up to the modal: `doanh nghiệp nhập khẩu ô tô phải …`."""
    if not group.members[-1].kind:
        return None
    if further := _name_up_to_verb(group):
        return further
    if not _may_be_bound(group.after[:_MODAL_REACH]):
        return None
    modal = AFTER.must.match(group.after)
    if (
        modal is None
        or not modal["more"]
        or modal["more"].startswith((",", " và "))
        or modal.start("more")
        or AFTER.verb.match(group.after)
    ):
        return None
    return group.end + modal.end("more")


def _name_up_to_verb(group: Group) -> int | None:
    """Return where the name of a kind ends that goes on up to its verb: `các đội thông tin lưu động tuyên truyền …`."""
    if AFTER.verb.match(group.after) or not stands_as_subject(group):
        return None
    further = AFTER.further.match(group.after)
    return group.end + further.end("more") if further else None


def may_be_after_adverbial(text: str, members: Sequence[BodyMention]) -> bool:
    """Say whether a part of some `members` may be the subject while the others belong to an adverbial before it."""
    return text[members[0].end : members[1].start] == ", các " or bool(_pauses(text, members))


def subject_after_adverbial(reading: Reading, group: Group) -> Group | None:
    """Return the part of the list that is the subject, where the rest belongs to the adverbial before it.

    `Sau khi thống nhất với Sở Y tế, Sở Tài chính quy định mức chi`: only a comma stands between the two.
    """
    words = group.words
    if not BEFORE.adverbial.match(words) or _PAUSE.search(words) or words.endswith("do "):
        return None
    text, members = reading.text, group.members
    if words.endswith("của ") and text[members[0].end : members[1].start] == ", các ":
        return Group(reading, group.paragraph, members[1:])  # `Căn cứ Chương trình của Chính phủ, các bộ, ngành …`
    pauses = _pauses(text, members)
    if not pauses:
        return None
    for index in pauses:
        if _is_place(members[index - 1]) and not _is_place(members[index]):
            return Group(reading, group.paragraph, members[index:])
    return Group(reading, group.paragraph, members[pauses[-1] :])


def _pauses(text: str, members: Sequence[BodyMention]) -> list[int]:
    """Return the indices of particular bodies with nothing but a comma before them."""
    return [
        index
        for index in range(1, len(members))
        if text[members[index - 1].end : members[index].start] == ", " and not members[index].kind
    ]


def _is_place(body: BodyMention) -> bool:
    return body.kind and body.body.lower().startswith((*LEVELS, "địa phương", "cơ quan", "đơn vị"))


#: Where a comma ends what stands before the subject.
_PAUSE = compile_plain(r", (?:các |mọi |mỗi |từng |những )?$")


#: No word that governs a body stands farther before it.
_GOVERNING = 60


@cache
def _governed() -> re.Pattern[str]:
    governing = "|".join(load("role_cues")["governing"])
    return compile_plain(rf"(?<!\p{{L}})(?:{governing})(?: (?:các|mọi|mỗi|từng|những|một số))? $")


def role_as_subject(reading: Reading, group: Group) -> Ruling | None:
    """Return the role of a list that is the subject of a task, and by what it is one: a modal, a verb, any word."""
    rule = _predicate(reading, group)
    if rule is None:
        return None
    if AFTER.defines.match(group.after) or ("%" in group.before and AFTER.attains.match(group.after)):
        return None
    if tells_of_the_past(reading, group.start):
        return None
    if group.paragraph.part is PartOfDocument.PREAMBLE and not _speaks_at_once(reading, group):
        return None
    if AFTER.directs.match(group.after) and _is_issuer(reading, group):
        return None
    sentence = group.after.partition(".")[0].partition(";")[0]
    if "chủ trì" in sentence[:160].lower():
        return Role.LEAD, rule
    return (Role.COORDINATE if only_works_with(group) else Role.EXECUTE), rule


def _predicate(reading: Reading, group: Group) -> str | None:
    """Return the name of what follows the list as its predicate, None if nothing does."""
    if _is_bound(group):
        return "must"
    if not stands_as_subject(group):
        return None
    if AFTER.verb.match(group.after):
        return "does"
    if group.before.endswith(CONSEQUENCE) and not AFTER.passive.match(group.after):
        return "does"  # whatever the condition leads to is what its subject does
    if group.members[-1].kind and AFTER.further.match(group.after):
        return "does"
    return "does_something" if _does_something(reading, group) else None


def tells_of_the_past(reading: Reading, position: int) -> bool:
    """Say whether the document tells there what was done, which binds nobody."""
    unit = reading.unit_at(position)
    if unit is None:
        return reading.header.doc_type is DocumentType.BAO_CAO
    kind = next((above.kind for above in (unit, *reading.ancestors(unit)) if above.kind), None)
    if reading.header.doc_type is DocumentType.BAO_CAO:
        return kind not in _AHEAD
    return kind is SectionKind.TINH_HINH


def _speaks_at_once(reading: Reading, group: Group) -> bool:
    """Say whether the document says what is to be done before its first heading, as letters and notices do."""
    if " sẽ " in group.after[:8]:
        return True
    if reading.header.doc_type not in _LETTERS or _is_issuer(reading, group):
        return False
    return AFTER.directs.match(group.after) is None


_LETTERS = (DocumentType.CONG_VAN, DocumentType.CONG_DIEN, DocumentType.THONG_BAO, DocumentType.GIAY_MOI)
#: What a report says of the time to come.
_AHEAD = (SectionKind.NHIEM_VU_GIAI_PHAP, SectionKind.MUC_TIEU_CHI_TIEU, SectionKind.TO_CHUC_THUC_HIEN)


def _is_issuer(reading: Reading, group: Group) -> bool:
    issuer = reading.header.issuer
    if group.paragraph.part is PartOfDocument.CLOSING or issuer is None:
        return True
    return any(
        member.body == issuer
        or (member.parent_body == issuer and member.body.startswith(_ORGANS))
        or member.body in issuer
        for member in group.members
    )


#: Organs that speak for the whole.
_ORGANS = ("Ban Thường vụ", "Ban Chấp hành", "Ban Thường trực", "Thường trực", "Ban cán sự", "Đảng đoàn")
