"""Markers: the printed signs that begin a numbered or headed unit, from `Phần thứ nhất` down to a bullet.

Whether a sign that could be a marker is one is decided by `extractor.outline.tree`, from the sequence it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

import regex

__all__ = ["ANNEX", "MAY_BEGIN", "SHAPE", "Family", "Marker", "follows", "read_marker"]


class Family(IntEnum):
    """The families of markers, from the widest unit to the narrowest (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6)."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    SUBSECTION = 3
    ARTICLE = 4
    CAPITAL = 5  # A.
    ROMAN = 6
    NUMBER = 7
    DOTTED = 8  # 1.1.
    LETTER = 9
    ENCLOSED = 10  # 1), (1), (a)
    LOWER_ROMAN = 11
    BULLET = 12


class Marker(NamedTuple):
    """A sign at the beginning of a line that could begin a unit; a tuple, since one line in ten has one.

    Attributes:
        family: What kind of sign it is.
        path: Its ordinal; a dotted number has one for each level (`2.1` is ``(2, 1)``), a bullet none.
        printed: The sign without its closing punctuation (`II`, `1.1`, `Điều 3`, `-`).
        start: Where it begins in the line; before it may stand specks that scanning left.
        end: Where the words after it begin.
        weak: It could as well be wrapped prose: it needs its sequence to be believed.
    """

    family: Family
    path: tuple[int, ...]
    printed: str
    start: int
    end: int
    weak: bool = False


#: The path of an annex that holds tasks: it is a part, and has no ordinal among the others.
ANNEX = (0,)

_VIETNAMESE_ORDER = "abcdđeghiklmnopqrstuvxy"
_LATIN_ORDER = "abcdefghijklmnopqrstuvwxyz"
_SUFFIXES = _LATIN_ORDER + "đ"
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_ORDINALS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_FIXED = {"phần": Family.PART, "chương": Family.CHAPTER, "mục": Family.SECTION, "tiểu mục": Family.SUBSECTION}

_DIRT = regex.compile(r"[._:;,`¬°~\\]{1,4}\s{1,2}(?=[\dIVX]{1,4}[.)])")
_ARTICLE = regex.compile(
    r"(?P<sign>(?i:điều)\s{1,2}(?P<ordinal>[0-9]{1,3})[a-zđ]?)(?:\s?(?P<stop>[.:])|\s*$|(?=\s+\p{Lu}))\s*"
)
_HEADED = regex.compile(
    r"(?P<sign>(?P<word>(?i:phần|chương|mục|tiểu\smục))\s{1,2}"
    r"(?:(?i:thứ)\s(?P<ordinal>(?i:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín))|(?P<ordinal>[IVXL]{1,6}|\d{1,2}|[A-HK])))"
    r"(?:\s?(?P<stop>[.:])|\s*$|(?=\s+\p{Lu}))\s*"
)
#: Scanners read the two strokes of `II` as `H`, one as `l` or `1`, and `V` as `Y`.
_ROMAN = regex.compile(
    r"(?P<sign>[IVX][IVXLHYl1]{0,5}|H[HI1l]{0,2}(?=[.)]))(?:\s?(?P<stop>[.):/-]{1,2})(?=\s|\p{Lu}|$)|(?=\s+\p{Lu}[\p{Lu},]))\s*"
)
_MENDED_ROMAN = str.maketrans({"l": "I", "1": "I", "T": "I", "H": "II", "Y": "V"})
_DAMAGED_ROMAN = regex.compile(r"(?P<sign>[Tl1](?=[Tl1]{0,3}[IVXH])[IVXHTl1]{1,4})\s?[.)]\s*(?=\p{Lu})")
#: Signs that no sequence has, for the ones that scanners read so.
_MENDED_SIGNS = {"§": "8", **dict.fromkeys("©€¢", "c"), **dict.fromkeys("ø@äàãâ", "a"), **dict.fromkeys("ñð", "đ")}
_DAMAGED = regex.compile(r"(?P<sign>[§©€¢ø@äàãâñð])\s?[.)]\s*(?=[\p{L}\"(])")
_CAPITAL = regex.compile(r"(?P<sign>[A-Z])(?P<stop>[.)/])\s*(?=\p{Lu})")
_ENCLOSED = regex.compile(r"\((?P<sign>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?=\p{L})|(?P<sign>\d{1,2})\)\s*(?=[\p{L}\"(])")
#: What stands behind a number and a comma where a line goes on that cites a law (`điểm a khoản` / `2, Điều 5`).
_PROVISIONS = "Điều|Khoản|Điểm|Mục|Chương|Phần|Phụ|Luật|Nghị|Quyết|Thông|Chỉ thị|Kế hoạch"
# `\d` knows digits of scripts that `int` of this version of Python may not know.
_NUMBER = regex.compile(
    r"(?P<sign>[0-9]{1,3}(?:[a-zđ](?=[.)])|(?:\.[0-9]{1,2}){0,4}))"
    r"(?:\s?(?P<stop>[.:/-]{1,2})(?=\s|\p{L}|[\"(]|$)"
    rf"|,(?=\s(?!{_PROVISIONS})\p{{Lu}}\p{{Ll}})"  # a full stop that was read with a tail
    r"|(?<=\.[0-9]{1,2})(?=\s+\p{Lu}))\s*"
)
_LETTER = regex.compile(r"(?P<sign>[a-zđ]\d?|[ivx]{2,5})(?:(?P<stop>[.)/])(?=\s|\p{Lu}|[\"(]|$)|\s?-\s)\s*")
_NUMBERED_BY_LIST = regex.compile(r"\d{1,2}\.\s{1,3}(?=(?:[IVX]{1,4}|[A-E])\.\s{1,4}\p{Lu}{2})")
_BULLET = regex.compile(r"(?:(?P<sign>[-+*•●▪◦‣■□◆►➢✓·~§])[\s_]{0,3}){1,2}(?=[\p{L}\"(\d<>≤≥%./])")
_SPECK = regex.compile(r"[._]{1,3}\s+(?=\p{Lu}\p{Ll})")


