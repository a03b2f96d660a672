"""Numbers of documents (số, ký hiệu): how they are recognised, and their canonical form.

One grammar covers the party (``01-KL/TW``), the state (``49/2021/NĐ-CP``, ``1129/QĐ-TTg``, ``9484/BTP-VP``) and the
unions and mass organisations (``26/KH-LĐLĐ``). A number is a serial, perhaps a year, and a symbol, whose first code
usually says the kind of the document and whose others say who issued it (`lexicon/symbols.toml`).
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = [
    "DocumentNumber",
    "canonical_symbol",
    "codes_of",
    "doc_type_of",
    "mend_kind",
    "read_number",
    "scan_blanks",
    "scan_numbers",
]

# A code of a symbol: capitals, with a small letter or two in `CTr`, `TTg`, `QyĐ`; `QH15` ends in the number of the
# legislature.
_CODE = r"(?:\p{Lu}{1,20}+(?:&\p{Lu}{1,6})?+\p{Ll}{0,3}\p{Lu}{0,12}+\d{0,3}+(?!\p{L})|\p{Lu}{2,20})"
_CODES = rf"{_CODE}(?:(?:[-/.]|[ ][-/]|[-/]\s){_CODE}){{0,8}}+"
# A number may be broken after a mark, also at the end of a line that was not joined (`66-` / `NQ/TW`).
_NUMBER = regex.compile(
    rf"""
    (?<![\p{{L}}\p{{S}}\d/,-]|(?<!\b[Ss]\p{{L}})\.)
    (?:(?P<serial>\d[\dlIO]{{0,4}}+|(?<=[Ss]ố[ ])[lIO][\dlIO]{{0,3}}+)(?P<part>\.\d{{1,3}}+)?+(?P<suffix>bis|[a-zđ])?+)
    (?:[ ]?[/:-][ ]?(?P<year>(?:19|2[0O])[\dlIO]{{2}})(?![\dlIO]))?+
    (?:[ ]?(?P<mark>[/-])\s?|[ ](?=\p{{Lu}}{{1,4}}\p{{Ll}}?/))
    (?P<symbol>{_CODES})
    """,
    regex.VERBOSE,
)
# Where a number may be, found at the speed of a search for one letter (1 ms a MB; the whole pattern takes 25): the mark
# between a serial and a capital, or the slash after the first code of a symbol without a mark of its own. The number
# begins no more than `_LONGEST_LEAD` characters before (`12345.123bis / 2021 /`).
_LONGEST_UNMARKED = 5
_SERIAL_ENDS = (r"\d", r"[\dlIO ][lIO]", r"[\dlIO][a-zđ]", "bis")
_MARKED = "|".join(rf"(?<={end}{space}[/-])" for end in _SERIAL_ENDS for space in ("", " "))
_CAPITAL = r"[^\W\d_a-z]"  # perhaps: a wider set takes long to compile
_UNMARKED = "|".join(
    rf"(?<={end} {_CAPITAL}[^\W\d_]{{{length}}}/)" for end in _SERIAL_ENDS for length in range(_LONGEST_UNMARKED)
)
_MARKED_LETTERS = "àáâãèéêìíòóôõùúýăđĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))  # small ones
_FIRST = re.compile(r"[\dlIO](?<![\d/,-].)(?:(?<=\d)|(?<=[Ss]ố .))")
_LONGEST_LEAD = 26
_BLANK = regex.compile(
    rf"ố(?<=\b[Ss]ố)[ ]?:?(?P<blank>[ .…_xX]{{0,40}}(?:/(?P<year>(?:19|20)\d\d))?[/-][ ]?(?P<symbol>{_CODES}))"
)
# Where one may be: blanks after the word, up to a mark; mostly there is a figure instead.
_BLANKS = re.compile(r"ố(?<=[Ss]ố)(?=[ ]?:?[ .…_xX]{0,40}+[/-])")
_SEPARATORS = regex.compile(r"[ ]?[-/.]\s?")
_LEGISLATURE = regex.compile(r"(\p{L}+)(\d{1,2})")
_TAIL = regex.compile(r"[ ](?:(?P<letter>\p{Lu})(?!\p{Lu})|(?P<digits>\d{1,2})(?![\d/.,-]))")
_CAPITALS = regex.compile(r"\p{Lu}{2,20}+")
_DIGITS = str.maketrans("lIO", "110")
_OF_PARLIAMENT = ("QH", "UBTVQH")
_RECURRING = 1024  # symbols that are remembered: a few (`NĐ-CP`, `KH-UBND`) make up most of what is cited


class DocumentNumber(NamedTuple):
    """A number as it stands in a text.

    Attributes:
        start: Where its first digit stands.
        end: After its last character.
        serial: The number itself, without a suffix or a part (``12a``, ``66.15``).
        year: The year printed in it.
        symbol: What follows, in canonical form: ``KH/TU``, ``NĐ-CP``.
        key: The whole in canonical form: ``195-KH/TU``, ``49/2021/NĐ-CP``.
    """

    start: int
    end: int
    serial: int
    year: int | None
    symbol: str
    key: str

    @property
    def doc_type(self) -> DocumentType | None:
        """The kind of document that the symbol tells, if it tells one."""
        return doc_type_of(self.symbol)


def scan_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[DocumentNumber]:
    """Yield every number of a document in ``text[start:end]``, in order. What merely looks like one is left out."""
    stop = len(text) if end is None else end
    done = start
    strokes, hyphens = _marks()
    marks = [found.start() for found in strokes.finditer(text, start, stop)]
    marks += [found.start() for found in hyphens.finditer(text, start, stop)]
    marks.sort()
    for mark in marks:
        if mark < done:
            continue
        for first in _FIRST.finditer(text, max(done, mark - _LONGEST_LEAD), mark):
            if match := _NUMBER.match(text, first.start(), stop):
                number = _number(match, text)
                if number is not None:
                    yield number
                elif match.end() <= mark:
                    continue
                done = match.end()
                break


def scan_blanks(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and symbol of every number whose serial is still to be filled in: ``số ……/KH-UBND``."""
    for place in _BLANKS.finditer(text):
        match = _BLANK.match(text, place.start())
        codes, end = _codes(match, text) if match else ("", 0)
        if match and codes and doc_type_of(canonical_symbol(codes)):
            yield match.start("blank"), end, canonical_symbol(codes)


