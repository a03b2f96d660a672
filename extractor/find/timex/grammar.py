"""The grammar of expressions of time at work: where cores stand in a text.

One Aho-Corasick pass finds the words with which cores begin; only there the few rules that begin so (`rules`) are
tried, in order of preference.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import ahocorasick
import regex

from extractor.find.timex.rules import HEADS, RULES, pieces
from extractor.lexicon import load

__all__ = ["Core", "scan"]

#: The name of a rule and its match.
Core = tuple[str, regex.Match[str]]


#: Most numbers are no times: only before these is a number worth a look.
_NUMBER_GATE = (
    r"(?:(?=\d{1,4}(?: ?[/.-] ?\d|, ?\d"
    r"| (?:ngày|tháng|tuần|năm|quý|lần|kỳ|số|buổi|cuộc|đợt|giờ|phút|đến|tới|và \d|- ?\d|\(\p{L}))|\p{L})"
    r"|(?<=(?:đến|hết|tới|trước|từ) |(?:^|\n))(?=20\d\d(?!\d)))"
)


@cache
def _patterns() -> tuple[regex.Pattern[str], ...]:
    """Return one pattern for each entry of `HEADS`; an empty group at its end marks the rule that matched."""
    patterns = []
    for words, rules in HEADS:
        gate = _NUMBER_GATE if words == ("#",) else ""
        choice = "|".join(f"{RULES[rule].format(**pieces())}(?P<is_{rule}>)" for rule in rules)
        patterns.append(regex.compile(f"{gate}(?:{choice})"))
    return tuple(patterns)


@cache
def _marks() -> tuple[tuple[tuple[int, str], ...], ...]:
    """Return, for each of `_patterns`, the numbers of the empty groups that mark its rules."""
    return tuple(
        tuple((pattern.groupindex[f"is_{rule}"], rule) for rule in rules)
        for pattern, (_, rules) in zip(_patterns(), HEADS, strict=True)
    )


@cache
def _heads() -> ahocorasick.Automaton:
    """Return the automaton of the words with which cores begin; their value is (length, entry of `HEADS`)."""
    automaton = ahocorasick.Automaton()
    for entry, (words, _) in enumerate(HEADS):
        for word in words:
            automaton.add_word(word, (len(word), entry))
    for digit in "0123456789":
        automaton.add_word(digit, (1, 0))
    for word in load("time")["numbers"]:
        for unit in ("lần", "kỳ", "số", "buổi", "cuộc", "đợt", "ngày", "tuần", "tháng", "năm", "quý"):
            automaton.add_word(f"{word} {unit}", (len(word) + len(unit) + 1, 0))
        automaton.add_word(f"{word} (", (len(word) + 2, 0))
    automaton.make_automaton()
    return automaton


def scan(lowered: str) -> Iterator[Core]:
    """Yield every core of the lower-cased flow, in order and without overlap."""
    patterns, marks = _patterns(), _marks()
    heads = [(end - length + 1, entry) for end, (length, entry) in _heads().iter(lowered)]
    heads.sort()
    reached = 0
    for start, entry in heads:
        if start < reached or (start and (lowered[start - 1].isalnum() or lowered[start - 1] in "/.,")):
            continue
        match = patterns[entry].match(lowered, start)
        if match is not None:
            reached = match.end()
            yield next(rule for group, rule in marks[entry] if match.start(group) >= 0), match
