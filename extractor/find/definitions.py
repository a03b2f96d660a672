"""Abbreviations that a document defines for itself."""

from __future__ import annotations

from extractor.patterns import compile_plain
from extractor.reading import Reading

__all__ = ["find_definitions"]

_CALLED = compile_plain(
    r"\((?:(?:sau đây|dưới đây) (?:gọi|viết) (?:chung |tắt )?là|(?:viết|gọi) tắt(?: là)?|gọi chung là):? ?"
    r"\"?(?P<short>[^()\n\"]{2,40}+)\"?\)"
)
_SHORT = compile_plain(r"\((?P<short>\p{Lu}[\p{Lu}&-]{1,9}+(?: \p{Ll}{2,8}){0,2}+)\)")
_LONG = compile_plain(r"(?P<long>\p{Lu}[\p{L}' ,-]{3,120}+)[ \"]$")
_ACRONYM = compile_plain(r"\p{Lu}{2}")
_INITIALS = compile_plain(r"\p{Lu}{3,9}")
_BEGINS = compile_plain(r"(?:^|[,;:.\n] |\b(?:của|do|với|cho|và|giao|lập) )(?=(\p{Lu}\p{Ll}+ [^,;:.()\n]{3,100}$))")
_SENTENCE = compile_plain(r"[.;:()]|(?<!\p{L})(?:và các|do|là|được)(?!\p{L})")
#: Words that initials pass over.
_SKIPPED = frozenset({"và", "-", ",", "các", "của"})


def find_definitions(reading: Reading) -> dict[str, str]:
    """Return the abbreviations that the text defines, each with what it stands for.

    `Liên đoàn Lao động tỉnh Đắk Lắk (sau đây gọi tắt là LĐLĐ tỉnh)` and `Hội đồng thuốc và điều trị (HĐTĐT)` define;
    the latter only where the initials agree.
    """
    text = reading.text
    found: dict[str, str] = {}
    if "(" not in text:
        return found
    for match in _CALLED.finditer(text):
        short = match["short"].strip()
        if part := _part_by_initials(text, match.start(), short):
            found.setdefault(*part)
            continue
        long = (
            _by_initials(text, match.start(), short)
            or _by_beginning(text, match.start(), short)
            or _by_capital(text, match.start())
        )
        # A short name that is itself a name (`Đảng ủy xã` for `Ban Chấp hành Đảng bộ xã`) is what the body is called.
        if long and (_ACRONYM.match(short) or long.startswith(short)):
            found.setdefault(short, long)
    for match in _SHORT.finditer(text):
        if long := _by_initials(text, match.start(), match["short"]):
            found.setdefault(match["short"], long)
    return found


def _by_initials(text: str, position: int, short: str) -> str | None:
    """Return the words before `position` whose initials are the letters of `short`, or None."""
    letters = [char for char in short.split(" ")[0] if char.isalpha()]
    rest = short.split(" ")[1:]
    before = text[max(0, position - 140) : position].rsplit("\n", 1)[-1].split()
    at = len(before)
    tail: list[str] = []
    if rest:  # `LĐLĐ tỉnh` for `Liên đoàn Lao động tỉnh Đắk Lắk`
        places = [index for index, word in enumerate(before) if word == rest[0]]
        if not places:
            return None
        tail = before[places[-1] :]
        at = places[-1]
    while letters and at:
        at -= 1
        word = before[at].strip(",;")
        if word[:1].upper() == letters[-1]:
            letters.pop()
        elif word.lower() not in _SKIPPED:
            return None
    if letters or not before[at][:1].isupper():
        return None
    end = len(before) - len(tail)
    return " ".join([*before[at:end], *tail]).strip(",; ")


def _part_by_initials(text: str, position: int, short: str) -> tuple[str, str] | None:
    """Return the initials in `short` with what they stand for: `Cục Hàng không Việt Nam (viết tắt là Cục HKVN)`."""
    head, _, initials = short.rpartition(" ")
    if not head or not _INITIALS.fullmatch(initials):
        return None
    long = _by_initials(text, position, initials)
    begin = text.rfind(long, 0, position) if long else -1
    return (initials, long) if long and text.endswith(f"{head} ", 0, begin) else None


def _by_beginning(text: str, position: int, short: str) -> str | None:
    """Return the name before `position` that begins with `short`: `Ban Chỉ đạo an toàn … (gọi tắt là Ban Chỉ đạo)`."""
    if _ACRONYM.match(short) or not short[0].isupper() or " " not in short:
        return None
    begin = text.rfind(f"{short} ", max(0, position - 250, text.rfind("\n", 0, position)), position)
    long = text[begin:position].strip(" ,") if begin >= 0 else ""
    return long if long and not _SENTENCE.search(long) else None


def _by_capital(text: str, position: int) -> str | None:
    """Return the run of words that begins with the last capital head before `position`."""
    before = text[max(0, position - 120) : position].rstrip()
    starts = [match.start(1) for match in _BEGINS.finditer(before)]
    return before[starts[-1] :] if starts else None
