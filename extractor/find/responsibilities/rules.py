"""The rules by which a list of bodies in running text gets its role, each named for what it recognises."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from extractor.find.mentions import BodyMention
from extractor.find.responsibilities.after import AFTER
from extractor.find.responsibilities.before import BEFORE
from extractor.find.responsibilities.cues import begins_with_verb, directing, reporting
from extractor.find.responsibilities.groups import Group
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import Role

__all__ = [
    "ANY_BODY",
    "NEAR",
    "RULES",
    "SUPERIORS",
    "WORKED_WITH",
    "Rule",
    "Ruling",
    "is_label",
    "joining",
    "only_works_with",
]

Ruling = tuple[Role, str]
"""A role, and the name of the rule that gave it."""

#: Bodies that are asked and not told: nobody in a province makes them answerable.
SUPERIORS = frozenset(
    {"Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Bộ Chính trị", "Ban Bí thư", "Tổng Liên đoàn", "Trung ương Đảng"}
)
#: How far before a list its cue may begin.
NEAR = 90


class Rule(NamedTuple):
    """A rule that gives a list of bodies a role.

    Attributes:
        name: What it recognises.
        decide: The role by the words near the list, those of its clause, the last of them, and the list.
        endings: The words with which its cues may end.
    """

    name: str
    decide: Callable[[str, str, str, Group], Role | None]
    endings: Callable[[], frozenset[str]]


def is_label(near: str, after: str) -> bool:
    """Say whether a list ends in a label that names nobody: `Đơn vị chủ trì:`."""
    return AFTER.label.match(after) is not None and not near.endswith(("các ", "những "))


#: Names that a label may have for whoever it is of.
ANY_BODY = frozenset({"Đơn vị", "Cơ quan", "Bộ phận", "Tổ chức", "Phòng", "Ban", "Cơ quan đơn vị"})


def _labelled(near: str, words: str, last: str, group: Group) -> Role | None:
    if not (":" in near[-24:] or near.endswith(_LABEL_ENDS)):
        return None
    if BEFORE.leads.match(near):
        return Role.LEAD
    if "phối hợp" in near and BEFORE.works_with.match(near):
        return Role.COORDINATE
    if "nhận" in near and BEFORE.receives.match(near):
        return Role.REPORT_TO
    if "thực hiện:" in near and BEFORE.carries_out_alone.match(near):
        return Role.EXECUTE
    if last == ":" and (BEFORE.carries_out.search(near) or ("báo cáo" in near and BEFORE.sends.match(near))):
        return Role.EXECUTE
    return None


#: How a label without a colon ends.
_LABEL_ENDS = ("trì ", "mối ", "trực ", "trì là ", "hợp là ", "trì là các ", "hợp là các ")


def _through(near: str, words: str, last: str, group: Group) -> Role | None:
    return Role.VIA if "qua " in near[-24:] and BEFORE.via.match(near) else None


#: One of these is in every cue of working together: the cheap question before the pattern.
_TOGETHER = ("phối", "kết hợp", "liên kết", "đồng hành", "hợp tác", "hiệp đồng", "chủ trì", "làm việc")


def _worked_with(near: str, words: str, last: str, group: Group) -> Role | None:
    if last == "của" and "sự " in words:
        if BEFORE.lead_of.match(words):
            return Role.LEAD
        if BEFORE.help_of.match(words):
            return Role.COORDINATE
    if "đồng chủ trì" in near and BEFORE.leads_with.match(near):
        return Role.LEAD
    if "cùng" in words[-24:] and BEFORE.together.match(words.lstrip()) and AFTER.verb.match(group.after):
        return Role.COORDINATE
    if any(map(words.__contains__, _TOGETHER)) and BEFORE.coordinate.match(words):
        return Role.COORDINATE
    if "liên hệ" in words and BEFORE.contact.match(words):
        return Role.COORDINATE if "phối hợp" in group.after[:40] else Role.REPORT_TO
    return None


def _directed(near: str, words: str, last: str, group: Group) -> Role | None:
    if not words and near.endswith(": "):
        words = near  # `Yêu cầu: Sở …`
    if last == "với" and "đối với" not in words:
        return None
    if "để" in words[-16:] and BEFORE.told.match(words) and AFTER.takes_note.match(group.after):
        return Role.EXECUTE
    if group.members[0].body in SUPERIORS:
        return None
    cue = BEFORE.direct(words, max(0, len(words) - NEAR))
    if cue is None:
        return None
    if cue.startswith("đề nghị") and group.members[0].body.endswith(_ABOVE):
        return None  # petitioned, not told
    if cue.startswith("hướng dẫn") and BEFORE.planning.search(words):
        return None  # the title of this document: `ban hành Kế hoạch … và hướng dẫn các thôn …`
    if AFTER.leads.match(group.after):
        return Role.LEAD
    if cue.startswith(_WATCHED) and group.after.startswith(" trong việc"):
        return None
    if cue.startswith("giao ") and group.after.startswith((".", ";", ")")) and not cue.endswith(": "):
        return Role.EXECUTE  # the work is said before: `Rà soát quy hoạch (giao Sở Xây dựng)`
    told = cue.startswith(_TOLD) and AFTER.something.match(group.after)
    if not told and not AFTER.task.match(group.after):
        return None
    return Role.COORDINATE if only_works_with(group) else Role.EXECUTE


#: Cues of supervision: `đôn đốc các ngành trong việc …` gives nobody a task.
_WATCHED = ("đôn đốc", "kiểm tra", "giám sát", "theo dõi")
#: Who is above whoever speaks.
_ABOVE = ("cấp trên", "có thẩm quyền")
#: Cues after which any word is taken for the verb of the task: they have no other use before a body.
_TOLD = ("được", "giao", "yêu cầu", "đề nghị", "chỉ đạo", "phân công")


def only_works_with(group: Group) -> bool:
    """Say whether the body is told to work with others and nothing else: no verb follows the others' names."""
    match = AFTER.works_with.match(group.after)
    return match is not None and match["work"] is None


