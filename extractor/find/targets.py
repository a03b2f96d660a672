"""Which quantities someone commits to reach.

Each quantity is looked at in its clause, and its clause in its section. Features with a name are read off
(`_Features`), and a few rules in `_is_target` decide; what the words are is in ``lexicon/target_cues.toml``.
A directive that plans commits to shares unless something speaks against it; counts, sums, and all quantities of a
statute need something that speaks for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.clauses import Clause, clause_around
from extractor.find.mentions import CitationMention, Quantity, TargetMention
from extractor.find.quantities import PERCENT
from extractor.find.standing import Standing, standings
from extractor.find.subjects import noun_start, subject_of
from extractor.lexicon import load
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import Comparator

__all__ = ["find_targets"]

#: Parts of a document in which it commits to something.
_PARTS = frozenset({PartOfDocument.BODY, PartOfDocument.CLOSING, PartOfDocument.PREAMBLE})


def _any(words: Iterable[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


def _word(words: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_any(words)})(?!\p{{L}})")


def _last(words: Iterable[str]) -> regex.Pattern[str]:
    """Return a pattern that ``match`` applies backwards: one of `words`, then at most a space, at the end."""
    return regex.compile(rf"(?r)(?<!\p{{L}})(?:{_any(words)}) ?")


@dataclass(frozen=True, slots=True)
class _Cues:
    goal: regex.Pattern[str]
    rate: regex.Pattern[str]
    rate_reached: regex.Pattern[str]
    reached: regex.Pattern[str]
    norm_before: regex.Pattern[str]
    norm_after: regex.Pattern[str]
    condition: regex.Pattern[str]
    description: regex.Pattern[str]
    action: regex.Pattern[str]
    holding: regex.Pattern[str]
    requirement: regex.Pattern[str]
    lead: regex.Pattern[str]
    selection: regex.Pattern[str]
    predicate: regex.Pattern[str]
    abstract: regex.Pattern[str]
    sums: frozenset[str]


@cache
def _cues() -> _Cues:
    cues = load("target_cues")
    names = _any(cues["goals"]["names"])
    rates, reached = _any(cues["rates"]["words"]), _any(cues["rates"]["reached"])
    return _Cues(
        goal=regex.compile(
            rf"(?<!\p{{L}})(?!{names})(?<!các )(?:{_any(cues['goals']['words'])})(?!\p{{L}})(?! quốc gia)"
        ),
        rate=regex.compile(rf"(?<!\p{{L}})(?:{rates})(?!\p{{L}})"),
        rate_reached=regex.compile(rf"(?r)(?<!\p{{L}})(?:{rates})(?!\p{{L}})[^;:\n]{{1,160}} (?:{reached}) ?"),
        reached=_word(cues["reached"]["words"]),
        norm_before=_word(cues["norms"]["before"]),
        norm_after=regex.compile(rf"(?:tổng số |tổng |số )?(?:{_any(cues['norms']['after'])})(?!\p{{L}})"),
        condition=_word(cues["conditions"]["words"]),
        description=_last(cues["descriptions"]["words"]),
        action=_last(cues["actions"]["making"]),
        holding=_last(cues["actions"]["holding"]),
        requirement=_word(cues["actions"]["required"]),
        lead=_word(cues["leads"]["words"]),
        selection=regex.compile(
            rf"(?r)(?<!\p{{L}})(?:{_any(cues['conditions']['selected'])}) (?:[\p{{L}}-]+ ){{0,6}}?(?:{_any(cues['conditions']['selecting'])}) ?"
        ),
        predicate=regex.compile(rf" ?(?:{_any(cues['conditions']['predicates'])})(?!\p{{L}})"),
        abstract=regex.compile(rf"(?:{_any(cues['abstract']['words'])})(?!\p{{L}})"),
        sums=frozenset((*load("units")["money"].values(), *load("units")["measures"]["words"])),
    )


def find_targets(
    reading: Reading, quantities: Sequence[Quantity], citations: Sequence[CitationMention]
) -> list[TargetMention]:
    """Return the quantities that the document commits someone to reach, in order. Linear in their number."""
    where = standings(reading)
    cited = _Cover(citations)
    found = []
    for quantity in quantities:
        if reading.paragraph_at(quantity.start).part not in _PARTS or cited.holds(quantity.start):
            continue
        clause = clause_around(reading, quantity.start, quantity.end)
        if _is_target(_features(reading, quantity, clause, where.of(clause.paragraph))):
            found.append(TargetMention(quantity, subject_of(reading, quantity, clause)))
    return found


class _Cover:
    """The stretches of the text that citations and their titles take up, for questions in ascending order."""

    def __init__(self, citations: Sequence[CitationMention]) -> None:
        self._spans = sorted(
            span for citation in citations for span in ((citation.start, citation.end), citation.title) if span
        )
        self._next = 0
        self._end = 0

    def holds(self, position: int) -> bool:
        """Say whether `position`, not before any asked for earlier, stands in a citation or its title."""
        while self._next < len(self._spans) and self._spans[self._next][0] <= position:
            self._end = max(self._end, self._spans[self._next][1])
            self._next += 1
        return position < self._end


@dataclass(frozen=True, slots=True)
class _Features:
    """What speaks for and against a quantity being a target."""

    standing: Standing
    share: bool  # its unit is %
    sum: bool  # its unit is money or a measure
    compared: bool  # a comparator other than a mere `khoảng` is printed
    capped: bool  # the comparator sets an upper limit
    cell: bool  # it fills its paragraph, as the cell of a table does
    goal: bool  # someone commits to it: `phấn đấu`, `chỉ tiêu`
    rate: bool  # it is the value of a rate: `tỷ lệ … đạt`
    reached: bool  # the clause tells what was or is so
    norm: bool  # a price, an entitlement, a vote
    conditional: bool  # the clause is a condition
    selects: bool  # it says which ones are meant: `thôn có từ 100 hộ trở lên`
    described: bool  # `gồm 05`, `của 03`; or the noun is one of order: `nội dung`, `nhiệm vụ`
    ordered: bool  # an action that makes things stands directly before it: `tổ chức 05`
    held: bool  # `có`, `đạt`, `thực hiện` stands directly before it
    required: bool  # the clause says `phải`, `bảo đảm`, `mỗi`
    listed: bool  # it is the value of a list item under a lead such as `số lượng như sau`


def _features(reading: Reading, quantity: Quantity, clause: Clause, standing: Standing) -> _Features:
    cues, text = _cues(), reading.text
    before = clause.before
    noun = text[noun_start(text, quantity) : quantity.end + 20].lower()
    lead = text[max(clause.paragraph.content, clause.start - 200) : clause.start].lower()
    lead = lead[max(lead.rfind(mark) for mark in (". ", "; ")) + 1 :]
    goal = next(iter(cues.goal.finditer(before)), None) or cues.goal.search(lead)
    past = cues.reached.search(before)
    return _Features(
        standing=standing,
        share=quantity.unit == PERCENT,
        sum=quantity.unit in cues.sums,
        compared=quantity.comparator not in (Comparator.EQ, Comparator.APPROX),
        capped=quantity.comparator in (Comparator.LE, Comparator.LT),
        cell=quantity.start <= clause.paragraph.content and quantity.end == clause.paragraph.end,
        goal=goal is not None,
        rate=cues.rate_reached.match(before) is not None,
        reached=past is not None or "cùng kỳ" in clause.after[:40],
        norm=bool(cues.norm_before.search(before[-60:]) or cues.norm_after.match(noun)),
        conditional=cues.condition.search(before) is not None,
        selects=_selects(quantity, clause),
        described=bool(cues.description.match(before) or cues.abstract.match(quantity.unit)),
        ordered=cues.action.match(before) is not None,
        held=cues.holding.match(before) is not None,
        required=cues.requirement.search(before) is not None,
        listed=_is_listed(reading, quantity, clause),
    )


def _is_target(is_: _Features) -> bool:
    """Decide. Shares in a plan are targets unless something speaks against it; all else needs something for it."""
    if is_.cell:
        return is_.compared or is_.share
    if is_.conditional or (is_.selects and not (is_.share and (is_.goal or is_.rate))):
        return False
    if is_.goal:
        return is_.share or not is_.described or is_.compared
    if is_.reached or is_.standing is Standing.RESULTS:
        return False
    if is_.standing is Standing.STATUTE:
        return is_.share and is_.rate and not is_.norm
    if is_.share:
        return is_.rate or not is_.norm
    if is_.sum:
        return is_.standing is Standing.GOALS and not is_.norm
    if is_.described:
        return False
    if is_.listed or is_.ordered:
        return not is_.norm
    wanted = is_.held or is_.required or is_.standing is Standing.GOALS
    return wanted and is_.compared and not is_.capped and not is_.norm


def _selects(quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity tells which bodies are meant: a predicate follows (or, after a count, a pause)."""
    cues = _cues()
    if not cues.selection.match(clause.before):
        return False
    return bool(cues.predicate.match(clause.after)) or (quantity.unit != PERCENT and clause.after[:1] in ("", ","))


def _is_listed(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity is the value of a list item (`+ Phòng Nội vụ: 02 cán bộ`) under a lead that gives numbers."""
    text, paragraph = reading.text, clause.paragraph
    if (
        quantity.end < paragraph.end - 2
        or clause.start != quantity.start
        or text[quantity.start - 2 : quantity.start] != ": "
    ):
        return False
    unit = reading.unit_at(quantity.start)
    parent = None if unit is None or unit.parent is None else reading.units[unit.parent]
    floor = parent.start if parent else 0
    above = text[max(floor, paragraph.start - 400) : paragraph.start].lower()
    return _cues().lead.search(above) is not None
