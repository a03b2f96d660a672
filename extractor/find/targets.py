"""Which quantities someone commits to reach.

Each quantity is looked at in its clause, and its clause in its section. Features with a name are read off
(`_Features`), and a few rules in `_is_target` decide; which words they look for is in ``lexicon/target_cues.toml``.
A directive that plans commits to shares unless something speaks against it; counts, sums, and all quantities of a
statute need something that speaks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.find.clauses import Clause, clause_around
from extractor.find.mentions import CitationMention, Quantity, TargetMention
from extractor.find.quantities import PERCENT
from extractor.find.standing import Standing, standings
from extractor.find.subjects import SIGNS, criterion_of, noun_start, subject_of, unit_of
from extractor.find.target_cues import target_cues
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import Comparator

__all__ = ["find_targets"]

#: Parts of a document in which it commits to something.
_PARTS = frozenset({PartOfDocument.BODY, PartOfDocument.CLOSING, PartOfDocument.PREAMBLE})

_UNCOMPARED = frozenset({Comparator.EQ, Comparator.APPROX})
_CAPS = frozenset({Comparator.LE, Comparator.LT})

#: How far before a quantity the name of a price or an entitlement speaks of it.
_NORM_REACH = 60
#: How far before its clause the sentence is searched for a commitment.
_LEAD_REACH = 200


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
        criterion = criterion_of(reading, quantity, clause)
        if criterion and not quantity.unit:
            quantity = replace(quantity, unit=unit_of(reading, criterion, quantity))
        if _is_target(_features(reading, quantity, clause, criterion, where.of(clause.paragraph))):
            found.append(TargetMention(quantity, criterion or subject_of(reading, quantity, clause)))
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
    cell: bool  # it is a cell in the row of a criterion
    loose: bool  # it is a cell of some other table
    goal: bool  # someone commits to it: `phấn đấu`, `chỉ tiêu … là`
    rate: bool  # it is the value of a rate: `tỷ lệ … đạt`
    reached: bool  # the clause tells what was or is so
    norm: bool  # a price, an entitlement, a vote
    conditional: bool  # the clause is a condition
    selects: bool  # it says which ones are meant: `thôn có từ 100 hộ trở lên`
    described: bool  # `gồm 05`, `của 03`; or the noun is one of order: `nội dung`, `nhiệm vụ`
    ordered: bool  # an action that makes so many stands directly before it: `tổ chức 05`
    held: bool  # `có`, `đạt`, `thực hiện` stands directly before it
    required: bool  # the clause says `phải`, `bảo đảm`, `mỗi`
    listed: bool  # it is the value of a list item under a lead such as `số lượng như sau`


def _features(
    reading: Reading, quantity: Quantity, clause: Clause, criterion: tuple[int, int] | None, standing: Standing
) -> _Features:
    cues, text, before = target_cues(), reading.text, clause.before
    paragraph = clause.paragraph
    lead = text[max(paragraph.content, clause.start - _LEAD_REACH) : clause.start].lower()
    lead = lead[max(lead.rfind(mark) for mark in (". ", "; ")) + 1 :]
    start = noun_start(text, quantity)
    noun = text[start : quantity.end + 24].lower()
    signed = text.startswith(SIGNS, quantity.start)
    return _Features(
        standing=standing,
        share=quantity.unit == PERCENT,
        sum=quantity.unit in cues.sums,
        compared=quantity.comparator not in _UNCOMPARED,
        capped=quantity.comparator in _CAPS,
        cell=criterion is not None,
        loose=criterion is None and quantity.start <= paragraph.content and quantity.end == paragraph.end,
        goal=bool(cues.goal.search(before) or cues.goal.search(lead)),
        rate=bool(cues.rate_here.match(before) or (signed and cues.rate.search(before))),
        reached=bool(cues.reached.search(before)) or "cùng kỳ" in clause.after[:40],
        norm=bool(cues.norm.search(before[-_NORM_REACH:]) or cues.norm_of.match(noun)),
        conditional=cues.condition.search(before) is not None,
        selects=_selects(quantity, clause),
        described=bool(cues.description_here.match(before) or cues.abstract.match(quantity.unit.lower())),
        ordered=cues.making_here.match(before) is not None,
        held=cues.holding_here.match(before) is not None,
        required=cues.requirement.search(before) is not None,
        listed=_is_listed(reading, quantity, clause),
    )


def _is_target(is_: _Features) -> bool:
    """Decide. Shares in a plan are targets unless something speaks against it; all else needs something for it."""
    if is_.cell:
        return is_.standing is not Standing.STATUTE
    if is_.loose or is_.conditional or (is_.selects and not (is_.share and (is_.goal or is_.rate))):
        return False
    if is_.standing is Standing.STATUTE:
        return is_.goal and not is_.norm and (is_.share or is_.compared)
    if is_.goal:
        return is_.share or not is_.described or is_.compared
    if is_.reached or is_.standing is Standing.RESULTS:
        return False
    if is_.share:
        return is_.rate or not is_.norm
    if is_.norm or is_.described:
        return False
    if is_.sum:
        return is_.standing is Standing.GOALS
    if is_.listed or is_.ordered:
        return True
    wanted = is_.held or is_.required or is_.standing is Standing.GOALS
    return wanted and is_.compared and not is_.capped


def _selects(quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity tells which bodies are meant: a predicate follows (or, after a count, a pause)."""
    cues = target_cues()
    if not cues.selection_here.match(clause.before):
        return False
    return bool(cues.predicate.match(clause.after)) or (quantity.unit != PERCENT and clause.after[:1] in ("", ","))


def _is_listed(reading: Reading, quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity is the value of a list item (`+ Phòng Nội vụ: 02 cán bộ`) under a lead of numbers."""
    text, paragraph = reading.text, clause.paragraph
    is_value = text[quantity.start - 2 : quantity.start] == ": " and clause.start == quantity.start
    if not is_value or quantity.end < paragraph.end - 2:
        return False
    unit = reading.unit_at(quantity.start)
    parent = None if unit is None or unit.parent is None else reading.units[unit.parent]
    floor = parent.start if parent else 0
    above = text[max(floor, paragraph.start - 400) : paragraph.start].lower()
    return target_cues().lead.search(above) is not None
