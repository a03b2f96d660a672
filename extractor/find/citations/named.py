"""Citations by name: ``Nghị quyết Đại hội XIII Công đoàn Việt Nam``, ``Luật Công đoàn``, ``Điều lệ Đảng``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.citations.draft import Draft
from extractor.find.citations.issuers import issuer_end
from extractor.find.citations.words import fold
from extractor.lexicon import load
from schemas.vocabulary import DocumentType

__all__ = ["STATUTES", "Anchor", "congress_end", "is_revised", "plenum_end", "read_named", "scan_names", "statute_end", "term_end", "unborn_statutes"]

_ORDINAL = r"(?:lần[ ]thứ[ ](?:[IVXL]{1,6}|\d{1,2}|\p{Ll}{2,6}(?:[ ]mươi)?(?:[ ]\p{Ll}{2,4})?)|[IVXL]{1,6})(?!\p{L})"
_WORD = r"[\p{L}\d&.-]{1,20}"
_CONGRESS = regex.compile(rf"(?i:đại[ ]hội)(?:[ ](?!(?:lần|nhiệm|và|của)\b){_WORD}){{0,12}}?[ ]{_ORDINAL}")
_CONGRESS_OF_TERM = regex.compile(rf"(?i:đại[ ]hội)(?:[ ](?!(?:lần|nhiệm|và|của|các)\b){_WORD}){{1,12}}?(?=,?[ ]nhiệm[ ]kỳ[ ]\d{{4}})")
_PLENUM = regex.compile(
    rf"(?:(?i:hội[ ]nghị)[ ])?(?:{_ORDINAL}[ ])?(?:(?:của[ ])?Ban[ ][Cc]hấp[ ]hành[ ])?(?:Trung[ ]ương|TRUNG[ ]ƯƠNG|TW|T\.Ư)"
    rf"(?:[ ]Đảng)?(?:[ ](?:lần[ ]thứ[ ])?(?:\d{{1,2}}|\p{{Ll}}{{2,4}})(?=[ ,(]))?(?:[ ]Đảng)?,?[ ](?:\(?(?i:khóa)[ ][IVXL]{{1,6}}\)?|(?<=\d[ ])[IVXL]{{1,6}}\b)"
)
_SHORT_PLENUM = regex.compile(
    r"(?P<name>(?:Trung ương|TW) \d{1,2})(?:(?:,| và|, và) (?:Trung ương|TW) \d{1,2}){1,6} (?P<term>\(?(?i:khóa) [IVXL]{1,6}\)?)"
)
_PLENUM_NUMBER = regex.compile(r"\d|lần thứ")
_TERM = regex.compile(r",?[ ]\(?(?i:nhiệm kỳ)[ ]\d{4}[ ]?-[ ]?\d{4}\)?")
_YEAR = regex.compile(r"[ ](?:năm[ ])?(?P<year>(?:19|20)\d\d)(?!\d|[/.-]\d)")
_QUOTED = regex.compile(r' "(?P<name>[^"\n]{8,200})"')
_OWNER_FOLLOWS = regex.compile(r" (?:và|của) ")
_PERIOD = regex.compile(r",? (?:năm|giai đoạn|nhiệm kỳ|thời kỳ|đến năm) \d{4}")
_TITLE_REACH = 200
_OWNED = regex.compile(r" của \p{Lu}\p{L}+ \p{L}+ \p{L}+")  # by a body that makes one document of a kind
_TITLE_WORD = regex.compile(r"(?: |, (?=\p{Ll})| - )(?P<word>[\p{L}\d]+)")
_OTHER = regex.compile(r" (?:Đề án|Dự án|Chương trình|Kế hoạch|Nghị quyết|Nghị định|Quy chế|Luật|Quyết định|Chỉ thị|Kết luận)(?!\p{L})")
_AND_OTHERS = regex.compile(rf"{_OTHER.pattern}| các ")
_TOKEN = regex.compile(r"[\p{L}&]+|\d+")  # the figure of a footnote that is glued to a word is no part of it
_GAP = regex.compile(r", | - |-|/|\s")  # a name of the lexicon may go on in the next line
_AMENDS = regex.compile(r"(?i)[ ]s(?:ửa|ử|ữa|ưa) đổi(?:,? (?:và )?bổ sung)?(?: một số điều| một số nội dung| Điều \d{1,3})?(?: của)?(?: các)? (?=Luật|Bộ luật|Pháp lệnh|luật)")
_AMENDED_NUMBER = regex.compile(r",? số \d{1,3}/\d{4}/(?:UBTV)?QH ?\d{1,2}")
_DATE_FOLLOWS = regex.compile(r",? ngày \d")
_STATUTE = regex.compile(r"(?:Luật|Bộ luật|Pháp lệnh|LUẬT|BỘ LUẬT|PHÁP LỆNH)(?=[ ])")
_NUMBER_FOLLOWS = regex.compile(r",?[ ]\(?số[ ]?:?[ ]?\d{1,3}[/-]|,?[ ](?=\d{1,3}/\d{4}/)|,?[ ]ngày[ ]\d")
_ORGANISATION = regex.compile(r"(?i:Đảng|Công đoàn|Đoàn|Hội|Mặt trận|MTTQ|Liên minh|Liên hiệp|Liên đoàn|Tổng Liên đoàn|Hiệp hội)(?!\p{L})")
# A law that is being written: `dự thảo Luật Nhà giáo`, `cho đến khi Luật An toàn thực phẩm (sửa đổi) …`.
_DRAFTED = regex.compile(r"(?r)(?i:dự thảo|dự án|xây dựng|trình|cho đến khi|xem xét|thông qua|chính sách của)[ ]")
_REVISED = " (sửa đổi)"
_LAW_WORDS = 24

_STATUTES = {"luật": DocumentType.LUAT, "bộ luật": DocumentType.BO_LUAT, "pháp lệnh": DocumentType.PHAP_LENH}
#: The kinds whose names may be followed by a number: `Luật Nhà ở số 27/2023/QH15`.
STATUTES = frozenset(_STATUTES.values())
_RESOLUTIONS = {
    "nghị quyết": DocumentType.NGHI_QUYET,
    "kết luận": DocumentType.KET_LUAN,
    "quy định": DocumentType.QUY_DINH,
    "hướng dẫn": DocumentType.HUONG_DAN,
}
_CHARTERS = {"điều lệ": DocumentType.DIEU_LE, "hiến pháp": DocumentType.HIEN_PHAP, "cương lĩnh": DocumentType.KHAC}
_REGULATIONS = {
    "quy chế": DocumentType.QUY_CHE,
    "chiến lược": DocumentType.CHIEN_LUOC,
    "quy hoạch": DocumentType.QUY_HOACH,
    "đề án": DocumentType.DE_AN,
    "dự án": DocumentType.DU_AN,
    "chương trình": DocumentType.CHUONG_TRINH,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A type word that may begin a citation by name."""

    start: int
    end: int
    word: str


