"""From strips to paragraphs: wrapped lines are joined, cells of tables put together, everything else stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.numbering import Family, Marker, read_marker
from extractor.outline.strips import Strip
from extractor.reading import PartOfDocument

__all__ = ["Draft", "draft_paragraphs", "hangs", "is_shouted", "wrap_width"]

#: A paragraph this long that stops without a full stop was cut by a page break, whatever follows it.
_LONG = 120
#: A line this long was not wrapped by the page: it ends where its writer ended it.
_UNWRAPPED = 160
#: How much shorter than the widest lines a full line may be, in proportional type.
_RAGGED = 0.85

_ENDED = regex.compile(r"[.;:!?…][\"')\]]{0,3}$|[.;:!?][\"')\]\s.]{0,4}$")


#: The first cell of a row in a numbered table.
_ORDINAL = regex.compile(r"\d{1,3}\.?")


@cache
def _hanging() -> regex.Pattern[str]:
    words = "|".join(map(regex.escape, sorted(load("layout")["hanging"], key=len, reverse=True)))
    # `Năm 2025 đến cuối nhiệm kỳ` and `Kết quả đạt được` are whole headings.
    whole = r"(?<!(?:đầu|giữa|cuối|nửa|hết|toàn|cả) (?:nhiệm kỳ|giai đoạn)|đạt được)"
    return regex.compile(rf"(?<![\p{{L}}\d])(?:{words})$(?i:{whole})|[,(/&]$")


@cache
def _openers() -> tuple[str, ...]:
    return tuple(load("layout")["openers"])


@dataclass(slots=True)
class Draft:
    """A paragraph in the making.

    Attributes:
        pieces: Its stretches of the working copy, ascending.
        first: Its first strip.
        last: Its last strip.
        marker: The marker that its first strip seems to begin with.
        loose: The text before it was broken off where it begins, so that its marker may be wrapped prose.
        length: Number of characters so far.
        part: Where in the document it stands.
        unit: Index of the unit that it belongs to.
    """

    first: Strip
    last: Strip
    pieces: list[tuple[int, int]] = field(default_factory=list)
    marker: Marker | None = None
    loose: bool = False
    length: int = 0
    part: PartOfDocument = PartOfDocument.BODY
    unit: int | None = None

    @classmethod
    def of(cls, strip: Strip, part: PartOfDocument = PartOfDocument.BODY) -> Draft:
        """Begin a paragraph with `strip`."""
        return cls(strip, strip, [(strip.start, strip.end)], length=len(strip.text), part=part)

    def add(self, strip: Strip) -> None:
        """Continue the paragraph with `strip`."""
        self.pieces.append((strip.start, strip.end))
        self.last = strip
        self.length += len(strip.text) + 1

    def absorb(self, other: Draft) -> None:
        """Continue the paragraph with all of `other`."""
        self.pieces += other.pieces
        self.last = other.last
        self.length += other.length + 1

    @property
    def ended(self) -> bool:
        """Say whether the paragraph comes to a stop where it now ends."""
        return bool(_ENDED.search(self.last.text, max(0, len(self.last.text) - 8)))

    def text(self, working_copy: str) -> str:
        """Return the words of the paragraph."""
        return " ".join(" ".join(working_copy[start:end].split()) for start, end in self.pieces)


def is_shouted(text: str) -> bool:
    """Say whether `text` is set in capitals: two words or more, no small letter."""
    return text.isupper() and " " in text and sum(map(str.isalpha, text[:24])) > 4


def wrap_width(strips: Iterable[Strip]) -> int:
    """Return the width at which the lines were wrapped, 0 where too few lines tell it."""
    widths = sorted(
        width for strip in strips if not strip.column and 40 < (width := strip.indent + len(strip.text)) <= 130
    )
    return widths[len(widths) * 9 // 10] if len(widths) > 4 else 0


def draft_paragraphs(strips: Iterable[tuple[Strip, bool]], width: int) -> list[Draft]:
    """Return the paragraphs of the body's `strips`, in order of their first characters.

    Args:
        strips: Each with whether it is noise (a page number, a running head …), which does not end a sentence.
        width: Where lines were wrapped (see `wrap_width`).
    """
    drafts: list[Draft] = []
    current: Draft | None = None  # the paragraph that the next line may continue
    row: dict[int, Draft] = {}  # the same for each column of a table
    spoke: set[int] = set()  # the columns that have words on the last line
    interrupted = False
    strips = list(strips)
    for place, (strip, noise) in enumerate(strips):
        if noise:
            drafts.append(Draft.of(strip, PartOfDocument.NOISE))
            interrupted = interrupted or not strip.dirt
            continue
        if strip.column:
            if place == 0 or strips[place - 1][0].line != strip.line:
                speaks = _columns_of_line(strips, place)
                numbered = _ORDINAL.fullmatch(strip.text)  # a table whose rows are numbered says where one begins
                if numbered or any(column in row and column not in spoke for column in speaks):
                    row.clear()  # a column that had run out begins again: so does the row
                spoke = speaks
            before = row.get(strip.column)
            if before and strip.line == before.last.line + 1 and _continues_cell(before, strip):
                before.add(strip)
                continue
            row[strip.column] = current = Draft.of(strip)
            current.marker = read_marker(strip.text)
            drafts.append(current)
            interrupted = False
            continue
        row.clear()
        marker = read_marker(strip.text)
        if current is None:
            joined = loose = False
        else:
            gap = bool(strip.gap) or interrupted
            full = _is_full(current.last, strip, width)
            joined = _joins(current, strip, marker, gap=gap, full=full)
            loose = not current.ended and _is_loose(current.last, strip, marker, gap=gap, full=full)
        if joined and current:
            current.add(strip)
        else:
            current = Draft.of(strip)
            current.marker = marker
            current.loose = loose
            drafts.append(current)
        interrupted = False
    return drafts


def _columns_of_line(strips: Sequence[tuple[Strip, bool]], place: int) -> set[int]:
    """Return the columns that have words on the line of the strip at `place`, the first of its line."""
    found: set[int] = set()
    line = strips[place][0].line
    while place < len(strips) and strips[place][0].line == line:
        found.add(strips[place][0].column)
        place += 1
    return found


def _is_loose(before: Strip, after: Strip, marker: Marker | None, *, gap: bool, full: bool) -> bool:
    """Say whether a line after an unfinished sentence may be part of it, whatever it begins with."""
    if gap and marker and marker.family <= Family.ROMAN and not marker.weak:
        return False
    return (full and not after.gap) or hangs(before.text)


def hangs(text: str) -> bool:
    """Say whether `text` ends with a word that more words must follow."""
    return _hanging().search(text, max(0, len(text) - 12)) is not None


def _is_full(before: Strip, after: Strip, width: int) -> bool:
    """Say whether the first word of `after` would not have fitted on the line of `before`."""
    if len(before.text) > _UNWRAPPED:
        return True
    word = after.text.find(" ") % (len(after.text) + 1)
    return bool(width) and before.indent + len(before.text) + 1 + word >= width * _RAGGED


def _joins(draft: Draft, strip: Strip, marker: Marker | None, *, gap: bool, full: bool) -> bool:
    if draft.marker and draft.marker.end >= len(draft.first.text) and draft.first is draft.last:
        shouted = is_shouted(strip.text)
        return marker is None and (
            shouted or draft.marker.family > Family.ARTICLE
        )  # a marker alone on its line: its words follow
    if marker or strip.text.startswith(_openers()):
        return False
    small = strip.text[0].islower()
    ended = draft.ended
    if gap:
        if ended or is_shouted(strip.text):
            return False
        return small or hangs(draft.last.text) or (draft.length >= _LONG and strip.text[0].isalnum())
    if small:
        return full or not ended
    shouted = is_shouted(strip.text)
    if shouted != is_shouted(draft.last.text):
        return False
    if shouted:
        return draft.marker is not None and not ended
    return not ended and (full or hangs(draft.last.text))


def _continues_cell(draft: Draft, strip: Strip) -> bool:
    before = draft.last
    if read_marker(strip.text) or strip.gap:
        return False
    if strip.text[0].islower():
        return True
    word = strip.text.find(" ") % (len(strip.text) + 1)
    return not draft.ended and bool(before.room) and len(before.text) + 1 + word > before.room
