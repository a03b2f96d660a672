"""The rules by which a list of bodies in running text gets its role, each named for what it recognises."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from extractor.find.mentions import BodyMention
from extractor.find.responsibilities.cues import after, before, begins_with_verb, ends_with_cue
from extractor.find.responsibilities.groups import Group, group_of
from extractor.lexicon import load
from extractor.names.places import LEVELS
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Role, SectionKind

__all__ = [
    "is_label",
    "name_up_to_modal",
    "role_as_subject",
    "role_by_cue",
    "subject_after_adverbial",
    "tells_of_the_past",
]

#: How far before a list its cue may begin.
_NEAR = 90


def role_by_cue(reading: Reading, group: Group, heard: int) -> Role | None:
    """Return the role that a cue right before the list gives it; words before `heard` speak of another list."""
    begin = max(group.clause, heard)
    near = reading.text[max(group.paragraph.content, group.start - _NEAR) : group.start].lower()
    if group.start - group.paragraph.content == len(near) <= _SHORT and near.endswith(": "):
        near = _wrapped(reading, group) + near
    if not ends_with_cue(near):
        return None
    words = reading.text[begin : group.start].lower()
    for rule in _RULES:
        if role := rule(near, words, group):
            return role
    return None


#: The longest rest of a label that has been wrapped.
_SHORT = 14


def _wrapped(reading: Reading, group: Group) -> str:
    """Return the line above, in small letters, if a label goes on from it: `Đơn vị phối hợp` / `thực hiện: Sở …`."""
    start = group.paragraph.start
    if not start or not reading.text[start].islower():
        return ""
    above = reading.text[max(0, start - _NEAR) : start - 1].rpartition("\n")[2]
    return f"{above} ".lower()


def is_label(group: Group) -> bool:
    """Say whether the list is a label that names nobody: `Đơn vị chủ trì:`."""
    if group.members[-1].body not in _ANY_BODY or group.before.lower().endswith(("các ", "những ")):
        return False
    return after().label.match(group.after) is not None


_ANY_BODY = frozenset({"Đơn vị", "Cơ quan", "Bộ phận", "Tổ chức", "Phòng", "Ban", "Cơ quan đơn vị"})


def _labelled(near: str, words: str, group: Group) -> Role | None:
    if not (":" in near[-24:] or near.endswith(("trì ", "mối ", "trực "))):
        return None
    if before().leads.search(near):
        return Role.LEAD
    if before().works_with.search(near):
        return Role.COORDINATE
    if before().receives.search(near):
        return Role.REPORT_TO
    return Role.EXECUTE if before().carries_out.search(near) or before().sends.search(near) else None


#: One of these is in every cue of working together: the cheap question before the pattern.
_TOGETHER = ("phối", "kết hợp", "liên kết", "đồng hành", "hợp tác", "chủ trì", "làm việc")


def _through(near: str, words: str, group: Group) -> Role | None:
    return Role.VIA if "qua " in near[-24:] and before().via.search(near) else None


def _worked_with(near: str, words: str, group: Group) -> Role | None:
    if any(stem in words for stem in _TOGETHER) and before().coordinate.search(words):
        return Role.COORDINATE
    if "liên hệ" in words and before().contact.search(words):
        return Role.COORDINATE if "phối hợp" in group.after[:40] else Role.REPORT_TO
    return None


def _directed(near: str, words: str, group: Group) -> Role | None:
    if not words and near.endswith(": "):
        words = near  # `Yêu cầu: Sở …`
    cue = before().direct.search(words, max(0, len(words) - _NEAR))
    if "để" in words[-16:] and before().told.search(words) and after().takes_note.match(group.after):
        return Role.EXECUTE
    if cue is None or group.members[0].body in _SUPERIORS:
        return None
    if cue.group().startswith("đề nghị") and group.members[0].body.endswith(_ABOVE):
        return None  # petitioned, not told
    if cue.group().startswith("hướng dẫn") and before().planning.search(words):
        return None  # the title of this document: `ban hành Kế hoạch … và hướng dẫn các thôn …`
    if after().leads.match(group.after):
        return Role.LEAD
    if cue.group().startswith(_WATCHED) and group.after.startswith(" trong việc"):
        return None
    told = cue.group().startswith(_TOLD) and after().something.match(group.after)
    if not told and not after().task.match(group.after):
        return None
    return Role.COORDINATE if _only_works_with(group) else Role.EXECUTE


#: Cues of supervision: `đôn đốc các ngành trong việc …` gives nobody a task.
_WATCHED = ("đôn đốc", "kiểm tra", "giám sát", "theo dõi")
#: Who is above whoever speaks.
_ABOVE = ("cấp trên", "có thẩm quyền")
#: Cues after which any word is taken for the verb of the task: they have no other use before a body.
_TOLD = ("được", "giao", "yêu cầu", "đề nghị", "chỉ đạo", "phân công")


def _only_works_with(group: Group) -> bool:
    """Say whether the body is told to work with others and nothing else: no verb follows the others' names."""
    match = after().works_with.match(group.after)
    return match is not None and match["work"] is None


