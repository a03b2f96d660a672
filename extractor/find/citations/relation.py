"""What this document does to a cited one, from the cue before the mention and from its place.

Mentions inside the name or the subject of another are only referred to. For the others the words right before them
decide; a member of a list follows the one before it; a clause of the preamble lends its cue (`Căn cứ`, `Thực hiện`) to
all it cites; the rest is `dan_chieu`.
"""

from __future__ import annotations

import re

from extractor.find.citations import cues
from extractor.find.citations.draft import Draft
from extractor.find.citations.words import fold
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Relation

__all__ = ["relate"]

_WINDOW = 400  # characters before a mention in which its cue may stand
_NEAR = 60  # characters that may stand between the subject of one document and the next
_LINK = compile_plain(
    r"[ ]?(?:[,;][ ]?)?(?:(?:và|hoặc|cùng|cùng với|với)[ ])?(?:(?:các|những)[ ][^.,;:\n]{3,60}:[ ]|các[ ]|cả[ ])?"
)
_LONGEST_LINK = 100  # characters that it can match
_NEXT_CLAUSE = compile_plain(r"[ ]?[;,.]?[ \n](?:[-+*][ ])?")
_MARKER = re.compile(r"(?:(?:[-+*•]|\d{1,2}[.)]|[a-zđ][.)]|\(\d{1,2}\))[ ]?)?")
_LONGEST_MARKER = 7  # characters, a line feed before it included
# Where the subject of a sentence stands: at its beginning, after the comma of an adverbial, in a list of subjects.
_SUBJECT_PLACES = ("\n", ". ", "; ", ": ", ", ", ") ", " và ", " các ")


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
    text, lead = reading.text, draft.lead
    if not lead or text.endswith(_SUBJECT_PLACES, 0, lead):
        lost = cues.loses_force(text[draft.end : draft.end + 260])
        if lost:
            return lost
    part = reading.paragraph_at(lead).part
    listed = _announced(text, draft, before)
    if listed:
        return listed
    floor = max(lead - _WINDOW, 0)
    if before and before.reach > floor:
        floor = min(before.reach, lead)
        if _linked(text, before, draft, part) or _amends(text, before, draft):
            return before.relation
    wrapped = text[lead - 1 : lead] == "\n" and _goes_on_below(text, floor, lead - 1)
    boundary = _boundary(text, floor, lead - 1 if wrapped else lead)
    begin = boundary + 1 if boundary >= 0 else floor
    words = fold(text[begin:lead])
    goes_on = before is not None and begin == before.reach and before.relation in cues.ACTS
    head = cues.head_of(words, goes_on=goes_on)
    if boundary >= 0 and text[boundary] == ":" and cues.says_nothing(words[head:]):
        announced = _announced_in_line(text, floor, begin)
        if announced:
            draft.announced = True
            return announced
    sentence = _boundary(text, max(lead - _WINDOW, 0), begin) if before and begin == before.reach else -1
    if sentence >= 0:
        whole = fold(text[sentence + 1 : lead])
        annexed = cues.act_upon_annex(whole, cues.head_of(whole))
        if annexed:
            return annexed
    if not words[head:] and before and part is PartOfDocument.PREAMBLE and _goes_on(text, before, begin):
        return before.relation
    return _cue(reading, words, head, part) or _clause_cue(
        words, head, before if before and before.reach >= begin else None, part
    )


def _boundary(text: str, start: int, end: int) -> int:
    """Return where the last mark in ``text[start:end]`` stands with which a clause ends, or -1."""
    return max(
        text.rfind(";", start, end),
        text.rfind("\n", start, end),
        text.rfind(". ", start, end),
        text.rfind(": ", start, end),
    )


def _goes_on_below(text: str, start: int, end: int) -> bool:
    """Say whether the line that ends at `end` goes on in the next: with a letter or a comma it is not finished."""
    return end > start and (text[end - 1].isalpha() or text[end - 1] == ",")


