"""Lists that share a type word.

``các Luật số 43/2024/QH15, số 47/2024/QH15``, ``Nghị quyết Đại hội XI … và Đại hội XIII …``.
"""

from __future__ import annotations

import regex

from extractor.find.citations.draft import Draft
from extractor.find.citations.numbered import number_word
from extractor.find.citations.sessions import congress_end, plenum_end, term_end
from extractor.find.citations.statutes import statute_end
from extractor.find.citations.words import NOT_A_DOCUMENT, fold, type_word_before
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = ["session_members", "share_type", "statute_members", "symbol_members"]

_LINK = compile_plain(r"(?:[,;]?[ ](?:và|hoặc|cùng)|[,;])[ ](?:của[ ])?")
_ONLY_LINK = compile_plain(r"[ ]?(?:[,;.][ ]?)?(?:(?:và|hoặc|cùng|cùng với)[ ])?(?:các[ ])?")
_TERM_ALONE = compile_plain(r"khóa [IVXL]{1,6}(?!\p{L})")  # `Trung ương 4 khóa XI, khóa XII`
_SERIALS = regex.compile(r"(?r)(?<!\p{L})(?:\d{1,4}(?:, | và |; )(?:số )?){1,12}")
_SERIAL = compile_plain(r"\d{1,4}")
_MEMBERS = 30  # in one list


def session_members(text: str, first: Draft) -> list[Draft]:
    """Return the further congresses and plenums in the list that `first` begins; each starts at its own first word."""
    members: list[Draft] = []
    last = first
    while len(members) < _MEMBERS:
        link = _LINK.match(text, last.end)
        if not link:
            break
        start = link.end()
        if end := congress_end(text, start):
            last = Draft(start, term_end(text, end), first.doc_type, name=text[start:end], worded=False)
        elif plenum := plenum_end(text, start):
            last = Draft(start, plenum[0], first.doc_type, name=plenum[1], worded=False)
        elif term := _TERM_ALONE.match(text, start):
            name = f"{(last.name or '').partition(' khóa ')[0]} {term.group()}"
            last = Draft(start, term.end(), first.doc_type, name=name, worded=False)
        else:
            break
        members.append(last)
    return members


def symbol_members(text: str, last: Draft) -> list[Draft]:
    """Return the members before `last` that leave their symbol to it: ``Nghị quyết số 18, 19-NQ/TW``."""
    number = last.number
    serials = _SERIALS.match(text, max(last.start - 80, 0), last.start) if number and not last.worded else None
    word = type_word_before(text, number_word(text, serials.start())) if serials else None
    if number is None or serials is None or word is None or word is NOT_A_DOCUMENT:
        return []
    members: list[Draft] = []
    for match in _SERIAL.finditer(text, serials.start(), serials.end()):
        serial = f"{int(match.group()):02d}"
        shared = number._replace(
            start=match.start(),
            end=match.end(),
            serial=int(serial),
            key=serial + number.key.lstrip("0123456789abcdđ"),
        )
        start = match.start() if members else word[0]
        members.append(Draft(start, match.end(), word[1] or last.doc_type, shared, worded=not members))
    last.doc_type = word[1] or last.doc_type
    return members


def statute_members(text: str, first: Draft) -> list[Draft]:
    """Return the further statutes that are named after one type word: ``các luật: Đất đai, Nhà ở, Xây dựng``."""
    if first.doc_type is not DocumentType.LUAT or not text[max(first.start - 4, 0) : first.start].casefold().endswith(
        "các "
    ):
        return []
    members: list[Draft] = []
    last = first
    while len(members) < _MEMBERS:
        link = _LINK.match(text, last.end)
        end = statute_end(text, link.end()) if link and text[link.end() : link.end() + 1].isupper() else None
        if not link or not end or fold(text[link.end() : end]).startswith(("luat ", "nghi ")):
            return members
        last = Draft(link.end(), end, DocumentType.LUAT, name=text[link.end() : end], worded=False)
        members.append(last)
    return members


def share_type(text: str, drafts: list[Draft]) -> None:
    """Give members of a list the kind, and where the list says it once before its members, the issuer of the first."""
    head: Draft | None = None
    for draft in drafts:
        if draft.worded or draft.number is None:
            head = draft
        elif head and follows(text, head, draft):
            symbol = draft.number.doc_type
            if (
                symbol is None
                or symbol is head.doc_type
                or draft.number.symbol == (head.number.symbol if head.number else "")
            ):
                draft.doc_type = head.doc_type
            if (
                draft.issuer is None
                and head.issuer
                and head.number
                and text.find(head.issuer, head.start, head.number.start) >= 0
            ):
                draft.issuer = head.issuer
            if draft.end > head.reach:
                head = _continued(head, draft)


def follows(text: str, earlier: Draft, later: Draft) -> bool:
    """Say whether nothing but a comma or a conjunction stands between two citations (or the subject of the first)."""
    if later.lead < earlier.end:
        return False
    return any(
        end <= later.lead and _ONLY_LINK.fullmatch(text, end, later.lead) for end in {earlier.end, earlier.reach}
    )


def _continued(head: Draft, member: Draft) -> Draft:
    """Return the list's head as its next member sees it: same kind and issuer, but ending where `member` ends."""
    moved = Draft(
        head.start, member.end, head.doc_type, member.number or head.number, issuer=head.issuer, reach=member.reach
    )
    moved.number = head.number
    return moved
