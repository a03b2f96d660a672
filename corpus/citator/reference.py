"""References as people type them: ``01-KL/TW``, ``kl 01-kl/tw``, ``kết luận 01 ngày 18/5/2021``, ``nq đại hội 13``."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from corpus.citator.identity import STATUTES, kind_of, number_of, title_form
from corpus.citator.names import canonical_name, numeral
from corpus.citator.scope import scopes_of
from corpus.citator.terms import Term, term_numbered
from corpus.errors import QueryError
from corpus.store.folding import as_written, folded
from extractor.find.symbols import read_number
from extractor.names.places import Home
from schemas import DocumentType

__all__ = ["Reference", "read_reference"]

_DATE = re.compile(
    r"(?:\bngay )?\b(?P<day>\d{1,2})(?:[/.-]| thang )(?P<month>\d{1,2})(?:[/.-]| nam )(?P<year>(?:19|20)\d\d)\b(?![/-])"
)
_YEAR = re.compile(r"(?:\bnam )?\b(?P<year>(?:19|20)\d\d)$")
_SERIAL = re.compile(r"^(?:so )?(?P<serial>\d{1,5})\b(?![/-])")
_TERM = re.compile(r"\(?\bkhoa (?P<term>[ivxl]{1,6}|\d{1,2})\b\)?")
_LEFT_OVER = re.compile(r"\b(?:so|ngay|cua)\b|[,;()\"“”]")
_BY_NAME = STATUTES | {"bo_luat", "dieu_le"}
"""Types whose works have names, not serials: the figure in `hiến pháp 2013` is a year."""
_SPACES = re.compile(r"\s+")
_AROUND_MARKS = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a typed reference says; null or empty where it does not."""

    text: str
    kind: str = ""
    number: str | None = None
    serial: int | None = None
    name: str | None = None
    title: str | None = None
    scopes: tuple[str, ...] = ()
    owner: str | None = None
    """Whose congress it is; a name that begins so will do."""
    year: int | None = None
    issued_on: dt.date | None = None
    term: Term | None = None


def read_reference(text: str) -> Reference:
    """Read a reference as it is typed, with marks or without, in any case. Raises ``QueryError`` for an empty one."""
    written = _SPACES.sub(" ", as_written(text)).strip()
    plain = folded(written).lower()
    if len(plain) != len(written):
        written = plain  # a letter that has no single form; names are compared without marks anyway
    if not re.search(r"\w", plain):
        raise QueryError(reason="an empty reference; type a number or a name: 01-KL/TW, Luật Công đoàn")
    kind, start = _kind(plain)
    date, cut = _date(plain, start)
    number = read_number(_AROUND_MARKS.sub(r"\1", written[start:].upper()))
    if number is not None and number.key:
        return _numbered(text, kind, number.key, number.symbol, number.year, date, plain[start:], written[start:])
    rest, typed = plain[start : cut[0]] + plain[cut[1] :], written[start : cut[0]] + written[cut[1] :]
    if kind and kind not in _BY_NAME and (serial := _SERIAL.match(rest.strip())):
        return Reference(
            text,
            kind_of(None, kind),
            serial=int(serial["serial"]),
            issued_on=date,
            year=date.year if date else _year(rest),
            term=_term(rest),
        )
    return _named(text, kind, typed.strip(" ,"), date)


def _numbered(
    text: str, kind: str, key: str, symbol: str, year: int | None, date: dt.date | None, plain: str, written: str
) -> Reference:
    of_parliament = symbol.rstrip("0123456789") == "QH"
    told = kind_of(symbol, kind or None)
    issuer = _issuer(written)
    places = scopes_of(symbol, told, issuer, Home(), issued_on=date, citing_on=None).places if issuer else ()
    return Reference(
        text,
        told if kind or not of_parliament else "",
        number=number_of(key),
        scopes=places,
        year=year or (date.year if date else _year(plain)),
        issued_on=date,
        term=_term(plain),
    )


def _named(text: str, kind: str, name: str, date: dt.date | None) -> Reference:
    series = kind_of(None, kind or None)
    canonical = canonical_name(series, name, Home())
    year = canonical.year or (date.year if date else None)
    is_congress = canonical.name.startswith("dai hoi")
    is_told_by_name = kind in _BY_NAME or canonical.name.startswith(("dai hoi", "hoi nghi trung uong"))
    return Reference(
        text,
        series,
        name=canonical.name,
        title=None if is_told_by_name else title_form(name),
        owner=canonical.owner if is_congress else None,
        year=year,
        issued_on=date,
    )


def _issuer(written: str) -> str | None:
    """What follows `của` in a reference: the issuer."""
    _, of, issuer = written.partition(" của ")
    if not of:
        _, of, issuer = written.partition(" cua ")
    return issuer.strip() or None


def _kind(plain: str) -> tuple[str, int]:
    """The type that a reference begins with, and where the rest begins."""
    for words, kind in _kinds():
        if plain == words or (plain.startswith(words) and plain[len(words)] in " .:"):
            return kind, min(len(words) + 1, len(plain))
    return "", 0


def _date(plain: str, start: int) -> tuple[dt.date | None, tuple[int, int]]:
    match = _DATE.search(plain, start)
    if match is None:
        return None, (len(plain), len(plain))
    try:
        return dt.date(int(match["year"]), int(match["month"]), int(match["day"])), match.span()
    except ValueError as error:
        raise QueryError(reason=f"there is no such day as {match[0]!r}") from error


def _year(plain: str) -> int | None:
    match = _YEAR.search(plain.strip())
    return int(match["year"]) if match else None


def _term(plain: str) -> Term | None:
    match = _TERM.search(plain)
    return term_numbered(numeral(match["term"]) or 0) if match else None


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Names and abbreviations of types without marks, the longest first."""
    found: dict[str, str] = {}
    for kind in DocumentType:
        for words in (kind.label, kind.abbreviation, kind.party_abbreviation):
            if words and kind is not DocumentType.KHAC:
                found.setdefault(folded(words).lower(), kind.value)
    # Abbreviations of two types are those of the commoner one.
    found |= {"tt": "thong_tu", "qd": "quyet_dinh", "ctr": "chuong_trinh", "hp": "hien_phap", "bl": "bo_luat"}
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))