def _goes_on(text: str, before: Draft, begin: int) -> bool:
    """Say whether a clause that opens with a document goes on with the list of a preamble: ``Thực hiện A …; B …``."""
    lasting = before.relation in (Relation.CAN_CU, Relation.THUC_HIEN)
    return (
        lasting
        and text[begin - 1 : begin] == ";"
        and 0 <= begin - before.reach < _NEAR
        and "\n" not in text[before.reach : begin]
    )


def _announced_in_line(text: str, floor: int, end: int) -> Relation | None:
    """Return the relation that a lead in the same line gives: ``Căn cứ các quyết định của Thủ tướng: số …``."""
    start = _boundary(text, floor, end - 1)
    return cues.announces_list(fold(text[start + 1 if start >= 0 else floor : end]))


def _announced(text: str, draft: Draft, before: Draft | None) -> Relation | None:
    """Return the relation that a list's announcement gives to an item that begins with the mention."""
    line = text.rfind("\n", max(draft.lead - _LONGEST_MARKER, 0), draft.lead)
    if line <= 0 or not _MARKER.fullmatch(text, line + 1, draft.lead):
        return None
    start = text.rfind("\n", max(line - _WINDOW, 0), line) + 1
    above = text[start:line]
    if above.endswith(":"):
        relation = cues.announces_list(fold(above.rpartition(". ")[2]))
        draft.announced = relation is not None
        return relation
    if before and before.announced and start <= before.reach:
        draft.announced = True
        return before.relation
    return None


def _linked(text: str, before: Draft, draft: Draft, part: PartOfDocument) -> bool:
    """Say whether `draft` is the next member of the list in which `before` stands."""
    if draft.lead - before.reach > _LONGEST_LINK:
        return False
    for end in {before.end, before.reach}:
        if end > draft.lead:
            continue
        if _LINK.fullmatch(text, end, draft.lead):
            return end < draft.lead or text[end - 1] in ');"'
        carried = part in (PartOfDocument.PREAMBLE, PartOfDocument.TITLE) and before.relation is not Relation.DAN_CHIEU
        if carried and _NEXT_CLAUSE.fullmatch(text, end, draft.lead):
            return True
    return False


def _amends(text: str, before: Draft, draft: Draft) -> bool:
    """Say whether `draft` amends `before` and so belongs to what is cited there: ``Luật A được sửa đổi bởi Luật B``."""
    if before.relation not in (Relation.CAN_CU, Relation.THUC_HIEN):
        return False
    return cues.amended_by(text, before.end, draft.lead) or cues.amended_by(text, before.reach, draft.lead)


def _cue(reading: Reading, words: str, head: int, part: PartOfDocument) -> Relation | None:
    """Return the relation that the words right before a mention give, or None if they give none."""
    if head >= len(words):
        return None  # the mention opens its clause
    if cues.gives_basis(words, head) and "," not in words[head:]:
        return Relation.CAN_CU
    own = part is PartOfDocument.TITLE or (part is PartOfDocument.PREAMBLE and cues.speaks_of_guiding(words))
    may = cues.governors(words)
    act = (cues.act_before(words, head, own=own) if may.acts else None) or cues.act_upon_annex(words, head)
    if act:
        return act
    guides = own and reading.header.doc_type is DocumentType.HUONG_DAN
    if may.makes_known and cues.makes_known(words):
        return Relation.HUONG_DAN if guides else Relation.DAN_CHIEU
    if may.carries_out and cues.carries_out(words):
        return Relation.HUONG_DAN if guides else Relation.THUC_HIEN
    return None


def _clause_cue(words: str, head: int, before: Draft | None, part: PartOfDocument) -> Relation:
    """Return the relation that the beginning of the clause gives."""
    if before and before.relation is Relation.CAN_CU and "," not in words:
        return Relation.CAN_CU
    if cues.gives_basis(words, head) and not cues.opens_main_clause(words):
        return Relation.CAN_CU
    if part is PartOfDocument.PREAMBLE and cues.carrying_clause(words, head) and "," not in words[head:]:
        return Relation.THUC_HIEN
    if words.endswith((", ", " va ")) and cues.names_documents_in_general(words):
        return Relation.THUC_HIEN
    return Relation.DAN_CHIEU