def scan_names(text: str) -> list[Anchor]:
    """Return every word that may begin a citation by name, in order.

    A search for each word by itself is many times faster than one pattern with all of them.
    """
    found: dict[int, Anchor] = {}
    for printed, word in _printed_words():
        position = text.find(printed)
        while position >= 0:
            if position == 0 or not text[position - 1].isalnum():
                found[position] = Anchor(position, position + len(word), word)
            position = text.find(printed, position + 1)
    return [found[position] for position in sorted(found)]


@cache
def _printed_words() -> tuple[tuple[str, str], ...]:
    """Return the printed forms, each with the space after it, and the word; in small letters only before a congress."""
    words = [*_STATUTES, *_RESOLUTIONS, *_CHARTERS, *_REGULATIONS]
    printed = [(form + " ", word) for word in words for form in (word.capitalize(), word.upper())]
    return (*printed, *((f"nghị quyết {name}", "nghị quyết") for name in ("Đại", "Trung", "đại hội", "Hội nghị", "TW")))


def read_named(text: str, anchor: Anchor, before: Draft | None = None) -> Draft | None:
    """Return the citation that begins at `anchor`, without what may follow its name, or None if it names no document.

    `before` is the last citation by name before it, whose list it may go on with.
    """
    word, start, end = anchor.word, anchor.start, anchor.end
    if word in _STATUTES:
        return _statute(text, start, end, _STATUTES[word])
    if word in _RESOLUTIONS:
        return _resolution(text, start, end, _RESOLUTIONS[word])
    if word == "cương lĩnh":
        stop = _known(text, end)
        return Draft(start, stop, DocumentType.KHAC, name=text[start:stop]) if stop else None
    if word == "hiến pháp":
        return _constitution(text, start, end)
    if word == "điều lệ":
        return _charter(text, start, end)
    return _regulation(text, start, end, _REGULATIONS[word], before)


def unborn_statutes(text: str) -> frozenset[str]:
    """Return the names of statutes that the text says are being revised: ``xây dựng Luật An toàn thực phẩm (sửa đổi)``.

    Wherever such a text says `Luật An toàn thực phẩm (sửa đổi)`, it means the one to come.
    """
    found = set()
    position = text.find(_REVISED)
    while position >= 0:
        window = text[max(position - _TITLE_REACH, 0) : position]
        for anchor in _STATUTE.finditer(window):
            stop = statute_end(window, anchor.end() + 1)
            if stop == len(window) and _DRAFTED.match(window, max(anchor.start() - 24, 0), anchor.start()):
                found.add(fold(window[anchor.end() + 1 : stop]))
        position = text.find(_REVISED, position + 1)
    return frozenset(found)


