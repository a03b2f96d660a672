"""Which bodies must meet a deadline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from extractor.find.clauses import clause_around
from extractor.find.mentions import DeadlineMention, ResponsibilityMention
from extractor.reading import Reading
from schemas.vocabulary import Role

__all__ = ["bodies_of_deadlines"]

#: Who must do the work, as against who receives or passes on the report of it.
_DOERS = frozenset({Role.LEAD, Role.EXECUTE, Role.COORDINATE})


def bodies_of_deadlines(
    reading: Reading, deadlines: Sequence[DeadlineMention], responsibilities: Sequence[ResponsibilityMention]
) -> list[tuple[int, ...]]:
    """Return for each deadline the indices of the responsibilities that must meet it.

    They are the doers named in the deadline's clause; where it names none, those of the nearest clause of its
    paragraph; else the bodies of which the item is a task; else those in the nearest heading above. Time grows with the
    number of deadlines and of what is returned.
    """
    doers = _Doers(reading, responsibilities)
    tasks = _Tasks(responsibilities)
    found = []
    for deadline in deadlines:
        expression = deadline.expression
        found.append(
            doers.near(expression.start, expression.end)
            or tasks.holding(expression.start)
            or doers.heading(expression.start)
        )
    return found


class _Doers:
    """The responsibilities of those who do the work, by where they are named."""

    def __init__(self, reading: Reading, responsibilities: Sequence[ResponsibilityMention]) -> None:
        self._reading = reading
        self._indices = [index for index, found in enumerate(responsibilities) if found.role in _DOERS]
        self._starts = [responsibilities[index].mention.start for index in self._indices]

    def _between(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(self._indices[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def near(self, start: int, end: int) -> tuple[int, ...]:
        """Return the doers of the clause around ``[start, end)``, else of the nearest one in its paragraph."""
        clause = clause_around(self._reading, start, end)
        here = self._between(clause.start, clause.end)
        if here:
            return here
        paragraph = clause.paragraph
        before = bisect_left(self._starts, clause.start) - 1
        if before >= 0 and self._starts[before] >= paragraph.start:
            last = self._starts[before]
        else:
            after = before + 1
            if after == len(self._starts) or self._starts[after] >= paragraph.end:
                return ()
            last = self._starts[after]
        there = clause_around(self._reading, last, last)
        return self._between(min(there.start, last), max(there.end, last + 1))

    def heading(self, position: int) -> tuple[int, ...]:
        """Return the doers in the heading of the nearest unit around `position` whose heading names some."""
        unit = self._reading.unit_at(position)
        while unit is not None:
            named = self._between(*unit.heading) if unit.heading else ()
            if named:
                return named
            unit = None if unit.parent is None else self._reading.units[unit.parent]
        return ()


class _Tasks:
    """The tasks of the doers, for questions in ascending order of position."""

    def __init__(self, responsibilities: Iterable[ResponsibilityMention]) -> None:
        doers: dict[tuple[int, int], list[int]] = {}
        for index, responsibility in enumerate(responsibilities):
            if responsibility.role in _DOERS:
                for task in responsibility.tasks:
                    doers.setdefault(task, []).append(index)
        # Outer tasks first, so that the last one on the stack is the innermost.
        self._waiting = sorted(doers.items(), key=lambda item: (item[0][0], -item[0][1]), reverse=True)
        self._open: list[tuple[tuple[int, int], list[int]]] = []

    def holding(self, position: int) -> tuple[int, ...]:
        """Return the doers of the innermost task around `position`, which is not before any asked for earlier."""
        while self._waiting and self._waiting[-1][0][0] <= position:
            self._open.append(self._waiting.pop())
        while self._open and self._open[-1][0][1] <= position:
            self._open.pop()
        return tuple(self._open[-1][1]) if self._open else ()
