"""What a sign is, and the kinds of expressions that several signs speak of."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from extractor.find.deadlines.facts import Fact
from extractor.find.deadlines.surroundings import Surroundings

__all__ = ["EVENTS", "NAMING", "PERIODS_WITHIN", "RECURRENCES", "Sign"]

EVENTS = frozenset({"event before", "event from"})
#: Kinds that recur.
RECURRENCES = frozenset({"every", "daily", "frequency", "report", "periodic"})
#: Kinds that stand in the names of plans.
NAMING = frozenset({"year by", "year within", "term within"})
#: Stretches longer than a day that name no bound.
PERIODS_WITHIN = frozenset({"period within", "year within", "term within"})


class Sign(NamedTuple):
    """A question about the surroundings of an expression of time.

    Attributes:
        shows: Says whether the sign shows; asked only of the kinds that it speaks of, where what it needs holds.
        kinds: These kinds, as the lexicon names them; None for all. Most signs speak of few, and of the others nothing
            needs to be asked: that halves what judging takes.
        needs: What must hold of the document or the expression for the sign to show at all; asked only then, too.
    """

    shows: Callable[[Surroundings], object]
    kinds: frozenset[str] | None = None
    needs: Fact | None = None

    def speaks_of(self, kind: str) -> bool:
        """Say whether the sign can show beside an expression of a kind."""
        return self.kinds is None or kind in self.kinds

    def can_show(self, facts: int) -> bool:
        """Say whether the sign can show where `facts` hold."""
        return self.needs is None or self.needs & facts != 0

    def is_beside(self, around: Surroundings) -> bool:
        """Say whether the sign shows beside an expression that it speaks of."""
        return (self.needs is None or self.needs & around.facts != 0) and bool(self.shows(around))