def is_revised(text: str, draft: Draft) -> bool:
    """Say whether the name is followed by ``(sửa đổi)`` and by no number or date."""
    return text.startswith(_REVISED, draft.end)


def congress_end(text: str, start: int) -> int | None:
    """Return where the name of a particular congress that begins at `start` ends: ``Đại hội XIII Công đoàn Việt Nam``."""
    match = _CONGRESS.match(text, start) or _CONGRESS_OF_TERM.match(text, start)
    if not match or regex.search(r" (?:các|này|đã|và các) ", match.group()):
        return None
    end = match.end()
    rest = end + 4 if text.startswith(" của ", end) else end
    onward = issuer_end(text, rest + 1) if text.startswith(" ", rest) and text[rest + 1 : rest + 2].isupper() else None
    return onward or end


def plenum_end(text: str, start: int) -> tuple[int, str] | None:
    """Return where the name of a plenum of the Central Committee ends, and the name: ``Trung ương 4 khóa XII``.

    In a list the last member may give the term of all: ``Trung ương 6, Trung ương 7 khóa XIII``.
    """
    match = _PLENUM.match(text, start)
    if match and _PLENUM_NUMBER.search(match.group()):
        return match.end(), match.group().replace("(", "").replace(")", "")
    short = _SHORT_PLENUM.match(text, start)
    if not short:
        return None
    return short.end("name"), f"{short['name']} {short['term'].strip('()')}"


def term_end(text: str, end: int) -> int:
    """Return where the term of office that may follow a name ends: ``, nhiệm kỳ 2023-2028``."""
    match = _TERM.match(text, end)
    return match.end() if match else end


def statute_end(text: str, start: int) -> int | None:
    """Return where the name of a statute ends that begins at `start` and is in the lexicon; diacritics may be damaged."""
    names, prefixes = _laws()
    end = None
    key = ""
    position = start
    for _ in range(_LAW_WORDS):
        match = _TOKEN.match(text, position)
        if not match:
            break
        key = f"{key} {fold(match.group())}" if key else fold(match.group())
        if key not in prefixes:
            break
        position = match.end()
        if key in names:
            end = position
        gap = _GAP.match(text, position)
        if not gap:
            break
        position = gap.end()
    return end


def _resolution(text: str, start: int, end: int, kind: DocumentType) -> Draft | None:
    name = end + 1
    known = _known(text, end)
    if known:
        return Draft(start, known, kind, name=text[name:known])
    stop = congress_end(text, name) if kind is DocumentType.NGHI_QUYET else None
    if stop:
        return Draft(start, term_end(text, stop), kind, name=text[name:stop])
    plenum = plenum_end(text, name)
    return Draft(start, plenum[0], kind, name=plenum[1]) if plenum else None


def _known(text: str, end: int) -> int | None:
    """Return where the name of a well-known regulation ends: ``Quy định |thi hành Điều lệ Đảng``."""
    return next((end + 1 + len(name) for name in load("named_documents")["known"] if text.startswith(name, end + 1)), None)


def _constitution(text: str, start: int, end: int) -> Draft | None:
    year = _YEAR.match(text, end)
    if year:
        return Draft(start, year.end(), DocumentType.HIEN_PHAP, name=year["year"])
    state = regex.compile(r" nước Cộng hòa xã hội chủ nghĩa Việt Nam").match(text, end)
    if state:
        year = _YEAR.match(text, state.end())
        return Draft(start, year.end() if year else state.end(), DocumentType.HIEN_PHAP, name=text[end + 1 : state.end()])
    return Draft(start, end, DocumentType.HIEN_PHAP, name=text[start:end])


def _statute(text: str, start: int, end: int, kind: DocumentType) -> Draft | None:
    first = _TOKEN.match(text, end + 1)
    if not first or first.group() in load("named_documents")["not_laws"]:
        return None
    amends = _AMENDS.match(text, end)
    if amends:
        stop = _amended(text, amends.end())
    else:
        stop = statute_end(text, end + 1) or _unknown_statute(text, end + 1)
    if not stop:
        return None
    if text.startswith(_REVISED + " ngày", stop):
        stop += len(_REVISED)
    year = _YEAR.match(text, stop)
    if not year and _DRAFTED.match(text, max(start - 24, 0), start):
        return None
    return Draft(start, year.end() if year else stop, kind, name=text[end + 1 : stop].replace("\n", " "))


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
        link = regex.compile(r", và |, | và ").match(text, end)
        if not link or not text[link.end() : link.end() + 1].isupper():
            break
        position = link.end()
    return end