def _reported_to(near: str, words: str, group: Group) -> Role | None:
    if "thông báo" in words and before().informed.search(words):
        return Role.EXECUTE if after().to_do.match(group.after) else Role.REPORT_TO
    if "để" in words[-16:] and before().shown.search(words) and after().follows.match(group.after):
        return Role.REPORT_TO
    cue = before().report.search(words)
    if cue is None:
        return None
    verb = cue.group()
    if not verb.startswith(_TELLING) and all(_is_below(member) for member in group.members):
        return None  # handed down, not up
    if before().advising.search(words) and "báo cáo" not in verb:
        return None
    if verb.startswith("trình") and (
        after().approves.match(group.after) or not after().for_information.match(group.after)
    ):
        return None  # submitted for a decision
    return Role.REPORT_TO


#: Verbs of reporting; the others only say that something is sent.
_TELLING = ("báo cáo", "phản", "xin ý kiến")
#: Kinds of bodies to which papers are sent for use.
_BELOW = ("Đơn vị", "Thôn", "Bản", "Doanh nghiệp", "Trường", "Cơ sở", "Công đoàn cơ sở", "Tổ dân phố", "Địa phương")


def _is_below(body: BodyMention) -> bool:
    return body.kind and body.body.startswith(_BELOW)


def _answerable(near: str, words: str, group: Group) -> Role | None:
    if (
        "của" in words[-16:]
        and before().answerable.search(words)
        and group.after.startswith(" trong ")
        and not group.members[0].person
    ):
        return Role.EXECUTE
    return None


def _agent(near: str, words: str, group: Group) -> Role | None:
    """`Mức chi do Sở Tài chính quyết định`: the agent of a main clause, which begins with no verb of a task."""
    if not words.endswith(("do ", "do các ", "phải được ", "phải được các ")) or not after().settles.match(group.after):
        return None
    if words.endswith(("được ", "được các ")):
        return Role.EXECUTE
    clause = words.rpartition(", ")[2].lstrip(' "')
    if begins_with_verb(clause) or not _MAIN.fullmatch(clause):
        return None
    return Role.LEAD if after().leads.match(group.after) else Role.EXECUTE


#: What may stand before `do` in a main clause: a subject of a few words, none of which governs another.
_MAIN = regex.compile(r"(?:(?!của|về|theo|với|tại|các )[\p{L}\d]++ ){0,8}do (?:các )?")


_RULES: tuple[Callable[[str, str, Group], Role | None], ...] = (
    _labelled,
    _through,
    _worked_with,
    _directed,
    _reported_to,
    _answerable,
    _agent,
)

#: Bodies that are asked and not told: nobody in a province makes them answerable.
_SUPERIORS = frozenset(
    {"Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Bộ Chính trị", "Ban Bí thư", "Tổng Liên đoàn", "Trung ương Đảng"}
)


#: A date or a period that ends right before the subject.
_DATED = regex.compile(r"(?:\d|\)|%|năm|ngày|tháng|quý) (?:các |mọi |mỗi |từng )?(?:\d+% )?(?:các )?$")
#: What opens the main clause after a condition.
_THEN = regex.compile(r"(?:^|[ ,])thì (?:các |mỗi )?$")


def stands_as_subject(group: Group) -> bool:
    """Say whether the list stands where a subject stands: at the head of its clause, or after an adverbial."""
    words = group.before.lstrip(' "').lower()
    if before().subject.fullmatch(words):
        return True
    if _THEN.search(words) or words.endswith((" - ", " - các ")):
        return True  # the latter an item that runs on from its heading
    opening = before().adverbial.match(words)
    if opening is None:
        return False
    comma = words.rfind(", ")
    if comma >= 0 and before().subject.fullmatch(words, comma + 2):
        return True
    determined = _DATED.search(words)
    return determined is not None and _times().match(words) is not None


