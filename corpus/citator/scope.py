"""Within which unit a number is unique: the country, a province, a district, a commune, or one body.

``49-KH/TU`` is given once in every province: the symbol tells the level, the mention or the document that has it tells
which. A scope is words without marks: ``trung uong``, ``tinh dak lak``, ``xa pho bang, tuyen quang``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.citator.data import load
from corpus.store.folding import as_written, lookup_form
from extractor.find.symbols import codes_of, doc_type_of
from extractor.lexicon import load as lexicon
from extractor.names.abbreviations import expand_abbreviations
from extractor.names.places import LEVELS, Home
from schemas import DocumentType

__all__ = ["CENTRAL", "Scopes", "home_of", "is_of_the_party", "scopes_of"]

CENTRAL = "trung uong"
"""The scope of what the whole country's bodies issue."""

_NOT_A_WORD = re.compile(r"[\W_]+")
_DEPARTMENT = re.compile(r"S[A-ZĐ]{2,}")
_DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Scopes:
    """The units that a number may be of; none where nothing tells."""

    places: tuple[str, ...] = ()

    @property
    def only(self) -> str | None:
        """The scope, where there is one that it can be."""
        return self.places[0] if len(self.places) == 1 else None


def scopes_of(
    symbol: str, kind: str, issuer: str | None, home: Home, *, issued_on: dt.date | None, citing_on: dt.date | None
) -> Scopes:
    """The scopes that a number can have.

    ``issuer`` is as the mention prints it, ``home`` the places of the document that holds the mention, ``issued_on``
    the day of the cited document and ``citing_on`` that of the citing one, where they are known.
    """
    codes = _codes_of(symbol)
    if codes & _central() or (kind in load("scopes")["normative_kinds"] and codes & _central_normative()):
        return Scopes((CENTRAL,))
    named = _home_of_issuer(issuer or "")
    if named.commune or named.district or named.province:
        return Scopes((_era(_place(_above(named, home)), named, issued_on),))
    level = _level(issuer or "") or ("tỉnh" if _is_provincial(codes, symbol) else None)
    if level == "trung ương":
        return Scopes((CENTRAL,))
    if level is not None:
        return Scopes(_at_level(level, home, issued_on, citing_on))
    if issuer:
        return Scopes(_own_unit(issuer, home, issued_on))
    if home.province is None:
        return Scopes()
    return Scopes(tuple(_era(_place(unit), unit, issued_on) for unit in _units(home)))


@lru_cache(4096)
def is_of_the_party(symbol: str) -> bool:
    """Whether a symbol is of the party's numbering, which goes on through a term: ``KL/TW``, ``KH/TU``."""
    return len(codes := codes_of(symbol)) > 1 and codes[-1] in _party()


@lru_cache(4096)
def home_of(issuer: str | None, parent_issuer: str | None, place: str | None) -> Home:
    """Where a document is at home, by its letterhead."""
    return Home.read(issuer, parent_issuer, place)


@lru_cache(4096)
def _home_of_issuer(issuer: str) -> Home:
    return Home.read(expand_abbreviations(issuer))


def _above(named: Home, home: Home) -> Home:
    """Complete what a mention names with the province of the document that names it."""
    if named.province or not (named.commune or named.district):
        return named
    return Home(home.province, named.district, named.commune)


def _units(home: Home) -> list[Home]:
    """The units that a document at home somewhere belongs to, the smallest first."""
    units = []
    if home.commune:
        units.append(home)
    if home.district:
        units.append(Home(home.province, home.district))
    if home.province:
        units.append(Home(home.province))
    return units


def _own_unit(issuer: str, home: Home, issued_on: dt.date | None) -> tuple[str, ...]:
    """The scope of a body of no named place (``Đảng ủy``): its own name, in the unit where the document is at home."""
    name = lookup_form(expand_abbreviations(issuer))
    own = next(iter(_units(home)), None)
    if own is None or name.startswith(tuple(f"{word} " for word in load("scopes")["own_name"])):
        return (name,)
    return (_era(_place(own), own, issued_on),)