def mend_kind(number: DocumentNumber, kind: DocumentType | None) -> DocumentNumber:
    """Return `number` with the code of `kind`, where one letter of it is damaged: ``34/2017/T1-BYT`` of a thông tư."""
    symbol = _mended(number.symbol, kind) if kind else number.symbol
    if symbol == number.symbol:
        return number
    return number._replace(symbol=symbol, key=number.key.removesuffix(number.symbol) + symbol)


@lru_cache(_RECURRING)
def _mended(symbol: str, kind: DocumentType) -> str:
    code = _SEPARATORS.split(symbol)[0]
    meant = kind.abbreviation
    if not meant or code in _types() or len(code) != len(meant) or "-" not in symbol:
        return symbol
    if sum(printed != right for printed, right in zip(code, meant, strict=True)) != 1:
        return symbol
    return meant + symbol[len(code) :]


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of the marks before which a number may stand.

    A word behind the mark is passed over (`Số 280/Ngày 12-5-2021`, `2- Mục đích`): a capital and small letters, one of
    which stands in no code.
    """
    small = string.ascii_lowercase + _MARKED_LETTERS
    strange = "".join(sorted(set(small) - set("".join(_known()))))
    code = rf"(?=\s?{_CAPITAL}(?![{small}]{{0,2}}[{strange}][{small}]*+(?![^\W\d_])))"
    return (
        compile_plain(rf"/(?:{code}(?:{_MARKED})|{_UNMARKED})"),
        compile_plain(rf"-(?<=[\dIOa-zđ ]-){code}(?:{_MARKED})"),
    )


def codes_of(symbol: str) -> list[str]:
    """Return the codes of a canonical symbol: those of ``NQLT-UBTVQH15-CP`` are ``NQLT``, ``UBTVQH15`` and ``CP``."""
    return _SEPARATORS.split(symbol)


def read_number(printed: str) -> DocumentNumber | None:
    """Return the first number in `printed`, or None: ``Số: 26 /KH-LĐLĐ`` is ``26/KH-LĐLĐ``."""
    return next(scan_numbers(printed), None)


@lru_cache(_RECURRING)
def canonical_symbol(printed: str) -> str:
    """Return a symbol in its official case, without spaces: ``Ctr/TU`` is ``CTr/TU``, ``QĐ-TTG`` is ``QĐ-TTg``."""
    codes = _SEPARATORS.split(printed)
    marks = [mark.strip() for mark in _SEPARATORS.findall(printed)]
    official = [_official(code, first=not place) for place, code in enumerate(codes)]
    damaged = load("symbols")["damaged_types"].get(official[0])
    if damaged and len(official) > 1 and official[1] in damaged["before"]:
        official[0] = damaged["meant"]
    if len(official) == 2 and official[0] in _types() and official[1] in _party_issuers():
        marks[0] = "/"
    return official[0] + "".join(mark + code for mark, code in zip(marks, official[1:], strict=True))


@lru_cache(_RECURRING)
def doc_type_of(symbol: str) -> DocumentType | None:
    """Return the kind of document that a canonical symbol stands for, or None where it does not say (``QH15``).

    A letter (công văn) has no code of kind: its symbol names its issuer and the unit that wrote it (``BTP-VP``).
    """
    codes = _SEPARATORS.split(symbol)
    lexicon = load("symbols")
    if len(codes) > 1 and codes[0] in lexicon["party_types"] and codes[1] in _party_issuers():
        return DocumentType(lexicon["party_types"][codes[0]])
    if codes[0] in _types() and len(codes) > 1:
        return _types()[codes[0]]
    letter = (
        len(codes) == 2
        and "-" in symbol
        and all(code.isalpha() and code[-1].isupper() and len(code) > 1 for code in codes)
    )
    return DocumentType.CONG_VAN if letter else None


def _number(match: regex.Match[str], text: str) -> DocumentNumber | None:
    codes, end = _codes(match, text)
    if not codes:
        return None
    symbol, of_kind, of_party = _symbol(codes)
    serial, part, suffix, year, mark, _ = match.groups()
    if mark is None and not of_kind:
        return None
    number = _figure(serial)
    printed = f"{number:02d}{part or ''}{suffix or ''}"
    if year:
        symbol = symbol.replace("/", "-")  # as older documents print it: `40/2000/TT/BTC`
        dated = _figure(year)
        return DocumentNumber(match.start(), end, number, dated, symbol, f"{printed}/{dated}/{symbol}")
    mark = "-" if of_party else mark or ("-" if "/" in symbol else "/")
    return DocumentNumber(match.start(), end, number, None, symbol, f"{printed}{mark}{symbol}")


def _figure(printed: str) -> int:
    return int(printed if printed.isdecimal() else printed.translate(_DIGITS))


@lru_cache(_RECURRING)
def _symbol(codes: str) -> tuple[str, bool, bool]:
    """Return the canonical symbol, whether its first code is one of a kind, and whether its issuer is of the party."""
    symbol = canonical_symbol(codes)
    first, *others = _SEPARATORS.split(symbol)
    of_kind = first in _types()
    return symbol, of_kind, of_kind and bool(others) and others[0] in _party_issuers()


def _codes(match: regex.Match[str], text: str) -> tuple[str, int]:
    """Return the codes of the symbol that are codes indeed, and where they end; a word glued to them is cut off."""
    codes = _sound(match["symbol"])
    begin = match.start("symbol")
    if not codes:
        return "", begin
    end = begin + len(codes)
    follows = text[end : end + 2]  # most symbols end where a small letter or a mark follows
    tail = _TAIL.match(text, end) if follows[1:].isalnum() and not follows[1:].islower() else None
    if tail:
        last = _SEPARATORS.split(codes)[-1]
        if tail["digits"] and last.upper() in _OF_PARLIAMENT:
            return codes + tail["digits"], tail.end()
        if tail["letter"] and last.casefold() not in _known() and (last + tail["letter"]).casefold() in _known():
            return codes + tail["letter"], tail.end()
    return codes, end


@lru_cache(_RECURRING)
def _sound(codes: str) -> str:
    """Return what of printed codes is codes indeed, up to a word that is glued to them or the figure of a footnote."""
    place = 0
    for separator in [*_SEPARATORS.finditer(codes), None]:
        stop = separator.start() if separator else len(codes)
        code = codes[place:stop]
        letters = code.rstrip("0123456789")
        if not letters[-1:].isupper() and letters.casefold() not in _known():
            capitals = _CAPITALS.match(code)  # a word glued to the symbol, or a word after it
            codes = codes[: place + capitals.end()] if capitals else codes[: max(place - 1, 0)].rstrip(" -/.")
            break
        place = separator.end() if separator else stop
    if not codes or (len(codes) == 1 and codes not in ("L",)):
        return ""
    return codes[: len(codes) - _footnote(codes)]


def _footnote(codes: str) -> int:
    """Return the length of a footnote's figure that is glued to a symbol: ``NQ/TW1``.

    Only the National Assembly, the councils and units of their own name end in a figure (``QH15``, ``C06``).
    """
    if not codes[-1].isdigit() or codes[-2:].isdigit():
        return 0  # `BCĐ389` is a body of its own
    first, *others = _SEPARATORS.split(codes)
    last = others[-1] if others else first
    letters = last.rstrip("0123456789")
    glued = others and len(letters) > 1 and letters.upper() not in _OF_PARLIAMENT and letters.casefold() in _known()
    return len(last) - len(letters) if glued else 0


def _official(code: str, *, first: bool) -> str:
    legislature = _LEGISLATURE.fullmatch(code)
    letters, digits = legislature.groups() if legislature else (code, "")
    tables = _tables()
    for table in tables if first else reversed(tables):
        found = table.get(letters.casefold())
        if found:
            return found + digits
    return code.upper() if code.islower() else code


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    lexicon = load("symbols")
    types = {code.casefold(): code for code in _types()}
    issuers = {printed.casefold(): official for printed, official in lexicon["issuers"].items()}
    issuers |= {code.casefold(): code for code in lexicon["party"]["issuers"]}
    return types, issuers


@cache
def _types() -> dict[str, DocumentType]:
    """Return what each code of kind stands for: the official abbreviations, and those that are merely in use."""
    found = {code: DocumentType(kind) for code, kind in load("symbols")["types"].items()}
    for kind in DocumentType:
        for code in (kind.abbreviation, kind.party_abbreviation):
            if code:
                found.setdefault(code, kind)
    found["TT"] = DocumentType.THONG_TU  # the party's meaning is in `party_types`
    return found


@cache
def _known() -> frozenset[str]:
    types, issuers = _tables()
    return frozenset(types) | frozenset(issuers)


@cache
def _party_issuers() -> frozenset[str]:
    return frozenset(load("symbols")["party"]["issuers"])
