"""Full-text search over an archive, ranked."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.store.rows import Value
from corpus.store.searchquery import Term, TypedQuery, parse_query
from corpus.store.snippets import Snippet, best_snippet
from corpus.store.store import Store

__all__ = ["EVERYTHING", "Filters", "Hit", "Order", "Question", "SearchResult", "browse", "search"]

_WEIGHTS = (8.0, 3.0, 1.0, 1.0)
"""Of title, issuer, place and body: what a document is called says more than what it mentions."""

_BEARING = "SELECT document_id FROM lookups WHERE kind = 'number' AND value = :number"

_RANKED = 1_000
"""Above so many hits, BM25 would look at them all to show twenty: they are sorted by where the words stand instead."""


class Order(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    ISSUED = "issued"
    """The last issued; documents without a date come last."""
    STORED = "stored"
    """The last that came into the archive."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the catalogue must say of a document, letter for letter, beside what its text says."""

    doc_type: str | None = None
    issuer: str | None = None
    year: int | None = None
    """Of issue."""
    place: str | None = None


EVERYTHING = Filters()
"""No filter."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found, with the stretch of its text that shows why."""

    document_id: int
    sha256: str
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


def search(
    store: Store,
    typed: str,
    *,
    filters: Filters = EVERYTHING,
    order: Order = Order.RELEVANCE,
    limit: int = 20,
    offset: int = 0,
) -> SearchResult:
    """Find what a person typed; ``corpus.store.searchquery`` says how it is read. Nothing is found by nothing.

    By relevance, few hits are ranked by BM25. Of many, first come those whose title has the words, in a row or not,
    then those whose text has them in a row; the last stored first. Raises ``QueryError`` where a type or a year is
    asked for that does not exist.
    """
    query = parse_query(typed)
    return SearchResult((), 0) if query.is_empty else _answer(store, query, filters, order, limit, offset)


def browse(
    store: Store,
    *,
    filters: Filters = EVERYTHING,
    order: Order = Order.STORED,
    limit: int = 20,
    offset: int = 0,
) -> SearchResult:
    """All documents that pass the filters, as if any text had been found."""
    return _answer(store, parse_query(""), filters, order, limit, offset)


def _answer(store: Store, query: TypedQuery, filters: Filters, order: Order, limit: int, offset: int) -> SearchResult:
    question = Question(store, query, filters)
    total = question.count(_RANKED + 1)
    is_more = total > _RANKED
    if order is not Order.RELEVANCE:
        ranked = question.by_catalogue(order, limit, offset, walk=is_more)
    elif is_more:
        ranked = question.by_place(limit, offset)
    else:
        ranked = question.by_rank(limit, offset)
    shown = query.terms if query.together is None else (query.together, *query.terms)
    hits = tuple(_hit(store, document_id, rank, shown) for document_id, rank in ranked)
    return SearchResult(hits, min(total, _RANKED), is_more)


