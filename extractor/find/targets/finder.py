"""Which quantities someone commits to reach.

Each quantity is looked at in its clause, and its clause in its section. Signs with a name are read off (`signs`), and a
few rules in `_is_target` decide; which words they look for is in ``lexicon/target_cues.toml``. A directive that plans
commits to shares unless something speaks against it; counts, sums, and all quantities of a statute need something that
speaks for them.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.find.clauses import clause_around
from extractor.find.mentions import CitationMention, Quantity, TargetMention
from extractor.find.quantities.finder import PERCENT
from extractor.find.table_rows import Tables
from extractor.find.targets.cues import target_cues
from extractor.find.targets.places import PARTS
from extractor.find.targets.signs import Signs
from extractor.find.targets.standing import Standing, Standings
from extractor.find.targets.subjects import criterion_of, subject_of, unit_of
from extractor.patterns import compile_plain
from extractor.reading import Paragraph, Reading

__all__ = ["find_targets"]


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
            quantity = quantity._replace(unit=unit_of(reading, criterion, quantity))
        if found and _restates(reading.text, found[-1].quantity, quantity):
            continue
        signs = Signs(reading, quantity, clause, criterion, where.of(clause.paragraph))
        if _is_target(signs) or _goes_on(reading.text, found, quantity, signs):
            subject = criterion or subject_of(reading, quantity, clause)
            found.append(TargetMention(quantity, subject, signs.grounds()))
    return found


def _restates(text: str, share: Quantity, quantity: Quantity) -> bool:
    """Say whether a count in brackets says in numbers what the share before it says: `100% số xã (16/16 xã)`."""
    if share.unit != PERCENT or text[share.end : share.end + 2] != " (" or quantity.start != share.end + 2:
        return False
    return "/" in text[quantity.start : quantity.end]


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


def _is_target(is_: Signs) -> bool:
    """Decide. Shares in a plan are targets unless something speaks against it; all else needs something for it."""
    if is_.cell:
        return is_.standing is not Standing.STATUTE
    goals = is_.standing is Standing.GOALS
    if not (is_.share or is_.sum or is_.compared or goals or is_.listed or is_.ordered or is_.goal):
        return False  # a bare count: most quantities, told by their cheapest signs
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


def _is_cell(quantity: Quantity, paragraph: Paragraph) -> bool:
    return quantity.start <= paragraph.content and quantity.end == paragraph.end


_PRINTED_YEAR = compile_plain(r"(?<!\d)(\d{4})(?!\d)")


def _is_of_past(reading: Reading, head: str) -> bool:
    """Say whether the head of a column tells results: `Thực hiện năm 2023`."""
    if not head:
        return False
    issued = reading.header.issued_on
    years = [int(year) for year in _PRINTED_YEAR.findall(head)]
    past = issued is not None and bool(years) and max(years) < issued.year
    return past or target_cues().past_column.search(head) is not None


_LINK = compile_plain(r"(?:,|,? và) ")
_LONGEST_LINK = len(", và ")


def _goes_on(text: str, found: list[TargetMention], quantity: Quantity, is_: Signs) -> bool:
    """Say whether a count is coordinated with the target before it: `xây dựng 08 mô hình và 05 hợp tác xã kiểu mới`."""
    if not found or quantity.start - found[-1].quantity.end > _LONGEST_LINK or is_.share or is_.sum:
        return False
    last = found[-1].quantity
    if last.unit == PERCENT or not _LINK.fullmatch(text, last.end, quantity.start):
        return False
    return not (is_.abstract or is_.attending)
