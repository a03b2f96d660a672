"""How the documents that a question finds are spread over types, issuers, years and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.store.searching import EVERYTHING, Filters, Question
from corpus.store.searchquery import parse_query
from corpus.store.store import Store

__all__ = ["FacetValue", "Facets", "facets"]

_COUNTED = 5_000
"""Of more documents than this, so many are looked at: their shares say enough, and every search is counted as it is
typed."""

_WHOLE = "SELECT {facet}, sum(documents) FROM catalogue_counts GROUP BY 1"
"""Of the whole archive the counts are kept: ``migrations/0006_figures.sql``."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value with how many of the documents have it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each facet, those of most documents first; years from the last to the first."""

    doc_type: Sequence[FacetValue]
    issuer: Sequence[FacetValue]
    year: Sequence[FacetValue]
    place: Sequence[FacetValue]
    counted: int | None = None
    """Of how many documents the counts are, where there are more than were counted."""


def facets(store: Store, typed: str = "", filters: Filters = EVERYTHING) -> Facets:
    """Count the documents found by ``search``, or by ``browse`` where nothing is typed. Raises ``QueryError``."""
    query = parse_query(typed)
    if query.is_empty and filters == EVERYTHING:
        return _of_all(store)
    question = Question(store, query, filters)
    rows = question.each(_COUNTED + 1, "d.doc_type, d.issuer, substr(d.issued_on, 1, 4), d.place")
    columns = list(zip(*rows[:_COUNTED], strict=True)) if rows else [(), (), (), ()]
    types, issuers, years, places = map(Counter, columns)
    return Facets(
        _by_count(types),
        _by_count(issuers),
        _by_value(years),
        _by_count(places),
        counted=_COUNTED if len(rows) > _COUNTED else None,
    )


def _of_all(store: Store) -> Facets:
    types, issuers, years, places = (
        Counter[str | None]({row[0]: row[1] for row in store.rows(_WHOLE.format(facet=facet))})
        for facet in ("doc_type", "issuer", "year", "place")
    )
    return Facets(_by_count(types), _by_count(issuers), _by_value(years), _by_count(places))


def _by_count(counts: Counter[str | None]) -> list[FacetValue]:
    known = [(value, count) for value, count in counts.items() if value]
    return [FacetValue(value, count) for value, count in sorted(known, key=lambda one: (-one[1], one[0]))]


def _by_value(counts: Counter[str | None]) -> list[FacetValue]:
    known = [(value, count) for value, count in counts.items() if value]
    return [FacetValue(value, count) for value, count in sorted(known, reverse=True)]
