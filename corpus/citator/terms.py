"""Periods within which a number is given once: terms of the party's committees, and calendar years."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from corpus.citator.data import load
from corpus.citator.scope import CENTRAL

__all__ = ["Term", "period_of", "term_numbered", "terms"]


class Term(NamedTuple):
    """The term of a Central Committee; ``last`` is null for the present one."""

    number: int
    first: dt.date
    last: dt.date | None

    def covers(self, day: dt.date) -> bool:
        """Whether a day lies in the term."""
        return self.first <= day and (self.last is None or day <= self.last)


@cache
def terms() -> tuple[Term, ...]:
    """The terms of the Central Committee, oldest first: from the end of one congress to the opening of the next."""
    congresses = load("terms")["congresses"]
    ends = [congress["opens"] for congress in congresses[1:]] + [None]
    return tuple(Term(held["number"], held["closes"], end) for held, end in zip(congresses, ends, strict=True))


def term_numbered(number: int) -> Term | None:
    """The term of a number: 13 for ``khóa XIII``."""
    return next((term for term in terms() if term.number == number), None)


def period_of(day: dt.date, *, party: bool, scope: str | None) -> str | None:
    """The period of numbering that a day lies in, or null where it may be one of two (the months of congresses).

    The party numbers by term, all others by calendar year.
    """
    if not party:
        return str(day.year)
    if scope == CENTRAL:
        return next((f"khóa {term.number}" for term in terms() if term.covers(day)), None)
    congresses = load("terms")["local_congresses"]
    if any(held["opens"] <= day <= held["closes"] for held in congresses):
        return None
    return f"nhiệm kỳ sau {max((held['closes'].year for held in congresses if held['closes'] < day), default=0)}"
