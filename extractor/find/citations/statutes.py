"""Laws, codes, ordinances and the constitution, cited by their names: ``Luật Phòng, chống tham nhũng``."""

from __future__ import annotations

from functools import cache

import regex

from extractor.find.citations.draft import Draft
from extractor.find.citations.words import fold, fold_word
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = ["is_revised", "read_constitution", "read_statute", "statute_end", "unborn_statutes"]

_TOKEN = compile_plain(r"[\p{L}&]+|\d+")  # the figure of a footnote that is glued to a word is no part of it
_NEXT = compile_plain(rf"(?:, | - |-|/|\s)({_TOKEN.pattern})")  # a name of the lexicon may go on in the next line
_WORDS = 24  # in the longest name
_LINK = compile_plain(r", và |, | và ")
_YEAR = compile_plain(r"[ ](?:năm[ ])?(?P<year>(?:19|20)\d\d)(?!\d|[/.-]\d)")
_AMENDS = compile_plain(
    r"(?i)\ss(?:ửa|ử|ữa|ưa)\sđổi(?:,?\s(?:và\s)?bổ\ssung)?(?:\smột\ssố\s(?:điều|nội\sdung)|\sĐiều\s\d{1,3})?"
    r"(?:\scủa)?(?:\scác)?\s(?=Luật|Bộ luật|Pháp lệnh|luật)"
)
_AMENDED_NUMBER = compile_plain(r",? số \d{1,3}/\d{4}/(?:UBTV)?QH ?\d{1,2}")
_DATE_FOLLOWS = compile_plain(r",? ngày \d")
_STATUTE = regex.compile(r"(?:Luật|Bộ luật|Pháp lệnh|LUẬT|BỘ LUẬT|PHÁP LỆNH)(?=\s)")
_NUMBER_FOLLOWS = compile_plain(r",?[ ]\(?số[ ]?:?[ ]?\d{1,3}[/-]|,?[ ](?=\d{1,3}/\d{4}/)|,?[ ]ngày[ ]\d")
# A name in one clause up to a number of the National Assembly, whatever words it has.
_UP_TO_NUMBER = compile_plain(
    r"[ ](?P<name>(?:(?!(?:Luật|Nghị|Bộ luật|Pháp|Quyết|Thông|Hiến|được|này|theo|và các)\b)"
    r"[\p{L}\d]++(?:,?[ ]|-)){2,22}?)"
    r"(?<=[ ])(?=số[ ]\d{1,3}/\d{4}/(?:UBTV)?QH)"
)
_LONGEST_NAME = 500  # characters of such a name
_STATE = " nước Cộng hòa xã hội chủ nghĩa Việt Nam"
# A law that is being written: `dự thảo Luật Nhà giáo`, `cho đến khi Luật Việc làm (sửa đổi) …`.
_DRAFTED = regex.compile(r"(?r)(?i:dự thảo|dự án|xây dựng|trình|cho đến khi|xem xét|thông qua|chính sách của)[ ]")
_REVISED = " (sửa đổi)"
_REACH = 200  # characters before `(sửa đổi)` in which the name stands


def read_statute(text: str, start: int, end: int, kind: DocumentType) -> Draft | None:
    """Return the statute whose type word is ``text[start:end]``, or None if it names none, or one to be written."""
    first = _TOKEN.match(text, end + 1)
    if not first or first.group() in load("named_documents")["not_laws"]:
        return None
    amends = _AMENDS.match(text, end)
    if amends:
        stop = _amended(text, amends.end())
    else:
        stop = statute_end(text, end + 1)
        if not stop or not _NUMBER_FOLLOWS.match(text, stop):
            numbered = _UP_TO_NUMBER.match(text, end) if text.find(" số ", end, end + _LONGEST_NAME) >= 0 else None
            stop = numbered.end("name") - 1 if numbered else stop or _unknown_statute(text, end + 1)
    if not stop:
        return None
    if text.startswith(_REVISED + " ngày", stop):
        stop += len(_REVISED)
    year = _YEAR.match(text, stop)
    if not year and not _NUMBER_FOLLOWS.match(text, stop) and _DRAFTED.match(text, max(start - 24, 0), start):
        return None
    return Draft(start, year.end() if year else stop, kind, name=text[end + 1 : stop].replace("\n", " "))


