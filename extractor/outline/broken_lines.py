"""The lines of a letterhead that narrow cells broke in the middle of a name, a number or a date."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from extractor.outline.phrases import NUMBER_WORD, national_titles
from extractor.outline.printed_bodies import begins_body
from extractor.outline.shapes import EDGES, fold, unmarked
from extractor.outline.strips import Strip

__all__ = ["whole_lines"]

_NUMBER_WORD_ALONE = regex.compile(rf"\W{{0,3}}{NUMBER_WORD}\s?[:.;,]?")
_NUMBER_WORD_LENGTH = 7
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
            whole[-1] = whole[-1]._replace(end=strip.end, text=f"{whole[-1].text} {strip.text}")
        else:
            whole.append(strip)
    return whole


def _goes_on(line: str, following: str) -> bool:
    if len(line) <= _NUMBER_WORD_LENGTH and _NUMBER_WORD_ALONE.fullmatch(line):
        return _NUMBER.match(following) is not None
    if "ngày" in following and _PLACE_ENDED.match(following):
        return _PLACE_BEGUN.fullmatch(line) is not None and not begins_body(line)
    return _is_title_begun(line, following) or (
        line.isupper() and following.isupper() and not begins_body(line) and begins_body(f"{line} {following}")
    )


@cache
def _titles() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the titles of the state and of the party by their bare shape, and the letters that they begin with."""
    titles = tuple(national_titles())
    return titles, frozenset(title[0] for title in titles)


def _is_title_begun(line: str, following: str) -> bool:
    """Say whether two lines are the title of the state or the party, or its first words, and the first alone is not."""
    titles, letters = _titles()
    bare = line.strip(EDGES)
    if unmarked(bare[:1]).lower() not in letters:
        return False
    first = fold(bare)
    begun = [title for title in titles if title.startswith(first) and title != first]
    return bool(begun) and any(title.startswith(fold(f"{line} {following}".strip(EDGES))) for title in begun)
