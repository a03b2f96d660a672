"""What speaks for and against a quantity being a target, each sign with a name.

Most quantities are judged by a few signs, and no words of the lexicon stand before most of them. So a sign is read when
it is first asked for, and one pass for all the words tells which patterns can match at all.
"""

from __future__ import annotations

import re
from itertools import compress
from operator import attrgetter

import regex

from extractor.find.clauses import Clause
from extractor.find.mentions import Quantity
from extractor.find.quantities.finder import PERCENT
from extractor.find.targets.cues import target_cues
from extractor.find.targets.kinds import words_after, words_around, words_before
from extractor.find.targets.once import Once
from extractor.find.targets.standing import Standing
from extractor.find.targets.subjects import noun_start
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument, Reading
from schemas.vocabulary import Comparator

__all__ = ["Signs"]

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
#: How far before a quantity the name of a rate speaks of it.
_RATE_REACH = 160
#: How far after a quantity a word may tell of it.
_TOLD_REACH = 60

_ROUND = frozenset({100, 1_000, 10_000, 100_000})
_COMING = regex.compile(r"(?<!\p{L})(?:đến|trong|trước|hết|vào)(?: hết| cuối)? năm (\d{4})(?!\d)")
_SURELY_TOLD = frozenset({"đã", "đạt được", "ước đạt", "trong đó đã", "cùng kỳ"})
_LEVEL = compile_plain(r"(?<!\p{L})(?:lên|xuống)(?!\p{L})")
_YEAR = compile_plain(r"(?<!so với )năm (\d{4})(?!\d)")
_STOP = compile_plain(r"[.;]")


