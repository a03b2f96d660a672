"""What can be seen of a finding and around it that tells whether it is right, as names.

Every function returns the names of what shows, each once; what an absent name would say, its presence in others says.
They are cheap: a few comparisons a finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.find.mentions import CitationMention, DeadlineMention, ResponsibilityMention, TargetMention
from extractor.find.symbols import doc_type_of
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import DocumentType

__all__ = ["Signals", "read_signals"]

_Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """The names of what every finding of a document shows, each list parallel to that of the findings."""

    citations: list[_Names]
    deadlines: list[_Names]
    targets: list[_Names]
    responsibilities: list[_Names]


def read_signals(
    reading: Reading,
    citations: Sequence[CitationMention],
    deadlines: Sequence[DeadlineMention],
    targets: Sequence[TargetMention],
    responsibilities: Sequence[ResponsibilityMention],
) -> Signals:
    """Return the signals of all findings of `reading`; time is linear in their number."""
    genre = _genre(reading.header.doc_type)
    return Signals(
        list(_of_citations(reading, citations)),
        [(genre, *_of_deadline(reading, deadline)) for deadline in deadlines],
        [(genre, *_of_target(target)) for target in targets],
        [(genre, *names) for names in _of_responsibilities(reading, responsibilities)],
    )


_GENRES = {
    **dict.fromkeys((DocumentType.KE_HOACH, DocumentType.CHUONG_TRINH, DocumentType.CHUONG_TRINH_HANH_DONG), "in_plan"),
    **dict.fromkeys((DocumentType.CONG_VAN, DocumentType.CONG_DIEN, DocumentType.THONG_BAO), "in_letter"),
    **dict.fromkeys((DocumentType.QUYET_DINH, DocumentType.QUY_CHE, DocumentType.QUY_DINH), "in_decision"),
    **dict.fromkeys((DocumentType.NGHI_DINH, DocumentType.THONG_TU, DocumentType.THONG_TU_LIEN_TICH), "in_statute"),
    **dict.fromkeys((DocumentType.BAO_CAO, DocumentType.TO_TRINH, DocumentType.BIEN_BAN), "in_report"),
    **dict.fromkeys((DocumentType.CHI_THI, DocumentType.NGHI_QUYET, DocumentType.KET_LUAN), "in_policy"),
    DocumentType.HUONG_DAN: "in_guide",
}


def _genre(kind: DocumentType | None) -> str:
    return "in_untyped" if kind is None else _GENRES.get(kind, "in_other_type")


_STATUTES = frozenset({DocumentType.LUAT, DocumentType.BO_LUAT, DocumentType.PHAP_LENH, DocumentType.HIEN_PHAP})
_RESOLUTIONS = frozenset({DocumentType.NGHI_QUYET, DocumentType.KET_LUAN})


def _of_citations(reading: Reading, citations: Sequence[CitationMention]) -> Iterator[_Names]:
    text = reading.text
    mentioned = Counter(citation.key for citation in citations if citation.key)
    reach = 0
    for citation in citations:
        names = [_form(citation)]
        if not citation.worded:
            names.append("no_type_word")
        if citation.issued_on is not None:
            names.append("dated")
        if citation.issuer is not None:
            names.append("with_issuer")
        if citation.title is not None:
            names.append("with_title")
        if citation.doc_type is None:
            names.append("untyped")
        if citation.start < reach:
            names.append("nested")
        if citation.key is not None:
            if citation.key not in text[citation.start : citation.end]:
                names.append("printed_otherwise")
            if mentioned[citation.key] > 1:
                names.append("mentioned_again")
            if citation.symbol is not None:
                if doc_type_of(citation.symbol) is not citation.doc_type:
                    names.append("type_against_symbol")
                if citation.symbol[-1].isdigit() and "QH" not in citation.symbol:
                    names.append("symbol_ends_in_figure")  # that of a footnote, often
        elif citation.name is not None and citation.name.isupper():
            names.append("name_in_capitals")
        part = reading.paragraph_at(citation.start).part
        if part is not PartOfDocument.BODY:
            names.append(f"in_{part}")
        reach = max(reach, citation.end, citation.title[1] if citation.title else 0)
        yield tuple(names)


def _form(citation: CitationMention) -> str:
    """Return by what a document is cited: a number, a part of one, or a name of some class."""
    if citation.key is not None:
        return "numbered" if citation.year is None else "numbered_with_year"
    if citation.symbol is not None:
        return "number_left_blank"
    if citation.serial is not None:
        return "serial_alone"
    if citation.doc_type in _STATUTES:
        return "named_statute"
    return "named_resolution" if citation.doc_type in _RESOLUTIONS else "named_otherwise"


def _of_deadline(reading: Reading, deadline: DeadlineMention) -> Iterator[str]:
    expression = deadline.expression
    yield from deadline.grounds
    yield f"form_{expression.form}"
    if expression.inferred:
        yield "inferred"
    if expression.first is None and expression.last is None and expression.rrule is None:
        yield "undated"
    if deadline.task is None:
        yield "no_task"
    if reading.paragraph_at(expression.start).unit is None:
        yield "outside_outline"


def _of_target(target: TargetMention) -> Iterator[str]:
    quantity = target.quantity
    yield from target.grounds
    yield f"comparator_{quantity.comparator}"
    if quantity.change is not None:
        yield "change"
    if target.subject is None:
        yield "no_subject"


def _of_responsibilities(reading: Reading, found: Sequence[ResponsibilityMention]) -> Iterator[_Names]:
    text = reading.text
    again = Counter(duty.mention.body for duty in found)
    for duty in found:
        body = duty.mention
        paragraph = reading.paragraph_at(body.start)
        names = [*duty.grounds, f"as_{duty.role}"]
        if body.kind:
            names.append("kind")
        if body.person:
            names.append("person")
        if body.inferred:
            names.append("inferred")
        if body.parent_body is not None:
            names.append("with_owner")
        if again[body.body] > 1:
            names.append("named_again")
        if not duty.tasks:
            names.append("no_task")
        if paragraph.part is not PartOfDocument.BODY:
            names.append(f"in_{paragraph.part}")
        elif body.start == paragraph.content:
            names.append("opens_paragraph")
        if paragraph.end - paragraph.start < _CELL:
            names.append("short_paragraph")
        if text[body.start - 2 : body.start] == "% ":
            names.append("after_share")
        if text[body.start : body.end] == body.body:
            names.append("as_printed")
        names += _of_name(body.body, text[body.end : body.end + 12])
        yield tuple(names)


#: Words with which the name of a body goes on more often than a sentence about it.
_ON = frozenset({"của", "ở", "thuộc", "trong", "có", "nơi", "tại", "trên", "liên", "trực", "cho", "và", "-"})
_SHORT, _LONG = 2, 8  # words of a name
_CELL = 60  # characters: a shorter paragraph is the cell of a table more often than a sentence


def _of_name(body: str, following: str) -> Iterator[str]:
    """Yield what tells that a name was cut short, or is not one: its length, and what follows it in the text."""
    words = body.count(" ") + 1
    if words <= _SHORT:
        yield "short_name"
    elif words >= _LONG:
        yield "long_name"
    if following[:1] == "\n":
        yield "line_ends"
    elif following[:1].isalpha():
        yield "word_goes_on"
    elif following[1:2].isupper() and following[0] == " ":
        yield "capital_follows"
    elif following[1:].partition(" ")[0] in _ON:
        yield "name_may_go_on"
    if any(word.isupper() and len(word) > 1 and not body.isupper() for word in body.split()):
        yield "abbreviated"
