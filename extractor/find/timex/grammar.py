"""The grammar of expressions of time at work: where cores stand in a text.

Only at the words and numbers with which cores begin (`anchors`) the few rules that begin so (`heads`) are tried, in
order of preference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from extractor.find.timex.anchors import anchors
from extractor.find.timex.heads import HEADS
from extractor.find.timex.rules import RULES, pieces
from extractor.patterns import compile_plain
from extractor.text.phrases import Occurrence

__all__ = ["Core", "members", "scan"]

#: Rules that are read as another one: the usual form of it, or one that words it differently.
_READ_AS = {
    **dict.fromkeys(("full_date", "date_in_words", "date_in_figures"), "date"),
    "days_alone": "days",
    **dict.fromkeys(("months_named", "months_of_list"), "months"),
}
#: `âm lịch` and `hằng năm` after a date; what is due on a day of the year after is due every year.
_LUNAR = re.compile(r" ?\(?âm lịch\)?")
_EACH = re.compile(
    r" (?:của )?(?:(?:hàng|hằng|mỗi) (năm|quý|tháng|tuần)"
    r"|(năm) (?:sau|kế tiếp|tiếp theo|liền kề|liền sau|báo cáo)(?: liền kề)?)(?!\w)"
)


class Core(NamedTuple):
    """A core in flow positions.

    Attributes:
        rule: The name of its rule.
        match: What matched the rule.
        start: Where it begins.
        end: Where it ends, with the words after a date.
        lunar: Whether it is a date of the lunar calendar.
        each: The unit of time of which each has such a date (`hằng năm`).
    """

    rule: str
    match: re.Match[str]
    start: int
    end: int
    lunar: bool = False
    each: str | None = None


class _Rule:
    """A rule, compiled when it is first tried: most texts ask for few, and all of them take a twentieth of a second."""

    __slots__ = ("has_each", "has_lunar", "match", "name", "source")

    def __init__(self, name: str) -> None:
        source = RULES[name]
        self.name = _READ_AS.get(name, name)
        self.has_each = source.endswith("{each}")
        source = source.removesuffix("{each}")
        self.has_lunar = source.endswith("{lunar}")
        self.source = source.removesuffix("{lunar}")
        self.match: Callable[[str, int], re.Match[str] | None] = self._compile_and_match

    def _compile_and_match(self, lowered: str, start: int) -> re.Match[str] | None:
        self.match = compile_plain(self.source.format(**pieces())).match
        return self.match(lowered, start)

    def core(self, match: re.Match[str]) -> Core:
        """Return the core of a match, with the words after a date that belong to it."""
        lowered, (start, end) = match.string, match.span()
        if not self.has_each or lowered[end : end + 1] not in (" ", "(", "â"):
            return Core(self.name, match, start, end)
        lunar = _LUNAR.match(lowered, end) if self.has_lunar else None
        each = _EACH.match(lowered, end if lunar is None else lunar.end())
        last = each or lunar
        return Core(
            self.name,
            match,
            start,
            end if last is None else last.end(),
            lunar is not None,
            None if each is None else each[1] or each[2],
        )


@cache
def _rules() -> tuple[tuple[_Rule, ...], ...]:
    """Return the rules of each entry of `HEADS`; one that several of them name is compiled once."""
    rules = {name: _Rule(name) for name in RULES}
    return tuple(tuple(rules[name] for name in head.rules) for head in HEADS)


def scan(lowered: str, first_words: Iterable[Occurrence], silent: Sequence[tuple[int, int]] = ()) -> Iterator[Core]:
    """Yield every core of the lower-cased flow, in order and without overlap.

    Args:
        lowered: The flow in lower case.
        first_words: Where `first_words_of_times` stand in it.
        silent: The spans in which none begins, ascending.
    """
    rules, reached = _rules(), 0
    found = anchors(lowered, first_words)
    for start, entry in _outside(silent, found) if silent else found:
        if start < reached:
            continue
        for rule in rules[entry]:
            match = rule.match(lowered, start)
            if match is not None:
                core = rule.core(match)
                reached = core.end
                yield core
                break


def _outside(silent: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the anchors that stand in no silent span."""
    place = 0
    for anchor in found:
        while place < len(silent) and silent[place][1] <= anchor[0]:
            place += 1
        if place == len(silent) or anchor[0] < silent[place][0]:
            yield anchor


def members(core: Core, piece: str, group: str = "items") -> list[tuple[str, int, int]]:
    """Return what the members of a list print, and where; `piece` is the name of what each of them is."""
    start, end = core.match.span(group)
    return [(match.group(), *match.span()) for match in _member(piece).finditer(core.match.string, start, end)]


@cache
def _member(piece: str) -> re.Pattern[str]:
    return compile_plain(rf"(?<![^\W_])(?:{pieces()[piece]})(?!\w)")
