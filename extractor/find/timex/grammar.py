"""The grammar of expressions of time at work: where cores stand in a text.

Only at the words and numbers with which cores begin (`anchors`) the few rules that begin so (`rules`) are tried, in
order of preference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import regex

from extractor.find.timex.anchors import anchors
from extractor.find.timex.rules import HEADS, RULES, pieces

__all__ = ["Core", "scan"]

#: The name of a rule and its match.
Core = tuple[str, regex.Match[str]]

#: Rules that only say how another one begins most often.
_READ_AS = {"full_date": "date"}


class _Choice(NamedTuple):
    """Rules as one pattern; for each, the number of an empty group at its end that tells whether it matched."""

    pattern: regex.Pattern[str]
    marks: tuple[tuple[int, str], ...]

    def rule_of(self, match: regex.Match[str]) -> str:
        """Return the name of the rule that matched."""
        for group, rule in self.marks[:-1]:
            if match.start(group) >= 0:
                return rule
        return self.marks[-1][1]


@cache
def _choice(entry: int, usual: bool) -> _Choice | None:
    """Return the rules of an entry of `HEADS`, or its usual rule, None if it has none.

    They are compiled when a text first asks for them: most texts ask for few, and all of them take a tenth of a second.
    """
    head = HEADS[entry]
    rules = head.rules if not usual else (head.usual,) if head.usual else ()
    if not rules:
        return None
    choice = "|".join(f"{RULES[rule].format(**pieces())}(?P<is_{rule}>)" for rule in rules)
    pattern = regex.compile(f"(?:{choice})")
    return _Choice(pattern, tuple((pattern.groupindex[f"is_{rule}"], _READ_AS.get(rule, rule)) for rule in rules))


def scan(lowered: str, spans: Iterable[tuple[int, int]]) -> Iterator[Core]:
    """Yield every core in `spans` of the lower-cased flow, in order and without overlap."""
    reached = 0
    for start, entry in anchors(lowered, spans):
        if start >= reached and (core := _core_at(lowered, start, entry)):
            reached = core[1].end()
            yield core


def _core_at(lowered: str, start: int, entry: int) -> Core | None:
    for usual in (True, False):
        choice = _choice(entry, usual)
        if choice and (match := choice.pattern.match(lowered, start)):
            return choice.rule_of(match), match
    return None
