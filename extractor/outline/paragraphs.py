"""From strips to paragraphs: wrapped lines are joined, cells of tables put together, everything else stays apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from math import ceil
from operator import add, or_
from sys import maxsize

import regex

from extractor.lexicon import load
from extractor.outline.breaks import CLOSING, STOPS, hangs, has_ended, is_shouted, last_of_hanging
from extractor.outline.drafts import Drafts
from extractor.outline.numbering import Family, Marker, read_marker
from extractor.outline.strips import Strips

__all__ = ["draft_paragraphs", "wrap_width"]

#: A paragraph this long that stops without a full stop was cut by a page break, whatever follows it.
_LONG = 120
#: A line this long was not wrapped by the page: it ends where its writer ended it.
_UNWRAPPED = 160
#: How much shorter than the widest lines a full line may be, in proportional type.
_RAGGED = 0.85

#: The first cell of a row in a numbered table.
_ORDINAL = regex.compile(r"\d{1,3}\.?")


@cache
def _openers() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return how a paragraph opens that never goes on with the line before it, and the letters that it opens with."""
    openers = tuple(load("layout")["openers"])
    return openers, frozenset(opener[0] for opener in openers)


def wrap_width(strips: Strips) -> int:
    """Return the width at which the lines were wrapped, 0 where too few lines tell it."""
    widths: Iterable[int] = map(add, strips.indents, map(len, strips.texts))
    if any(strips.columns):
        widths = (width for width, column in zip(widths, strips.columns, strict=True) if not column)
    widths = sorted([width for width in widths if 40 < width <= 130])
    return widths[len(widths) * 9 // 10] if len(widths) > 4 else 0


def draft_paragraphs(
    strips: Strips, noise: Sequence[int], marks: Sequence[Marker | None], body: range, width: int
) -> Drafts:
    """Return the paragraphs of a body, in order of their first characters.

    Args:
        strips: All strips of the page.
        noise: For each strip whether it is noise (a page number, a running head …), which does not end a sentence.
        marks: The marker that each strip begins with (see `find_markers`).
        body: The places of the strips of the body.
        width: Where lines were wrapped (see `wrap_width`).
    """
    drafts = Drafts(strips)
    table = _Table(drafts, body)
    full = ceil(width * _RAGGED) if width else maxsize
    hanging = last_of_hanging()
    _, opening_letters = _openers()
    first, last_strips, further = drafts.first, drafts.last, drafts.further
    current = -1  # the paragraph that the next line may continue
    begun: Marker | None = None  # its marker
    before, reach = _UNKNOWN  # its last line, and where the next word on that would begin
    interrupted = in_table = False
    part = slice(body.start, body.stop)
    columns = strips.columns[part]
    set_apart = list(map(or_, noise[part], columns)) if any(columns) else noise[part]
    lines = zip(body, strips.texts[part], strips.indents[part], strips.gaps[part], marks[part], set_apart, strict=True)
    for place, text, indent, gap, marker, odd in lines:
        if odd:
            if noise[place]:
                drafts.noise.append(drafts.begin(place))
                interrupted = interrupted or not strips.dirt[place]
                continue
            cell = table.lay(place)
            if cell is not None:
                current, begun = cell, drafts.markers.get(cell)
                interrupted = False
            before, reach = _UNKNOWN
            in_table = True
            continue
        if in_table:
            table.end()
            in_table = False
        length, last = len(text), before[-1]
        # Nineteen in twenty lines of a long text are told at once: those after a full stop, those that go on in small
        # letters, and those whose first word would have fitted on the line before, or surely would not.
        tie = _UNTOLD
        if begun is not None and begun.end >= len(before):
            pass  # a marker alone on its line
        elif text[0].islower():
            if last in STOPS:
                if marker is not None or gap or interrupted:
                    tie = _APART
            elif marker is None and not gap and not interrupted and last not in CLOSING:
                tie = _JOINED
        elif last in STOPS:
            tie = _APART
        elif gap:
            if last in CLOSING or (last in hanging and hangs(before)):
                pass
            elif marker is not None or (len(before) < _LONG and first[current] == last_strips[current]):
                tie = _APART
        elif not interrupted and (begun is None or not text.isupper()):
            room = full - reach
            if (length < room or -1 < text.find(" ") < room) and (last not in hanging or not hangs(before)):
                tie = _APART
            elif (
                marker is None
                and last not in CLOSING
                and text[0] not in opening_letters
                and not (text.isupper() or before.isupper())
            ):
                tie = _JOINED
        if tie == _UNTOLD:
            tie = _tie(drafts, current, place, marker, interrupted or gap > 0, full)
        interrupted = False
        # As `Drafts.go_on` does, and `Drafts.begin` below, whose calls would take a tenth of the time.
        if tie == _JOINED:
            last_strips[current] = place
            if current in further:
                further[current].append(place)
            else:
                further[current] = [place]
        else:
            current = len(first)
            first.append(place)
            last_strips.append(place)
            begun = marker
            if marker is not None:
                drafts.markers[current] = marker
            if tie == _LOOSE:
                drafts.loose.append(current)
        before, reach = text, indent + length + 1 if length <= _UNWRAPPED else maxsize
    return drafts


#: Of a last line that is not known at once it cannot be told at once what may follow.
_UNKNOWN = ('"', maxsize)

#: How a line hangs together with the text before it: not at all; it seems to begin a paragraph, but the text before it
#: was broken off; it goes on with it. (A loop over all lines reads numbers faster than members of an enumeration.)
_APART, _LOOSE, _JOINED, _UNTOLD = range(4)


def _tie(drafts: Drafts, current: int, place: int, marker: Marker | None, gap: bool, full: int) -> int:
    """Return how the line at `place` hangs together with the paragraph `current`.

    Args:
        drafts: The paragraphs so far.
        current: The last of them that the line may continue; -1 if there is none.
        place: The line.
        marker: The marker that it seems to begin with.
        gap: There are blank lines above it, or a page ends there.
        full: A line that would have been longer than this with one more word is full.
    """
    if current < 0:
        return _APART
    strips = drafts.strips
    text, last = strips.texts[place], drafts.last[current]
    before = strips.texts[last]
    begun = drafts.markers.get(current)
    unfinished = not has_ended(before)
    if begun is not None and begun.end >= len(before) and last == drafts.first[current]:
        # A marker alone on its line: its words follow.
        joined = marker is None and (begun.family > Family.ARTICLE or is_shouted(text))
    elif marker is not None or _opens_paragraph(text):
        joined = False
    elif gap:
        joined = unfinished and not is_shouted(text) and _goes_on_over_gap(drafts, current, text)
    elif text[0].islower():
        joined = unfinished or _is_full(strips, last, text, full)
    elif unfinished:
        shouted = is_shouted(text)
        if shouted or is_shouted(before):
            joined = shouted and begun is not None and is_shouted(before)
        else:
            goes_on = _is_full(strips, last, text, full) or hangs(before)
            return _JOINED if goes_on else _APART
    else:
        return _APART
    if joined:
        return _JOINED
    if not unfinished or (gap and marker is not None and marker.family <= Family.ROMAN and not marker.weak):
        return _APART
    broken_off = (not strips.gaps[place] and _is_full(strips, last, text, full)) or hangs(before)
    return _LOOSE if broken_off else _APART


def _opens_paragraph(text: str) -> bool:
    openers, letters = _openers()
    return text[0] in letters and text.startswith(openers)


def _goes_on_over_gap(drafts: Drafts, current: int, text: str) -> bool:
    """Say whether `text` goes on with an unfinished paragraph over blank lines or the end of a page."""
    return text[0].islower() or hangs(drafts.ending(current)) or (_is_long(drafts, current) and text[0].isalnum())


def _is_long(drafts: Drafts, current: int) -> bool:
    length = len(drafts.opening(current))
    for place in drafts.further.get(current, ()):
        if length >= _LONG:
            break
        length += 1 + len(drafts.strips.texts[place])
    return length >= _LONG


def _is_full(strips: Strips, before: int, text: str, full: int) -> bool:
    """Say whether the first word of `text` would not have fitted on the line of the strip at `before`."""
    length = len(strips.texts[before])
    if length > _UNWRAPPED:
        return True
    room = full - (strips.indents[before] + length + 1)
    return len(text) >= room and _first_word(text) >= room


def _first_word(text: str) -> int:
    """Return the length of the first word."""
    space = text.find(" ")
    return space if space >= 0 else len(text)


class _Table:
    """Puts the cells of a table together that go on from line to line."""

    def __init__(self, drafts: Drafts, body: range) -> None:
        self._drafts = drafts
        self._strips = drafts.strips
        self._body = body
        self._spoke: set[int] = set()  # the columns that have words on the last line
        self._row: dict[int, int] = {}  # the paragraph that the next line of each column may continue

    def end(self) -> None:
        """Let no further cell go on with those so far."""
        self._row.clear()

    def lay(self, place: int) -> int | None:
        """Lay the cell at `place`; return the paragraph that it begins, None if it continues one."""
        drafts, strips = self._drafts, self._strips
        column, text = strips.columns[place], strips.texts[place]
        if place == self._body.start or strips.lines[place - 1] != strips.lines[place]:
            speaks = self._columns_of_line(place)
            numbered = _ORDINAL.fullmatch(text)  # a table whose rows are numbered says where one begins
            if numbered or any(column in self._row and column not in self._spoke for column in speaks):
                self._row.clear()  # a column that had run out begins again: so does the row
            self._spoke = speaks
        above, marker = self._row.get(column), read_marker(text)
        if above is not None and marker is None and self._continues(above, place):
            drafts.go_on(above, place)
            return None
        begun = self._row[column] = drafts.begin(place)
        if marker is not None:
            drafts.markers[begun] = marker
        return begun

    def _columns_of_line(self, place: int) -> set[int]:
        """Return the columns that have words on the line of the strip at `place`, the first of its line."""
        strips = self._strips
        found: set[int] = set()
        line = strips.lines[place]
        while place < self._body.stop and strips.lines[place] == line:
            found.add(strips.columns[place])
            place += 1
        return found

    def _continues(self, above: int, place: int) -> bool:
        """Say whether the cell at `place`, which begins with no marker, goes on with the paragraph `above` it."""
        strips = self._strips
        last, text = self._drafts.last[above], strips.texts[place]
        if strips.lines[place] != strips.lines[last] + 1 or strips.gaps[place]:
            return False
        if text[0].islower():
            return True
        before, room = strips.texts[last], strips.rooms[last]
        return room > 0 and len(before) + 1 + _first_word(text) > room and not has_ended(before)
