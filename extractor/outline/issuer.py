"""Who issues a document: from its letterhead, or where it has none from its preamble and its signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.names import Home, complete_from, complete_place, expand_abbreviations, needs_place, sentence_case
from extractor.names.places import provinces
from extractor.outline.printed_bodies import is_mostly_capital, kind_of_body, printed_bodies
from extractor.outline.strips import Strip
from extractor.patterns import compile_plain
from extractor.text.recurring import recurring

__all__ = [
    "Issuer",
    "issuer_of_letterhead",
    "issuer_of_signature",
    "issuer_of_text",
    "place_before_date",
]

#: How a text introduces an abbreviation: `Liên đoàn Lao động tỉnh (LĐLĐ tỉnh)`.
_ABBREVIATED = regex.compile(r"\s*\([^)]{0,80}\)\s*$")
#: He who acts for the body that he heads.
_HEAD = regex.compile(r"^(?:Bộ trưởng (?=Bộ )|Chủ tịch (?=Ủy ban|UBND|Hội|Liên đoàn)|Giám đốc (?=Sở|Công an|Đại học))")
#: `TM. CHÍNH PHỦ`, with the line of him who signs in another's place.
_ON_BEHALF = regex.compile(r"T/?M\s?\.\s?(?P<body>.{3,80}?)(?:\s(?:KT|TL|TUQ)\s?\..*)?$")
#: An organ that says its level and not whose it is.
_ORGAN_OF_LEVEL = regex.compile(
    r"(?P<organ>Ban (?:Chấp hành|Thường vụ|Thường trực|Bí thư))"
    r" (?P<level>(?:Trung ương|tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b.*)"
)
#: What follows the place in a line with a date.
_DATE_FOLLOWS = compile_plain(r"\s?,?\s?ng")
#: Whose name a city bears, and what stands before it where the city is meant.
_MAN = "Hồ Chí Minh"
_CITY = ("thành phố ", "Thành phố ", "TP ", "TP. ")
#: Letterheads that are remembered: a body has one for all of its documents.
_RECURRING = 1024
#: Printed like the title of the state.
_UNION = "Đoàn Thanh niên Cộng sản Hồ Chí Minh"


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body and the one above it, by their canonical names.

    Attributes:
        name: The body that issues.
        parent: The body above it in the letterhead.
        inferred: Its place was completed from elsewhere in the document.
    """

    name: str | None
    parent: str | None = None
    inferred: bool = False


@cache
def _organs() -> regex.Pattern[str]:
    organs = "|".join(map(regex.escape, sorted(load("letterhead")["issuers"]["organs"], key=len, reverse=True)))
    return regex.compile(rf"(?:{organs})(?![\p{{L}}])\s*", regex.IGNORECASE)


@cache
def _bare() -> frozenset[str]:
    return frozenset(load("letterhead")["issuers"]["bare"])


def issuer_of_letterhead(lines: Sequence[Strip]) -> Issuer:
    """Return the issuer that the lines with names of bodies tell, from the widest body down."""
    return _issuer_of("\n".join([line.text for line in lines]))


@recurring(_RECURRING, longest=400)
def _issuer_of(lines: str) -> Issuer:
    bodies: list[str] = []
    for printed in printed_bodies(lines.split("\n")):
        kind = kind_of_body(printed)
        if bodies and (kind is None or bodies[-1].endswith(("-", " VÀ", ",", " và"))):
            if is_mostly_capital(printed) == is_mostly_capital(bodies[-1]):
                bodies[-1] = f"{bodies[-1]} {printed}"
        elif kind is not None:
            bodies.append(kind + printed[len(kind) :])
    names: list[str] = []
    for body in bodies:
        name = sentence_case(expand_abbreviations(body)).strip(" -")
        if name not in names:
            names.append(name)
    if len(names) > 1:
        associations = tuple(load("letterhead")["issuers"]["associations"])
        association = next((name for name in names if name.startswith(associations)), None)
        names = [_of_association(name, association) for name in names if name != _UNION] or names
    if not names:
        return Issuer(None)
    while len(names) > 1 and _organs().fullmatch(names[-1]):
        names.pop()  # the organ acts for the body above it
    name, parent = names[-1], names[-2] if len(names) > 1 else None
    if parent is None:
        return Issuer(name)
    if name.lower() in _bare():
        return Issuer(f"{name} {parent}", parent)
    placeless = name.startswith(_placeless())
    if not (placeless or needs_place(name)):
        return Issuer(name, parent)
    home = Home.read(parent)
    completed = complete_place(name, home)
    place = home.commune or home.district or home.province
    if completed == name and place and placeless and Home.read(name) == Home():
        completed = f"{name} {place}"
    return Issuer(completed, parent)