#: What the first two characters of a line must be for it to begin with a marker. Hardly one line in ten of a long text
#: does; this rules the others out before any of the alternatives is tried, with them a number alone on its line.
MAY_BEGIN = (
    r"(?=[0-9](?![0-9]*+(?:[.,][0-9]++)*+ ?\n)"
    r"|[ĐHIVXPCMTl(§©€¢ø@äàãâñð+*•●▪◦‣■□◆►➢✓·~._:;,`¬°\\-]|[A-Za-zđ][\d \t.)/-]|[ivx]{2})"
)
#: The same of the first four or five characters, all of them on the line.
SHAPE = (
    r"[0-9]\d{0,2}(?:[a-zđ]|(?:\.\d{1,2}){0,4})(?:[ \t]?[.:/,)-](?!\d)|[ \t]+[^\W\d_])"
    r"|[a-zđ]\d?[ \t]?[.)/-]|[ivx]{2,5}[^\S\n]?[.)/-]"
    r"|[A-Z][.)/]|[HIVX][IVXLHYl1.):/ \t-]|[Tl1][IVXHTl1]{1,4}[^\S\n]?[.)]"
    r"|Đ[iIİ][ềỀ]|P[hH][ầẦ]|C[hH][ưƯ]|M[ụỤ][cC]|T[iIİ][ểỂ]"
    r"|\((?:\d{1,2}|[a-zđ]|[ivx]{1,4})\)|[-+*•](?![^\S\n]*\n)|[●▪◦‣■□◆►➢✓·~§]|[©€¢ø@äàãâñð][^\S\n]?[.)]"
    r"|[._:;,`¬°\\][._:;,`¬°~\\]{0,3}[^\S\n]"
)
_SHAPE = re.compile(rf"{MAY_BEGIN}(?:{SHAPE})")


def read_marker(line: str) -> Marker | None:
    """Return the marker at the beginning of `line`, which has no white space before it; None if there is none."""
    return _READERS[line[0]](line) if _SHAPE.match(line) else None


def follows(before: Marker, after: Marker) -> bool:
    """Say whether `after` is the next in the sequence of `before`, a marker of the same family."""
    if before.path[:-1] != after.path[:-1] or not before.path:
        return False
    if before.family is Family.LETTER:
        letter = before.printed[0]
        return after.printed[0] in (_next(letter, _VIETNAMESE_ORDER), _next(letter, _LATIN_ORDER)) or _is_inserted(
            before, after
        )
    return after.path[-1] == before.path[-1] + 1 or _is_inserted(before, after)


def _is_inserted(before: Marker, after: Marker) -> bool:
    """Say whether `after` was inserted into a sequence behind `before` (`Điều 7a`, `3a`, `b1`)."""
    return before.path == after.path and len(after.printed) >= len(before.printed) and before.printed != after.printed


def _next(letter: str, order: str) -> str | None:
    place = order.find(letter)
    return order[place + 1] if 0 <= place < len(order) - 1 else None


def _article_or_headed(line: str) -> Marker | None:
    if match := _ARTICLE.match(line):
        weak = match["stop"] is None and match.end() < len(line)
        return Marker(Family.ARTICLE, (int(match["ordinal"]),), match["sign"], 0, match.end(), weak)
    if match := _HEADED.match(line):
        family = _FIXED[" ".join(match["word"].lower().split())]
        shouted = match["word"].isupper() or line[match.end() :].isupper()
        weak = match["stop"] is None and match.end() < len(line) and not shouted
        return Marker(family, (_ordinal(match["ordinal"]),), match["sign"], 0, match.end(), weak)
    return _damaged_roman(line) or _capital(line)


def _ordinal(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return _ORDINALS.get(printed.lower()) or _roman(printed) or ord(printed[0]) - ord("A") + 1


def _roman(printed: str) -> int:
    """Return the value of a roman numeral, damaged or not; 0 if it is none."""
    meant = printed.translate(_MENDED_ROMAN)
    values = [_ROMAN_VALUES.get(sign.lower(), 0) for sign in meant]
    if not all(values):
        return 0
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))