def _unknown_statute(text: str, start: int) -> int | None:
    """Return where a name that is not in the lexicon ends: at a number or a date, or else at the first word that ends it."""
    lexicon = load("named_documents")
    stops = lexicon["stops"]
    first = _TOKEN.match(text, start)
    if not first or first.group().casefold() in (*lexicon["not_laws"], *stops):
        return None
    end = position = first.end()
    for count in range(_LAW_WORDS):
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


def _charter(text: str, start: int, end: int) -> Draft | None:
    """Return the charter of the party or of an organisation; those of companies and schools are a kind of documents."""
    if not _ORGANISATION.match(text, end + 1):
        return None
    stop = issuer_end(text, end + 1)
    if not stop:
        return None
    stop = end + 1 + len(_OWNER_FOLLOWS.split(text[end + 1 : stop])[0])
    return Draft(start, stop, DocumentType.DIEU_LE, name=text[end + 1 : stop])


def _regulation(text: str, start: int, end: int, kind: DocumentType, before: Draft | None) -> Draft | None:
    """Return a project, a programme or a regulation by its title: ``Đề án "Xây dựng xã hội học tập"``.

    The capital inside a sentence says that the words are a name; the words before it must say that it exists, not that it
    is to be written (``xây dựng Đề án …``).
    """
    listed = before is not None and before.doc_type in _REGULATIONS.values() and text[before.end : start] in (" và ", ", ")
    if not listed and not _in_force().match(text, max(start - 60, 0), start):
        return None
    if text[start:end].isupper():
        return None  # a heading
    quoted = _QUOTED.match(text, end)
    if quoted:
        return Draft(start, quoted.end(), kind, name=quoted["name"])
    lexicon = load("named_documents")["regulations"]
    first = _TITLE_WORD.match(text, end)
    if not first or first["word"] in lexicon["no_title"] or first["word"].isdigit():
        return None
    stop = _title_end(text, end, frozenset(lexicon["stops"]))
    name = text[end + 1 : stop]
    if name.count(" ") < 2 or text.startswith((" ban hành", " kèm theo"), stop):
        return None  # too little for a name, or part of the decision that promulgates it
    if not _is_general(text, stop, name, kind):
        return Draft(start, stop, kind, name=name)
    owned = _OWNED.search(text, end, stop) if kind is not DocumentType.QUY_CHE or name.startswith("làm việc") else None
    stop = issuer_end(text, owned.start() + len(" của "), joint=True) if owned else None
    return Draft(start, term_end(text, stop), kind, name=text[end + 1 : stop]) if stop else None


def _is_general(text: str, stop: int, name: str, kind: DocumentType) -> bool:
    """Say whether a title only describes: a programme in small letters is a campaign, unless its year or term is given."""
    lexicon = load("named_documents")["regulations"]
    if name.startswith(tuple(lexicon["kinds"])):
        return True
    if name[0].isupper() or kind not in (DocumentType.QUY_CHE, DocumentType.CHUONG_TRINH):
        return False
    return not (name.startswith(tuple(lexicon["programmes"])) or name[-4:].isdigit() or _PERIOD.match(text, stop))


def _title_end(text: str, start: int, stops: frozenset[str]) -> int:
    stop = start
    for match in _TITLE_WORD.finditer(text, start, min(start + _TITLE_REACH, len(text))):
        goes_on = match.start() == stop and (match["word"] not in stops or text.startswith("trên địa bàn", match.start("word")))
        if not goes_on or _OTHER.match(text, match.start()) or (match["word"] == "và" and _AND_OTHERS.match(text, match.end())):
            break
        stop = match.end()
    return start + len(text[start:stop].removesuffix(" và"))


@cache
def _in_force() -> regex.Pattern[str]:
    """Return the pattern, read backwards, of the words after which the name of an existing regulation stands."""
    lexicon = load("named_documents")["regulations"]
    before = "|".join(sorted(lexicon["before"], key=len, reverse=True))
    manner = "|".join(sorted(lexicon["manner"], key=len, reverse=True))
    return regex.compile(rf"(?r)(?i:\b(?:{before})(?:,? (?:{manner})){{0,3}} )")


@cache
def _laws() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded names of statutes, and all their beginnings."""
    names = {" ".join(fold(word) for word in _TOKEN.findall(name)) for name in load("named_documents")["laws"]}
    beginnings = {name[: match.start()] for name in names for match in regex.finditer(r" |$", name)}
    return frozenset(names), frozenset(beginnings)
