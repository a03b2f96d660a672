"""Which deadline binds a target."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extractor.find.clauses import Clause, clause_around
from extractor.find.mentions import DeadlineMention, TargetMention
from extractor.link.scheduling import Schedule
from extractor.patterns import compile_plain
from extractor.reading import Reading

__all__ = ["deadlines_of_targets"]

_SENTENCE_END = compile_plain(r"[.!?](?=\s)")


def deadlines_of_targets(
    reading: Reading, targets: Sequence[TargetMention], deadlines: Sequence[DeadlineMention]
) -> list[int | None]:
    """Return for each target the index of the deadline that binds it, None where nothing does.

    In this order: one in the target's own part of its clause, one earlier in the clause, one later in it; one that
    leads the sentence or the paragraph (`Đến năm 2025: …; …`); one in a heading that schedules what stands under it.
    Time grows with the number of targets.
    """
    if not targets:
        return []
    starts = [deadline.expression.start for deadline in deadlines]
    schedule = Schedule(reading, deadlines)
    return [_deadline_of(reading, target, deadlines, starts, schedule) for target in targets]


def _deadline_of(
    reading: Reading,
    target: TargetMention,
    deadlines: Sequence[DeadlineMention],
    starts: Sequence[int],
    schedule: Schedule,
) -> int | None:
    quantity = target.quantity
    clause = clause_around(reading, quantity.start, quantity.end)
    here = range(bisect_left(starts, clause.start), bisect_left(starts, clause.end))
    before = [index for index in here if starts[index] < quantity.start]
    after = [index for index in here if starts[index] >= quantity.end]
    follows = bool(after) and starts[after[0]] < _part_end(reading.text, clause, quantity.end)
    precedes = bool(before) and starts[before[-1]] >= _part_start(reading.text, clause, quantity.start)
    if follows and not precedes:
        return after[0]
    if before:
        return before[-1]
    if after:
        return after[0]
    leading = _leading(reading, clause, starts)
    return leading if leading is not None else schedule.over(clause.paragraph.unit)


def _part_start(text: str, clause: Clause, position: int) -> int:
    """Return where the stretch between commas begins that holds `position`."""
    comma = text.rfind(", ", clause.start, position)
    return clause.start if comma < 0 else comma


def _part_end(text: str, clause: Clause, position: int) -> int:
    comma = text.find(", ", position, clause.end)
    return clause.end if comma < 0 else comma


def _leading(reading: Reading, clause: Clause, starts: Sequence[int]) -> int | None:
    """Return the last deadline before `clause` in its sentence, else one in the words that lead its paragraph."""
    paragraph = clause.paragraph
    sentence = paragraph.content
    for end in _SENTENCE_END.finditer(reading.text, max(paragraph.content, clause.start - _REACH), clause.start):
        sentence = end.end()
    last = bisect_left(starts, clause.start) - 1
    if last >= 0 and starts[last] >= sentence:
        return last
    first = bisect_left(starts, paragraph.content)
    lead = reading.text.find(":", paragraph.content, min(clause.start, paragraph.content + _LEAD))
    return first if first < len(starts) and starts[first] < lead else None


#: No sentence is read farther back than this.
_REACH = 600
#: A lead (`Đến năm 2025, phấn đấu:`) is no longer than this.
_LEAD = 160
