"""From strips to the documents on them: each with its head, its body, its close and what is attached to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.landmarks import Landmark, find_landmarks
from extractor.outline.letterhead import Head, read_head, type_of_line
from extractor.outline.numbering import Family, read_marker
from extractor.outline.paragraphs import is_shouted
from extractor.outline.strips import Strip

__all__ = ["Sheet", "part_sheets"]

#: Something to fill in; an ellipsis right after a word means only "and so on".
_BLANKS = regex.compile(
    r"…{2,}|\.{5,}|_{4,}|(?:… ?\.?){3,}|(?:^|[\s:(/])(?:…|\.{3,})|(?:ngày|tháng|năm|số|giờ) ?(?:…|\.{2,})"
)
#: The heading of an annex, alone on its line.
_ANNEX = regex.compile(r"(?:PHỤ LỤC|Phụ lục)(?: (?:SỐ|số))?(?: ?[IVX\d]{1,5}\p{Lu}?)?\s?[.:]?$")
#: A number or a date that has been filled in.
_FILLED = regex.compile(
    r"S[ốóôo6Ố]\s?[:.;,]?\s*\d{1,5}\s?[-/]|ng[àa]y\s?\d{1,2}\s?th[áa]ng\s?\d{1,2}\s?n[ăa]m\s?\d{4}|th[áa]ng\s?\d{1,2}\s?n[ăa]m\s?\d{4}"
)
#: A closing block is at most this many lines.
_CLOSE_LINES = 90
_POSITION = regex.compile(
    r"(?:KT\. ?|Q\. ?|PHÓ )?(?:BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHỦ NHIỆM|CỤC TRƯỞNG|VỤ TRƯỞNG|TRƯỞNG BAN|CHÁNH VĂN PHÒNG|"
    r"BÍ THƯ|HIỆU TRƯỞNG|THỦ TƯỚNG|THỐNG ĐỐC|TỔNG THANH TRA|CHÁNH ÁN|VIỆN TRƯỞNG|CHỦ NHIỆM|TRƯỞNG PHÒNG|CHỈ HUY TRƯỞNG|TỔNG CỤC TRƯỞNG)(?: \p{Lu}+){0,5}\W{0,3}$"
)


@dataclass(slots=True)
class Sheet:
    """One document, or one attachment, as ranges of strips.

    Attributes:
        first: Its first strip.
        head: Its head, None where it has none.
        body: Index of the first strip after the head.
        close: Index of the first strip of the closing block; the end where it has none.
        end: Index after its last strip.
        attached: It is an annex without sections of its own.
        blank: It is a form to fill in.
        stray: The strips of a letterhead that the text brings after the title.
    """

    first: int
    head: Head | None
    body: int
    close: int
    end: int
    attached: bool = False
    blank: bool = False
    stray: range = range(0)


def part_sheets(text: str, strips: Sequence[Strip], noise: Sequence[int]) -> list[Sheet]:
    """Return the documents on `strips`, in order; they cover all strips."""
    landmarks = find_landmarks(text, strips, noise)
    places = [index for index, _ in landmarks]
    sheets: list[Sheet] = []
    first = 0
    while first < len(strips):
        sheet = _read_sheet(strips, noise, landmarks, places, first)
        if sheets:
            _classify(sheet, strips)
        if len(sheets) == 1 and _is_stray_letterhead(sheets[0], sheet):
            sheet = _reunite(sheets.pop(), sheet)
        sheets.append(sheet)
        first = sheet.end
    return sheets


def _read_sheet(
    strips: Sequence[Strip],
    noise: Sequence[int],
    landmarks: list[tuple[int, Landmark]],
    places: list[int],
    first: int,
) -> Sheet:
    count = len(strips)
    head = read_head(strips, noise, first, count)
    body = head.end if head else first
    close = end = None
    for index, kind in landmarks[bisect_left(places, body) :]:
        if kind is Landmark.NATIONAL:
            end = _back_over_names(strips, index, body)
            break
        if kind is Landmark.RECIPIENTS or _is_signature(strips, index):
            close = _back_over_positions(strips, noise, index, body)
            end = _end_of_close(strips, noise, max(close, index), count)
            break
    if end is None:
        close, end = _unannounced_close(strips, noise, body, count)
    elif close is None:
        found, _ = _unannounced_close(strips, noise, max(body, end - 40), end)
        close = found
    if close is None:
        close = end = _start_of_annex(strips, noise, body + 1, end)
    return Sheet(first, head, body, close, max(end, first + 1))


def _start_of_annex(strips: Sequence[Strip], noise: Sequence[int], first: int, end: int) -> int:
    """Return where the first annex begins that no signature announces; `end` if there is none."""
    for index in range(first, end):
        text = strips[index].text
        if text[0] in "Pp" and len(text) < 24 and _ANNEX.match(text) and not noise[index]:
            return index
    return end


def _is_stray_letterhead(main: Sheet, sheet: Sheet) -> bool:
    """Say whether `sheet` is but the letterhead of `main`, which the text brings after the title and the preamble."""
    head = main.head
    return (
        head is not None
        and bool(head.type_line)
        and not head.letterhead
        and main.close == main.end
        and sheet.head is not None
        and not sheet.head.type_line
        and _is_filled(sheet.head)
    )


def _reunite(main: Sheet, rest: Sheet) -> Sheet:
    head = main.head
    if head and rest.head:
        head.letterhead = rest.head.letterhead
        head.subject = rest.head.subject
    return Sheet(main.first, head, main.body, rest.close, rest.end, stray=range(rest.first, rest.body))


def _is_filled(head: Head) -> bool:
    """Say whether a letterhead has its number or its date: it is that of a document, not of a form."""
    return any(_FILLED.search(strip.text) for strip in head.letterhead)


def _is_signature(strips: Sequence[Strip], index: int) -> bool:
    """Say whether the `TM.`, `KT.` of a strip signs: it stands at the beginning of the line or of a column, in capitals."""
    text = strips[index].text
    return len(text) < 160 and (
        is_shouted(text)
        or bool(regex.search(r"(?:^|\s{2}|[;:.,] )\W{0,3}(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?[.,]\s?\p{Lu}{2}", text))
    )


def _back_over_positions(strips: Sequence[Strip], noise: Sequence[int], index: int, least: int) -> int:
    """Return where the block that a landmark at `index` belongs to begins."""
    line = strips[index].line
    while index > least and (strips[index - 1].line == line or noise[index - 1]):
        index -= 1
    while index < len(strips) and noise[index]:
        index += 1
    return index


def _back_over_names(strips: Sequence[Strip], index: int, least: int) -> int:
    """Return where the letterhead that a title of the state at `index` belongs to begins."""
    line = strips[index].line
    begin = index
    while begin > least and (
        strips[begin - 1].line == line or (line - strips[begin - 1].line <= 4 and is_shouted(strips[begin - 1].text))
    ):
        begin -= 1
    return begin


@cache
def _attachment_heads() -> tuple[tuple[str, ...], tuple[str, ...]]:
    attachments = load("closing")["attachments"]
    return tuple(attachments["annexes"]), tuple(attachments["forms"])


def _is_attachment_head(strip: Strip) -> bool:
    annexes, forms = _attachment_heads()
    text = strip.text.lstrip("¬~-_ .:")
    return len(text) < 120 and not strip.column and text.startswith(annexes + forms)


def _end_of_close(strips: Sequence[Strip], noise: Sequence[int], index: int, count: int) -> int:
    """Return where the closing block that begins at `index` ends: before an attachment or another document."""
    limit = min(count, index + _CLOSE_LINES)
    for position in range(index + 1, limit):
        if noise[position]:
            continue
        strip = strips[position]
        if _is_attachment_head(strip) or type_of_line(strip.text):
            return position
        if "CH" in strip.text and regex.search(r"C\p{Lu}NG ?H\p{Lu}{1,2}A?\W{0,3}X\p{Lu} ?H\p{Lu}I", strip.text):
            return _back_over_names(strips, position, index + 1)
        if strip.text.startswith("ĐẢNG CỘNG SẢN VIỆT NAM"):
            return _back_over_names(strips, position, index + 1)
        marker = read_marker(strip.text)
        if (
            marker
            and marker.family <= Family.ROMAN
            and not marker.weak
            and marker.path[-1:] == (1,)
            and strip.text[:1].isupper()
        ):
            return position
    return limit


def _unannounced_close(strips: Sequence[Strip], noise: Sequence[int], first: int, count: int) -> tuple[int | None, int]:
    """Return where a signature without `TM.` or `Nơi nhận` begins and ends: a position in capitals, then a name."""
    for index in range(first, count):
        text = strips[index].text
        if len(text) < 60 and text.isupper() and _POSITION.match(text) and not noise[index]:
            following = [strip.text for strip in strips[index + 1 : index + 8]]
            if any(regex.fullmatch(r"(?:\p{Lu}\p{Ll}+ ?){2,5}", name) for name in following) or index + 3 >= count:
                return index, _end_of_close(strips, noise, index, count)
    return None, count


def _classify(sheet: Sheet, strips: Sequence[Strip]) -> None:
    """Say whether a sheet after the first is a document, an annex or a blank form."""
    lines = strips[sheet.first : sheet.end]
    blanks = sum(1 for strip in lines if _BLANKS.search(strip.text))
    _, forms = _attachment_heads()
    opening = lines[0].text.lstrip("¬~-_ .:")
    head = sheet.head
    filled = head is not None and _is_filled(head)
    sheet.blank = blanks * (4 if filled else 12) > len(lines) or (
        opening.startswith(forms) and not (head and head.promulgated)
    )
    promulgated = head is not None and head.promulgated and (head.doc_type is not None or _has_articles(lines))
    sheet.attached = sheet.blank or not (filled or promulgated)


def _has_articles(lines: Sequence[Strip]) -> bool:
    markers = (read_marker(line.text) for line in lines if line.text[0] in "ĐC")
    return any(marker and marker.family <= Family.ARTICLE and not marker.weak for marker in markers)
