"""The head of a document: where it ends, and which of its lines are letterhead, type line, title and addressees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.numbering import Family, read_marker
from extractor.outline.paragraphs import hangs, is_shouted
from extractor.outline.shapes import EDGES, fold
from extractor.outline.strips import Strip, columns
from schemas.vocabulary import DocumentType

__all__ = ["Head", "is_letterhead_line", "read_head", "type_of_line"]

#: A letterhead is at most this many lines; a title at most this many.
_REACH = 80
_TITLE_LINES = 15

_NUMBER = regex.compile(
    r"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh) số\s?:|S[ốóôo6]\s?[:.;,]|S[ốỐ]\s*[\d/]|SỐ\s?:|\d{0,5}\s?[-/]\s?\p{Lu}{2,6}\s?[-/]"
)
#: What stands before the blank that a draft leaves for its number or its date.
_BLANK = regex.compile(r"^\W{0,3}S[ốóôo6Ố]\s?[:.;,]?$|(?<!\p{L})(?:ngày|tháng|năm)$")
_DATE = regex.compile(
    r"ng[àa]y.{0,24}th[áa]ng.{0,16}(?:năm|20\d\d)|ng[àa]y.{0,40}năm\s?\d{4}|ng[àa]y\s?\d{1,2}[/-]\d{1,2}[/-]\d{4}|^\d{1,2} tháng \d{1,2} năm \d{4}$",
    regex.IGNORECASE,
)
_SUBJECT = regex.compile(r"(?:V/v|v/v|V/V|VV|Về việc|\(V/v)\b\s?[:.]?\s?", regex.IGNORECASE)
_ADDRESS = regex.compile(r"\W{0,3}K[íi]nh (?:gửi|gởi|gùi|gủi)\b\s?[:;.]?\s*", regex.IGNORECASE)
_MOTTO = regex.compile(r"\W{0,3}\p{L}{2,3}c\s?l\p{L}p\b.{0,4}T\p{L}\s?do\b", regex.IGNORECASE)
_MOTTO_PLACE = regex.compile(r"(?:Độc|ĐỘC|Đôc|Dộc)\s?[lL][ậâẬ][pP]\b")
_TITLES = regex.compile(
    r"C\p{Lu}NG ?H\p{Lu}{1,2}A?\W{0,3}X\p{Lu} ?H\p{Lu}I ?CH|ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH"
)
_PLACE_AND_DATE = regex.compile(r"(?:TP\.? ?)?\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,4}\s?,\s{0,3}ng[àa]y")
_BODY_KIND = regex.compile(
    r"(?:Ủy ban|Uỷ ban|UBND|Bộ|Sở|Ban|Đảng (?:ủy|bộ)|Tỉnh (?:ủy|đoàn)|Huyện (?:ủy|đoàn)|Thành (?:ủy|đoàn)|Hội|Liên đoàn|Công đoàn|Trường|Phòng|Chi bộ|Chi cục|"
    r"Cục|Tổng cục|Trung tâm|Văn phòng|Công ty|Tập đoàn|Bệnh viện|Đoàn|LĐLĐ|CĐCS)\b"
)
_OF_ISSUER = regex.compile(
    r"c[ủu]a (?:Ban|Bộ Chính trị|Ủy ban|Đảng|Tỉnh|Thành|Huyện|Thị|Quận|Đoàn|Đại hội|Hội|Chi|Thường)", regex.IGNORECASE
)
_PROMULGATED = regex.compile(r"\((?:được )?(?:ban hành )?kèm theo|\(Phê duyệt", regex.IGNORECASE)


@dataclass(slots=True)
class Head:
    """The strips of a head by what they are, and where the text after it begins.

    Attributes:
        letterhead: Bodies, titles of the state, number, place and date, marks of urgency; taken apart into columns.
        subject: The `V/v …` lines of an official letter.
        type_line: The strips of the type line.
        doc_type: What the type line says.
        title: The strips of the trích yếu.
        addressees: The strips of `Kính gửi …`.
        promulgated: It says that it was promulgated with another document.
        end: Index of the first strip after the head.
    """

    letterhead: list[Strip] = field(default_factory=list)
    subject: list[Strip] = field(default_factory=list)
    type_line: list[Strip] = field(default_factory=list)
    doc_type: DocumentType | None = None
    title: list[Strip] = field(default_factory=list)
    addressees: list[Strip] = field(default_factory=list)
    promulgated: bool = False
    end: int = 0


@cache
def _type_lines() -> dict[str, DocumentType]:
    return {fold(line): DocumentType[kind.upper()] for line, kind in load("document_types")["lines"].items()}


@cache
def _type_openings() -> regex.Pattern[str]:
    lines = sorted(load("document_types")["lines"], key=len, reverse=True)
    return regex.compile(rf"(?:{'|'.join(regex.escape(line.upper()) for line in lines)})(?=[\s:]+\S)")


def type_of_line(text: str) -> DocumentType | None:
    """Return the type that `text` names, if it is a type line: nothing else on it, in capitals or alone."""
    if len(text) > 60 or text.rstrip().endswith(":"):
        return None
    bare = text.strip(EDGES).rstrip("0123456789")  # of a footnote
    if not bare or not (bare.isupper() or (bare[:1].isupper() and len(bare) < 16)):
        return None
    return _type_lines().get(fold(bare))


def read_head(strips: Sequence[Strip], noise: Sequence[int], first: int, limit: int) -> Head | None:
    """Return the head that begins at strip `first`; None if there is none."""
    head = Head(end=first)
    signals = 0
    index = first
    last_signal = first
    while index < min(limit, first + _REACH):
        strip = strips[index]
        if noise[index]:
            index += 1
            continue
        if found := _type_line_at(strips, noise, index, limit):
            head.doc_type, head.type_line = found
            index += len(head.type_line)
            head.end = _read_title(head, strips, noise, index, limit)
            return head
        if _ADDRESS.match(strip.text):
            if not signals and not head.subject:
                return None
            head.end = _read_addressees(head, strips, noise, index, limit)
            return head
        if signals + len(head.letterhead) and _PROMULGATED.match(strip.text):
            head.promulgated = True
            head.end = index + 1
            return head
        parts = [part for column in _head_columns(strip) for part in _side_by_side(column)]
        kinds = [_is_signal(part.text) for part in parts]
        if head.subject and not strip.gap and strip.text[0].islower() and len(parts) == 1 and len(strip.text) < 90:
            head.subject.append(strip)
            last_signal = index + 1
        elif all(kind is not None for kind in kinds):
            for part in parts:
                (head.subject if _SUBJECT.match(part.text) else head.letterhead).append(part)
            signals += sum(1 for kind in kinds if kind)
            last_signal = index + 1
        elif (
            head.subject
            and len(strip.text) < 90
            and len(head.subject) < 12
            and not read_marker(strip.text)
            and not strip.gap
        ):
            head.subject.append(strip)
            last_signal = index + 1
        elif opening := _type_openings().match(strip.text):
            _split_type_line(head, strip, opening.end())
            head.end = _read_title(head, strips, noise, index + 1, limit)
            return head
        elif _is_speck(strip.text) or (len(strip.text) < 70 and _title_of_state_near(strips, index, limit)):
            head.letterhead.append(strip)
        else:
            break
        index += 1
    if not signals and not head.subject:
        return None
    head.end = last_signal
    head.letterhead = [part for part in head.letterhead if part.line < (strips[last_signal - 1].line + 1)]
    return head


def _type_line_at(
    strips: Sequence[Strip], noise: Sequence[int], index: int, limit: int
) -> tuple[DocumentType, list[Strip]] | None:
    kind = type_of_line(strips[index].text)
    if kind is None:
        return None
    following = index + 1
    if following < limit and not noise[following]:
        longer = type_of_line(f"{strips[index].text} {strips[following].text}")
        if longer is not None:
            return longer, [strips[index], strips[following]]
    return kind, [strips[index]]


def _split_type_line(head: Head, strip: Strip, end: int) -> None:
    """Part a type line from the title that stands on the same line."""
    words = strip.text[:end]
    rest = strip.text[end:].lstrip(" :")
    begin = strip.end - len(rest)
    head.doc_type = _type_lines()[fold(words)]
    head.type_line = [replace(strip, end=strip.start + end, text=words)]
    head.title = [replace(strip, start=begin, text=rest)]


def _head_columns(strip: Strip) -> list[Strip]:
    """Part the columns of a line of a letterhead; the blank that a draft leaves in its number or its date is no gutter."""
    parts = columns(strip)
    whole: list[Strip] = []
    for part in parts:
        if whole and _BLANK.search(whole[-1].text):
            before = whole.pop()
            part = replace(before, end=part.end, text=strip.text[before.start - strip.start : part.end - strip.start])
        whole.append(part)
    return whole


def _side_by_side(strip: Strip) -> list[Strip]:
    """Part two columns that a scanner ran together, at the fixed phrase that the right-hand one begins with."""
    for pattern in (_TITLES, _MOTTO_PLACE, _PLACE_AND_DATE):
        match = pattern.search(strip.text)
        if match and match.start() > 1:
            left = strip.text[: match.start()].rstrip()
            if pattern is _PLACE_AND_DATE and not _NUMBER.match(left.lstrip(EDGES)):
                continue
            right = replace(
                strip,
                start=strip.start + match.start(),
                text=strip.text[match.start() :],
                indent=strip.indent + match.start(),
            )
            return [replace(strip, end=strip.start + len(left), text=left), right] if left else [right]
    return [strip]


def is_letterhead_line(text: str) -> bool:
    """Say whether `text` is surely a line of a letterhead: a number, a place and date, a title of the state."""
    return _is_signal(text) is True


def _is_signal(text: str) -> bool | None:
    """Say whether `text` is a line of a letterhead: True surely, False possibly (a name in capitals), None not."""
    bare = text.strip(EDGES)
    if _NUMBER.match(bare) or _TITLES.search(text) or _MOTTO.match(text) or _SUBJECT.match(text):
        return True
    if len(text) < 100 and (_DATE.search(text) or _PLACE_AND_DATE.match(text)) and not text.endswith((";", ":")):
        return True
    letters = sum(map(str.isalpha, text))
    if not letters:
        return False
    if letters > 1 and sum(map(str.isupper, text)) >= 0.7 * letters and len(text) < 140 and read_marker(text) is None:
        return False
    if len(text) < 70 and _BODY_KIND.match(text) and not text.endswith((".", ";", ":", ",")):
        return False
    return None


def _title_of_state_near(strips: Sequence[Strip], index: int, limit: int) -> bool:
    return any(_TITLES.search(strip.text) for strip in strips[index + 1 : min(limit, index + 12)])


def _is_speck(text: str) -> bool:
    """Say whether `text` is what a scanner makes of a stamp or a stain."""
    return sum(map(str.isalpha, text)) < 4 or (len(text) < 12 and " " not in text and not text[0].isupper())


@cache
def _preamble() -> regex.Pattern[str]:
    openings = "|".join(map(regex.escape, load("letterhead")["preamble"]["openings"]))
    return regex.compile(rf"(?:{openings})")


def _read_title(head: Head, strips: Sequence[Strip], noise: Sequence[int], index: int, limit: int) -> int:
    """Gather the title from strip `index` on; return where the text after the head begins."""
    title = head.title
    while index < limit and len(title) < _TITLE_LINES:
        strip = strips[index]
        text = strip.text
        if noise[index]:
            if title:
                break
            index += 1
            continue
        if _PROMULGATED.match(text):
            head.promulgated = True
            break
        if not title and _OF_ISSUER.match(text):
            head.type_line.append(strip)  # `CHỈ THỊ` / `CỦA BAN THƯỜNG VỤ TỈNH ỦY`, as the party writes
            index += 1
            continue
        if _ends_title(title, strip, strips, index, limit):
            break
        title.append(strip)
        index += 1
    while index < limit and (noise[index] or _PROMULGATED.match(strips[index].text)):
        head.promulgated |= bool(_PROMULGATED.match(strips[index].text))
        index += 1
    if index < limit and _ADDRESS.match(strips[index].text):
        return _read_addressees(head, strips, noise, index, limit)
    return index


def _ends_title(title: list[Strip], strip: Strip, strips: Sequence[Strip], index: int, limit: int) -> bool:
    text = strip.text
    if _ADDRESS.match(text) or type_of_line(text):
        return True
    marker = read_marker(text)
    if marker and marker.family is not Family.ENCLOSED and (title or marker.family <= Family.ROMAN):
        return True
    if not title:
        return False
    before = title[-1].text
    if text[0].islower() or hangs(before):
        return False
    if is_shouted(text) and not is_shouted(before):
        return True
    if _preamble().match(text):
        return True
    return _is_prose(strips, index, limit)


def _is_prose(strips: Sequence[Strip], index: int, limit: int) -> bool:
    """Say whether the lines from `index` to the next blank one make sentences."""
    if len(strips[index].text) > 200:
        return True
    for position in range(index, min(limit, index + 8)):
        if position > index and strips[position].gap:
            return False
        if strips[position].text.endswith((".", ";", ":")):
            return True
    return False


def _read_addressees(head: Head, strips: Sequence[Strip], noise: Sequence[int], index: int, limit: int) -> int:
    """Gather the lines of `Kính gửi`; return where the text after them begins."""
    head.addressees.append(strips[index])
    index += 1
    while index < limit and len(head.addressees) < 40:
        strip = strips[index]
        text = strip.text
        if noise[index] or _is_speck(text):
            index += 1
            continue
        before = head.addressees[-1].text
        listed = text[0] in "-+*•~." or (read_marker(text) is not None and before.endswith((";", ":")))
        open_ended = before.endswith((":", ";", ",")) or text[0].islower()
        if not listed and not (open_ended and len(text) < 120 and not _preamble().match(text)):
            if not (_is_speck(text[:4]) and "-" in text[:8]):
                break
        head.addressees.append(strip)
        index += 1
    return index
