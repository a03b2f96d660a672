"""Citations by number: ``Kế hoạch số 412-KH/TU, ngày 07/3/2031 của Ban Thường vụ Tỉnh ủy|về …``."""

from __future__ import annotations

from datetime import date

from extractor.find.citations.dates import DATE, date_after, read_date
from extractor.find.citations.draft import Draft
from extractor.find.citations.issuers import begins_body, issuer_end
from extractor.find.citations.provisions import provisions_after, provisions_before
from extractor.find.citations.titles import read_title
from extractor.find.citations.words import NOT_A_DOCUMENT, TypeWord, type_word_before
from extractor.find.symbols import DocumentNumber, doc_type_of, mend_kind
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

# Their name is their title; what follows with `về` is something else.
_TITLED_BY_NAME = frozenset(
    {DocumentType.LUAT, DocumentType.BO_LUAT, DocumentType.PHAP_LENH, DocumentType.HIEN_PHAP, DocumentType.DIEU_LE}
)

__all__ = ["close", "complete", "number_after", "number_word", "read_blank", "read_numbered"]

#: The word `số`, with damaged marks too, and what may stand between it and the number.
_NUMBER_WORDS = frozenset({"số", "sô", "só", "so", "Số", "Sô", "Só", "So", "SỐ"})
_AFTER_WORD = frozenset(before + mark + after for before in ("", " ") for mark in ("", ":", ".") for after in ("", " "))
_LONGEST_WORD = 5
_NUMBER_AFTER = compile_plain(r"(?:[ ]\(sửa đổi[^)\n]{0,30}\))?,?[ ]\(?(?:[Ss]ố[ ]?:?[ ]?)?(?=\d)")
_WINDOW = 170
_BETWEEN = compile_plain(r"[ ]?[:,]?[ ]?")
_ISSUED = compile_plain(
    rf"(?:[Nn]gày[ ])?{DATE},?[ ](?P<issuer>\p{{Lu}}[^;:.\n\"]{{2,90}}?)[ ](?:đã[ ]|vừa[ ])?ban hành[ ]$"
)
_OF = (" của ", ", của ", " CỦA ")
_JOINT = (
    "TTLT",
    "NQLT",
    "TTLB",
    "TTLN",
    "HDLN",
    "HDLT",
    "KHLT",
    "KHLN",
    "QCPH",
    "CTPH",
    "CTrPH",
    "KHPH",
    "QCLT",
    "CTLT",
)


def read_numbered(text: str, number: DocumentNumber) -> Draft | None:
    """Return the citation whose number this is, or None if it numbers something else."""
    at = number_word(text, number.start)
    word = type_word_before(text, at)
    if word is NOT_A_DOCUMENT:
        return None
    if _opens_paragraph(text, word[0] if word else at):
        if ":" in text[at : number.start]:
            return None  # the number in a letterhead: `Số: 12/KH-UBND`, `Luật số: 51/2024/QH15`
        if word is None and at < number.start and _closes_paragraph(text, number.end):
            word = _word_above(text, at)
            if word is None:
                return None  # the same without a colon, as the party writes it
        word = word or _word_above(text, at)
    if word:
        draft = Draft(word[0], number.end, word[1] or number.doc_type, mend_kind(number, word[1]))
    else:
        draft = _apart(text, at, number) or Draft(at, number.end, number.doc_type, number, worded=False)
        if not draft.worded and not _is_sure(number, said=at < number.start):
            return None
    _issued_before(text, draft)
    complete(text, draft)
    return draft


def number_after(text: str, end: int) -> int | None:
    """Return where the number begins that follows a name at `end`: ``Luật Nhà ở| số 27/2023/QH15``."""
    match = _NUMBER_AFTER.match(text, end)
    return match.end() if match else None


def read_blank(text: str, start: int, end: int, symbol: str) -> Draft | None:
    """Return the citation of a draft whose number is still to be filled in: ``Kế hoạch số …/KH-UBND``."""
    word = type_word_before(text, number_word(text, start))
    if not word or word is NOT_A_DOCUMENT:
        return None
    draft = Draft(word[0], end, word[1] or doc_type_of(symbol), blank=symbol)
    complete(text, draft)
    return draft


