"""Cues of relation: what the words before a mention, or around a list of mentions, say of it.

All words are folded (small letters, no marks), because scanners damage marks first and cues survive without them. Most
patterns are matched backwards from the mention, so that what stands far from it costs nothing: the words turned round,
or (``(?r)``) by the engine that can.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

import regex

from extractor.find.alternation import any_of_turned
from extractor.find.citations.words import fold, kinds
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import Relation

__all__ = [
    "ACTS",
    "act_before",
    "act_upon_annex",
    "amended_by",
    "announces_list",
    "carries_out",
    "carrying_clause",
    "gives_basis",
    "governors",
    "head_of",
    "loses_force",
    "makes_known",
    "names_documents_in_general",
    "opens_main_clause",
    "says_nothing",
    "speaks_of_guiding",
]

#: What a document does to another, in its own words.
ACTS = frozenset(set(Relation) - {Relation.CAN_CU, Relation.THUC_HIEN, Relation.DAN_CHIEU})

_JOINT = compile_plain(r"(?:(?:va|dong thoi|cung nhu),? ){1,2}")
_HEAD = compile_plain(r"[\s\-+*•:;.,\"(]{0,6}+(?:(?:\d{1,2}|[a-z])[.)] |dieu \d{1,3}[.:] )?")
# The document as the subject of what it does: `Nghị định này |quy định chi tiết …`, `ban hành Thông tư |hướng dẫn …`.
_THIS = regex.compile(r"(?r)(?:[a-z]+ ){1,3}nay(?: [a-z,]+){0,4} ")
_THIS_AT_HEAD = compile_plain(r"(?:[a-z]+ ){1,3}nay ")
_LONGEST_LABEL = 4  # letters of a part's number
_PARTS = ("dieu", "khoan", "diem", "chuong", "muc", "phu luc", "mau so")  # of a document
_PROMULGATED = (" kem theo ", " kem theo cac ")
_PROPOSED = regex.compile(
    r"\b(?:de xuat|de nghi|kien nghi|ra soat|tham muu|du thao|nghien cuu|xem xet|duoc|bi|trinh|xay dung|theo)\b"
)
_AMENDED_BY = compile_plain(
    r"[ ,(]{1,2}(?:va )?(?:da )?(?:duoc )?(?:sua doi|bo sung|thay the)[^.;\n]{0,60}?"
    r" (?:boi|theo|tai|bang|cua) (?:cac )?"
)
_LONGEST_AMENDING = 100  # characters that it can match
_CLAUSE_END = compile_plain(r"[.;\n]")
_LOSES_FORCE = compile_plain(r"hết hiệu lực|(?:bị|được) (?:bãi bỏ|thay thế b(?:ằng|ởi) \p{L}+ \p{L}+ này)")
_LOSING_REACH = 200  # characters after a mention
_MAIN_CLAUSE = regex.compile(
    r", (?:de nghi|yeu cau|hoi nghi|ban|uy ban|ubnd|so|lien doan|bo|cong doan|huyen|tinh|doan)\b"
)
_GUIDES = regex.compile(r"[^;\n]{0,120}\bhuong dan ")


def head_of(words: str, *, goes_on: bool = False) -> int:
    """Return where the clause's own words begin, after marks, bullets and numbers.

    With `goes_on` an act came before it, with which this one is joined (``thay thế A và |bãi bỏ B``).
    """
    match = _HEAD.match(words)
    head = match.end() if match else 0
    joint = _JOINT.match(words, head) if goes_on else None
    return joint.end() if joint else head


def says_nothing(words: str) -> bool:
    """Say whether words are no more than an article: nothing, `số`, `các`."""
    return words.strip() in ("", "so", "cac")


def gives_basis(words: str, head: int) -> bool:
    """Say whether the clause begins with `căn cứ`."""
    return bool(_clause("basis").match(words, head))


def carrying_clause(words: str, head: int) -> bool:
    """Say whether the clause begins with `thực hiện`, `triển khai` …"""
    return bool(_clause("carrying_out").match(words, head))


def opens_main_clause(words: str) -> bool:
    """Say whether the sentence goes on to what is decided on that basis (``…, đề nghị các đơn vị …``)."""
    return bool(_MAIN_CLAUSE.search(words))


def carries_out(words: str) -> bool:
    """Say whether the mention is the object of `thực hiện`, `triển khai` (``thực hiện các quy định tại |``)."""
    if f" {words}".endswith(_carrying()):  # the verb alone, as mostly
        end = len(words) - 1
    else:
        match = _carry_out().match(words)
        if match is None:
            return False
        end = match.end("verb")
    return not words.endswith(_watched(), 0, end)


def makes_known(words: str) -> bool:
    """Say whether the mention is the object of `học tập`, `quán triệt`, `tuyên truyền` …"""
    return _make_known().match(words[::-1]) is not None


class Governors(NamedTuple):
    """What may govern a mention, by the last word before it.

    Attributes:
        acts: `act_before` may find something.
        makes_known: `makes_known` may.
        carries_out: `carries_out` may.
    """

    acts: bool
    makes_known: bool
    carries_out: bool


_PERHAPS_A_LABEL = Governors(acts=True, makes_known=False, carries_out=False)
_NOTHING = Governors(acts=False, makes_known=False, carries_out=False)


def governors(words: str) -> Governors:
    """Return which cues the last word before a mention allows: few words end one, and to look for one is dear."""
    last = words[words.rfind(" ", 0, -1) + 1 : -1].rstrip(",")
    return _governors().get(last) or (_PERHAPS_A_LABEL if len(last) <= _LONGEST_LABEL else _NOTHING)


@cache
def _governors() -> dict[str, Governors]:
    cues = _cues()
    known, carried = cues["make_known"], cues["carry_out"]
    acts = _last_words(_act_relations(), cues["act_objects"]["between"], _PARTS)
    knows = _last_words(known["verbs"], known["between"])
    carries = _last_words(carried["verbs"], carried["manner"], carried["contents"], carried["found"])
    return {
        word: Governors(
            acts=word in acts or len(word) <= _LONGEST_LABEL, makes_known=word in knows, carries_out=word in carries
        )
        for word in acts | knows | carries
    }


def _last_words(*lists: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(phrase).rpartition(" ")[2].rstrip(",") for phrases in lists for phrase in phrases)


def act_before(words: str, head: int, *, own: bool) -> Relation | None:
    """Return the act upon the document that follows: ``Nghị định này thay thế |``, ``bãi bỏ khoản 2 Điều 5 của |``.

    The words of an act are one only where the document speaks of itself: in its title (`own`), at the head of a clause,
    with itself as the subject. Elsewhere they tell what others did or should do, which is `dan_chieu`; None is no act.
    """
    match = _act().match(words[::-1])
    if not match:
        return None
    start, relation = len(words) - match.end(), _act_relations()[match["verb"][::-1]]
    if words.endswith(("luat ", "phap lenh "), 0, start) and not words.endswith("phap luat ", 0, start):
        return Relation.DAN_CHIEU  # the name of an amending law
    subject = own or bool(_this().match(words, 0, start) or _THIS_AT_HEAD.match(words, head))
    if relation is Relation.HUONG_DAN:
        # To guide is an everyday word: without a subject it says what bodies should do.
        told = start > 5 and words.endswith(("theo ", "quy dinh "), 0, start)
        return relation if subject and not told else None
    if (subject or start <= head + 1) and not _PROPOSED.search(words, max(start - 30, 0), start):
        return relation
    return Relation.DAN_CHIEU


def act_upon_annex(words: str, head: int) -> Relation | None:
    """Return the act upon what the document that follows promulgated: ``Sửa đổi Quy chế … ban hành kèm theo |``."""
    if not words.endswith(_PROMULGATED):
        return None
    act = _act_at_head().match(words, head)
    return _act_relations()[act.group()] if act else None


def announces_list(words: str) -> Relation | None:
    """Return the relation to the documents listed after these words: ``Bãi bỏ các văn bản sau đây:``."""
    head = head_of(words)
    opening = words[head : head + 80]
    speaks = (" nay " in opening or "ban hanh " in opening) and _this().search(opening)
    start = (speaks and words.find(" nay ", head) + len(" nay ")) or head
    act = _act_at_head().match(words, start) or _act_at_head().match(words, head)
    if act:
        return _act_relations()[act.group()]
    if gives_basis(words, head):
        return Relation.CAN_CU
    return Relation.THUC_HIEN if _carried_list().search(words) else None


def amended_by(text: str, start: int, end: int) -> bool:
    """Say whether ``text[start:end]``, between two mentions, makes the later one an amendment of the earlier."""
    if not 0 < end - start <= _LONGEST_AMENDING or text[start] not in " ,(":
        return False
    return _AMENDED_BY.fullmatch(fold(text[start:end])) is not None


def loses_force(words: str) -> Relation | None:
    """Return what the words after a mention, as printed, do to it: ``… hết hiệu lực kể từ ngày …``."""
    end = _CLAUSE_END.search(words)
    clause = words[: end.start()] if end else words
    if not ("hiệu lực" in clause or "bãi bỏ" in clause or "thay thế" in clause):
        return None
    match = _LOSES_FORCE.search(clause)
    if not match or match.start() > _LOSING_REACH:
        return None
    return Relation.BAI_BO if match.group().endswith("bãi bỏ") else Relation.THAY_THE


def names_documents_in_general(words: str) -> bool:
    """Say whether documents are carried out in general first (``triển khai các văn bản chỉ đạo …, |``)."""
    return bool(_general().search(words))


def speaks_of_guiding(words: str) -> bool:
    """Say whether the clause says `hướng dẫn` before the mention."""
    return bool(_GUIDES.match(words))


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(fold(word), literal_spaces=True) for word in sorted(words, key=len, reverse=True))


@cache
def _cues() -> dict[str, Any]:
    return load("relation_cues")


@cache
def _clause(kind: str) -> re.Pattern[str]:
    return compile_plain(rf"(?:{_any(_cues()['clause'][kind])})\b")


@cache
def _carry_out() -> regex.Pattern[str]:
    cues = _cues()["carry_out"]
    fillers = _any([*cues["manner"], *cues["contents"], *cues["found"]])
    said = _any(cues["said"])
    by_rule = _any(cues["by_rule"])
    return regex.compile(
        rf"(?r)\b(?P<verb>{_any(cues['verbs'])})"
        rf"(?:(?! theo (?:dung )?(?:cac |nhung )?(?:{by_rule})\b)"
        rf"(?:,| (?:{fillers})| (?:{said}) cua [^,;.\n]{{2,60}}(?= (?:tai|trong)\b))){{0,14}}\s"
    )


@cache
def _carrying() -> tuple[str, ...]:
    return tuple(f" {fold(verb)} " for verb in _cues()["carry_out"]["verbs"])


@cache
def _watched() -> tuple[str, ...]:
    return tuple(map(fold, _cues()["carry_out"]["watched"]))


@cache
def _make_known() -> re.Pattern[str]:
    cues = _cues()["make_known"]
    verbs, between = any_of_turned(map(fold, cues["verbs"])), any_of_turned(map(fold, cues["between"]))
    return compile_plain(rf"\s(?:,|{between} ){{0,6}}{verbs}\b")


@cache
def _act() -> re.Pattern[str]:
    between = any_of_turned(map(fold, _cues()["act_objects"]["between"]))
    part = rf"(?:[a-z\d]{{1,{_LONGEST_LABEL}}} )?{any_of_turned(_PARTS)}|[a-z]?\d{{1,3}}|[a-z]"
    return compile_plain(rf"\s(?:(?:{between}|{part}) ,?){{0,12}}(?P<verb>{any_of_turned(_act_relations())})\b")


@cache
def _act_relations() -> dict[str, Relation]:
    return {fold(verb): Relation(act["relation"]) for act in _cues()["acts"] for verb in act["verbs"]}


@cache
def _act_at_head() -> re.Pattern[str]:
    return compile_plain(rf"(?:{_any(_act_relations())})\b")


@cache
def _this() -> regex.Pattern[str]:
    return regex.compile(rf"{_THIS.pattern}|(?r)ban hanh (?:{_any(kinds())}) ")


@cache
def _general() -> regex.Pattern[str]:
    cues = _cues()["carry_out"]
    return regex.compile(
        rf"\b(?:{_any(cues['verbs'])}) (?:[a-z]+ ){{0,4}}(?:cac|nhung) (?:{_any(cues['general_objects'])})\b"
    )


@cache
def _carried_list() -> regex.Pattern[str]:
    cues = _cues()["carry_out"]
    return regex.compile(
        rf"\b(?:{_any(cues['verbs'])}) (?:[a-z]+ ){{0,6}}(?:{_any(cues['general_objects'])})\b[^.:;]{{0,80}}:$"
    )
