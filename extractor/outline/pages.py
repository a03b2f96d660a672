"""From strips to the documents on them: each with its head, its body, its close and what is attached to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from extractor.outline.anchors import Anchors
from extractor.outline.breaks import is_shouted
from extractor.outline.head import Head, type_of_line
from extractor.outline.landmarks import (
    Landmark,
    find_landmarks,
    is_annex,
    is_attachment_head,
    is_form_head,
    is_title_of_state,
)
from extractor.outline.letterhead import is_letterhead_line, read_head
from extractor.outline.numbering import Family, read_marker
from extractor.outline.strips import Strips

__all__ = ["Sheet", "part_sheets"]

#: Something to fill in; an ellipsis right after a word means only "and so on".
_BLANKS = re.compile(
    r"…{2,}|\.{5,}|_{4,}|(?:… ?\.?){3,}|(?:^|[\s:(/])(?:…|\.{3,})|(?:ngày|tháng|năm|số|giờ) ?(?:…|\.{2,})"
)
#: What they all have one of, and how many characters may stand before it: `tháng `.
_OF_BLANKS = ("…", "..", "__")
_OF_BLANK = re.compile("…|[.]{2}|__")
_BEFORE_BLANK = 6
#: A number or a date that has been filled in.
_FILLED = regex.compile(
    r"S[ốóôo6Ố]\s?[:.;,]?\s*\d{1,5}\s?[-/]|(?:ng[àa]y\s?\d{1,2}\s?)?th[áa]ng\s?\d{1,2}\s?n[ăa]m\s?\d{4}"
)
#: The same where a hand wrote it and a scanner could not read it.
_SCRAWLED = regex.compile(
    r"[Ss][ốóô]\s?[:.]\s?[^\s.…_/-]{1,6}\s?/\s?\p{Lu}|ng\p{L}y\s?[^\s.…_]{1,3}\s?th[áa]ng\s?[^\s.…_]{1,3}\s?n[ăa]m\s?\d{4}"
)
#: One line in so many with something to fill in makes a form; in a document that has its number or date, in so many.
_FORM_LINES = 12
_FILLED_FORM_LINES = 4
#: A note to the text, which some print behind the signature.
_FOOTNOTE = regex.compile(r"\[\d{1,2}\]\s?\p{Lu}")
_LEADS = regex.compile(r"(?:chủ trì|có trách nhiệm|chịu trách nhiệm)(?!\p{L})")
#: A list of tasks has more than so many.
_FEW_TASKS = 3
#: A closing block is at most this many lines.
_CLOSE_LINES = 90
#: A page has at most this many lines.
_PAGE = 80
#: The lines of bodies over the title of the state are at most this many.
_NAME_LINES = 4


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
        tasks: It is an annex that says who does what.
        blank: It is a form to fill in.
        stray: The strips of a letterhead that the text brings after the title.
    """

    first: int
    head: Head | None
    body: int
    close: int
    end: int
    attached: bool = False
    tasks: bool = False
    blank: bool = False
    stray: range = range(0)


def part_sheets(strips: Strips, noise: Sequence[int], anchors: Anchors) -> list[Sheet]:
    """Return the documents on `strips`, in order; they cover all strips."""
    landmarks = find_landmarks(strips, noise, anchors)
    places = [index for index, _ in landmarks]
    sheets: list[Sheet] = []
    first = 0
    while first < len(strips):
        head = read_head(strips, noise, first)
        body = head.end if head else first
        found = bisect_left(places, max(body, first + bool(sheets)))  # what began this sheet does not end it
        close, end = _ends(strips, noise, body, landmarks[found] if found < len(places) else None)
        sheet = Sheet(first, head, body, max(close, body), max(end, body, first + 1))
        if sheets:
            _classify(sheet, strips)
        if len(sheets) == 1 and _is_stray_letterhead(sheets[0], sheet):
            sheet = _reunite(sheets.pop(), sheet)
        sheets.append(sheet)
        first = sheet.end
    return sheets


def _ends(strips: Strips, noise: Sequence[int], body: int, landmark: tuple[int, Landmark] | None) -> tuple[int, int]:
    """Return where the closing block of a document begins and where the document ends, by the next landmark."""
    if landmark is None:
        return len(strips), len(strips)
    index, kind = landmark
    if kind is Landmark.ANNEX:
        return index, index
    if kind is Landmark.NATIONAL:
        end = _back_over_names(strips, index, body)
        return end, end
    close = index
    while close > body and strips.lines[close - 1] == strips.lines[index]:
        close -= 1
    return _back_over_date(strips, noise, close, body), _end_of_close(strips, noise, index)


def _back_over_names(strips: Strips, index: int, least: int) -> int:
    """Return where the letterhead that a title of the state at `index` belongs to begins."""
    line = strips.lines[index]
    while index > least:
        above, text = strips.lines[index - 1], strips.texts[index - 1]
        near = line - above <= _NAME_LINES and (is_shouted(text) or is_letterhead_line(text))
        if above != line and not near:
            break
        index -= 1
    return index


