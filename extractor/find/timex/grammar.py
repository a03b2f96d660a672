"""The grammar of expressions of time at work: where cores stand in a text.

Only at the words and numbers with which cores begin (`anchors`) the few rules that begin so (`rules`) are tried, in
order of preference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import regex

from extractor.find.timex.anchors import anchors
from extractor.find.timex.rules import HEADS, RULES, pieces

__all__ = ["Core", "scan"]

#: The name of a rule and its match.
Core = tuple[str, regex.Match[str]]


#: Rules that only say how another one begins most often.
_READ_AS = {"full_date": "date"}


@cache
def _pattern(entry: int) -> tuple[regex.Pattern[str], tuple[tuple[int, str], ...]]:
    """Return the pattern of an entry of `HEADS`, and the numbers of the empty groups in it that mark its rules.

    It is compiled when a text first asks for it: most texts ask for few, and all of them take a tenth of a second.
    """
    _, rules = HEADS[entry]
    choice = "|".join(f"{RULES[rule].format(**pieces())}(?P<is_{rule}>)" for rule in rules)
    pattern = regex.compile(f"(?:{choice})")
    return pattern, tuple((pattern.groupindex[f"is_{rule}"], rule) for rule in rules)


def scan(lowered: str, spans: Iterable[tuple[int, int]]) -> Iterator[Core]:
    """Yield every core in `spans` of the lower-cased flow, in order and without overlap."""
    reached = 0
    for start, entry in anchors(lowered, spans):
        if start < reached:
            continue
        pattern, marks = _pattern(entry)
        if match := pattern.match(lowered, start):
            reached = match.end()
            for group, rule in marks:
                if match.start(group) >= 0:
                    yield _READ_AS.get(rule, rule), match
                    break
