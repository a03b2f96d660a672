"""What a target measures, read from its own clause."""

from __future__ import annotations

from functools import cache

import regex

from extractor.find.clauses import Clause
from extractor.find.mentions import Quantity
from extractor.find.target_cues import target_cues
from extractor.lexicon import load
from extractor.reading import Reading

__all__ = ["criterion_of", "noun_start", "subject_of"]

#: No row of a table of criteria has more cells.
_MOST_CELLS = 8

_COMMA = regex.compile(r", ")


@cache
def _heads() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    subjects = load("target_cues")["subjects"]
    heads, links = "|".join(subjects["heads"]), "|".join(subjects["links"])
    return (
        regex.compile(rf"(?<!\p{{L}})(?:{heads})(?!\p{{L}})"),
        regex.compile(rf"(?r)(?: (?:{links}))*+ ?,? ?"),
    )


def subject_of(reading: Reading, quantity: Quantity, clause: Clause) -> tuple[int, int] | None:
    """Return the flow span of what `quantity` measures.

    It is the rate or sum named before the number (`tỷ lệ hộ nghèo` còn dưới 3%), else what the number counts with its
    predicate (100% `công đoàn cơ sở được xếp loại tốt`), else None.
    """
    heads, links = _heads()
    names = list(heads.finditer(clause.before))
    if names:
        start = clause.start + names[-1].start()
        tail = links.match(clause.before[names[-1].start() :])
        end = quantity.start - (len(tail.group()) if tail else 0)
        if start < end:
            return start, end
    text = reading.text
    start = noun_start(text, quantity)
    stop = _COMMA.search(text, quantity.end, clause.end)
    end = stop.start() if stop else clause.end
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    return (start, end) if start < end else None


_NUMBER_PART = regex.compile(
    r"(?:[^\p{L}\d\n]*+[\d.,/%]++[^\p{L}\d\n]*+)++(?:\([^()\n]*+\) )?(?:trở lên |trở xuống |phần trăm )?+"
)


def criterion_of(reading: Reading, quantity: Quantity, clause: Clause) -> tuple[int, int] | None:
    """Return the flow span of the criterion of which `quantity` is a cell, None where it is no cell of a criterion.

    Tables of criteria come a cell a paragraph: the criterion (`3.1. Tỷ lệ hộ dùng nước sạch`), then its values.
    """
    paragraph, cues = clause.paragraph, target_cues()
    if quantity.start > paragraph.content or quantity.end < paragraph.end:
        return None
    index = reading.paragraph_index(quantity.start)
    for above in reversed(reading.paragraphs[max(0, index - _MOST_CELLS) : index]):
        if cues.value_cell.match(reading.text, above.start, above.end):
            continue
        match = cues.criterion.match(reading.text, above.start, above.end)
        return (above.content, above.end) if match else None
    return None


def noun_start(text: str, quantity: Quantity) -> int:
    """Return where, after the number, the words of the counted noun begin."""
    position = quantity.start
    for match in _NUMBER_PART.finditer(text, quantity.start, quantity.end):
        position = match.end()
        break
    return position