def _roman_or_capital(line: str) -> Marker | None:
    if match := _ROMAN.match(line):
        weak = match["stop"] is None or line[match.end() : match.end() + 1].islower()
        return _roman_marker(match, weak=weak)
    return _capital(line)


def _roman_marker(match: regex.Match[str], *, weak: bool) -> Marker:
    """Return the roman numeral that `match` found, its damaged strokes mended; a lone `H` is left to its sequence."""
    sign = match["sign"]
    printed = sign if sign == "H" else sign.translate(_MENDED_ROMAN)
    if "IIII" in printed:  # each `H` was a single stroke
        printed = sign.replace("H", "I").translate(_MENDED_ROMAN)
    return Marker(Family.ROMAN, (_roman(printed),), printed, 0, match.end(), weak)


def _capital(line: str) -> Marker | None:
    match = _CAPITAL.match(line)
    return match and Marker(Family.CAPITAL, (ord(match["sign"]) - ord("A") + 1,), match["sign"], 0, match.end())


def _number(line: str) -> Marker | None:
    match = _NUMBER.match(line)
    if match is None:
        return _enclosed(line) or _damaged_roman(line)
    if inner := _NUMBERED_BY_LIST.match(line):  # a web page's list has put its own number before the printed one
        marker = read_marker(line[inner.end() :])
        return marker and marker._replace(start=marker.start + inner.end(), end=marker.end + inner.end())
    path = tuple(int(part) for part in match["sign"].rstrip(_SUFFIXES).split("."))
    family = Family.DOTTED if len(path) > 1 else Family.NUMBER
    after = line[match.end() : match.end() + 1]
    return Marker(family, path, match["sign"], 0, match.end(), weak=after.islower() or 0 in path)


def _enclosed(line: str) -> Marker | None:
    match = _ENCLOSED.match(line)
    if match is None:
        return None
    sign = match["sign"]
    path = int(sign) if sign.isdigit() else _place(sign)
    return Marker(Family.ENCLOSED, (path,), sign, 0, match.end())


def _place(letter: str) -> int:
    return _VIETNAMESE_ORDER.find(letter) + 1 or ord(letter[0]) - ord("a") + 1


def _damaged_roman(line: str) -> Marker | None:
    match = _DAMAGED_ROMAN.match(line)
    return match and _roman_marker(match, weak=True)


def _letter(line: str) -> Marker | None:
    match = _LETTER.match(line)
    if match is None:
        return _damaged_roman(line)
    sign = match["sign"]
    weak = match["stop"] != ")" and line[match.end() : match.end() + 1].islower()
    if len(sign) > 1 and sign.isalpha():
        return Marker(Family.LOWER_ROMAN, (_roman(sign),), sign, 0, match.end(), weak)
    return Marker(Family.LETTER, (_place(sign[0]),), sign, 0, match.end(), weak)


def _damaged(line: str) -> Marker | None:
    """Read a marker whose sign is none that a sequence has: the sign that it is printed for is certain."""
    match = _DAMAGED.match(line)
    if match is None:
        return _bullet(line)
    sign = _MENDED_SIGNS[match["sign"]]
    family, place = (Family.NUMBER, int(sign)) if sign.isdigit() else (Family.LETTER, _place(sign))
    return Marker(family, (place,), sign, 0, match.end(), weak=True)


def _bullet(line: str) -> Marker | None:
    sign = line[0]
    if sign in "-+*•" and line[1:2] == " " and line[2:3].isalpha():  # as all but few of them are printed
        return Marker(Family.BULLET, (), sign, 0, 2)
    if sign not in "-+*•" and (dirt := _DIRT.match(line)):
        marker = read_marker(line[dirt.end() :])
        return marker and marker._replace(start=marker.start + dirt.end(), end=marker.end + dirt.end())
    if match := _BULLET.match(line):
        sign = match["sign"]
        # Scanners read the dash of a list as a tilde; the rarer glyphs all mean a bullet. Of two signs the second
        # counts.
        printed = {"~": "-"}.get(sign, sign if sign in "-+*" else "•")
        return Marker(Family.BULLET, (), printed, match.start("sign"), match.end())
    if line[0] in "._" and (match := _SPECK.match(line)):
        return Marker(Family.BULLET, (), "-", 0, match.end())
    return None


_READERS: dict[str, Callable[[str], Marker | None]] = {
    **dict.fromkeys("ĐPCMT", _article_or_headed),
    **dict.fromkeys("ABDEFGJKLNOQRSUWYZ", _capital),
    **dict.fromkeys("HIVX", _roman_or_capital),
    **dict.fromkeys("0123456789", _number),
    "(": _enclosed,
    **dict.fromkeys(_LATIN_ORDER + "đ", _letter),
    **dict.fromkeys("-+*•●▪◦‣■□◆►➢✓·~._:;,`¬°\\", _bullet),
    **dict.fromkeys(_MENDED_SIGNS, _damaged),
}
