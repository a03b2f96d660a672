"""The grammar of quantities: ``lexicon/numbers.toml`` and ``lexicon/units.toml`` as patterns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.alternation import any_of, any_of_backwards
from extractor.find.quantities.numerals import NUMBER, NUMBER_WORDS
from extractor.lexicon import load
from extractor.patterns import compile_plain
from schemas.vocabulary import Comparator

__all__ = ["QuantityGrammar", "quantity_grammar"]


@dataclass(frozen=True, slots=True)
class QuantityGrammar:
    """The compiled patterns and the word lists of the lexicon."""

    digits: re.Pattern[str]  # a number or a range in digits, with its unit if that is no noun
    words: re.Pattern[str]  # a number in words, after a comparator
    share: regex.Pattern[str]  # read backwards from `phần trăm`: a number in words
    before: regex.Pattern[str]  # read backwards from a number: its comparator
    compared_by: tuple[str, ...]  # what `before` ends with where it finds anything
    change_stems: tuple[str, ...]  # one of them stands in every word that makes a change
    change: re.Pattern[str]  # a word that makes a quantity a change, with `other` that only looks like one left out
    levels: re.Pattern[str]  # what makes the quantity after it a level all the same
    closer: re.Pattern[str]
    place: regex.Pattern[str]  # read backwards: a verb after which `trên` says where (`đăng trên 03 số báo`)
    comparators: dict[str, Comparator]
    closers: dict[str, Comparator]
    magnitudes: dict[str, int]
    money: dict[str, str]
    not_counted: frozenset[str]
    counted: tuple[str, ...]
    frequencies: frozenset[str]  # what is counted a period: `02 kỳ/năm`
    multiples: tuple[str, ...]
    labels: frozenset[str]
    exceptions: tuple[str, ...]
    idioms: frozenset[str]
    measures: frozenset[str]
    increases: frozenset[str]


@cache
def quantity_grammar() -> QuantityGrammar:
    """Return the grammar, made once."""
    numbers, units = load("numbers"), load("units")
    comparators, closers = (
        {phrase: Comparator[name.upper()] for name, phrases in numbers[table].items() for phrase in phrases}
        for table in ("comparators", "closers")
    )
    magnitude = rf"(?: (?:{any_of(numbers['magnitudes'])})(?!\p{{L}})){{0,3}}+"
    money = rf"(?: ?(?:{any_of(units['money'])})(?!\p{{L}}| (?:{any_of(units['not_money']['after'])})(?!\p{{L}})))?"
    unit = rf"(?: ?%| phần trăm(?!\p{{L}})|{magnitude}{money})"
    spelled = rf"(?: \((?:(?i:{NUMBER_WORDS})(?: phần trăm)?|{NUMBER})\))?+"
    # `l` for 1 and `O` for 0, where that is certain
    misread = r"(?<=\p{L} )l(?= \p{Ll}{2})|[lI1][0O]{2}(?= ?%)|0l(?= \p{Ll}{2})|\d[oO](?= ?%)"
    stop = r"(?![\d/:°]|[.,]\d)"
    digits = (
        r"(?<![\p{L}\d.,/:°_)%±])(?<![^\n][-+])(?<!± )"
        rf"(?:(?P<part>\d{{1,3}})/(?P<whole>\d{{1,3}})(?= \p{{Ll}})|(?P<low>{NUMBER}|{misread}){stop})"
        rf"{spelled}(?P<low_unit>{unit}){spelled}"
        rf"(?:(?: ?- ?| (?:đến|tới) (?:dưới )?)(?P<high>{NUMBER}){stop}{spelled}(?P<high_unit>{unit}){spelled})?+"
        rf"(?P<measure> ?(?:{any_of(units['measures']['words'])})(?![\p{{L}}\d]))?+(?!\p{{L}}|-\p{{L}}|\))"
    )
    words = rf"(?:{any_of(numbers['links']['words'])} )?(?P<low>(?i:{NUMBER_WORDS}))(?= \p{{L}})"
    share = rf"(?r)(?<!\p{{L}})(?i:{NUMBER_WORDS}) "
    changes = numbers["changes"]
    change_words = [*changes["increase"], *changes["decrease"]]
    before = (
        r"(?r)(?<!\p{L})(?P<average>bình quân )?"
        rf"(?P<change>(?<!suy )(?<!gia ){any_of_backwards(change_words)} )?"
        rf"(?:(?P<phrase>{any_of_backwards(comparators)})(?: {any_of_backwards(numbers['links']['words'])})? ?)?"
    )
    change = (
        rf"(?<!\p{{L}})(?P<rate>(?:{any_of(changes['rates'])}) )?+(?!{any_of(changes['other'])})(?<!suy )(?<!gia )"
        rf"(?:(?P<increase>{any_of(changes['increase'])})|(?P<decrease>{any_of(changes['decrease'])}))(?!\p{{L}})"
    )
    return QuantityGrammar(
        digits=compile_plain(digits),
        words=compile_plain(words),
        share=regex.compile(share),
        before=regex.compile(before),
        compared_by=_shortest({"bình quân", *comparators, *numbers["links"]["words"], *change_words}, str.endswith),
        change_stems=_shortest(change_words, str.__contains__),
        change=compile_plain(change),
        levels=compile_plain(rf"(?<!\p{{L}})(?:{any_of(changes['levels'])})(?!\p{{L}})"),
        place=regex.compile(
            rf"(?r)(?<!\p{{L}}){any_of_backwards(numbers['places']['verbs'])}(?: [^,;:.\n]{{0,60}})? trên ?"
        ),
        closer=compile_plain(rf" (?P<phrase>{any_of(closers)})(?!\p{{L}})"),
        comparators=comparators,
        closers=closers,
        magnitudes=numbers["magnitudes"],
        money=units["money"],
        not_counted=frozenset(units["not_counted"]["words"]),
        counted=tuple(units["not_counted"]["counted"]),
        frequencies=frozenset(units["not_counted"]["frequencies"]),
        multiples=tuple(units["not_counted"]["multiples"]),
        labels=frozenset(units["labels"]["words"]),
        exceptions=tuple(units["labels"]["exceptions"]),
        idioms=frozenset(numbers["idioms"]["words"]),
        measures=frozenset(units["measures"]["words"]),
        increases=frozenset(changes["increase"]),
    )


def _shortest(phrases: Iterable[str], has: Callable[[str, str], bool]) -> tuple[str, ...]:
    """Return those of `phrases` that have no other of them; every other has one of these."""
    distinct = sorted(set(phrases), key=len)
    return tuple(one for one in distinct if not any(one != other and has(one, other) for other in distinct))
