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
from schemas.vocabulary import Comparator, DocumentType, Role

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
        [_of_deadline(reading, genre, deadline) for deadline in deadlines],
        [_of_target(genre, target) for target in targets],
        list(_of_responsibilities(reading, genre, responsibilities)),
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


_IN_PART = {part: f"in_{part}" for part in PartOfDocument}
_AS_ROLE = {role: f"as_{role}" for role in Role}
_COMPARED = {comparator: f"comparator_{comparator}" for comparator in Comparator}

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
            names.append(_IN_PART[part])
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


def _of_deadline(reading: Reading, genre: str, deadline: DeadlineMention) -> _Names:
    expression = deadline.expression
    names = [genre, *deadline.grounds, f"form_{expression.form}"]
    if expression.inferred:
        names.append("inferred")
    if expression.first is None and expression.last is None and expression.rrule is None:
        names.append("undated")
    if deadline.task is None:
        names.append("no_task")
    if reading.paragraph_at(expression.start).unit is None:
        names.append("outside_outline")
    return tuple(names)


def _of_target(genre: str, target: TargetMention) -> _Names:
    quantity = target.quantity
    names = [genre, *target.grounds, _COMPARED[quantity.comparator]]
    if quantity.change is not None:
        names.append("change")
    if target.subject is None:
        names.append("no_subject")
    return tuple(names)


#: Words with which the name of a body goes on more often than a sentence about it.
_ON = frozenset({"của", "ở", "thuộc", "trong", "có", "nơi", "tại", "trên", "liên", "trực", "cho", "và", "-"})
_SHORT, _LONG = 2, 8  # words of a name
_CELL = 60  # characters: a shorter paragraph is the cell of a table more often than a sentence


def _of_responsibilities(reading: Reading, genre: str, found: Sequence[ResponsibilityMention]) -> Iterator[_Names]:
    text, paragraph_at = reading.text, reading.paragraph_at
    again = Counter([duty.mention.body for duty in found])
    lengths = {name: _length_of(name) for name in again}
    shortened = {name: _is_abbreviated(name) for name in again}
    for duty in found:
        body = duty.mention
        name, start, end = body.body, body.start, body.end
        paragraph = paragraph_at(start)
        names = [genre, *duty.grounds, _AS_ROLE[duty.role]]
        if body.kind:
            names.append("kind")
        if body.person:
            names.append("person")
        if body.inferred:
            names.append("inferred")
        if body.parent_body is not None:
            names.append("with_owner")
        if again[name] > 1:
            names.append("named_again")
        if not duty.tasks:
            names.append("no_task")
        if paragraph.part is not PartOfDocument.BODY:
            names.append(_IN_PART[paragraph.part])
        elif start == paragraph.content:
            names.append("opens_paragraph")
        if paragraph.end - paragraph.start < _CELL:
            names.append("short_paragraph")
        if text[start - 2 : start] == "% ":
            names.append("after_share")
        if text[start:end] == name:
            names.append("as_printed")
        if length := lengths[name]:
            names.append(length)
        if follows := _what_follows(text[end : end + 12]):
            names.append(follows)
        if shortened[name]:
            names.append("abbreviated")
        yield tuple(names)


def _length_of(body: str) -> str | None:
    """Return what the length of a name tells: it was cut short, or goes on into the sentence."""
    words = body.count(" ") + 1
    return "short_name" if words <= _SHORT else "long_name" if words >= _LONG else None


def _what_follows(text: str) -> str | None:
    """Return what the text after a name tells of whether it ends there."""
    first = text[:1]
    if first == "\n":
        return "line_ends"
    if first.isalpha():
        return "word_goes_on"
    if first == " " and text[1:2].isupper():
        return "capital_follows"
    return "name_may_go_on" if text[1:].partition(" ")[0] in _ON else None


def _is_abbreviated(body: str) -> bool:
    """Say whether a name in small letters has a word of capitals."""
    return not body.isupper() and any(len(word) > 1 and word.isupper() for word in body.split())