@cache
def _placeless() -> tuple[str, ...]:
    return tuple(f"{kind} " for kind in load("letterhead")["issuers"]["placeless"])


def _of_association(name: str, association: str | None) -> str:
    """Return the name of an organ with the association whose it is: `BAN CHẤP HÀNH TỈNH` under `HỘI NÔNG DÂN VIỆT NAM`.

    The youth union's name stands beside, as a title; it is none of the bodies then.
    """
    organ = _ORGAN_OF_LEVEL.match(name)
    if association is None or organ is None:
        return name
    if organ["level"] == "Trung ương":
        return f"{name} {association}"
    return f"{organ['organ']} {association.removesuffix(' Việt Nam')} {organ['level']}"


def issuer_of_text(preamble: Sequence[str], whole: str) -> Issuer:
    """Return the body that the paragraphs of the preamble name as the one who issues, with its place from the text."""
    pattern = _subject()
    for paragraph in reversed(preamble):
        for match in pattern.finditer(paragraph):
            printed = _ABBREVIATED.sub("", match["body"].strip(" ,"))
            owner = _organs().sub("", printed, count=1) if _organs().match(printed) else _HEAD.sub("", printed)
            if not owner:
                continue
            name = sentence_case(expand_abbreviations(owner))
            completed = _complete(name, preamble, whole)
            return Issuer(completed, inferred=completed != name)
    return Issuer(None)


def issuer_of_signature(authority: str, whole: str) -> Issuer:
    """Return the body on whose behalf a document is signed, with its place from the text; none for an organ."""
    match = _ON_BEHALF.match(authority)
    if match is None or kind_of_body(match["body"]) is None or _organs().match(match["body"]):
        return Issuer(None)
    name = sentence_case(expand_abbreviations(match["body"]))
    completed = _complete(name, (), whole)
    return Issuer(completed, inferred=completed != name)


@cache
def _subject() -> re.Pattern[str]:
    words = load("letterhead")["issuers"]
    verbs = "|".join(map(regex.escape, words["verbs"]))
    return compile_plain(
        rf"(?:^|[.,;:] )(?P<body>{any_of(words['subjects'])}(?!\p{{L}})[^.,;:]{{0,90}}?)"
        rf" (?:đã )?(?:{verbs})(?!\p{{L}})"
    )


def place_before_date(text: str) -> str | None:
    """Return the province that stands before what is left of a date, in a line that a scanner could not read."""
    if "ng" not in text:
        return None
    return next(
        (match.group() for match in _mentions_of_provinces(text) if _DATE_FOLLOWS.match(text, match.end())), None
    )


def _complete(name: str, preamble: Sequence[str], whole: str) -> str:
    if not needs_place(name) or Home.read(name) != Home():
        return name
    for source in (" ".join(preamble), whole[:20000]):
        completed = complete_from(name, source)
        if completed != name:
            return completed
    counts = Counter(match.group() for match in _mentions_of_provinces(whole[:60000]))
    if not counts:
        return name
    province = counts.most_common(1)[0][0]
    return complete_place(name, Home(province=f"{provinces()[province]} {province}"))


@cache
def _province_names() -> re.Pattern[str]:
    return compile_plain(rf"{any_of(provinces())}(?!\p{{L}})")


def _mentions_of_provinces(text: str) -> Iterator[re.Match[str]]:
    """Yield the names of provinces; a man's name that a city bears is that of the city only after its level."""
    pattern = _province_names()
    match = pattern.search(text)
    while match:
        start = match.start()
        is_part = text[start - 1 : start].isalpha()
        is_man = match.group() == _MAN and not text.endswith(_CITY, 0, start)
        if not (is_part or is_man):
            yield match
        match = pattern.search(text, start + 1 if is_part or is_man else match.end())
