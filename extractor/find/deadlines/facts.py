"""What is known of a document, of a place in it and of an expression before any sign is asked.

Most signs cannot show without some fact; where it does not hold they cost nothing. Sets of facts are sums.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from extractor.find.mentions import TimeExpression
from extractor.reading import Reading
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["STATUTES", "Fact", "facts_of_document", "facts_of_expression", "gives_orders"]

#: Documents whose articles make law.
STATUTES = frozenset(
    {
        DocumentType.HIEN_PHAP,
        DocumentType.BO_LUAT,
        DocumentType.LUAT,
        DocumentType.PHAP_LENH,
        DocumentType.LENH,
        DocumentType.NGHI_DINH,
        DocumentType.THONG_TU,
        DocumentType.THONG_TU_LIEN_TICH,
    }
)
#: Documents whose articles give orders.
_DECISIONS = frozenset({DocumentType.QUYET_DINH, DocumentType.QUY_CHE, DocumentType.QUY_DINH, DocumentType.NGHI_QUYET})
#: Parts of the outline that give orders.
_ORDERS = frozenset(
    {
        SectionKind.MUC_TIEU_CHI_TIEU,
        SectionKind.NOI_DUNG,
        SectionKind.NHIEM_VU_GIAI_PHAP,
        SectionKind.DOI_TUONG_THOI_GIAN,
        SectionKind.KINH_PHI,
        SectionKind.TO_CHUC_THUC_HIEN,
    }
)
#: A label and what stands between its colon and the expression are no longer than this.
_LABEL = 64


class Fact(IntEnum):
    """Something that holds, without which some sign cannot show."""

    # of the document
    TIMETABLES = 1
    TABLES = 2
    QUOTES = 4
    ARTICLES = 8  # there are articles at the top level
    SITUATION = 16  # a section tells how things are
    REPORT = 32
    STATUTE = 64
    # of the place
    ORDERED = 128  # its top-level section gives orders
    UNDER_TIME = 256  # a unit that holds it is about time
    ATTACHED = 512
    # of the expression
    DATED = 1024  # it has a day of the calendar
    UNDATED = 2048
    FIRST = 4096  # no word stands before it in its clause
    OPENING = 8192  # what stands before it ends like a marker or like what may open a clause
    COLON = 16384  # a colon stands before it, near it
    BRACKET = 32768  # an opening bracket stands before it
    PREPOSED = 65536  # it begins with a preposition of time


#: As plain numbers, for speed.
_DATED, _UNDATED, _FIRST, _OPENING = map(int, (Fact.DATED, Fact.UNDATED, Fact.FIRST, Fact.OPENING))
_COLON, _BRACKET, _PREPOSED = map(int, (Fact.COLON, Fact.BRACKET, Fact.PREPOSED))


def facts_of_document(reading: Reading) -> Iterator[Fact]:
    """Yield what holds of a document, beside its timetables."""
    doc_type, kinds = reading.header.doc_type, {unit.kind for unit in reading.units}
    if reading.rows:
        yield Fact.TABLES
    if '"' in reading.text:
        yield Fact.QUOTES
    if SectionKind.DIEU_KHOAN in kinds:
        yield Fact.ARTICLES
    if SectionKind.TINH_HINH in kinds:
        yield Fact.SITUATION
    if doc_type is DocumentType.BAO_CAO:
        yield Fact.REPORT
    if doc_type in STATUTES:
        yield Fact.STATUTE


def gives_orders(kind: SectionKind | None, doc_type: DocumentType | None) -> bool:
    """Say whether a top-level section gives orders; the articles of a decision do."""
    return doc_type in _DECISIONS if kind is SectionKind.DIEU_KHOAN else kind in _ORDERS


def facts_of_expression(expression: TimeExpression, before: str, words: str) -> int:
    """Return what holds of an expression, with what its clause says before it, and its own words."""
    facts = _UNDATED if expression.first is None and expression.last is None else _DATED
    if ":" in before[-_LABEL:]:
        facts += _COLON
    if "(" in before:
        facts += _BRACKET
    if words.startswith(("trong", "vào", "suốt", "ngay ")):
        facts += _PREPOSED
    if not before.strip(" -+*|("):
        facts += _FIRST + _OPENING
    elif before[-1] != " " or before[-2:-1] in "-+.)*":
        facts += _OPENING
    return facts
