"""Works that are cited by name: one canonical name for every way to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.citator.data import load
from corpus.citator.identity import STATUTES
from corpus.citator.scope import CENTRAL
from corpus.store.folding import lookup_form
from extractor.names.abbreviations import expand_abbreviations
from extractor.names.places import Home

__all__ = ["CanonicalName", "canonical_name", "numeral"]

_RECURRING = 8192  # names that are remembered: a few make up most of what is cited
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_UNITS = ("khong", "mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi")
_SPOKEN = {"bon": "tu", "nhat": "mot", "lam": "nam"}
_ORDINAL = r"(?:[ivxl]{1,6}|\d{1,2}|muoi \w+|\w+ muoi(?: \w+)?|\w+)"
_CONGRESS = re.compile(r"^(?:van kien )?(?:dai hoi|dh)\b ?(?P<rest>.*)$")
_LAN_THU = re.compile(rf"\blan (?:thu )?(?P<number>{_ORDINAL})\b")
_DIRECT = re.compile(r"^(?P<number>[ivxl]{1,6}|\d{1,2})\b")
_ROMAN_ORDINAL = re.compile(r"(?<=hứ |ội |HỨ |ỘI |óa |oá |ÓA )[IVXL]{1,6}\b")
_TERM = re.compile(r"\bnhiem ky (?P<year>\d{4})(?: \d{4})?")
_FILLERS = re.compile(r"\b(?:dai bieu|toan quoc|cua|khoa)\b")
_PLENUM = re.compile(
    rf"(?:^(?:hoi nghi )?(?:trung uong|tw) (?:lan thu )?(?P<short>{_ORDINAL})"
    rf"|hoi nghi lan thu (?P<long>{_ORDINAL}) (?:cua )?(?:bch|ban chap hanh) (?:trung uong|tw)(?: dang)?)"
    r"(?: dang)? khoa (?P<term>[ivxl]{1,6}|\d{1,2})$"
)
_YEAR = re.compile(r" (?:nam )?(?P<year>(?:19|20)\d\d)$")
_OF_YEAR = re.compile(r"^\D*? nam (?P<year>(?:19|20)\d\d)\b")
_REVISED = re.compile(r"\((?:sửa đổi|sửa đổi, bổ sung)\)|, (?:được )?sửa đổi, bổ sung.*$", re.IGNORECASE)
_LEVELS = {
    "tinh": "tỉnh", "thanh pho": "thành phố", "huyen": "huyện", "quan": "quận", "thi xa": "thị xã", "xa": "xã",
    "phuong": "phường", "thi tran": "thị trấn", "dac khu": "đặc khu",
}  # fmt: skip
_BARE_LEVEL = re.compile(rf"\b(?P<level>{'|'.join(_LEVELS)})$")


@dataclass(frozen=True, slots=True)
class CanonicalName:
    """A name in the form that names are compared in."""

    name: str
    owner: str | None
    """Whose it is: of a congress, the organisation; null where nothing tells."""
    year: int | None = None
    is_complete: bool = True
    """Whether it identifies one work; else it leaves the edition, the owner or the term open."""
    is_usual: bool = False
    """Whether the owner is not said, but follows from usage."""


@lru_cache(_RECURRING)
def canonical_name(kind: str, name: str, home: Home, *, evidence: str = "", issuer: str | None = None) -> CanonicalName:
    """The canonical form of a work's name.

    ``evidence`` is the whole mention (its `nhiệm kỳ` tells which congress it was), ``home`` the places of the document
    that has it: `Công đoàn tỉnh` is that of its province.
    """
    # Numerals first: `X` is also short for `xã`.
    numbered = _ROMAN_ORDINAL.sub(lambda match: str(numeral(match[0].lower())), _REVISED.sub("", name))
    expanded = expand_abbreviations(numbered.strip())
    form = lookup_form(expanded)
    if plenum := _PLENUM.search(form):
        held = numeral(plenum["short"] or plenum["long"])
        term = numeral(plenum["term"])
        if held and term:
            return CanonicalName(f"hoi nghi trung uong {held} khoa {term}", CENTRAL)
    if congress := _CONGRESS.match(form):
        return _congress(congress["rest"], home, lookup_form(evidence))
    if kind in STATUTES or kind == "dieu_le":
        return _statute(kind, form, lookup_form(evidence))
    year = _YEAR.search(form)
    placed = Home.read(expanded) if not issuer else Home.read(expanded, expand_abbreviations(issuer))
    place = placed.commune or placed.district or placed.province
    return CanonicalName(
        form, lookup_form(place) if place else None, int(year["year"]) if year else None, is_complete=place is not None
    )


def _statute(kind: str, form: str, evidence: str) -> CanonicalName:
    year = _YEAR.search(f" {form}")
    said = year or _OF_YEAR.search(evidence)
    bare = f" {form}"[: year.start()].strip() if year else form
    bare = _aliases().get((kind, bare), bare)
    found = int(said["year"]) if said else None
    return CanonicalName(bare, CENTRAL, found, is_complete=found is not None or kind == "dieu_le")


def _congress(rest: str, home: Home, evidence: str) -> CanonicalName:
    said = _DIRECT.match(rest) or _LAN_THU.search(rest)
    number = numeral(said["number"]) if said else None
    body = rest
    if said and number:
        body = f"{rest[: said.start()]} {rest[said.end() :]}"
    body = " ".join(_FILLERS.sub(" ", _TERM.sub(" ", body)).split())
    term = _TERM.search(rest) or _TERM.search(evidence)
    year = int(term["year"]) if term and not number else None
    owner, is_placed = _owner(body, home)
    return CanonicalName(
        f"dai hoi {number}" if number else "dai hoi",
        owner,
        year,
        is_complete=is_placed and (number is not None or year is not None),
        is_usual=not body,
    )


def _owner(body: str, home: Home) -> tuple[str, bool]:
    """Whose congress it is, and whether that is one organisation."""
    owners = _owners()
    if body in owners:
        return owners[body], True
    bare = _BARE_LEVEL.search(body)
    if bare is None:
        return body, True
    unit = home.unit(_LEVELS[bare["level"]])
    if unit is None:
        return body, False
    return f"{body[: bare.start()]}{lookup_form(unit)}", True


def numeral(word: str) -> int | None:
    """The value of a Roman or Arabic numeral or of a number word without marks (`muoi ba`, `hai muoi mot`)."""
    if word.isdigit():
        return int(word)
    if word == "nhat":
        return 1
    words = [_SPOKEN.get(part, part) for part in word.split()]
    if all(part in _UNITS for part in words):
        values = [_UNITS.index(part) for part in words]
        match values:
            case [one]:
                return one
            case [10, unit]:
                return 10 + unit
            case [tens, 10]:
                return tens * 10
            case [tens, 10, unit]:
                return tens * 10 + unit
    if re.fullmatch("[ivxl]+", word):
        values = [_ROMAN[letter] for letter in word.upper()]
        return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
    return None


@cache
def _aliases() -> dict[tuple[str, str], str]:
    return {
        (entry["kind"], lookup_form(written)): lookup_form(entry["meant"])
        for entry in load("named_works")["aliases"]
        for name in entry["names"]
        for written in (name, expand_abbreviations(name))
    }


@cache
def _owners() -> dict[str, str]:
    congress = load("named_works")["congress"]
    party = {lookup_form(name): lookup_form(congress["party"]) for name in congress["of_the_party"]}
    others = {lookup_form(name): lookup_form(own) for own, names in congress["owners"].items() for name in names}
    return party | {"dang toan quoc": lookup_form(congress["party"])} | others