class Question:
    """A typed query and filters as SQL over one archive."""

    def __init__(self, store: Store, query: TypedQuery, filters: Filters = EVERYTHING) -> None:
        self._store = store
        self._query = query
        self._parameters: dict[str, Value] = {"match": query.match}
        self._conditions: list[str] = []
        for kind, doc_type in enumerate(filter(None, (query.doc_type, filters.doc_type))):
            self._narrow(f"SELECT id FROM documents WHERE doc_type = :doc_type_{kind}", {f"doc_type_{kind}": doc_type})
        for kind, year in enumerate(filter(None, (query.year, filters.year))):
            between = f"BETWEEN :first_day_{kind} AND :last_day_{kind}"
            days = {f"first_day_{kind}": f"{year:04}-01-01", f"last_day_{kind}": f"{year:04}-12-31"}
            self._narrow(f"SELECT id FROM documents WHERE issued_on {between}", days)
        if filters.issuer is not None:
            self._narrow("SELECT id FROM documents WHERE issuer = :issuer", {"issuer": filters.issuer})
        if filters.place is not None:
            self._narrow("SELECT id FROM documents WHERE place = :place", {"place": filters.place})
        if query.number is not None:
            self._narrow(_BEARING, {"number": query.number})
        self._bearers = self._bearing(query.sole_number) if query.sole_number and not self._conditions else []

    def _narrow(self, ids: str, parameters: Mapping[str, Value]) -> None:
        """Mean only documents of these ids: a list that an index has, so that no row of a document is read."""
        self._conditions.append(ids)
        self._parameters |= parameters

    def _bearing(self, number: str) -> list[int]:
        """The documents of a number, whether or not their text prints it so."""
        return [row[0] for row in self._store.rows(_BEARING, {"number": number})]

    def count(self, bound: int) -> int:
        """How many documents are meant, counted up to a bound."""
        row = self._store.row(f"SELECT count(*) FROM ({self.some(bound)})", self._parameters)
        return min(bound, int(row[0])) if row is not None else 0

    def each(self, bound: int, columns: str) -> list[sqlite3.Row]:
        """These columns of ``documents`` for all that are meant, up to a bound."""
        sql = f"SELECT {columns} FROM ({self.some(bound)}) AS f CROSS JOIN documents AS d ON d.id = f.id"
        return self._store.rows(sql, self._parameters)

    def some(self, bound: int) -> str:
        """The ids of the documents that are meant, up to a bound (and those that bear the number typed)."""
        bearers = "".join(f" UNION SELECT {document_id}" for document_id in self._bearers)
        return f"SELECT id FROM ({self._found('0.0')} LIMIT {bound}){bearers}"

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

    def by_catalogue(self, order: Order, limit: int, offset: int, *, walk: bool) -> list[tuple[int, float]]:
        """A page of all documents, the last issued or the last stored first.

        ``walk`` goes through the whole catalogue in that order, which is quicker than sorting where many are meant.
        """
        conditions = [f"d.id IN ({ids})" for ids in self._conditions]
        if self._query.match is not None:
            bearers = "".join(f" UNION SELECT {document_id}" for document_id in self._bearers)
            conditions.append(f"d.id IN (SELECT rowid FROM search WHERE search MATCH :match{bearers})")
        if walk:
            conditions = [f"+{condition}" for condition in conditions]
        by_date = "d.issued_on DESC, " if order is Order.ISSUED else ""
        rows = self._store.rows(
            f"SELECT d.id FROM documents AS d WHERE {' AND '.join(conditions) or 'TRUE'}"
            f" ORDER BY {by_date}d.id DESC LIMIT :limit OFFSET :offset",
            {**self._parameters, "limit": limit, "offset": offset},
        )
        return [(row[0], 0.0) for row in rows]

    def _found(self, rank: str) -> str:
        """The documents that are meant: ``id`` and ``rank``."""
        if self._query.match is None:
            where = " AND ".join(f"d.id IN ({ids})" for ids in self._conditions) or "TRUE"
            return f"SELECT d.id AS id, 0.0 AS rank FROM documents AS d WHERE {where}"
        # The sign keeps SQLite from asking the full-text index once for each id of the list.
        where = "".join(f" AND +search.rowid IN ({ids})" for ids in self._conditions)
        return f"SELECT search.rowid AS id, {rank} AS rank FROM search WHERE search MATCH :match{where}"


def _hit(store: Store, document_id: int, rank: float, shown: Sequence[Term]) -> Hit:
    row = store.row(
        "SELECT c.sha256, c.path, c.doc_type, c.number, c.title, c.issuer, c.issued_on, r.text FROM catalogue AS c"
        " JOIN records AS r ON r.document_id = c.id WHERE c.id = ?",
        (document_id,),
    )
    assert row is not None, "the search index holds what the documents hold"
    sha256, path, doc_type, number, title, issuer, issued_on, text = row
    snippet = best_snippet(text, shown)
    return Hit(document_id, sha256, path, doc_type, number, title, issuer, issued_on, rank, text, snippet)