def _at_level(level: str, home: Home, issued_on: dt.date | None, citing_on: dt.date | None) -> tuple[str, ...]:
    """The unit of a level that the document belongs to; after a merger, also those that the unit was made of."""
    if level in ("tỉnh", "thành phố"):
        if level == "thành phố" and home.district and home.district.startswith(level):
            return (_place(Home(home.province, home.district)),)
        if home.province is None:
            return ()
        unit = Home(home.province)
        own = _era(_place(unit), unit, issued_on)
        return (own, *_merged_into(home.province, issued_on, citing_on))
    if level in ("huyện", "quận", "thị xã"):
        return (_place(Home(home.province, home.district)),) if home.district else ()
    return (_era(_place(home), home, issued_on),) if home.commune else ()


def _merged_into(province: str, issued_on: dt.date | None, citing_on: dt.date | None) -> Iterable[str]:
    """The provinces that a document written after the mergers may mean by a bare `tỉnh` of before."""
    day = _merger_day()
    if citing_on is None or citing_on < day or (issued_on is not None and issued_on >= day):
        return ()
    present = _bare(province)
    return [_province(name) for name, holder in lexicon("places")["merged"].items() if holder == present]


def _place(unit: Home) -> str:
    """A unit in words: the smallest with its level, then the province it lies in."""
    smallest = unit.commune or unit.district
    if smallest is None:
        return _province(_bare(unit.province or ""))
    form = lookup_form(smallest)
    return f"{form}, {lookup_form(_bare(unit.province))}" if unit.province else form


def _era(place: str, unit: Home, issued_on: dt.date | None) -> str:
    """Part a unit formed anew by the mergers from its namesake of before: its numbers began again."""
    if issued_on is None or issued_on < _merger_day():
        return place
    if unit.commune is None and (unit.district or _bare(unit.province or "") not in _merging()):
        return place
    return f"{place} ({_merger_day().year})"


def _province(name: str) -> str:
    level = "thanh pho" if name in lexicon("places")["cities"] else "tinh"
    return f"{level} {lookup_form(name)}"


def _bare(unit: str) -> str:
    """The name without the level: ``Đắk Lắk`` of ``tỉnh Đắk Lắk``."""
    for level in LEVELS:
        if unit.lower().startswith(f"{level} "):
            return unit[len(level) + 1 :]
    return unit


@cache
def _merging() -> frozenset[str]:
    merged = lexicon("places")["merged"]
    return frozenset(merged) | frozenset(merged.values())


def _merger_day() -> dt.date:
    day: dt.date = load("scopes")["merger"]["day"]
    return day


@lru_cache(4096)
def _level(issuer: str) -> str | None:
    """The level of an issuer by its words, the first of the list that fits; null where none does."""
    words = f" {_NOT_A_WORD.sub(' ', as_written(expand_abbreviations(issuer)).casefold()).strip()} "
    for other in load("scopes")["not_levels"]:
        words = words.replace(f" {other} ", " ")
    first = words.split(maxsplit=1)[:1]
    for entry in load("scopes")["levels"]:
        leads = first in ([word] for word in entry.get("first_words", ()))
        if leads or any(f" {word} " in words for word in entry["words"]):
            level: str = entry["level"]
            return level
    return None


@lru_cache(4096)
def _codes_of(symbol: str) -> frozenset[str]:
    return frozenset(_code(code) for code in codes_of(symbol))


def _is_provincial(codes: frozenset[str], symbol: str) -> bool:
    if codes & _provincial():
        return True
    kind, *others = codes_of(symbol)
    of_letter = doc_type_of(symbol) in (None, DocumentType.CONG_VAN)  # the issuer's code comes first: `SYT-NVY`
    issuer = kind if of_letter else next(iter(others), "")
    return _DEPARTMENT.fullmatch(issuer) is not None


@cache
def _central() -> frozenset[str]:
    return frozenset(map(_code, load("scopes")["central"]))


@cache
def _central_normative() -> frozenset[str]:
    return frozenset(map(_code, load("scopes")["central_normative"]))


@cache
def _provincial() -> frozenset[str]:
    return frozenset(map(_code, load("scopes")["provincial"]))


@cache
def _party() -> frozenset[str]:
    return frozenset(lexicon("symbols")["party"]["issuers"])


def _code(code: str) -> str:
    """A code to be compared: the number of the legislature says no more than the year does."""
    return lookup_form(code.rstrip(_DIGITS)) or code
