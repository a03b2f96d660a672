"""What a target measures, read from its own clause."""

from __future__ import annotations

from functools import cache

import regex

from extractor.find.clauses import Clause
from extractor.find.mentions import Quantity
from extractor.lexicon import load
from extractor.reading import Reading

__all__ = ["noun_start", "subject_of"]

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


def noun_start(text: str, quantity: Quantity) -> int:
    """Return where, after the number, the words of the counted noun begin."""
    position = quantity.start
    for match in _NUMBER_PART.finditer(text, quantity.start, quantity.end):
        position = match.end()
        break
    return position
