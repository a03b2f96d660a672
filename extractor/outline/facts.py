"""The facts that a head states: number, date and place, title, addressees, urgency and secrecy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import regex

from extractor.find.symbols import DocumentNumber, canonical_symbol, doc_type_of, read_number
from extractor.names import sentence_case
from extractor.outline.broken_lines import whole_lines
from extractor.outline.damaged import closest
from extractor.outline.head import Head
from extractor.outline.issuer import place_before_date
from extractor.outline.phrases import ADDRESS, MOTTO, NUMBER_WORD, PARTY_TITLE, STATE_TITLE, SUBJECT, national_titles
from extractor.outline.shapes import EDGES, fold
from extractor.outline.strips import Strip
from extractor.patterns import compile_plain
from extractor.text.recurring import recurring
from schemas.vocabulary import DocumentType, Secrecy, Urgency

__all__ = ["HeadFacts", "Imprint", "read_facts", "read_imprint"]

_NUMBER_LINE = regex.compile(
    rf"(?!S\p{{Ll}}\s\p{{Lu}}{{2,}}+\s\p{{Lu}}{{2}})"  # dirt before a body: `So UBND TỈNH …`
    rf"\W{{0,4}}(?:(?:(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh)\s)?(?:{NUMBER_WORD}|số)\s?[:.;,]?(?=[\s\W\d])"
    r"|(?=\d{1,5}\s?(?:/\s?\d{4}\s?)?[-/]\s?\p{Lu}{2}))"
)
#: What that begins with, if with a letter.
_NUMBER_BEGINS = frozenset("SsBLNP")
#: A serial that was read without doubt: nothing but white space before it, and its stroke after it.
_CERTAIN = regex.compile(r"\s*\d{1,5}(?:\.\d{1,3})?[a-zđ]?\s*[-/]\s*\S")
_SYMBOL = regex.compile(r"[/-]?\s*(?P<symbol>\p{Lu}\p{L}*(?:\s?[-/&]\s?\p{Lu}[\p{L}\d]*){1,5})")
#: What a gazette prints under the type line: `của Chính phủ số 94/1998/NĐ-CP ngày …`.
_CITED_NUMBER = regex.compile(r"(?:Số|SỐ|số)\s{0,3}:?\s{0,3}\d.*")
_CITED_ISSUER = regex.compile(r"(?i:của )(?:(?i:bộ trưởng) (?=(?i:bộ )))?(?P<body>\p{Lu}[^\d]{3,80}?)(?=\s(?i:số)\b|$)")
_TITLE_OF_STATE = regex.compile(
    rf"{STATE_TITLE}|{PARTY_TITLE}|(?i:{PARTY_TITLE}$|cộng hòa xã hội chủ nghĩa)|\W{{0,3}}{MOTTO}"
)
#: What a title begins with; the motto below it has `do` among its letters.
_TITLE_BEGINS = frozenset("CcHĐđ")
_DATE = regex.compile(
    r"(?:(?P<place>[^,;:\d]{2,40}?(?:(?<=Quận|Phường|quận|phường)\s\d{1,2})?)\s{0,3}[,.]?\s{0,3})?(?:ng[àa]y|^)\s{0,4}"
    r"(?:(?P<day>\d{1,2}|\d[|lIO]|[|lI]\d)\s{0,4}th[áa]ng\s{0,4}(?P<month>\d{1,2})\s{0,4}n[ăa]m\s{0,4}(?P<year>\d{4})"
    r"|(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})|.{0,20}th[áa]ng)",
    regex.IGNORECASE,
)
#: What every date line has; it is at most so long.
_DATE_SIGN = compile_plain(r"ng[àa]y|th[áa]ng|\d[/-]\d")
_DATE_LENGTH = 110
_BROKEN_DATE = regex.compile(r"ng[àa]y\s{0,4}\d{1,2}(?:\s{1,4}th[áa]ng(?:\s{1,4}\d{1,2})?)?$", regex.IGNORECASE)
_DATE_GOES_ON = regex.compile(r"(?:th[áa]ng|n[ăa]m|\d{1,2} n[ăa]m)\s{0,4}\d{1,4}")
#: What a narrow column leaves of a title of the state for its next line, and what is left of a date.
_REST_OF_TITLE = regex.compile(r"(?:VIỆT )?NAM", regex.IGNORECASE)
_REST_LENGTH = 10
_REST = regex.compile(r"(?:hạnh )?phúc|n[ăa]m\s?\d{4}", regex.IGNORECASE)
_WHOLE_TITLE = regex.compile(rf"{STATE_TITLE} VI\p{{Lu}}T NAM")
_SUBJECT = regex.compile(rf"\(?{SUBJECT}", regex.IGNORECASE)
#: The digits that scanners read as other upright strokes and rings.
_DIGITS = str.maketrans("|lIO", "1110")
_ADDRESS = regex.compile(ADDRESS, regex.IGNORECASE)
_ADDRESSEE_EDGES = " .:;,-_*~'\"`|+•¬°"
_URGENCY = {
    "khan": Urgency.KHAN,
    "thuong khan": Urgency.THUONG_KHAN,
    "hoa toc": Urgency.HOA_TOC,
    "hoa toc hen gio": Urgency.HOA_TOC_HEN_GIO,
}
_SECRECY = {"mat": Secrecy.MAT, "toi mat": Secrecy.TOI_MAT, "tuyet mat": Secrecy.TUYET_MAT}
#: A mark of urgency or secrecy is at most so long.
_MARK_LENGTH = 24
_RECURRING = 256  # lines that are remembered: those with the bodies of a place stand over all of its documents


class HeadFacts(NamedTuple):
    """What a head says of the document, but for its issuer.

    Attributes:
        bodies: The lines of the letterhead that name bodies.
        invalid_date: The date line prints a day that does not exist.
        numbered: There is a line for the number, filled in or not.
    """

    doc_type: DocumentType | None
    number: str | None
    key: str | None
    place: str | None
    issued_on: date | None
    title: str | None
    urgency: Urgency | None
    secrecy: Secrecy | None
    addressees: tuple[str, ...]
    bodies: tuple[Strip, ...]
    invalid_date: bool
    numbered: bool


class Imprint(NamedTuple):
    """The number, the place and the date among the lines of a letterhead.

    Attributes:
        number: The number, where it was read without doubt.
        printed: How it is printed.
        line: The line for it, filled in or not.
        place: The place of the date line.
        issued_on: The day that it prints.
        invalid_date: It prints a day that does not exist.
    """

    number: DocumentNumber | None
    printed: str | None
    line: str | None
    place: str | None
    issued_on: date | None
    invalid_date: bool


def read_imprint(strips: Sequence[Strip]) -> Imprint:
    """Return the imprint that `strips` hold, the lines of a letterhead or of a closing block."""
    lines = whole_lines(strips)
    return _with_place(_read_imprint(lines)[0], lines)


def _read_imprint(lines: Sequence[Strip]) -> tuple[Imprint, list[Strip]]:
    """Return the imprint that `lines` hold, and the lines that are no part of it."""
    number: DocumentNumber | None = None
    printed = line = place = None
    issued_on: date | None = None
    invalid = False
    others: list[Strip] = []
    for index, strip in enumerate(lines):
        text = strip.text
        may_be_number = text[0] in _NUMBER_BEGINS or not text[0].isalpha()
        if may_be_number and _NUMBER_LINE.match(text):
            if number is None and (found := _certain_number(text)):
                number, printed = found
            line = line or text
        elif place is None and (match := _date_in(lines, index)):
            place = _place(match["place"])
            issued_on, invalid = _date(match)
        else:
            others.append(strip)
    return Imprint(number, printed, line, place, issued_on, invalid), others


def _with_place(imprint: Imprint, lines: Sequence[Strip]) -> Imprint:
    """Return `imprint` with a place that stands before what is left of a date, if it has none."""
    if imprint.place is not None:
        return imprint
    return imprint._replace(place=next(filter(None, (place_before_date(strip.text) for strip in lines)), None))


def read_facts(head: Head) -> HeadFacts:
    """Return what `head` states."""
    urgency: Urgency | None = None
    secrecy: Secrecy | None = None
    bodies: list[Strip] = []
    lines = whole_lines(head.letterhead)
    imprint, others = _read_imprint(lines)
    for strip in others:
        bare = strip.text.strip(EDGES)
        bare = fold(bare) if len(bare) <= _MARK_LENGTH else ""
        if bare in _URGENCY:
            urgency = _URGENCY[bare]
        elif bare in _SECRECY:
            secrecy = _SECRECY[bare]
        elif not _is_of_title(strip.text, lines):
            bodies.append(strip)
    for strip in head.type_line[1:]:
        imprint = _as_cited(imprint, strip.text)
        if not bodies and (match := _CITED_ISSUER.match(strip.text)):
            bodies.append(strip._replace(text=match["body"]))
    imprint = _with_place(imprint, lines)
    number = imprint.number
    return HeadFacts(
        doc_type=head.doc_type
        or _type_by_symbol(number, imprint.line)
        or (DocumentType.CONG_VAN if head.subject or head.addressees else None),
        number=imprint.printed,
        key=number.key if number else None,
        place=imprint.place,
        issued_on=imprint.issued_on,
        title=_title(head),
        urgency=urgency,
        secrecy=secrecy,
        addressees=_addressees(head),
        bodies=tuple(bodies),
        invalid_date=imprint.invalid_date,
        numbered=imprint.line is not None,
    )


def _is_of_title(text: str, lines: Sequence[Strip]) -> bool:
    """Say whether `text`, one of the `lines` of a letterhead, is part of the title of the state or the party."""
    if (text[0] in _TITLE_BEGINS or "do" in text.lower()) and _TITLE_OF_STATE.match(text):
        return True
    if len(text) <= _REST_LENGTH:
        if _REST.fullmatch(text):
            return True
        if _REST_OF_TITLE.fullmatch(text) and not any(_WHOLE_TITLE.search(strip.text) for strip in lines):
            return True
    return _is_damaged_title(text)


@recurring(_RECURRING)
def _is_damaged_title(text: str) -> bool:
    return closest(text, national_titles()) is not None


def _as_cited(imprint: Imprint, text: str) -> Imprint:
    """Return `imprint` with the number and the date that `text`, a line under the type line, cites the document by."""
    if imprint.number is None and (match := _CITED_NUMBER.search(text)) and (found := _certain_number(match[0])):
        imprint = imprint._replace(number=found[0], printed=found[1])
    if imprint.issued_on is None and (match := _DATE.search(text)) and match["year"]:
        issued_on, invalid = _date(match)
        imprint = imprint._replace(issued_on=issued_on, invalid_date=invalid)
    return imprint


def _certain_number(text: str) -> tuple[DocumentNumber, str] | None:
    """Return the number of a number line and how it is printed; a draft leaves it blank, a damaged serial is none."""
    match = _NUMBER_LINE.match(text)
    rest = " ".join((text[match.end() :] if match else text).split())
    number = read_number(rest) if _CERTAIN.match(rest) else None
    if number is None:
        return None
    end = number.end
    while end < len(rest) and rest[end].isalpha():  # a code that the grammar of numbers does not know goes on
        end += 1
    return number._replace(key=number.key + rest[number.end : end]), "".join(rest[number.start : end].split())


def _type_by_symbol(number: DocumentNumber | None, line: str | None) -> DocumentType | None:
    if number:
        return number.doc_type
    match = _SYMBOL.search(line or "")
    return doc_type_of(canonical_symbol("".join(match["symbol"].split()))) if match else None


def _date_in(strips: Sequence[Strip], index: int) -> regex.Match[str] | None:
    """Return the date line that the strip at `index` is, with the next one where a narrow column broke a date."""
    text = strips[index].text
    if len(text) > _DATE_LENGTH or not _DATE_SIGN.search(text.lower()):
        return None
    if _BROKEN_DATE.search(text) and index + 1 < len(strips) and _DATE_GOES_ON.match(strips[index + 1].text):
        return _DATE.search(f"{text} {strips[index + 1].text}")
    return _DATE.search(text)


def _place(printed: str | None) -> str | None:
    place = (printed or "").strip(EDGES)
    return sentence_case(place) if len(place) > 2 and place[0].isupper() else None


def _date(match: regex.Match[str]) -> tuple[date | None, bool]:
    """Return the day that a date line prints, and whether it prints one that does not exist."""
    if not match["year"]:
        return None, False
    try:
        day = match["day"].translate(_DIGITS)
        return date(int(match["year"]), int(match["month"]), int(day)), False
    except ValueError:
        return None, True


def _title(head: Head) -> str | None:
    strips = head.title or head.subject
    title = " ".join(" ".join(strip.text.split()) for strip in strips)
    if not head.title:
        title = _SUBJECT.sub("", title, count=1)
    return title.strip(" .-_*~/¬`ˆ:,;|") or None


def _addressees(head: Head) -> tuple[str, ...]:
    found: list[str] = []
    for strip in head.addressees:
        text = " ".join(_ADDRESS.sub("", strip.text, count=1).split()).lstrip(_ADDRESSEE_EDGES)
        if not any(c.isalpha() for c in text):
            continue
        if found and text[0].islower():
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
    return tuple(addressee.rstrip(_ADDRESSEE_EDGES) for addressee in found)