def complete(text: str, draft: Draft) -> None:
    """Add what follows the number or the name: date and issuer in either order, subject, provisions on both sides."""
    for _ in range(3):
        if draft.issued_on is None and (dated := date_after(text, draft.end)):
            draft.end, draft.issued_on = dated
        elif draft.issuer is None and (issuer := _issuer_after(text, draft, dated=draft.issued_on is not None)):
            begin, draft.end = issuer
            draft.issuer = text[begin : draft.end]
        else:
            break
    draft.reach = draft.end
    if draft.title is None and (draft.name is None or draft.doc_type not in _TITLED_BY_NAME):
        title = read_title(text, draft.end)
        if title:
            draft.title, draft.reach = title
    close(text, draft)


def close(text: str, draft: Draft) -> None:
    """Add the provisions that stand before or after a citation."""
    draft.lead, draft.provisions = provisions_before(text, draft.start)
    if not draft.provisions:
        draft.provisions = provisions_after(text, draft.end)


def number_word(text: str, start: int) -> int:
    """Return where the word `số` before the number begins, or the number itself."""
    before = text[max(start - _LONGEST_WORD, 0) : start]
    word = before.rstrip(" :.")
    if word[-2:] not in _NUMBER_WORDS or before[len(word) :] not in _AFTER_WORD:
        return start
    begin = start - len(before) + len(word) - 2
    return start if begin and (text[begin - 1].isalnum() or text[begin - 1] == "_") else begin


def _closes_paragraph(text: str, end: int) -> bool:
    return end >= len(text) or text[end] == "\n"


def _word_above(text: str, start: int) -> TypeWord | None:
    """Return the type word that is the whole paragraph above, as in a table: ``Thông tư`` / ``Số 43/2016/TT-BTC``."""
    word = type_word_before(text, start - 1) if start else None
    return word if word and word is not NOT_A_DOCUMENT and _opens_paragraph(text, word[0]) else None


def _opens_paragraph(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _apart(text: str, at: int, number: DocumentNumber) -> Draft | None:
    """Return a citation whose issuer precedes its number: ``Kế hoạch của UBND tỉnh: số 330/KH-UBND``."""
    window = max(at - _WINDOW, 0)
    mark = text.rfind(" của ", window, at)
    while mark >= 0:
        word = type_word_before(text, mark)
        if word and word is not NOT_A_DOCUMENT:
            end = issuer_end(text, mark + len(" của "))
            dated = date_after(text, end) if end else None
            stop = dated[0] if dated else end
            if end and stop and _BETWEEN.fullmatch(text, stop, at):
                issued: date | None = dated[1] if dated else None
                issuer = text[mark + len(" của ") : end]
                return Draft(word[0], number.end, word[1] or number.doc_type, number, issuer=issuer, issued_on=issued)
            return None
        mark = text.rfind(" của ", window, mark)
    return None


def _is_sure(number: DocumentNumber, *, said: bool) -> bool:
    """Say whether a number without a type word is one of a document: a known kind, an issuer, `số` or a year."""
    codes = number.symbol.replace("/", "-").split("-")
    if number.year is not None:
        return said or len(codes) > 1 or codes[0].startswith(("QH", "UBTVQH"))
    if len(codes) < 2:
        return False
    kind = number.doc_type
    return kind is not None and (said or kind is not DocumentType.CONG_VAN)


def _issuer_after(text: str, draft: Draft, *, dated: bool) -> tuple[int, int] | None:
    begin = draft.end + 1
    owned = text.startswith(_OF, draft.end)
    if owned or text.startswith(" do ", draft.end):
        begin = text.index(" ", begin + 1) + 1
    elif not (dated and text.startswith(" ", draft.end) and begins_body(text, begin)):
        return None
    joint = draft.number is not None and draft.number.symbol.startswith(_JOINT)
    end = issuer_end(text, begin, joint=joint or text[draft.start : draft.start + 30].casefold().find("liên tịch") >= 0)
    return (begin, end) if end and (owned or text.startswith(" ban hành", end)) else None


def _issued_before(text: str, draft: Draft) -> None:
    """Take date and issuer from the clause that issues it: ``Ngày 02/3/2020, Bộ Y tế ban hành Công văn số …``."""
    if not text.endswith(" ban hành ", max(draft.start - 10, 0), draft.start):
        return
    floor = max(draft.start - 130, 0)
    match = _ISSUED.search(text, floor, draft.start)
    if match:
        draft.issued_on = read_date(match)
        draft.issuer = match["issuer"]