def _is_sentence(text: str) -> bool:
    """Say whether a line that holds a date is the body's last item and not the date of the signature."""
    return text.endswith((".", ";", ":")) or read_marker(text) is not None


def _back_over_date(strips: Strips, noise: Sequence[int], index: int, least: int) -> int:
    """Return where the number and the date begin that some documents print over the signature at `index`."""
    found = index
    for position in range(index - 1, max(least, index - _NAME_LINES * 2) - 1, -1):
        text = strips.texts[position]
        if noise[position]:
            continue
        if _FILLED.search(text) and is_letterhead_line(text) and not _is_sentence(text):
            found = position
        elif not (is_shouted(text) and read_marker(text) is None):
            break
    if found == index:
        return index
    while found > least and is_shouted(above := strips.texts[found - 1]) and read_marker(above) is None:
        found -= 1
    return found


def _end_of_close(strips: Strips, noise: Sequence[int], index: int) -> int:
    """Return where the closing block that stands at `index` ends: before an attachment or another document."""
    limit = min(len(strips), index + _CLOSE_LINES)
    for position in range(index + 1, limit):
        if noise[position]:
            continue
        text = strips.texts[position]
        if text[0] == "[" and _FOOTNOTE.match(text):
            return position
        if (not strips.columns[position] and is_attachment_head(text)) or type_of_line(text):
            return position
        if is_title_of_state(text):
            return _back_over_names(strips, position, index + 1)
        marker = read_marker(text) if text[0].isupper() else None
        if marker and marker.family <= Family.ROMAN and not marker.weak and marker.path == (1,):
            return position
    return limit


def _is_stray_letterhead(main: Sheet, sheet: Sheet) -> bool:
    """Say whether `sheet` begins with the letterhead of `main`, which the text brings after title and preamble."""
    head = main.head
    return (
        head is not None
        and bool(head.type_line)
        and not head.letterhead
        and main.close == main.end
        and sheet.head is not None
        and not sheet.head.type_line
        and sheet.first - main.first < _PAGE
    )


def _reunite(main: Sheet, rest: Sheet) -> Sheet:
    if main.head and rest.head:
        main.head.letterhead = rest.head.letterhead
        main.head.subject = rest.head.subject
    return Sheet(main.first, main.head, main.body, rest.close, rest.end, stray=range(rest.first, rest.body))


def _is_filled(head: Head) -> bool:
    """Say whether a letterhead has its number or its date: it is that of a document, not of a form."""
    if any(_FILLED.search(strip.text) for strip in head.letterhead):
        return True
    return head.doc_type is not None and any(_SCRAWLED.search(strip.text) for strip in head.letterhead)


def _classify(sheet: Sheet, strips: Strips) -> None:
    """Say whether a sheet after the first is a document, an annex or a blank form."""
    lines = range(sheet.first, sheet.end)
    title = strips.texts[sheet.first]
    head = sheet.head
    filled = head is not None and _is_filled(head)
    form = is_form_head(title) and not (head and head.promulgated)
    sheet.blank = form or _has_blanks(strips, lines, len(lines) // (_FILLED_FORM_LINES if filled else _FORM_LINES))
    promulgated = head is not None and head.promulgated and (head.doc_type is not None or _has_articles(strips, lines))
    sheet.tasks = not sheet.blank and is_annex(title) and _assigns(strips, lines)
    sheet.attached = sheet.blank or not (filled or promulgated or sheet.tasks)


def _has_blanks(strips: Strips, lines: range, few: int) -> bool:
    """Say whether more than a `few` of the lines have something to fill in."""
    if strips.occurrences(*_OF_BLANKS, within=lines) <= few:
        return False
    blanks = filter(_has_blank, map(strips.texts.__getitem__, strips.holding(*_OF_BLANKS, within=lines)))
    return next(islice(blanks, few, None), None) is not None


def _has_blank(text: str) -> bool:
    """Say whether `text` has something to fill in: the dear pattern looks only at what may be that."""
    sign = _OF_BLANK.search(text)
    return sign is not None and _BLANKS.search(text, max(0, sign.start() - _BEFORE_BLANK)) is not None


def _assigns(strips: Strips, lines: range) -> bool:
    """Say whether the lines of an annex are numbered tasks with those who are to do them."""
    if not any(_LEADS.search(strips.texts[place]) for place in strips.holding("trì", "trách nhiệm", within=lines)):
        return False
    expected = 1
    for place in lines:
        text = strips.texts[place]
        marker = read_marker(text) if text[0].isdigit() and not strips.columns[place] else None
        if marker and marker.family is Family.NUMBER and marker.path == (expected,):
            expected += 1
    return expected > _FEW_TASKS


def _has_articles(strips: Strips, lines: range) -> bool:
    markers = (read_marker(text) for text in strips.texts[lines.start : lines.stop] if text[0] in "ĐC")
    return any(marker and marker.family <= Family.ARTICLE and not marker.weak for marker in markers)
