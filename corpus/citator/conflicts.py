"""Works of which documents say different things: usually misprints, which an archivist wants to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import Literal

from corpus.citator.identity import title_form
from corpus.citator.scope import is_of_the_party
from corpus.citator.terms import period_of
from corpus.store import Store

__all__ = ["Conflict", "Saying", "conflicts"]

_SAME_WORDS = 0.4
"""Titles that share less than this of the words of the shorter are of different works; one that is cut short or misread
shares more."""

_SAID = """
SELECT f.work_id, w.identity, w.key, w.name, f.fact, f.value, f.held, f.mentions
FROM work_facts AS f JOIN works AS w ON w.id = f.work_id
WHERE f.fact IN ('issued_on', 'title') AND f.held + f.mentions > 0
    AND f.work_id IN (SELECT work_id FROM work_facts WHERE fact = :fact GROUP BY work_id HAVING count(*) > 1)
ORDER BY w.identity, f.fact, f.held + f.mentions DESC, f.value
"""
_NUMBERED_AGAIN = """
SELECT id, identity, key, symbol, scope, number_form, year, issued_on,
    (SELECT f.held + f.mentions FROM work_facts AS f WHERE f.work_id = works.id AND f.fact = 'known') AS said
FROM works
WHERE number_form IS NOT NULL AND issued_on IS NOT NULL
    AND (number_form, scope) IN (
        SELECT number_form, scope FROM works WHERE number_form IS NOT NULL AND issued_on IS NOT NULL
        GROUP BY number_form, scope HAVING count(*) > 1)
ORDER BY number_form, scope, issued_on
"""


@dataclass(frozen=True, slots=True)
class Saying:
    """One of the things said, and how often."""

    value: str
    times: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """What is said of one work, or of one number in one term, and cannot all be right."""

    kind: Literal["dates", "titles", "years"]
    """Two dates of one work; two titles; one number given twice in a term of the party."""
    key: str | None
    name: str | None
    works: Sequence[str]
    """Identities: one, or those that have the number."""
    sayings: Sequence[Saying]


def conflicts(store: Store) -> list[Conflict]:
    """Every conflict in the archive, by work."""
    found = [*_dates(store), *_titles(store), *_years(store)]
    return sorted(found, key=lambda one: (one.works, one.kind))


def _dates(store: Store) -> Iterator[Conflict]:
    rows = [row for row in store.rows(_SAID, {"fact": "issued_on"}) if row["fact"] == "issued_on"]
    for identity, group in groupby(rows, key=lambda row: str(row["identity"])):
        said = list(group)
        sayings = [Saying(row["value"], row["held"] + row["mentions"]) for row in said]
        if len(sayings) > 1:
            yield Conflict("dates", said[0]["key"], said[0]["name"], [identity], sayings)


def _titles(store: Store) -> Iterator[Conflict]:
    rows = [row for row in store.rows(_SAID, {"fact": "title"}) if row["fact"] == "title"]
    for identity, group in groupby(rows, key=lambda row: str(row["identity"])):
        said = list(group)
        sayings = [Saying(row["value"], row["held"] + row["mentions"]) for row in said]
        if any(_differ(one.value, other.value) for one, other in combinations(sayings, 2)):
            yield Conflict("titles", said[0]["key"], said[0]["name"], [identity], sayings)


def _differ(one: str, other: str) -> bool:
    words, others = (set((title_form(title) or "").split()) for title in (one, other))
    return len(words & others) < _SAME_WORDS * min(len(words), len(others))


def _years(store: Store) -> Iterator[Conflict]:
    """One number of the party with two years in one term."""
    rows = [row for row in store.rows(_NUMBERED_AGAIN) if is_of_the_party(row["symbol"] or "")]
    for (_, scope), group in groupby(rows, key=lambda row: (row["number_form"], row["scope"])):
        said = list(group)
        periods: dict[str | None, list[int]] = {}
        for place, row in enumerate(said):
            day = dt.date.fromisoformat(row["issued_on"])
            periods.setdefault(period_of(day, party=True, scope=scope), []).append(place)
        for period, places in periods.items():
            if period is not None and len(places) > 1:
                meant = [said[place] for place in places]
                sayings = [Saying(row["issued_on"], row["said"] or 0) for row in meant]
                yield Conflict("years", meant[0]["key"], None, [row["identity"] for row in meant], sayings)