@cache
def _times() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?:{'|'.join(load('role_cues')['times'])})(?!\p{{L}})")


#: One of these is in every modal: the cheap question before the pattern.
_MODAL = (" phải", " có ", " chịu ")


def _is_bound(group: Group) -> bool:
    """Say whether a modal binds the list, wherever in its sentence it stands: `… thì cơ quan thuế phải trả lời`."""
    if not any(word in group.after[:160] for word in _MODAL):
        return False
    modal = after().must.match(group.after)
    words = group.before.lstrip(' "').lower()
    if modal is None or _governed().search(words):
        return False
    if stands_as_subject(group) or _PAUSE.search(words):
        return True
    return not modal["more"] and before().adverbial.match(words) is not None


def _does_something(reading: Reading, group: Group) -> bool:
    """Say whether a word follows that must be a verb: at the head of a sentence a named body can have nothing else."""
    if group.before or any(member.kind or member.person for member in group.members):
        return False
    if group.members[0].body in _SUPERIORS:
        return False
    paragraph = group.paragraph
    above = reading.text[group.start - 2 : group.start - 1]
    if paragraph.content == paragraph.start == group.start and above not in ".;:":
        return False  # the line before goes on in it
    return after().something.match(group.after) is not None


def name_up_to_modal(group: Group) -> int | None:
    """Return where the name of a kind ends that goes on up to the modal: `doanh nghiệp nhập khẩu ô tô phải …`."""
    if not group.members[-1].kind or not any(word in group.after[:160] for word in _MODAL):
        return None
    modal = after().must.match(group.after)
    if (
        modal is None
        or not modal["more"]
        or modal["more"].startswith((",", " và "))
        or modal.start("more")
        or after().verb.match(group.after)
    ):
        return None
    return group.end + modal.end("more")


def subject_after_adverbial(reading: Reading, group: Group) -> Group | None:
    """Return the part of the list that is the subject, where the rest belongs to the adverbial before it.

    `Sau khi thống nhất với Sở Y tế, Sở Tài chính quy định mức chi`: only a comma stands between the two.
    """
    words = group.before.lstrip(' "').lower()
    if len(group.members) == 1 or not before().adverbial.match(words) or _PAUSE.search(words) or words.endswith("do "):
        return None
    text, members = reading.text, group.members
    pauses = [
        index
        for index in range(1, len(members))
        if text[members[index - 1].end : members[index].start] == ", " and not members[index].kind
    ]
    if not pauses:
        return None
    for index in pauses:
        if _is_place(members[index - 1]) and not _is_place(members[index]):
            return group_of(reading, members[index:])
    return group_of(reading, members[pauses[-1] :])


def _is_place(body: BodyMention) -> bool:
    return body.kind and body.body.lower().startswith((*LEVELS, "địa phương", "cơ quan", "đơn vị"))


#: Where a comma ends what stands before the subject.
_PAUSE = regex.compile(r", (?:các |mọi |mỗi |từng |những )?$")


@cache
def _governed() -> regex.Pattern[str]:
    governing = "|".join(load("role_cues")["governing"])
    return regex.compile(rf"(?<!\p{{L}})(?:{governing})(?: (?:các|mọi|mỗi|từng|những|một số))? $")


def role_as_subject(reading: Reading, group: Group) -> Role | None:
    """Return the role of a list that is the subject of a task."""
    if not _is_bound(group) and not (
        stands_as_subject(group) and (after().verb.match(group.after) or _does_something(reading, group))
    ):
        return None
    if after().defines.match(group.after) or ("%" in group.before and after().attains.match(group.after)):
        return None
    if tells_of_the_past(reading, group):
        return None
    if group.paragraph.part is PartOfDocument.PREAMBLE and not _speaks_at_once(reading, group):
        return None
    if _is_issuer(reading, group) and after().directs.match(group.after):
        return None
    sentence = group.after.partition(".")[0].partition(";")[0]
    if "chủ trì" in sentence[:160].lower():
        return Role.LEAD
    return Role.COORDINATE if _only_works_with(group) else Role.EXECUTE


def tells_of_the_past(reading: Reading, group: Group) -> bool:
    """Say whether the list stands where the document tells what was done, which binds nobody."""
    unit = reading.unit_at(group.start)
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
    return after().directs.match(group.after) is None


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
