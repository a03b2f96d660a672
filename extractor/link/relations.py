"""Which deadline binds a target, and which bodies must meet a deadline."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractor.find.mentions import DeadlineMention, ResponsibilityMention, TargetMention
from extractor.reading import Reading
from schemas.vocabulary import Role

__all__ = ["bodies_of_deadlines", "deadlines_of_targets"]

#: Who must do the work, as against who receives or passes on the report of it.
_DOERS = frozenset({Role.LEAD, Role.EXECUTE, Role.COORDINATE})


def deadlines_of_targets(
    reading: Reading, targets: Sequence[TargetMention], deadlines: Sequence[DeadlineMention]
) -> list[int | None]:
    """Return for each target the index of the deadline that binds it.

    It is the nearest one before the target in the same paragraph, else the nearest after it.
    """
    starts = [deadline.expression.start for deadline in deadlines]
    found: list[int | None] = []
    for target in targets:
        paragraph = reading.paragraph_at(target.quantity.start)
        before = bisect_right(starts, target.quantity.start) - 1
        after = before + 1
        if before >= 0 and starts[before] >= paragraph.start:
            found.append(before)
        elif after < len(starts) and starts[after] < paragraph.end:
            found.append(after)
        else:
            found.append(None)
    return found


def bodies_of_deadlines(
    reading: Reading, deadlines: Sequence[DeadlineMention], responsibilities: Sequence[ResponsibilityMention]
) -> list[tuple[int, ...]]:
    """Return for each deadline the indices of the responsibilities that must meet it.

    They are the doers named in the deadline's own paragraph; where it names none, those whose task it is.
    """
    starts = [responsibility.mention.start for responsibility in responsibilities]
    by_task = sorted(
        (task, index)
        for index, responsibility in enumerate(responsibilities)
        if responsibility.role in _DOERS
        for task in responsibility.tasks
    )
    found = []
    for deadline in deadlines:
        position = deadline.expression.start
        paragraph = reading.paragraph_at(position)
        here = range(bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end))
        doers = tuple(index for index in here if responsibilities[index].role in _DOERS)
        if not doers:
            last = bisect_right(by_task, ((position, len(reading.text)), len(responsibilities)))
            doers = tuple(
                sorted({index for (start, end), index in by_task[max(0, last - 20) : last] if start <= position < end})
            )
        found.append(doers)
    return found
