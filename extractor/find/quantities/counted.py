"""The noun phrase that a number counts: where it ends, and what the unit is called."""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["noun_end", "unit_name"]

#: More words than any counted noun phrase has; what goes on longer is cut.
_MOST_WORDS = 24

_WORD = r'(?:[\p{L}\d][\p{L}\d/&]*+(?:-[\p{L}\d]++)*+|"[^"\n]{1,60}")'


@cache
def _noun() -> re.Pattern[str]:
    units, numbers = load("units"), load("numbers")
    comparators = {phrase for phrases in numbers["comparators"].values() for phrase in phrases}
    keeps = units["noun_keeps"]
    ends = [rf"(?:{any_of(units['noun_ends']['words'])})(?!\p{{L}})"]
    ends += [rf"{preposition}(?! (?:{any_of(words)})(?!\p{{L}}))(?!\p{{L}})" for preposition, words in keeps.items()]
    ends += [rf"tổ chức(?! (?:{any_of(units['noun_ends']['organisation'])})(?!\p{{L}}))(?!\p{{L}})"]
    ends.append(r"năm (?=(?:19|20)\d\d(?!\d))")
    end = "|".join(ends)
    # each list of words once, where it can be: compiling them is most of what reading the first number takes
    joined = rf"(?:và|hoặc) (?:(?:ít nhất|{any_of(comparators)}) )?+"
    compound = rf"(?:{any_of(units['noun_ends']['compounds'])})(?!\p{{L}})"
    first = rf"(?:{compound}|(?!(?:{end})|(?:và|hoặc) ){_WORD})"
    word = rf"(?:{compound}|(?!{joined}\d|(?:{joined})?(?:{end})){_WORD})"
    listed = rf", (?=(?:{any_of(units['list_heads']['words'])})(?!\p{{L}}))"
    return compile_plain(rf"{first}(?:(?: |{listed}){word}){{0,{_MOST_WORDS}}}+")


@cache
def _unit() -> re.Pattern[str]:
    units = load("units")
    word = rf"(?!(?:{any_of(units['unit_ends']['words'])})(?!\p{{L}}))[\p{{L}}/&]++"
    return compile_plain(rf"(?:(?:{any_of(units['unit_ends']['openers'])}) )*+(?P<name>{word}(?: {word}){{0,7}})")


def noun_end(text: str, start: int, end: int) -> int:
    """Return where the noun phrase that begins at `start` ends, `start` if none begins there.

    The phrase keeps its close modifiers and its list (`cán bộ, công chức, viên chức`) and stops before the predicate.
    """
    match = _noun().match(text, start, end)
    return match.end() if match else start


def unit_name(phrase: str) -> str:
    """Return the name of what is counted: the noun of `phrase` without `các`, `tổng số` and what says which ones.

    >>> unit_name("các bệnh viện đa khoa của huyện")
    'bệnh viện đa khoa'
    """
    match = _unit().match(phrase)
    return match["name"] if match else phrase
