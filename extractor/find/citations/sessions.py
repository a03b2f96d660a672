"""Names of congresses and plenums, whose resolutions are cited by them: ``Đại hội XIII Công đoàn Việt Nam``."""

from __future__ import annotations

from extractor.find.citations.issuers import issuer_end
from extractor.patterns import compile_plain

__all__ = ["congress_end", "plenum_end", "term_end"]

_ORDINAL = r"(?:lần[ ]thứ[ ](?:[IVXL]{1,6}|\d{1,2}|\p{Ll}{2,6}(?:[ ]mươi)?(?:[ ]\p{Ll}{2,4})?)|[IVXL]{1,6})(?!\p{L})"
_WORD = r"[\p{L}\d&.-]{1,20}"
_CONGRESS = compile_plain(rf"(?i:đại[ ]hội)(?:[ ](?!(?:lần|nhiệm|và|của)\b){_WORD}){{0,12}}?[ ]{_ORDINAL}")
_CONGRESS_OF_TERM = compile_plain(
    rf"(?i:đại[ ]hội)(?:[ ](?!(?:lần|nhiệm|và|của|các)\b){_WORD}){{1,12}}?(?=,?[ ]nhiệm[ ]kỳ[ ]\d{{4}})"
)
_IN_GENERAL = (" các ", " này ", " đã ")
#: The letters with which the name of a congress, and that of a plenum, may begin.
_OF_CONGRESS = "đĐ"
_OF_PLENUM = "hHlIVXLcBT"
_PLENUM = compile_plain(
    rf"(?:(?i:hội[ ]nghị)[ ])?(?:{_ORDINAL}[ ])?(?:(?:của[ ])?Ban[ ][Cc]hấp[ ]hành[ ])?"
    r"(?:Trung[ ]ương|TRUNG[ ]ƯƠNG|TW|T\.Ư)(?:[ ]Đảng)?(?:[ ](?:lần[ ]thứ[ ])?(?:\d{1,2}|\p{Ll}{2,4})(?=[ ,(]))?"
    r"(?:[ ]Đảng)?,?[ ](?:\(?(?i:khóa)[ ][IVXL]{1,6}\)?|(?<=\d[ ])[IVXL]{1,6}\b)"
)
_SHORT_PLENUM = compile_plain(
    r"(?P<name>(?:Trung ương|TW) \d{1,2})(?:(?:,| và|, và) (?:Trung ương|TW) \d{1,2}){1,6}"
    r" (?P<term>\(?(?i:khóa) [IVXL]{1,6}\)?)"
)
_PLENUM_NUMBER = compile_plain(r"\d|lần thứ")
_TERM = compile_plain(r",?[ ]\(?(?i:nhiệm kỳ)[ ]\d{4}[ ]?-[ ]?\d{4}\)?")


def congress_end(text: str, start: int) -> int | None:
    """Return where the name of a particular congress ends: ``Đại hội XIII Công đoàn Việt Nam``."""
    if text[start : start + 1] not in _OF_CONGRESS:
        return None
    match = _CONGRESS.match(text, start) or _CONGRESS_OF_TERM.match(text, start)
    if not match or any(word in match.group() for word in _IN_GENERAL):
        return None
    end = match.end()
    rest = end + 4 if text.startswith(" của ", end) else end
    onward = issuer_end(text, rest + 1) if text.startswith(" ", rest) and text[rest + 1 : rest + 2].isupper() else None
    return onward or end


def plenum_end(text: str, start: int) -> tuple[int, str] | None:
    """Return where the name of a plenum of the Central Committee ends, and the name: ``Trung ương 4 khóa XII``.

    In a list the last member may give the term of all: ``Trung ương 6, Trung ương 7 khóa XIII``.
    """
    if text[start : start + 1] not in _OF_PLENUM:
        return None
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
