"""Spans of words: their edges, the ends of sentences, the items under a heading."""

from __future__ import annotations

import regex

from extractor.reading import Paragraph, PartOfDocument, Reading, Unit

__all__ = ["Span", "ends_sentence", "has_letter", "items_under", "trimmed"]

Span = tuple[int, int]

_LETTER = regex.compile(r"\p{L}")
#: What may stand at the edges of words: white space (separators of records are none), punctuation, bullets.
_EDGE = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() and sign not in "\x1c\x1d\x1e\x1f")
_EDGE += ":,.;/|*+–-"
_BEFORE = f"{_EDGE})]"
#: Abbreviations after which a full stop ends nothing.
_ABBREVIATION = regex.compile(r"(?r)(?<!\p{L})(?:TP|Tp|TX|Đ/c|đ/c|PGS|TS|ThS|GS|BS|Q|H|P|tr|No)")


def has_letter(text: str, start: int, end: int) -> bool:
    """Say whether there is a letter in ``text[start:end]``."""
    return start < end and _LETTER.search(text, start, end) is not None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span without white space, bullets and punctuation at its edges; None where no letter is left."""
    if start >= end:
        return None
    words = text[start:end].rstrip(_EDGE)
    finish = start + len(words)
    words = words.lstrip(_BEFORE)
    begin = finish - len(words)
    return (begin, finish) if words and (words[0].isalpha() or has_letter(text, begin, finish)) else None


def ends_sentence(text: str, stop: int) -> bool:
    """Say whether the full stop at `stop` ends a sentence: not after an abbreviation, nor before a small letter."""
    following = text[stop + 2 : stop + 3]
    return not following or not (following.islower() or _ABBREVIATION.match(text, max(0, stop - 4), stop))


def items_under(reading: Reading, start: int, end: int) -> list[Span]:
    """Return the spans of what stands in a block, each item with all under it; a line that only announces is left out.

    An item is a unit without its marker, or a paragraph that belongs to none. Time is linear in the block.
    """
    found: list[Span] = []
    announces = False
    position, index = start, reading.paragraph_index(start)
    while index < len(reading.paragraphs):
        paragraph = reading.paragraphs[index]
        index += 1
        if paragraph.start >= end:
            break
        if paragraph.end <= position or paragraph.part is PartOfDocument.NOISE:
            continue
        unit = _begun_by(reading, paragraph) if paragraph.start >= start else None
        begin = max(position, paragraph.content)
        position = paragraph.end if unit is None else min(unit.end, end)
        if announces and unit is not None:
            found.pop()
        announces = unit is None and reading.text.endswith(":", 0, paragraph.end)
        if (span := trimmed(reading.text, begin, position)) is not None:
            found.append(span)
        else:
            announces = False
    return found


def _begun_by(reading: Reading, paragraph: Paragraph) -> Unit | None:
    """Return the outermost unit that begins with a paragraph."""
    if paragraph.unit is None:
        return None
    unit = reading.units[paragraph.unit]
    if unit.start < paragraph.start:
        return None
    while unit.parent is not None and reading.units[unit.parent].start >= paragraph.start:
        unit = reading.units[unit.parent]
    return unit
