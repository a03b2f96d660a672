"""Which bodies must meet a deadline."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractor.find.clauses import REACH, clause_around
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

    They are those whose task holds the deadline: whoever is told last of those named in its paragraph, else who is told
    in its clause after it, else those whose item it is; and besides, those who are named as working with them. A label
    or a cell of a table speaks of those who have the same work. Where no task holds it, they are the doers named in its
    clause, else in the nearest heading above. Time grows with the number of deadlines and of what is returned.
    """
    doers = _Doers(reading, responsibilities)
    if not doers:
        return [()] * len(deadlines)
    tasks = _Tasks(responsibilities)
    found = []
    for deadline in deadlines:
        expression = deadline.expression
        bodies = tasks.same(deadline)
        if not bodies:
            clause = doers.in_clause(expression.start, expression.end)
            holding = tasks.holding(expression.start)
            told = _told(reading, responsibilities, holding, clause, expression.start) if holding or clause else ()
            bodies = told or clause or doers.heading(expression.start)
        found.append(bodies)
    return found


def _told(
    reading: Reading,
    responsibilities: Sequence[ResponsibilityMention],
    holding: Sequence[_Held],
    clause: tuple[int, ...],
    position: int,
) -> tuple[int, ...]:
    """Return who must do the work that is due at a position, of those whose tasks hold it."""
    paragraph = reading.paragraph_at(position).start
    here = [held.doers for held in holding if responsibilities[held.doers[0]].mention.start >= paragraph]
    above = [held.doers for held in holding if held.doers not in here][-1:]
    leading = [doers for doers in here if _leads(responsibilities, doers)][-1:]
    helping = [doers for doers in here if not _leads(responsibilities, doers)]
    if not here and _leads(responsibilities, clause):
        leading = [clause]
    return tuple(sorted({index for doers in (*(leading or above), *helping) for index in doers}))


def _leads(responsibilities: Sequence[ResponsibilityMention], indices: Iterable[int]) -> bool:
    """Say whether one of the doers has the work itself, and is not only worked with."""
    return any(responsibilities[index].role is not Role.COORDINATE for index in indices)


class _Doers:
    """The responsibilities of those who do the work, by where they are named."""

    def __init__(self, reading: Reading, responsibilities: Sequence[ResponsibilityMention]) -> None:
        self._reading = reading
        self._indices = [index for index, found in enumerate(responsibilities) if found.role in _DOERS]
        self._starts = [responsibilities[index].mention.start for index in self._indices]
        self._named: dict[int, tuple[int, ...]] = {}  # in the headings over a unit

    def __bool__(self) -> bool:
        return bool(self._indices)

    def _between(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(self._indices[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def in_clause(self, start: int, end: int) -> tuple[int, ...]:
        """Return the doers of the clause around ``[start, end)``."""
        if not self._between(start - REACH, end + REACH):  # most often
            return ()
        clause = clause_around(self._reading, start, end)
        return self._between(clause.start, clause.end)

    def heading(self, position: int) -> tuple[int, ...]:
        """Return the doers in the heading of the nearest unit around `position` whose heading names some."""
        return self._over(self._reading.paragraph_at(position).unit)

    def _over(self, index: int | None) -> tuple[int, ...]:
        """Return the doers in the heading of a unit, or else of the nearest around it; each is looked at once."""
        passed: list[int] = []
        named: tuple[int, ...] = ()
        while index is not None and not named:
            if index in self._named:
                named = self._named[index]
                break
            passed.append(index)
            unit = self._reading.units[index]
            named = self._between(*unit.heading) if unit.heading else ()
            index = unit.parent
        self._named.update(dict.fromkeys(passed, named))
        return named


class _Held(NamedTuple):
    """A task and the doers that share it."""

    start: int
    end: int
    doers: tuple[int, ...]


class _Tasks:
    """The tasks of the doers, for questions in ascending order of position."""

    def __init__(self, responsibilities: Iterable[ResponsibilityMention]) -> None:
        self._doers: dict[tuple[int, int], list[int]] = {}
        for index, responsibility in enumerate(responsibilities):
            if responsibility.role in _DOERS:
                for task in responsibility.tasks:
                    self._doers.setdefault(task, []).append(index)
        # Outer tasks first, so that the last ones that are open are the innermost.
        self._waiting = deque(sorted(self._doers, key=lambda task: (task[0], -task[1])))
        self._open: list[_Held] = []

    def same(self, deadline: DeadlineMention) -> tuple[int, ...]:
        """Return the doers of the very work of a deadline that stands beside it, in a label or a cell of a table."""
        task = deadline.task
        if task is None or task[0] <= deadline.expression.start < task[1]:
            return ()
        return tuple(self._doers.get(task, ()))

    def holding(self, position: int) -> list[_Held]:
        """Return the tasks around `position`, which is not before any asked for earlier, the outermost first."""
        if self._open:
            self._open = [task for task in self._open if task.end > position]
        while self._waiting and self._waiting[0][0] <= position:
            start, end = self._waiting.popleft()
            if end > position:
                self._open.append(_Held(start, end, tuple(self._doers[start, end])))
        return self._open