def read_constitution(text: str, start: int, end: int) -> Draft | None:
    """Return the constitution, with its year where that is given."""
    year = _YEAR.match(text, end)
    if year:
        return Draft(start, year.end(), DocumentType.HIEN_PHAP, name=year["year"])
    if text.startswith(_STATE, end):
        stop = end + len(_STATE)
        year = _YEAR.match(text, stop)
        return Draft(start, year.end() if year else stop, DocumentType.HIEN_PHAP, name=text[end + 1 : stop])
    return Draft(start, end, DocumentType.HIEN_PHAP, name=text[start:end])


def statute_end(text: str, start: int) -> int | None:
    """Return where the name ends of the statute of the lexicon that begins at `start`; its marks may be damaged."""
    names, beginnings = _laws()
    end = None
    match = _TOKEN.match(text, start)
    key = fold_word(match.group()) if match else ""
    while match and key in beginnings:
        if key in names:
            end = match.end()
        match = _NEXT.match(text, match.end())
        key = f"{key} {fold_word(match[1])}" if match else ""
    return end


def unborn_statutes(text: str) -> frozenset[str]:
    """Return the names of statutes that the text says are being revised: ``xây dựng Luật An toàn thực phẩm (sửa đổi)``.

    Wherever such a text says `Luật An toàn thực phẩm (sửa đổi)`, it means the one to come.
    """
    found = set()
    position = text.find(_REVISED)
    while position >= 0:
        window = text[max(position - _REACH, 0) : position]
        for anchor in _STATUTE.finditer(window):
            stop = statute_end(window, anchor.end() + 1)
            if stop == len(window) and _DRAFTED.match(window, max(anchor.start() - 24, 0), anchor.start()):
                found.add(fold(window[anchor.end() + 1 : stop]))
        position = text.find(_REVISED, position + 1)
    return frozenset(found)


def is_revised(text: str, draft: Draft) -> bool:
    """Say whether the name is followed by ``(sửa đổi)`` and by no number or date."""
    return text.startswith(_REVISED, draft.end)


def _amended(text: str, start: int) -> int | None:
    """Return where the list of statutes that a law amends ends, each perhaps with its number."""
    end = None
    position = start
    for _ in range(12):
        statute = _STATUTE.match(text, position)
        begin = statute.end() + 1 if statute else position
        stop = statute_end(text, begin) or (_unknown_statute(text, begin) if statute else None)
        if not stop:
            break
        number = _AMENDED_NUMBER.match(text, stop)
        if number and not end and _DATE_FOLLOWS.match(text, number.end()):
            return stop  # one statute, a number and a date: they are the amending law's
        end = number.end() if number else stop
        link = _LINK.match(text, end)
        if not link or not text[link.end() : link.end() + 1].isupper():
            break
        position = link.end()
    return end


def _unknown_statute(text: str, start: int) -> int | None:
    """Return where a name that is not in the lexicon ends: at a number or a date, or at the first word that ends it."""
    lexicon = load("named_documents")
    stops = lexicon["stops"]
    first = _TOKEN.match(text, start)
    if not first or first.group().casefold() in (*lexicon["not_laws"], *stops):
        return None
    end = position = first.end()
    for count in range(_WORDS):
        if _NUMBER_FOLLOWS.match(text, end):
            return end
        gap = 1 if text.startswith(" ", position) else 2 if text.startswith(", ", position) and count < 2 else 0
        match = _TOKEN.match(text, position + gap) if gap else None
        if not match or (gap == 2 and match.group()[0].isupper()):
            break
        if match.group() in stops or match.group() in ("Luật", "LUẬT"):
            break
        end = position = match.end()
    if not first.group()[0].isupper():
        return None
    return end


@cache
def _laws() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names of statutes, and all their beginnings."""
    names = {" ".join(fold(word) for word in _TOKEN.findall(name)) for name in load("named_documents")["laws"]}
    beginnings = {name[: match.start()] for name in names for match in regex.finditer(r" |$", name)}
    return frozenset(names), frozenset(beginnings)
