"""The lines of a letterhead that narrow cells broke in the middle of a name, a number or a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.outline.issuer import begins_body
from extractor.outline.phrases import NUMBER_WORD, national_titles
from extractor.outline.shapes import EDGES, fold
from extractor.outline.strips import Strip

__all__ = ["whole_lines"]

_NUMBER_WORD_ALONE = regex.compile(rf"\W{{0,3}}{NUMBER_WORD}\s?[:.;,]?")
_NUMBER = regex.compile(r"\d|[-/]\s?\p{Lu}{2}")
#: What is left of a place for the line with the date: `Thái` over `Nguyên, ngày 22 tháng 3 năm 2018`.
_PLACE_BEGUN = regex.compile(r"(?:TP\.? )?\p{Lu}\p{Ll}+(?:[ -]{1,3}\p{Lu}\p{Ll}+){0,3}")
_PLACE_ENDED = regex.compile(r"\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}\s?,\s{0,3}ngày\b")


def whole_lines(strips: Sequence[Strip]) -> list[Strip]:
    """Return the lines of a letterhead with those put together that are parts of one.

    A line that is a whole stays as it is: only a break that leaves both halves without sense is mended. The position of
    a mended line is that of its first half.
    """
    whole: list[Strip] = []
    for strip in strips:
        if whole and _goes_on(whole[-1].text, strip.text):
            whole[-1] = replace(whole[-1], end=strip.end, text=f"{whole[-1].text} {strip.text}")
        else:
            whole.append(strip)
    return whole


def _goes_on(line: str, following: str) -> bool:
    if _NUMBER_WORD_ALONE.fullmatch(line):
        return _NUMBER.match(following) is not None
    if _PLACE_ENDED.match(following):
        return _PLACE_BEGUN.fullmatch(line) is not None and not begins_body(line)
    return _is_title_begun(line, following) or (
        line.isupper() and following.isupper() and not begins_body(line) and begins_body(f"{line} {following}")
    )


def _is_title_begun(line: str, following: str) -> bool:
    """Say whether two lines are the title of the state or the party, or its first words, and the first alone is not."""
    first, both = fold(line.strip(EDGES)), fold(f"{line} {following}".strip(EDGES))
    return bool(first) and any(title.startswith(both) and title != first for title in national_titles())
