"""How the documents that a question finds are spread over types, issuers, years and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.store.searching import EVERYTHING, Filters, Question
from corpus.store.searchquery import parse_query
from corpus.store.store import Store

__all__ = ["FacetValue", "Facets", "facets"]

_COUNTED = 2_000
"""Of more documents than this, so many are looked at: their shares say enough, and every search is counted as it is
typed."""

_CATALOGUE = """
SELECT {facet}, sum(documents) FROM catalogue_counts
WHERE (:doc_type IS NULL OR doc_type = :doc_type) AND (:issuer IS NULL OR issuer = :issuer)
    AND (:year IS NULL OR year = :year) AND (:place IS NULL OR place = :place)
GROUP BY 1
"""
"""What no words are asked of is counted already: ``migrations/0006_figures.sql``."""


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
    if query.is_empty:
        return _of_catalogue(store, filters)
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


def _of_catalogue(store: Store, filters: Filters) -> Facets:
    year = f"{filters.year:04}" if filters.year is not None else None
    wanted = {"doc_type": filters.doc_type, "issuer": filters.issuer, "year": year, "place": filters.place}
    types, issuers, years, places = (
        Counter[str | None]({row[0]: row[1] for row in store.rows(_CATALOGUE.format(facet=facet), wanted)})
        for facet in ("doc_type", "issuer", "year", "place")
    )
    return Facets(_by_count(types), _by_count(issuers), _by_value(years), _by_count(places))


def _by_count(counts: Counter[str | None]) -> list[FacetValue]:
    known = [(value, count) for value, count in counts.items() if value]
    return [FacetValue(value, count) for value, count in sorted(known, key=lambda one: (-one[1], one[0]))]


def _by_value(counts: Counter[str | None]) -> list[FacetValue]:
    known = [(value, count) for value, count in counts.items() if value]
    return [FacetValue(value, count) for value, count in sorted(known, reverse=True)]
