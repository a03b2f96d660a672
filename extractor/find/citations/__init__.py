"""Mentions of other documents.

Numbers and names are anchors, grammars read around them, the context gives the relation.
"""

from __future__ import annotations

from bisect import bisect_left

from extractor.find.citations.anchors import STATUTES, Anchor, find_anchors
from extractor.find.citations.antecedents import mend_symbols, short_mentions
from extractor.find.citations.draft import Draft, in_order
from extractor.find.citations.lists import session_members, share_type, statute_members, symbol_members
from extractor.find.citations.named import read_named
from extractor.find.citations.numbered import close, complete, number_after, read_blank, read_numbered
from extractor.find.citations.relation import relate
from extractor.find.citations.statutes import is_revised, unborn_statutes
from extractor.find.citations.titles import clip_titles
from extractor.find.citations.words import fold
from extractor.find.first_words import first_words
from extractor.find.mentions import CitationMention
from extractor.find.symbols import DocumentNumber, scan_blanks, scan_numbers
from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, PartOfDocument, Reading
from schemas.vocabulary import DocumentType

__all__ = ["find_citations"]

_OWN_PROGRAMME = compile_plain(r"(?i)(?:(?:về )?(?:việc )?(?:phê duyệt|ban hành) )?chương trình hành động(?!\p{L})")

#: The kinds whose names may be followed by a number.
_NUMBERED = frozenset(STATUTES.values())
#: The parts in which documents are cited: where the directive speaks, and the forms attached to it.
_CITING = SPEAKING | {PartOfDocument.ATTACHMENT}


def find_citations(reading: Reading) -> list[CitationMention]:
    """Return every mention of another document in the parts of `reading` that speak, in document order."""
    text = reading.text
    numbers = [number for number in scan_numbers(text) if _cites_at(reading, number.start)]
    anchors = find_anchors(text, first_words(reading).citations)
    named, used = _named(reading, anchors.names, numbers)
    drafts = in_order(named + _numbered(reading, numbers, used) + _blank(reading))
    share_type(text, drafts)
    mend_symbols(drafts)
    drafts = in_order(
        drafts + [draft for draft in short_mentions(text, anchors.serials, drafts) if _cites_at(reading, draft.start)]
    )
    clip_titles(text, drafts, _named_in_title(reading, drafts))
    relate(reading, drafts)
    return [draft.mention() for draft in drafts]


def _named_in_title(reading: Reading, drafts: list[Draft]) -> frozenset[str]:
    """Return the keys of the documents that this document's own title names."""
    return frozenset(
        draft.number.key
        for draft in drafts
        if draft.number and reading.paragraph_at(draft.start).part is PartOfDocument.TITLE
    )


def _numbered(reading: Reading, numbers: list[DocumentNumber], used: set[int]) -> list[Draft]:
    drafts = []
    for number in numbers:
        if number.start not in used and number.key != reading.header.key:
            draft = read_numbered(reading.text, number)
            if draft and not _is_own_number(reading, draft):
                drafts += [*symbol_members(reading.text, draft), draft]
    return drafts


def _is_own_number(reading: Reading, draft: Draft) -> bool:
    """Say whether the document's own number has run into its title (``Nghị định của Chính phủ Số 94/1998/NĐ-CP …``)."""
    if draft.worded or not reading.text.startswith("Số", draft.start):
        return False
    return reading.paragraph_at(draft.start).part is PartOfDocument.TITLE


def _blank(reading: Reading) -> list[Draft]:
    found = [read_blank(reading.text, *blank) for blank in scan_blanks(reading.text) if _cites_at(reading, blank[0])]
    return [draft for draft in found if draft]


def _named(reading: Reading, anchors: list[Anchor], numbers: list[DocumentNumber]) -> tuple[list[Draft], set[int]]:
    """Return the citations by name, and the positions of the numbers that are theirs (``Luật Nhà ở số …``)."""
    text = reading.text
    starts = [number.start for number in numbers]
    used: set[int] = set()
    drafts: list[Draft] = []
    unborn: frozenset[str] | None = None  # until a name is met that may be among them
    enclosing = 0  # end of the citation that encloses the next, if one does
    for anchor in anchors:
        if not _cites_at(reading, anchor.start):
            continue
        draft = read_named(text, anchor, drafts[-1] if drafts else None)
        if draft is None:
            continue
        if draft.name and is_revised(text, draft):
            unborn = unborn_statutes(text) if unborn is None else unborn
            if fold(draft.name) in unborn:
                continue
        if draft.doc_type is DocumentType.CHUONG_TRINH_HANH_DONG and _promulgates_programme(reading):
            continue
        begin = number_after(text, draft.end) if draft.doc_type in _NUMBERED else None
        place = bisect_left(starts, begin) if begin is not None else len(starts)
        if begin is not None and begin not in used and place < len(starts) and starts[place] == begin:
            number = numbers[place]
            used.add(begin)
            draft.number, draft.end = number, number.end
            name_start = anchor.end + 1
            draft.title, draft.name = (name_start, name_start + len(draft.name or "")), None
        members = session_members(text, draft) or statute_members(text, draft)
        for one in (draft, *members):
            if one.end <= enclosing:
                close(text, one)  # a statute inside the name of the one that amends it: the date is the other's
            else:
                complete(text, one)
            enclosing = max(enclosing, one.end)
        drafts += [draft, *members]
    return drafts, used


def _promulgates_programme(reading: Reading) -> bool:
    """Say whether this document's own title is that of a programme of action, so that it speaks of its own."""
    titles = (part for part in reading.paragraphs if part.part is PartOfDocument.TITLE)
    return any(_OWN_PROGRAMME.match(reading.text, part.start, part.end) for part in titles)


def _cites_at(reading: Reading, position: int) -> bool:
    return reading.paragraph_at(position).part in _CITING
