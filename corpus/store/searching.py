"""Full-text search over an archive, ranked."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.store.rows import Value
from corpus.store.searchquery import Term, TypedQuery, parse_query
from corpus.store.snippets import Snippet, best_snippet
from corpus.store.store import Store

__all__ = ["Hit", "SearchResult", "search"]

_WEIGHTS = (8.0, 3.0, 1.0, 1.0)
"""Of title, issuer, place and body: what a document is called says more than what it mentions."""

_BEARING = "SELECT document_id FROM lookups WHERE kind = 'number' AND value = :number"

_RANKED = 1_000
"""Above so many hits, BM25 would look at them all to show twenty: they are sorted by where the words stand instead."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, with the stretch of its text that shows why."""

    document_id: int
    path: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    rank: float
    """Smaller is better; to be compared within one search."""
    text: str
    """The whole text, which the snippet's offsets count in."""
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits, the best first."""

    hits: tuple[Hit, ...]
    total: int
    """How many documents were found altogether, counted up to a bound."""
    is_more: bool = False
    """Whether there are more than ``total``."""


def search(store: Store, typed: str, *, limit: int = 20, offset: int = 0) -> SearchResult:
    """Find what a person typed; ``corpus.store.searchquery`` says how it is read.

    Few hits are ranked by BM25. Of many, first come those whose title has the words, in a row or not, then those whose
    text has them in a row; the last stored first. Raises ``QueryError`` where a type or a year is asked for that does
    not exist.
    """
    query = parse_query(typed)
    if query.is_empty:
        return SearchResult((), 0)
    question = _Question(store, query)
    total = question.count(_RANKED + 1)
    is_more = total > _RANKED
    ranked = question.by_place(limit, offset) if is_more else question.by_rank(limit, offset)
    shown = query.terms if query.together is None else (query.together, *query.terms)
    hits = tuple(_hit(store, document_id, rank, shown) for document_id, rank in ranked)
    return SearchResult(hits, min(total, _RANKED), is_more)


class _Question:
    """A typed query as SQL over one archive."""

    def __init__(self, store: Store, query: TypedQuery) -> None:
        self._store = store
        self._query = query
        self._parameters: dict[str, Value] = {"match": query.match}
        self._conditions: list[str] = []
        if query.doc_type is not None:
            self._narrow("d.doc_type = :doc_type", doc_type=query.doc_type)
        if query.year is not None:
            days = {"first_day": f"{query.year}-01-01", "last_day": f"{query.year}-12-31"}
            self._narrow("d.issued_on BETWEEN :first_day AND :last_day", **days)
        if query.number is not None:
            self._narrow(f"d.id IN ({_BEARING})", number=query.number)
        self._bearers = self._bearing(query.sole_number) if query.sole_number and not self._conditions else []

    def _narrow(self, condition: str, **parameters: Value) -> None:
        self._conditions.append(condition)
        self._parameters |= parameters

    def _bearing(self, number: str) -> list[int]:
        """The documents of a number, whether or not their text prints it so."""
        return [row[0] for row in self._store.rows(_BEARING, {"number": number})]

    def count(self, bound: int) -> int:
        """How many documents are meant, counted up to a bound."""
        found = f"SELECT id FROM ({self._found('0.0')} LIMIT {bound})"
        bearers = "".join(f" UNION SELECT {document_id}" for document_id in self._bearers)
        row = self._store.row(f"SELECT count(*) FROM ({found}{bearers})", self._parameters)
        return min(bound, int(row[0])) if row is not None else 0

    def by_rank(self, limit: int, offset: int) -> list[tuple[int, float]]:
        """A page of all documents, the best by BM25 first; before them those that bear the number typed."""
        weights = ", ".join(map(str, _WEIGHTS * 2))
        rows = self._store.rows(
            f"{self._found(f'bm25(search, {weights})')} ORDER BY rank, id LIMIT :needed",
            {**self._parameters, "needed": limit + offset + len(self._bearers)},
        )
        first = dict.fromkeys(self._bearers, -math.inf)
        return [*first.items(), *((row[0], row[1]) for row in rows if row[0] not in first)][offset : offset + limit]

    def by_place(self, limit: int, offset: int) -> list[tuple[int, float]]:
        """A page of all documents, by where the words stand in them."""
        needed = limit + offset
        found: dict[int, float] = dict.fromkeys(self._bearers, 0.0)
        for tier, match in enumerate(self._query.tiers, start=1):
            if len(found) >= needed:
                break
            parameters = {**self._parameters, "match": match, "needed": needed + len(found)}
            rows = self._store.rows(f"{self._found('0.0')} ORDER BY id DESC LIMIT :needed", parameters)
            for row in rows:
                found.setdefault(row[0], float(tier))
        return list(found.items())[offset:needed]

    def _found(self, rank: str) -> str:
        """The documents that are meant: ``id`` and ``rank``."""
        where = "".join(f" AND {condition}" for condition in self._conditions)
        if self._query.match is None:
            return f"SELECT d.id AS id, 0.0 AS rank FROM documents AS d WHERE TRUE{where}"
        join = " CROSS JOIN documents AS d ON d.id = search.rowid" if self._conditions else ""
        return f"SELECT search.rowid AS id, {rank} AS rank FROM search{join} WHERE search MATCH :match{where}"


def _hit(store: Store, document_id: int, rank: float, shown: Sequence[Term]) -> Hit:
    row = store.row(
        "SELECT c.path, c.doc_type, c.number, c.title, c.issuer, c.issued_on, r.text FROM catalogue AS c"
        " JOIN records AS r ON r.document_id = c.id WHERE c.id = ?",
        (document_id,),
    )
    assert row is not None, "the search index holds what the documents hold"
    path, doc_type, number, title, issuer, issued_on, text = row
    snippet = best_snippet(text, shown)
    return Hit(document_id, path, doc_type, number, title, issuer, issued_on, rank, text, snippet)
