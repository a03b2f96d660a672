"""What an archivist wants to know about a document beside its records: what is missing, impossible or contradictory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from extractor.find.mentions import CitationMention, DeadlineMention, ResponsibilityMention
from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, PartOfDocument, Reading, Remark
from schemas.vocabulary import Bound, DiagnosticCode, DocumentType

__all__ = ["remarks_on_findings"]

#: Remarks that put a whole text in doubt; what it lacks is then no news.
_IN_DOUBT = frozenset({DiagnosticCode.EMPTY_TEXT, DiagnosticCode.NOT_VIETNAMESE})

#: Documents that are printed without a type line (Nghị định 30/2020/NĐ-CP, phụ lục I).
_UNTITLED = frozenset({DocumentType.CONG_VAN})

#: Numbers of the party run through a term of five years, all others through a calendar year.
_PARTY_TERM_DAYS = 5 * 365

#: Days as printed, found from their years: a search for one mark, or for one word, passes over all other numbers.
_YEAR = r"(?=[12]\d{3}(?![\d/-]))"
_YEARS = (re.compile(f"/{_YEAR}"), re.compile(f"-{_YEAR}"))
_DAY_AND_MONTH = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})(?P<mark>[/-])(?P<m>\d{1,2})$")
_SHORTEST_MONTH = 28  # days
_IN_WORDS = re.compile(r"gày (?P<d>\d{1,2}) tháng (?P<m>\d{1,2}),? năm (?P<y>[12]\d{3})(?!\d)")
_DAY_WORDS = ("ngày ", "Ngày ")
_ABBREVIATION = compile_plain(r"(?<![\p{L}\d/&-])\p{Lu}{2,}+(?:&\p{Lu}++)?+(?![\p{L}\d/&])")
_ROMAN = compile_plain(r"[IVXLC]+")


def remarks_on_findings(
    reading: Reading,
    citations: Sequence[CitationMention],
    deadlines: Sequence[DeadlineMention],
    responsibilities: Sequence[ResponsibilityMention],
) -> tuple[Remark, ...]:
    """Return what is odd about the document and what was found in it; time is linear in the length of the text."""
    if any(remark.code in _IN_DOUBT for remark in reading.remarks):
        return ()
    return (
        *_missing_parts(reading),
        *_impossible_dates(reading),
        *_conflicting_dates(citations),
        *_past_deadlines(reading, deadlines),
        *_unknown_abbreviations(responsibilities),
    )


def _missing_parts(reading: Reading) -> Iterator[Remark]:
    header = reading.header
    if header.doc_type not in _UNTITLED and all(
        paragraph.part is not PartOfDocument.TYPE_LINE for paragraph in reading.paragraphs
    ):
        yield Remark(DiagnosticCode.MISSING_TYPE_LINE, "Không có dòng tên loại văn bản")
    if header.number is None:
        yield Remark(DiagnosticCode.MISSING_NUMBER, "Không có hoặc không đọc được số, ký hiệu")
    if header.issued_on is None and all(remark.code != DiagnosticCode.INVALID_DATE for remark in reading.remarks):
        yield Remark(DiagnosticCode.MISSING_DATE, "Không có hoặc không đọc được ngày ban hành")
    if header.issuer is None:
        yield Remark(DiagnosticCode.MISSING_ISSUER, "Không xác định được cơ quan ban hành")
    if reading.signature is None:
        yield Remark(DiagnosticCode.MISSING_SIGNATURE, "Không có phần ký")


def _impossible_dates(reading: Reading) -> Iterator[Remark]:
    """Yield a remark for every printed date that no calendar has: `31/6/2024`, `ngày 30 tháng 02 năm 2024`."""
    text = reading.text
    for start, end, year, month, day in sorted((*_doubtful_in_figures(text), *_doubtful_in_words(text))):
        if _exists(year, month, day) or reading.paragraph_at(start).part not in SPEAKING:
            continue
        named = text[max(0, start - 5) : start] in _DAY_WORDS
        if named or (0 < day <= 31 and 0 < month <= 12):
            message = f"Không có ngày {day}/{month}/{year}"
            yield Remark(DiagnosticCode.INVALID_DATE, message, start - 5 if named else start, end)


#: Start, end, year, month and day of what is printed as a date.
_Printed = tuple[int, int, int, int, int]


def _doubtful_in_figures(text: str) -> Iterator[_Printed]:
    """Yield what is printed as a date, but for the days that every month has."""
    for years in _YEARS:
        for year in years.finditer(text):
            mark = year.start()
            match = _DAY_AND_MONTH.search(text, max(0, mark - 6), mark)
            if match and match["mark"] == text[mark]:
                day, month = int(match["d"]), int(match["m"])
                if not _in_every_month(month, day):
                    yield match.start(), mark + 5, int(text[mark + 1 : mark + 5]), month, day


def _doubtful_in_words(text: str) -> Iterator[_Printed]:
    for match in _IN_WORDS.finditer(text):
        if text[match.start() - 1 : match.start()] in ("n", "N"):
            day, month = int(match["d"]), int(match["m"])
            if not _in_every_month(month, day):
                yield match.start("d"), match.end(), int(match["y"]), month, day


def _in_every_month(month: int, day: int) -> bool:
    return 0 < day <= _SHORTEST_MONTH and 0 < month <= 12


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _conflicting_dates(citations: Iterable[CitationMention]) -> Iterator[Remark]:
    """Yield a remark for every citation that dates a document otherwise than one before it in the text."""
    dated: dict[str, list[date]] = {}
    for citation in citations:
        if citation.key is None or citation.issued_on is None:
            continue
        known = dated.setdefault(citation.key, [])
        if citation.issued_on in known:
            continue
        rival = next((day for day in known if _same_document(citation, day)), None)
        if rival is not None:
            yield Remark(
                DiagnosticCode.CONFLICTING_DATE,
                f"{citation.key} ghi ngày {_printed(citation.issued_on)}, nơi khác ghi ngày {_printed(rival)}",
                citation.start,
                citation.end,
            )
        known.append(citation.issued_on)


def _same_document(citation: CitationMention, other: date) -> bool:
    """Say whether the number of `citation`, used again on `other`, must mean the same document.

    A number that names its year is used once. One that does not begins anew, for most bodies every year and for those
    of the party every term; but a date that differs in the year alone is a misprint.
    """
    day = citation.issued_on
    if day is None or citation.key is None:
        return False
    if citation.year is not None or day.year == other.year or (day.day, day.month) == (other.day, other.month):
        return True
    return "/" not in citation.key.partition("-")[0] and abs((day - other).days) < _PARTY_TERM_DAYS


def _printed(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _past_deadlines(reading: Reading, deadlines: Iterable[DeadlineMention]) -> Iterator[Remark]:
    """Yield a remark for every deadline that had passed when the document was issued."""
    issued = reading.header.issued_on
    if issued is None:
        return
    for deadline in deadlines:
        expression = deadline.expression
        if expression.bound in (Bound.RECURRING, Bound.FROM) or expression.last is None or expression.inferred:
            continue
        if expression.last < issued:
            yield Remark(
                DiagnosticCode.DEADLINE_BEFORE_ISSUE,
                f"Thời hạn {_printed(expression.last)} trước ngày ban hành {_printed(issued)}",
                expression.start,
                expression.end,
            )


def _unknown_abbreviations(responsibilities: Iterable[ResponsibilityMention]) -> Iterator[Remark]:
    """Yield a remark for the first use of every abbreviation that stayed in the name of a responsible body."""
    seen: set[str] = set()
    bodies: set[str] = set()
    for responsibility in responsibilities:
        mention = responsibility.mention
        if mention.body in bodies or mention.body.isupper():
            continue  # looked at before, or a name printed in capitals
        bodies.add(mention.body)
        for match in _ABBREVIATION.finditer(mention.body):
            short = match.group()
            if short not in seen and not _ROMAN.fullmatch(short):
                seen.add(short)
                message = f"Chữ viết tắt {short} không được giải thích"
                yield Remark(DiagnosticCode.UNKNOWN_ABBREVIATION, message, mention.start, mention.end)
