"""Projects, programmes, regulations and charters, cited by their titles.

``Đề án "Xây dựng xã hội học tập"``, ``Điều lệ Đảng``.
"""

from __future__ import annotations

from functools import cache

import regex

from extractor.find.citations.draft import Draft
from extractor.find.citations.issuers import issuer_end
from extractor.find.citations.sessions import term_end
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = ["KINDS", "known_end", "read_charter", "read_regulation"]

#: The type words read here, and their kinds.
KINDS = {
    "quy chế": DocumentType.QUY_CHE,
    "chiến lược": DocumentType.CHIEN_LUOC,
    "quy hoạch": DocumentType.QUY_HOACH,
    "đề án": DocumentType.DE_AN,
    "dự án": DocumentType.DU_AN,
    "chương trình": DocumentType.CHUONG_TRINH,
}

_QUOTED = compile_plain(r' "(?P<name>[^"\n]{8,200})"')
_OWNER_FOLLOWS = compile_plain(r" (?:và|của) ")
# What says that a project exists: `Đề án "…" được phê duyệt tại Quyết định …`.
_APPROVED = compile_plain(r",? (?:đã )?(?:được |đã )(?:phê duyệt|ban hành|thông qua)")
# The document that a programme of action carries out, up to its number or the end of the clause.
_CARRIED = compile_plain(
    r",? (?:\()?(?:về )?(?:việc )?(?:triển khai )?(?:thực hiện|triển khai) "
    r"(?P<document>(?:Nghị quyết|Chỉ thị|Kết luận|Chiến lược|Quyết định|Luật)(?: số [^\s,;]+(?<!,)| [^,;.()\n]{3,120}))"
)
_PERIOD = compile_plain(r",? (?:năm|giai đoạn|nhiệm kỳ|thời kỳ|đến năm) \d{4}")
_REACH = 200  # characters of the longest title
_OWNED = regex.compile(r" của \p{Lu}\p{L}+ \p{L}+ \p{L}+")  # by a body that makes one document of a kind
_TITLE_WORD = compile_plain(r"(?: |, (?=\p{Ll})| - )(?P<word>[\p{L}\d]+)")
_OTHER = compile_plain(
    r" (?:Đề án|Dự án|Chương trình|Kế hoạch|Nghị quyết|Nghị định|Quy chế|Luật|Quyết định|Chỉ thị|Kết luận)(?!\p{L})"
)
_AND_OTHERS = compile_plain(rf"{_OTHER.pattern}| các ")
_ORGANISATION = compile_plain(
    r"(?i:Đảng|Công đoàn|Đoàn|Hội|Mặt trận|MTTQ|Liên minh|Liên hiệp|Liên đoàn|Tổng Liên đoàn|Hiệp hội)(?!\p{L})"
)


def read_regulation(text: str, start: int, end: int, kind: DocumentType, before: Draft | None) -> Draft | None:
    """Return a project, a programme or a regulation by its title: ``Đề án "Xây dựng xã hội học tập"``.

    The capital inside a sentence says that the words are a name; the words before it must say that it exists, not that
    it is to be written (``xây dựng Đề án …``).
    """
    listed = before is not None and before.doc_type in KINDS.values() and text[before.end : start] in (" và ", ", ")
    quoted = _QUOTED.match(text, end)
    in_force = listed or (text[start - 1 : start] == " " and _in_force().match(text, max(start - 60, 0), start))
    if quoted and (in_force or _APPROVED.match(text, quoted.end())):
        return Draft(start, quoted.end(), kind, name=quoted["name"])
    if not in_force or text[start:end].isupper():
        return None  # to be written, or a heading
    if kind is DocumentType.CHUONG_TRINH and text.startswith(" hành động", end):
        return _programme_of_action(text, start, end + len(" hành động"))
    lexicon = load("named_documents")["regulations"]
    first = _TITLE_WORD.match(text, end)
    if not first or first["word"] in lexicon["no_title"] or first["word"].isdigit():
        return None
    stop = _title_end(text, end, frozenset(lexicon["stops"]))
    name = text[end + 1 : stop]
    if name.count(" ") < 2 or text.startswith((" ban hành", " kèm theo"), stop):
        return None  # too little for a name, or part of the decision that promulgates it
    if not _is_general(text, stop, name, kind):
        return Draft(start, stop, kind, name=name)
    owned = _OWNED.search(text, end, stop) if kind is not DocumentType.QUY_CHE or name.startswith("làm việc") else None
    owner = issuer_end(text, owned.start() + len(" của "), joint=True) if owned else None
    return Draft(start, term_end(text, owner), kind, name=text[end + 1 : owner]) if owner else None


def _programme_of_action(text: str, start: int, end: int) -> Draft | None:
    """Return a programme of action by the document that it carries out, which alone identifies it."""
    owned = text.startswith(" của ", end)
    owner = issuer_end(text, end + len(" của "), joint=True) if owned else end
    carried = _CARRIED.match(text, owner) if owner else None
    if not owner or not carried:
        return None
    return Draft(start, owner, DocumentType.CHUONG_TRINH_HANH_DONG, name=f"thực hiện {carried['document']}")


def read_charter(text: str, start: int, end: int) -> Draft | None:
    """Return the charter of the party or of an organisation; those of companies and schools are a kind of documents."""
    if not _ORGANISATION.match(text, end + 1):
        return None
    stop = issuer_end(text, end + 1)
    if not stop:
        return None
    stop = end + 1 + len(_OWNER_FOLLOWS.split(text[end + 1 : stop])[0])
    return Draft(start, stop, DocumentType.DIEU_LE, name=text[end + 1 : stop])


def known_end(text: str, end: int) -> int | None:
    """Return where the name of a well-known regulation ends: ``Quy định |thi hành Điều lệ Đảng``."""
    known = _known()
    if not text.startswith(known, end + 1):
        return None
    return next(end + 1 + len(name) for name in known if text.startswith(name, end + 1))


def _is_general(text: str, stop: int, name: str, kind: DocumentType) -> bool:
    """Say whether a title only describes: a programme in small letters is a campaign, unless its period is given."""
    lexicon = load("named_documents")["regulations"]
    if name.startswith(tuple(lexicon["kinds"])):
        return True
    if name[0].isupper() or kind not in (DocumentType.QUY_CHE, DocumentType.CHUONG_TRINH):
        return False
    return not (name.startswith(tuple(lexicon["programmes"])) or name[-4:].isdigit() or _PERIOD.match(text, stop))


def _title_end(text: str, start: int, stops: frozenset[str]) -> int:
    stop = start
    for match in _TITLE_WORD.finditer(text, start, min(start + _REACH, len(text))):
        goes_on = match.start() == stop and (
            match["word"] not in stops or text.startswith("trên địa bàn", match.start("word"))
        )
        if (
            not goes_on
            or _OTHER.match(text, match.start())
            or (match["word"] == "và" and _AND_OTHERS.match(text, match.end()))
        ):
            break
        stop = match.end()
    return start + len(text[start:stop].removesuffix(" và"))


@cache
def _known() -> tuple[str, ...]:
    return tuple(load("named_documents")["known"])


@cache
def _in_force() -> regex.Pattern[str]:
    """Return the pattern, read backwards, of the words after which the name of an existing regulation stands."""
    lexicon = load("named_documents")["regulations"]
    before = "|".join(sorted(lexicon["before"], key=len, reverse=True))
    manner = "|".join(sorted(lexicon["manner"], key=len, reverse=True))
    return regex.compile(rf"(?r)(?i:\b(?:{before})(?:,? (?:{manner})){{0,3}} )")
