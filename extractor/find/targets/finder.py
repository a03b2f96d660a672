"""Which quantities someone commits to reach.

Each quantity is looked at in its clause, and its clause in its section. Features with a name are read off
(`_Features`), and a few rules in `_is_target` decide; which words they look for is in ``lexicon/target_cues.toml``.
A directive that plans commits to shares unless something speaks against it; counts, sums, and all quantities of a
statute need something that speaks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import compress
from operator import attrgetter

import regex

from extractor.find.clauses import Clause, clause_around
from extractor.find.mentions import CitationMention, Quantity, TargetMention
from extractor.find.quantities.finder import PERCENT
from extractor.find.table_rows import Tables
from extractor.find.targets.cues import target_cues
from extractor.find.targets.places import PARTS
from extractor.find.targets.standing import Standing, Standings
from extractor.find.targets.subjects import criterion_of, noun_start, subject_of, unit_of
from extractor.reading import Paragraph, PartOfDocument, Reading
from schemas.vocabulary import Comparator

__all__ = ["find_targets"]

_UNCOMPARED = frozenset({Comparator.EQ, Comparator.APPROX})
_CAPS = frozenset({Comparator.LE, Comparator.LT})

#: How far before a quantity the name of a price or an entitlement speaks of it.
_NORM_REACH = 60
#: How far around a quantity its paragraph is searched for signs of a report.
_AROUND = 200
#: How much of what stands above a list item is read for the lead of the list.
_ABOVE_REACH = 400
#: How far before its clause the sentence is searched for a commitment.
_LEAD_REACH = 200


def find_targets(
    reading: Reading, quantities: Sequence[Quantity], citations: Sequence[CitationMention]
) -> list[TargetMention]:
    """Return the quantities that the document commits someone to reach, in order. Linear in their number."""
    if not quantities:
        return []
    where, tables = Standings(reading), Tables(reading)
    cited = _Cover(citations)
    found: list[TargetMention] = []
    for quantity in quantities:
        if reading.paragraph_at(quantity.start).part not in PARTS or cited.holds(quantity.start):
            continue
        clause = clause_around(reading, quantity.start, quantity.end)
        criterion = criterion_of(reading, quantity, clause)
        if _is_cell(quantity, clause.paragraph) and (
            criterion is None or _is_of_past(reading, tables.head(quantity.start))
        ):
            continue  # of a table that lists no criteria, or of a column that tells what was
        if criterion and not quantity.unit:
            quantity = replace(quantity, unit=unit_of(reading, criterion, quantity))
        if found and _restates(reading.text, found[-1].quantity, quantity):
            continue
        features = _features(reading, quantity, clause, criterion, where.of(clause.paragraph))
        if _is_target(features) or _goes_on(reading.text, found, quantity, features):
            subject = criterion or subject_of(reading, quantity, clause)
            found.append(TargetMention(quantity, subject, _grounds(features)))
    return found


def _restates(text: str, share: Quantity, quantity: Quantity) -> bool:
    """Say whether a count in brackets says in numbers what the share before it says: `100% số xã (16/16 xã)`."""
    between = text[share.end : quantity.start]
    return share.unit == PERCENT and between == " (" and "/" in text[quantity.start : quantity.end]


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
    preamble: bool
    share: bool  # its unit is %
    sum: bool  # its unit is money
    size: bool  # its unit is a measure: ha, km, m2
    exact: bool  # it is told to a fraction, as statistics are
    reports: bool  # the paragraph around it tells of results
    single: bool  # it is so much for each: `50 triệu đồng/hộ`
    compared: bool  # a comparator other than a mere `khoảng` is printed
    capped: bool  # the comparator sets an upper limit
    cell: bool  # it is a cell in the row of a criterion
    goal: bool  # someone commits to it: `phấn đấu`, `chỉ tiêu … là`
    rate: bool  # it is the value of a rate: `tỷ lệ … đạt`
    reached: bool  # the clause tells what was or is so
    defined: bool  # it tells which things are counted before it: `60 doanh nghiệp có doanh thu đạt 20 tỷ đồng`
    raised: bool  # a sum that is to be raised: `vận động quỹ … 350 triệu đồng`
    budget: bool  # a limit to all the money of something
    entitled: bool  # a price, an entitlement, a vote
    allotted: bool  # a part of some money
    measured: bool  # the thing measured is named before it: `số vụ tai nạn`
    conditional: bool  # the clause is a condition
    selects: bool  # it says which ones are meant: `thôn có từ 100 hộ trở lên`
    described: bool  # `gồm 05`, `của 03`
    quoted: bool  # it stands in quotation marks: `phong trào "3 sạch"`
    attending: bool  # the paragraph says who takes part: `Thành phần: …`
    abstract: bool  # it counts parts of the text or of the order of things: `nội dung`, `nhiệm vụ`
    ordered: bool  # an action that makes so many stands directly before it: `tổ chức 05`
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
    around = text[max(paragraph.start, quantity.start - _AROUND) : min(paragraph.end, quantity.end + _AROUND)].lower()
    measured = cues.measure_here.match(before) is not None
    compared = quantity.comparator not in _UNCOMPARED
    above = "" if quantity.unit == PERCENT else _lead_of(reading, clause)
    return _Features(
        standing=standing,
        preamble=paragraph.part is PartOfDocument.PREAMBLE,
        share=quantity.unit == PERCENT,
        sum=quantity.unit in cues.money,
        size=quantity.unit in cues.measures,
        exact=quantity.value != quantity.value.to_integral_value(),
        reports=cues.reports.search(around) is not None and cues.order.search(before) is None,
        single="/" in text[quantity.start : quantity.end],
        compared=compared,
        capped=quantity.comparator in _CAPS,
        cell=criterion is not None,
        goal=bool(cues.goal.search(before) or cues.goal.search(lead)),
        rate=bool(cues.rate_here.match(before) or (compared and cues.rate.search(before, max(0, len(before) - 160)))),
        reached=_was_reached(reading, quantity, lead, before)
        or _is_told(clause, compared=compared)
        or _is_past(reading, lead + before),
        defined=quantity.unit != PERCENT and cues.defined.search(lead + before) is not None,
        raised=quantity.unit in cues.money and cues.raising_here.match(before) is not None,
        budget=quantity.unit in cues.money
        and quantity.comparator in _CAPS
        and "/" not in text[quantity.start : quantity.end]
        and cues.budget.search(before[-_NORM_REACH:]) is not None
        and not cues.entitlement.search(before),
        entitled=_is_entitlement(quantity, clause, noun),
        allotted=bool(cues.allotment.search(before[-_NORM_REACH:]) or cues.allotment_of.match(noun)),
        measured=measured,
        conditional=cues.condition.search(before, before.rfind(", ") + 1) is not None
        or cues.condition_lead.search(above) is not None,
        selects=_selects(text, quantity, clause) or (measured and _is_denominator(quantity)),
        described=cues.description_here.match(before) is not None,
        quoted=before.count('"') % 2 == 1,
        attending=cues.attendance.match(text, paragraph.content) is not None,
        abstract=cues.abstract.match(quantity.unit.lower()) is not None,
        ordered=cues.making_here.match(before) is not None,
        listed=_is_listed(text, quantity, clause) and cues.lead.search(above + lead) is not None,
    )


def _is_target(is_: _Features) -> bool:
    """Decide. Shares in a plan are targets unless something speaks against it; all else needs something for it."""
    if is_.cell:
        return is_.standing is not Standing.STATUTE
    if is_.conditional or is_.defined or (is_.selects and not (is_.share and (is_.goal or is_.rate))):
        return False
    if is_.standing is Standing.STATUTE:
        return is_.goal and not is_.entitled and not is_.allotted and (is_.share or is_.compared)
    if is_.goal:
        return is_.share or is_.compared or not (is_.described or is_.abstract)
    if is_.reached or is_.preamble or is_.standing is Standing.RESULTS:
        return False
    if is_.budget:
        return True
    if is_.standing is Standing.RULE:
        return is_.compared and not is_.entitled and not is_.allotted and (is_.rate if is_.share else is_.ordered)
    goals = is_.standing is Standing.GOALS
    if not is_.compared and not goals and (is_.reports or (is_.share and is_.exact)):
        return False
    if is_.share:
        return is_.rate or not (is_.entitled or (is_.allotted and not is_.compared and not goals))
    if is_.raised:
        return True
    if is_.sum:
        return not is_.entitled and (goals or (is_.compared and not is_.single and (is_.measured or not is_.capped)))
    if is_.compared:
        return goals or is_.measured or (is_.ordered if is_.size else not is_.capped)
    if is_.abstract or is_.attending or is_.quoted:
        return False
    return is_.listed or is_.ordered or (goals and not is_.described)


_NAMES = tuple(field.name for field in fields(_Features) if field.name != "standing")
_marks = attrgetter(*_NAMES)


def _grounds(features: _Features) -> tuple[str, ...]:
    """Return the names of the features that show, the standing first."""
    return (features.standing.name.lower(), *compress(_NAMES, _marks(features)))


def _is_cell(quantity: Quantity, paragraph: Paragraph) -> bool:
    return quantity.start <= paragraph.content and quantity.end == paragraph.end


def _is_told(clause: Clause, *, compared: bool) -> bool:
    """Say whether what follows tells of the past: `95% chi bộ đã …`, `12 mô hình nêu trên`, `14% so với cùng kỳ`."""
    cues = target_cues()
    begins = clause.before.rstrip()[-1:] in ("", ",")
    return bool((begins and cues.done.match(clause.after)) or (not compared and cues.told.match(clause.after)))


_ROUND = frozenset({100, 1_000, 10_000, 100_000})
_LINK = regex.compile(r"(?:,|,? và) ")
_COMING = regex.compile(r"(?<!\p{L})(?:đến|trong|trước|hết|vào)(?: hết| cuối)? năm (\d{4})(?!\d)")
_PRINTED_YEAR = regex.compile(r"(?<!\d)(\d{4})(?!\d)")
_SURELY_TOLD = frozenset({"đã", "đạt được", "ước đạt", "trong đó đã", "cùng kỳ"})
_LEVEL = regex.compile(r"(?<!\p{L})(?:lên|xuống)(?!\p{L})")
_YEAR = regex.compile(r"(?<!so với )năm (\d{4})(?!\d)")


def _is_of_past(reading: Reading, head: str) -> bool:
    """Say whether the head of a column tells results: `Thực hiện năm 2023`."""
    if not head:
        return False
    issued = reading.header.issued_on
    years = [int(year) for year in _PRINTED_YEAR.findall(head)]
    past = issued is not None and bool(years) and max(years) < issued.year
    return past or target_cues().past_column.search(head) is not None


def _was_reached(reading: Reading, quantity: Quantity, lead: str, before: str) -> bool:
    """Say whether the clause tells what was or is so; a year to come makes all but `đã` speak of that year."""
    told = target_cues().reached.search(before)
    if told is None:
        return False
    issued = reading.header.issued_on
    years = [int(year) for year in _COMING.findall(lead + before)]
    aimed = quantity.comparator not in _UNCOMPARED | _CAPS
    coming = aimed and issued is not None and any(year >= issued.year for year in years)
    return not coming or told.group() in _SURELY_TOLD


def _is_past(reading: Reading, words: str) -> bool:
    """Say whether the sentence so far speaks of a year before that of the document: `năm 2022 có 86 hợp tác xã`."""
    issued = reading.header.issued_on
    years = list(_YEAR.finditer(words))
    if issued is None or not years or _LEVEL.search(words, years[-1].end()):
        return False  # `từ 60% năm 2023 lên 65%`
    return max(int(year[1]) for year in years) < issued.year


def _is_denominator(quantity: Quantity) -> bool:
    """Say whether a rate may be reckoned by the quantity: `số bác sĩ trên 10.000 dân`."""
    return quantity.comparator is Comparator.GT and quantity.value in _ROUND


def _goes_on(text: str, found: list[TargetMention], quantity: Quantity, is_: _Features) -> bool:
    """Say whether a count is coordinated with the target before it: `xây dựng 08 mô hình và 05 hợp tác xã kiểu mới`."""
    if not found or is_.share or is_.sum or is_.abstract or is_.attending:
        return False
    last = found[-1].quantity
    return last.unit != PERCENT and _LINK.fullmatch(text, last.end, quantity.start) is not None


def _is_entitlement(quantity: Quantity, clause: Clause, noun: str) -> bool:
    """Say whether the quantity is a price, a due, a share of ownership or of votes; `noun` is what it counts."""
    cues = target_cues()
    before = clause.before[-_NORM_REACH:]
    if cues.total.search(before):
        return False
    if cues.entitlement.search(before) or cues.entitlement_of.match(noun) or cues.votes.match(clause.after):
        return True
    money = quantity.unit in cues.money or not noun[:1].isalpha() or cues.allotment_of.match(noun)
    return bool(money and cues.giving.search(before))


def _selects(text: str, quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity tells which bodies are meant: a predicate follows (or, after a count, a pause)."""
    cues = target_cues()
    if not cues.selection_here.match(clause.before):
        return False
    paused = quantity.unit != PERCENT and clause.after[:1] in ("", ",")
    if paused and text.endswith("trở lên", quantity.start, quantity.end):
        return True
    return bool(cues.predicate.match(clause.after)) or (paused and bool(cues.marked.search(clause.before)))


def _lead_of(reading: Reading, clause: Clause) -> str:
    """Return, in lower case, what the unit that lists this one says above it: `… với số lượng như sau:`."""
    unit = reading.unit_at(clause.start)
    parent = None if unit is None or unit.parent is None else reading.units[unit.parent]
    floor = parent.start if parent else 0
    start = clause.paragraph.start
    return reading.text[max(floor, start - _ABOVE_REACH) : start].lower()


def _is_listed(text: str, quantity: Quantity, clause: Clause) -> bool:
    """Say whether the quantity is the whole value of a list item: `+ Phòng Nội vụ: 02 cán bộ`."""
    is_value = text[quantity.start - 2 : quantity.start] == ": " and clause.start == quantity.start
    return is_value and quantity.end >= clause.end