class Signs:
    """The signs of one quantity; those that cost nothing are read at once.

    Attributes:
        standing: What its section does with quantities.
        quantity: The quantity itself.
        preamble: It stands in the preamble.
        share: Its unit is %.
        sum: Its unit is money.
        size: Its unit is a measure: ha, km, m2.
        compared: A comparator other than a mere `khoảng` is printed.
        capped: The comparator sets an upper limit.
        cell: It is a cell in the row of a criterion.
    """

    def __init__(
        self,
        reading: Reading,
        quantity: Quantity,
        clause: Clause,
        criterion: tuple[int, int] | None,
        standing: Standing,
    ) -> None:
        self.standing = standing
        self.quantity = quantity
        self._reading = reading
        self._clause = clause
        cues, unit, comparator = target_cues(), quantity.unit, quantity.comparator
        self.preamble = clause.paragraph.part is PartOfDocument.PREAMBLE
        self.share = unit == PERCENT
        self.sum = unit in cues.money
        self.size = unit in cues.measures
        self.compared = comparator not in _UNCOMPARED
        self.capped = comparator in _CAPS
        self.cell = criterion is not None

    def grounds(self) -> tuple[str, ...]:
        """Return the names of the signs that show, the standing first."""
        return (self.standing.name.lower(), *compress(_NAMES, _shown(self)))

    @Once
    def _lead(self) -> str:
        """The sentence before the clause, in lower case."""
        start, content = self._clause.start, self._clause.paragraph.content
        if start <= content:
            return ""
        lead = self._reading.lowered[max(content, start - _LEAD_REACH) : start]
        return lead[max(lead.rfind(". "), lead.rfind("; ")) + 1 :]

    @Once
    def _sentence(self) -> str:
        """The sentence up to the quantity, in lower case."""
        return self._lead + self._clause.before

    @Once
    def _kinds(self) -> frozenset[str]:
        """The kinds of words that stand in the sentence up to the quantity, or letters that look like them."""
        return words_before().kinds_in(self._sentence)

    @Once
    def _kinds_after(self) -> frozenset[str]:
        """The kinds of words that stand in the clause after the quantity."""
        return words_after().kinds_in(self._clause.after)

    @Once
    def _noun(self) -> str:
        """What is counted, and a little more, in lower case."""
        return self._reading.lowered[noun_start(self._reading.text, self.quantity) : self.quantity.end + 24]

    @Once
    def _above(self) -> str:
        """What the unit that lists this one says above it, in lower case: `… với số lượng như sau:`."""
        if self.share:
            return ""
        unit = self._reading.unit_at(self._clause.start)
        parent = None if unit is None or unit.parent is None else self._reading.units[unit.parent]
        start = self._clause.paragraph.start
        return self._reading.lowered[max(parent.start if parent else 0, start - _ABOVE_REACH) : start]

    @Once
    def exact(self) -> bool:
        """It is told to a fraction, as statistics are."""
        return self.quantity.value != self.quantity.value.to_integral_value()

    @Once
    def reports(self) -> bool:
        """The paragraph around it tells of results."""
        cues, paragraph, quantity = target_cues(), self._clause.paragraph, self.quantity
        start, end = max(paragraph.start, quantity.start - _AROUND), min(paragraph.end, quantity.end + _AROUND)
        around = self._reading.lowered[start:end]
        if not words_around().kinds_in(around) or cues.reports.search(around) is None:
            return False
        return "order" not in self._kinds or cues.order.search(self._clause.before) is None

    @Once
    def single(self) -> bool:
        """It is so much for each: `50 triệu đồng/hộ`."""
        return "/" in self._reading.text[self.quantity.start : self.quantity.end]

    @Once
    def goal(self) -> bool:
        """Someone commits to it: `phấn đấu`, `chỉ tiêu … là`."""
        if "goal" not in self._kinds:
            return False
        goal = target_cues().goal
        return goal.search(self._clause.before) is not None or goal.search(self._lead) is not None

    @Once
    def rate(self) -> bool:
        """It is the value of a rate: `tỷ lệ … đạt`."""
        if "rate" not in self._kinds:
            return False
        cues, before = target_cues(), self._clause.before
        if cues.rate_here.match(before):
            return True
        return self.compared and cues.rate.search(before, max(0, len(before) - _RATE_REACH)) is not None

    @Once
    def reached(self) -> bool:
        """The clause tells what was or is so."""
        return self._was_reached() or self._is_told() or self._is_past()

    @Once
    def defined(self) -> bool:
        """It tells which things are counted before it: `60 doanh nghiệp có doanh thu đạt 20 tỷ đồng`."""
        if self.share or "definition" not in self._kinds:
            return False
        return target_cues().defined.search(self._sentence) is not None

    @Once
    def raised(self) -> bool:
        """A sum that is to be raised: `vận động quỹ … 350 triệu đồng`."""
        return self.sum and target_cues().raising_here.match(self._clause.before) is not None

    @Once
    def budget(self) -> bool:
        """A limit to all the money of something."""
        if not (self.sum and self.capped and "money" in self._kinds) or self.single:
            return False
        cues, before = target_cues(), self._clause.before
        return cues.budget.search(before[-_NORM_REACH:]) is not None and not cues.entitlement.search(before)

    @Once
    def entitled(self) -> bool:
        """A price, a due, a share of ownership or of votes."""
        cues, noun, has_words = target_cues(), self._noun, "money" in self._kinds
        before = self._clause.before[-_NORM_REACH:]
        if has_words and cues.total.search(before):
            return False
        if (has_words and cues.entitlement.search(before)) or cues.entitlement_of.match(noun):
            return True
        if self._follows("vote", cues.votes):
            return True
        if not has_words:
            return False
        money = self.sum or not noun[:1].isalpha() or cues.allotment_of.match(noun)
        return bool(money and cues.giving.search(before))

    @Once
    def allotted(self) -> bool:
        """A part of some money."""
        cues = target_cues()
        if "money" in self._kinds and cues.allotment.search(self._clause.before[-_NORM_REACH:]):
            return True
        return cues.allotment_of.match(self._noun) is not None

    @Once
    def measured(self) -> bool:
        """The thing measured is named before it: `số vụ tai nạn`."""
        return "measure" in self._kinds and target_cues().measure_here.match(self._clause.before) is not None

    @Once
    def conditional(self) -> bool:
        """The clause is a condition."""
        cues, before = target_cues(), self._clause.before
        if "condition" in self._kinds and cues.condition.search(before, before.rfind(", ") + 1):
            return True
        return ":" in self._above and cues.condition_lead.search(self._above) is not None

    @Once
    def selects(self) -> bool:
        """It says which ones are meant: `thôn có từ 100 hộ trở lên`."""
        return self._selects() or (self.measured and self._is_denominator())

    @Once
    def described(self) -> bool:
        """It is told of what stands before it: `gồm 05`, `của 03`."""
        cues = target_cues()
        return self._stands_after(cues.description_here, cues.description_ends)

    @Once
    def quoted(self) -> bool:
        """It stands in quotation marks: `phong trào "3 sạch"`."""
        return self._clause.before.count('"') % 2 == 1

    @Once
    def attending(self) -> bool:
        """The paragraph says who takes part: `Thành phần: …`."""
        return target_cues().attendance.match(self._reading.text, self._clause.paragraph.content) is not None

    @Once
    def abstract(self) -> bool:
        """It counts parts of the text or of the order of things: `nội dung`, `nhiệm vụ`."""
        return target_cues().abstract.match(self.quantity.unit.lower()) is not None

    @Once
    def ordered(self) -> bool:
        """An action that makes so many stands directly before it: `tổ chức 05`."""
        cues = target_cues()
        return self._stands_after(cues.making_here, cues.making_ends)

    @Once
    def listed(self) -> bool:
        """It is the value of a list item under a lead such as `số lượng như sau`: `+ Phòng Nội vụ: 02 cán bộ`."""
        clause, quantity = self._clause, self.quantity
        if clause.start != quantity.start or quantity.end < clause.end:
            return False
        if self._reading.text[quantity.start - 2 : quantity.start] != ": ":
            return False
        return target_cues().lead.search(self._above + self._lead) is not None

    def _stands_after(self, words: regex.Pattern[str], ends: frozenset[str]) -> bool:
        """Say whether `words`, which end with one of `ends`, stand directly before the quantity."""
        before = self._clause.before
        last = before.rstrip().rpartition(" ")[2]
        return (last in ends or not last.isalpha()) and words.match(before) is not None

    def _follows(self, kind: str, words: re.Pattern[str]) -> bool:
        """Say whether one of `words` follows before a stop."""
        if kind not in self._kinds_after:
            return False
        after = self._clause.after
        match = words.search(after)
        return match is not None and match.start() <= _TOLD_REACH and not _STOP.search(after, 0, match.start())

    def _was_reached(self) -> bool:
        """Say whether the clause tells what was or is so; a year to come makes all but `đã` speak of that year."""
        if "reached" not in self._kinds:
            return False
        told = target_cues().reached.search(self._clause.before)
        if told is None:
            return False
        issued = self._reading.header.issued_on
        years = [int(year) for year in _COMING.findall(self._sentence)]
        aimed = self.compared and not self.capped
        coming = aimed and issued is not None and any(year >= issued.year for year in years)
        return not coming or told.group() in _SURELY_TOLD

    def _is_told(self) -> bool:
        """Say whether what follows tells of the past: `95% chi bộ đã …`, `12 mô hình nêu trên`, `so với cùng kỳ`."""
        cues, after = target_cues(), self._clause.after
        begins = self._clause.before.rstrip()[-1:] in ("", ",")
        if begins and cues.done.match(after):
            return True
        return not self.compared and self._follows("told", cues.told)

    def _is_past(self) -> bool:
        """Say whether the sentence speaks of a year before that of the document: `năm 2022 có 86 hợp tác xã`."""
        issued, words = self._reading.header.issued_on, self._sentence
        if issued is None or "năm " not in words:
            return False
        years = list(_YEAR.finditer(words))
        if not years or _LEVEL.search(words, years[-1].end()):
            return False  # `từ 60% năm 2023 lên 65%`
        return max(int(year[1]) for year in years) < issued.year

    def _is_denominator(self) -> bool:
        """Say whether a rate may be reckoned by the quantity: `số bác sĩ trên 10.000 dân`."""
        return self.quantity.comparator is Comparator.GT and self.quantity.value in _ROUND

    def _selects(self) -> bool:
        """Say whether it tells which bodies are meant: a predicate follows (or, after a count, a pause)."""
        cues, quantity, clause = target_cues(), self.quantity, self._clause
        if "selection" not in self._kinds or not cues.selection_here.match(clause.before):
            return False
        paused = not self.share and clause.after[:1] in ("", ",")
        if paused and self._reading.text.endswith("trở lên", quantity.start, quantity.end):
            return True
        return bool(cues.predicate.match(clause.after)) or (paused and bool(cues.marked.search(clause.before)))


#: All signs, in the order in which grounds are given.
_NAMES = (
    "preamble", "share", "sum", "size", "exact", "reports", "single", "compared", "capped", "cell", "goal", "rate",
    "reached", "defined", "raised", "budget", "entitled", "allotted", "measured", "conditional", "selects", "described",
    "quoted", "attending", "abstract", "ordered", "listed",
)  # fmt: skip
_shown = attrgetter(*_NAMES)
