"""The cues of ``lexicon/target_cues.toml`` as patterns: what stands around a quantity that is a target, or is none.

Patterns named after a place (`…_here`) are applied backwards from the quantity: their words stand directly before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.alternation import any_of, any_of_backwards
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["TargetCues", "target_cues"]


def _word(words: Iterable[str]) -> re.Pattern[str]:
    return compile_plain(rf"(?<!\p{{L}})(?:{any_of(words)})(?!\p{{L}})")


def _here(words: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?r)(?<!\p{{L}}){any_of_backwards(words)} ?")


def _of(words: Iterable[str]) -> re.Pattern[str]:
    return compile_plain(rf"(?:tổng số |tổng |số )?(?:{any_of(words)})(?!\p{{L}})")


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


@dataclass(frozen=True, slots=True)
class TargetCues:
    """Compiled cues; all but `attendance` and `criterion` read text in lower case."""

    goal: regex.Pattern[str]  # someone commits to what follows
    rate: re.Pattern[str]  # the name of a rate
    rate_here: regex.Pattern[str]  # a rate and the word that leads to its value
    reached: re.Pattern[str]  # it was reached, or is so now
    told: re.Pattern[str]  # after the quantity: it was told of before, or is compared with the year before
    reports: re.Pattern[str]  # near the quantity: the paragraph reports
    order: re.Pattern[str]  # it is ordered, whatever the paragraph tells
    votes: re.Pattern[str]  # after a share of people: they vote
    done: re.Pattern[str]  # after a quantity that begins its clause: `95% chi bộ đã …`
    total: re.Pattern[str]  # a sum of all
    entitlement: re.Pattern[str]  # a price, an entitlement, a vote, before its amount
    giving: re.Pattern[str]  # somebody gives money, before its amount or share
    entitlement_of: re.Pattern[str]  # the same, as the thing of which the quantity is a share
    allotment: re.Pattern[str]  # money and its parts, before their amount
    allotment_of: re.Pattern[str]
    measure_here: regex.Pattern[str]  # `số vụ tai nạn`, before its value
    condition: re.Pattern[str]
    description_here: regex.Pattern[str]
    description_ends: frozenset[str]  # the last words of descriptions
    making_ends: frozenset[str]  # the last words of what `making_here` matches
    making_here: regex.Pattern[str]  # a verb that makes so many
    raising_here: regex.Pattern[str]  # a verb that raises money, before the sum
    budget: re.Pattern[str]  # money as a whole, before its limit
    defined: re.Pattern[str]  # a count of things with a property, before the value of that
    selection_here: regex.Pattern[str]  # a body and the verb that tells which ones are meant
    marked: re.Pattern[str]  # `đối với` and its like
    predicate: re.Pattern[str]  # what such a body then does
    lead: re.Pattern[str]  # the lead of a list of counts
    condition_lead: re.Pattern[str]  # the lead of a list of conditions
    attendance: re.Pattern[str]  # how a paragraph begins that says who takes part
    abstract: re.Pattern[str]  # a noun whose count describes
    criterion: re.Pattern[str]  # the row of a table of criteria
    past_column: re.Pattern[str]  # the head of a column that tells what was
    value_cell: re.Pattern[str]  # a cell of such a row
    money: frozenset[str]  # units of money
    measures: frozenset[str]  # units of length, area, weight …


@cache
def target_cues() -> TargetCues:
    """Return the compiled cues, made once."""
    cues = load("target_cues")
    goals, rates, conditions, actions = cues["goals"], cues["rates"], cues["conditions"], cues["actions"]
    noun = (
        rf"(?<!(?:{any_of(goals['names'])}) )(?:{any_of(goals['nouns'])})(?! quốc gia)"
        rf"(?: (?:{any_of(goals['announcing'])})(?!\p{{L}})|[^.;:\[]{{0,60}}:|$)"
    )
    rate = any_of_backwards(rates["words"])
    comparing = any_of(phrase for phrases in load("numbers")["comparators"].values() for phrase in phrases)
    return TargetCues(
        goal=regex.compile(rf"(?<!\p{{L}})(?:(?:{any_of(goals['words'])})(?!\p{{L}})|{noun})"),
        rate=_word(rates["words"]),
        rate_here=regex.compile(
            rf"(?r)(?<!\p{{L}})(?:{rate})(?!\p{{L}})[^;:\n]{{1,160}} {any_of_backwards(rates['reached'])} ?"
        ),
        reached=_word(cues["reached"]["words"]),
        told=_word(cues["reached"]["after"]),
        reports=_word(cues["reached"]["reports"]),
        order=_word(cues["reached"]["orders"]),
        votes=_word(cues["entitlements"]["votes"]),
        done=compile_plain(" đã (?!ban hành)"),
        total=_word(cues["rates"]["totals"]),
        entitlement=_word(cues["entitlements"]["words"]),
        giving=_word(cues["entitlements"]["giving"]),
        entitlement_of=_of(cues["entitlements"]["of"]),
        allotment=_word(cues["allotments"]["words"]),
        allotment_of=_of(cues["allotments"]["of"]),
        measure_here=regex.compile(rf"(?r)(?<!\p{{L}}){any_of_backwards(cues['measures']['words'])} [^,;:.]{{2,80}}"),
        condition=compile_plain(
            rf"(?<!\p{{L}})(?<!sau )(?<!trước )(?<!trong )(?<!đến )(?:{any_of(conditions['words'])})(?!\p{{L}})"
        ),
        description_here=_here(cues["descriptions"]["words"]),
        description_ends=_last_words(cues["descriptions"]["words"]),
        making_ends=_last_words([*actions["making"], *actions["prepositions"], "mới", "thêm", "được"]),
        making_here=regex.compile(
            rf"(?r)(?<!\p{{L}})(?:{any_of_backwards(actions['making'])}(?: (?:mới|thêm|được))? ?"
            rf"|{any_of_backwards(actions['reaching'])}(?: [^\s,;]++){{0,12}}"
            rf" {any_of_backwards(actions['prepositions'])} ?)"
        ),
        raising_here=regex.compile(rf"(?r)(?<!\p{{L}}){any_of_backwards(actions['raising'])}(?: [^;:.]{{0,60}})? ?"),
        budget=_word(cues["rates"]["budgets"]),
        defined=compile_plain(
            rf"\d (?=\p{{Ll}})(?:[^;:.,]{{3,140}}?(?<!\p{{L}})(?:{any_of(cues['definitions']['links'])})"
            rf" (?:{any_of(cues['definitions']['properties'])})(?!\p{{L}})|[^;:.]{{3,140}}? với \p{{L}}+ \p{{L}}+ mỗi )"
            r"[^;:.,]{0,80}$"
        ),
        selection_here=regex.compile(
            rf"(?r)(?<!\p{{L}})(?<!{any_of_backwards(conditions['each'])} )"
            rf"{any_of_backwards([*conditions['marked'], *conditions['selected']])} (?:[\p{{L}}-]+ ){{0,6}}?"
            rf"{any_of_backwards(conditions['selecting'])} ?"
        ),
        marked=_word(conditions["marked"]),
        predicate=compile_plain(rf" ?(?:{any_of(conditions['predicates'])})(?!\p{{L}})"),
        lead=_word(cues["leads"]["words"]),
        condition_lead=compile_plain(
            rf"(?<!\p{{L}})(?:{any_of(cues['leads']['conditions'])})(?!\p{{L}})[^.;\n]{{0,60}}:"
        ),
        attendance=compile_plain(rf"(?:{any_of(cues['attendance']['openers'])})(?!\p{{L}})"),
        abstract=compile_plain(
            rf"(?:{any_of(cues['abstract']['words'])})(?!\p{{L}})|(?:{any_of(cues['abstract']['alone'])})$"
        ),
        criterion=compile_plain(
            rf"(?P<marker>(?<![\p{{L}}\d.])(?:\d{{1,2}}\.){{1,3}}\d{{0,2}}\.? |[-+*] )?"
            rf"(?<!\p{{L}})(?P<name>(?:{any_of(cues['criteria']['openers'])})(?!\p{{L}}))"
        ),
        past_column=_word(cues["criteria"]["past"]),
        value_cell=compile_plain(
            rf"(?:(?:(?i:{comparing}) )?[^\p{{L}}\n]*|(?:{any_of(cues['criteria']['values'])})\W*)(?=\n|$)"
        ),
        money=frozenset(load("units")["money"].values()),
        measures=frozenset(load("units")["measures"]["words"]),
    )