def _reported_to(near: str, words: str, last: str, group: Group) -> Role | None:
    if last == "của":
        if "theo yêu cầu của" not in words:
            return None
    elif "thông báo" in words and BEFORE.informed.match(words):
        return Role.EXECUTE if AFTER.to_do.match(group.after) else Role.REPORT_TO
    if last == "để":
        shown = "để" in words[-16:] and BEFORE.shown.match(words) and AFTER.follows.match(group.after)
        return Role.REPORT_TO if shown else None
    if last in _HANDED and not group.members[0].kind and AFTER.dated.match(group.after) and BEFORE.handed.match(words):
        return Role.REPORT_TO  # `cung cấp số liệu cho Sở Tài chính trước ngày 10`
    verbs = _TELLING_WHOM if last in _TO_WHOM else _REPORTING
    verb = BEFORE.report(words) if any(map(words.__contains__, verbs)) else None
    if verb is None:
        return None
    if not verb.startswith(_TELLING) and all(_is_below(member) for member in group.members):
        return None  # handed down, not up
    if BEFORE.advising.match(words) and "báo cáo" not in verb:
        return None
    if verb.startswith("trình") and (
        AFTER.approves.match(group.after)
        or not (
            AFTER.for_information.match(group.after) or (AFTER.dated.match(group.after) and not _is_petitioned(group))
        )
    ):
        return None  # submitted for a decision
    return Role.REPORT_TO


def _is_petitioned(group: Group) -> bool:
    """Say whether whoever decides stands above the document: a superior, or any that is competent."""
    return group.members[0].kind or group.members[0].body in SUPERIORS


#: The last words of a cue of handing something over.
_HANDED = ("cho", "về", "đến", "tới", "lên", "chuyển", "nộp")
#: Prepositions that only verbs of telling lead to a body, and what stands in each of those; then in any of reporting.
_TO_WHOM = ("với", "cho")
_TELLING_WHOM = ("báo cáo", "trình", "gửi", "xin ý kiến", "phản ")
_REPORTING = ("báo", "trình", "gửi", "xin ý kiến", "phản ", "chuyển", "đăng ký", "tổng hợp", "lập", "thông tin")
#: Verbs of reporting; the others only say that something is sent.
_TELLING = ("báo cáo", "phản", "xin ý kiến")
#: Kinds of bodies to which papers are sent for use.
_BELOW = ("Đơn vị", "Thôn", "Bản", "Doanh nghiệp", "Trường", "Cơ sở", "Công đoàn cơ sở", "Tổ dân phố", "Địa phương")


def _is_below(body: BodyMention) -> bool:
    return body.kind and body.body.startswith(_BELOW)


def _answerable(near: str, words: str, last: str, group: Group) -> Role | None:
    if (
        group.after.startswith(" trong ")
        and "của" in words[-16:]
        and BEFORE.answerable.match(words)
        and not group.members[0].person
    ):
        return Role.EXECUTE
    return None


def _agent(near: str, words: str, last: str, group: Group) -> Role | None:
    """`Mức chi do Sở Tài chính quyết định`: the agent of a main clause, which begins with no verb of a task."""
    if not words.endswith(("do ", "do các ", "phải được ", "phải được các ")) or not AFTER.settles.match(group.after):
        return None
    if words.endswith(("được ", "được các ")):
        return Role.EXECUTE
    clause = words.rpartition(", ")[2].lstrip(' "')
    if begins_with_verb(clause) or not _MAIN.fullmatch(clause):
        return None
    return Role.LEAD if AFTER.leads.match(group.after) else Role.EXECUTE


#: What may stand before `do` in a main clause: a subject of a few words, none of which governs another.
_MAIN = compile_plain(r"(?:(?!của|về|theo|với|tại|các )[\p{L}\d]++ ){0,8}do (?:các )?")


@cache
def joining() -> frozenset[str]:
    """Return the words with which a cue of working together may end."""
    return frozenset(cue.rsplit(" ", 1)[-1] for cue in load("role_cues")["coordinate"])


WORKED_WITH = Rule("worked_with", _worked_with, lambda: joining() | {"trì", "cùng", "với", "của", "hệ", "tiếp", "về"})
RULES = (
    Rule("labelled", _labelled, lambda: frozenset({":", "là", "trì", "mối", "trực"})),
    Rule("through", _through, lambda: frozenset({"qua", "mối"})),
    WORKED_WITH,
    Rule("directed", _directed, directing),
    Rule("reported_to", _reported_to, reporting),
    Rule("answerable", _answerable, lambda: frozenset({"của"})),
    Rule("agent", _agent, lambda: frozenset({"do", "được"})),
)
"""The rules, in the order in which they are asked."""
