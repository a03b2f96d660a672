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
def _patterns() -> tuple[regex.Pattern[str], ...]:
    """Return one pattern for each entry of `HEADS`; an empty group at its end marks the rule that matched."""
    patterns = []
    for _, rules in HEADS:
        choice = "|".join(f"{RULES[rule].format(**pieces())}(?P<is_{rule}>)" for rule in rules)
        patterns.append(regex.compile(f"(?:{choice})"))
    return tuple(patterns)


@cache
def _marks() -> tuple[tuple[tuple[int, str], ...], ...]:
    """Return, for each of `_patterns`, the numbers of the empty groups that mark its rules."""
    return tuple(
        tuple((pattern.groupindex[f"is_{rule}"], rule) for rule in rules)
        for pattern, (_, rules) in zip(_patterns(), HEADS, strict=True)
    )


def scan(lowered: str, spans: Iterable[tuple[int, int]]) -> Iterator[Core]:
    """Yield every core in `spans` of the lower-cased flow, in order and without overlap."""
    patterns, marks = _patterns(), _marks()
    reached = 0
    for start, entry in anchors(lowered, spans):
        if start >= reached and (match := patterns[entry].match(lowered, start)):
            reached = match.end()
            for group, rule in marks[entry]:
                if match.start(group) >= 0:
                    yield _READ_AS.get(rule, rule), match
                    break
