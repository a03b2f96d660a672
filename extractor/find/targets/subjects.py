"""What a target measures, read from its own clause."""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.find.clauses import Clause
from extractor.find.mentions import Quantity
from extractor.find.quantities.counted import noun_end, unit_name
from extractor.find.quantities.finder import PERCENT
from extractor.find.targets.cues import target_cues
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Reading

__all__ = ["SIGNS", "criterion_of", "noun_start", "subject_of", "unit_of"]

#: No row of a table of criteria has more cells.
_MOST_CELLS = 8
_LONGEST_CRITERION = 300
_LONGEST_UNIT = 24

#: Comparators as tables print them.
SIGNS = ("≥", "≤", ">", "<")

_COMMA = compile_plain(r", ")
_SHARE = compile_plain(r"\( ?% ?\)")
_HAVING = compile_plain(r"[^\p{L}\n]{0,12}Có ")


@cache
def _heads() -> tuple[re.Pattern[str], regex.Pattern[str]]:
    subjects = load("target_cues")["subjects"]
    heads, links = "|".join(subjects["heads"]), "|".join(subjects["links"])
    return (
        compile_plain(rf"(?<!\p{{L}})(?:{heads})(?!\p{{L}})"),
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
        comma = clause.before.rfind(", ")
        name = next((name.start() for name in names if name.start() > comma), names[-1].start())
        start = clause.start + name
        tail = links.match(clause.before[name:])
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


_NUMBER_PART = compile_plain(
    r"(?:[^\p{L}\d\n]*+[\d.,/%]++[^\p{L}\d\n]*+)++(?:\([^()\n]*+\) )?(?:trở lên |trở xuống |phần trăm )?+"
)


def criterion_of(reading: Reading, quantity: Quantity, clause: Clause) -> tuple[int, int] | None:
    """Return the flow span of the criterion of which `quantity` is a cell, None where it is no cell of a criterion.

    Tables of criteria come a cell a paragraph: the criterion (`3.1. Tỷ lệ hộ dùng nước sạch`), then its values. The
    first value may stand at the end of the criterion's own paragraph, with its sign (`≥95%`).
    """
    text, paragraph = reading.text, clause.paragraph
    if quantity.end < paragraph.end:
        return None
    if quantity.start > paragraph.content:
        signed = text.startswith(SIGNS, quantity.start)
        return _criterion(text, paragraph.start, quantity.start) if signed else None
    index = reading.paragraph_index(quantity.start)
    for above in reversed(reading.paragraphs[max(0, index - _MOST_CELLS) : index]):
        if above.end - above.start <= _LONGEST_UNIT and text[above.start].islower():
            continue  # the unit
        if not target_cues().value_cell.match(text, above.start, above.end):
            return _criterion(text, above.start, above.end)
    return None


def _criterion(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the last criterion that begins in ``text[start:end]`` and runs to its end."""
    found = list(target_cues().criterion.finditer(text, max(start, end - _LONGEST_CRITERION), end))
    if not found:
        return None
    last = found[-1]
    if last.start() > start and not last["marker"]:
        return None
    while end > last.end() and text[end - 1] in "≥≤<>=%0123456789., ":
        end -= 1
    return last.start("name"), end


def unit_of(reading: Reading, criterion: tuple[int, int], quantity: Quantity) -> str:
    """Return the unit of a cell that prints none: `(%)` in its row, or the noun of `Có tổ tự quản …`; else empty."""
    text = reading.text
    if _SHARE.search(text, criterion[0], quantity.start):
        return PERCENT
    having = _HAVING.match(text, *criterion)
    if not having:
        return ""
    return unit_name(text[having.end() : noun_end(text, having.end(), criterion[1])])


def noun_start(text: str, quantity: Quantity) -> int:
    """Return where, after the number, the words of the counted noun begin."""
    match = _NUMBER_PART.search(text, quantity.start, quantity.end)
    return match.end() if match else quantity.start
