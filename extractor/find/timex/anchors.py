"""Where cores of expressions of time may begin: one pass over the text for their words, one for numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ahocorasick

from extractor.find.timex.rules import HEADS
from extractor.lexicon import load

__all__ = ["anchors"]

#: Most numbers are no times: this finds those that a date, a unit of time or a year may begin with, and says which. It
#: lets more pass than the rules that are tried there, and takes a third of the time of an automaton that stops at every
#: digit. The lookarounds follow the digit, so that the search may leap from digit to digit.
_NUMBER = re.compile(
    r"[0-9](?<!(?:[^\W_]|[/.,]).)(?:"
    r"(?P<date>(?=[\dol]?(?: ?/ ?[\dol]| ?- ?[\dol]{1,2}(?: ?-|/| tháng )| ?\. ?[\dol]{1,2} ?\."
    r"|(?:,? và |, ?| ?(?:đến|tới)[^\d\n]{0,10})(?:ngày )?[\dol])))"
    r"|(?P<unit>(?=\d{0,2}(?: \([^()\n]{1,20}\))?(?:,? tháng| (?:ngày|tuần|năm|quý|giờ|phút)"
    r"| (?:lần|kỳ|số|buổi|cuộc|đợt) ?(?:/|mỗi|một|tr))))"
    r"|(?P<year>(?<=2)(?=0[1-5]\d(?!\d))"
    r"(?:(?<=(?:đến|hết|tới) .)|(?<=trước .)|(?<=từ .)|(?<=\n.)|(?<![\s\S]{2})))"
    r")"
)
#: What number words are read before.
_COUNTED = ("lần", "kỳ", "số", "buổi", "cuộc", "đợt", "ngày", "tuần", "tháng", "năm", "quý")


@cache
def _entries() -> dict[str, int]:
    """Return the entry of `HEADS` of each word."""
    return {word: entry for entry, (words, _) in enumerate(HEADS) for word in words}


@cache
def _words() -> ahocorasick.Automaton:
    """Return the automaton of the words with which cores begin; their value is (length - 1, entry of `HEADS`)."""
    automaton = ahocorasick.Automaton()
    heads = {word: entry for word, entry in _entries().items() if not word.startswith("#")}
    for number in load("time")["numbers"]:
        for follower in (*_COUNTED, "("):
            heads[f"{number} {follower}"] = _entries()["#unit"]
    for word, entry in heads.items():
        automaton.add_word(word, (len(word) - 1, entry))
    automaton.make_automaton()
    return automaton


def anchors(lowered: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield, in order, where a core may begin in `spans`, and the entry of `HEADS` that says with which rules.

    Args:
        lowered: The flow in lower case.
        spans: The stretches that are of interest, ascending.
    """
    entries = _entries()
    number_entries = {kind: entries[f"#{kind}"] for kind in _NUMBER.groupindex}
    found = [(match.start(), number_entries[str(match.lastgroup)]) for match in _NUMBER.finditer(lowered)]
    found += [
        (start, entry)
        for last, (length, entry) in _words().iter(lowered)
        if not (start := last - length) or not ((before := lowered[start - 1]).isalnum() or before in "/.,")
    ]
    found.sort()
    place = 0
    for start, end in spans:
        while place < len(found) and found[place][0] < end:
            if found[place][0] >= start:
                yield found[place]
            place += 1
