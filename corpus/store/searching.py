"""Full-text search over an archive, ranked."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.store.rows import Value
from corpus.store.searchquery import TypedQuery, parse_query
from corpus.store.snippets import Snippet, best_snippet
from corpus.store.store import Store

__all__ = ["Hit", "SearchResult", "search"]

_WEIGHTS = (8.0, 3.0, 1.0, 1.0)
"""Of title, issuer, place and body: what a document is called says more than what it mentions."""

_BY_NUMBER = -1e9
"""The rank of a document whose number was typed; smaller is better (bm25 is negative)."""


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
    text: str
    """The whole text, which the snippet's offsets count in."""
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits, the best first."""

    hits: tuple[Hit, ...]
    total: int
    """How many documents were found altogether."""


def search(store: Store, typed: str, *, limit: int = 20, offset: int = 0) -> SearchResult:
    """Find what a person typed; ``corpus.store.searchquery`` says how it is read.

    Raises ``QueryError`` where a type or a year is asked for that does not exist.
    """
    query = parse_query(typed)
    if query.is_empty:
        return SearchResult((), 0)
    found, parameters = _statement(query)
    total = store.row(f"SELECT count(*) FROM ({found})", parameters)
    rows = store.rows(
        f"WITH hits AS ({_statement(query, ranked=True)[0]}"
        " ORDER BY rank, id LIMIT :limit OFFSET :offset)"
        " SELECT c.id, c.path, c.doc_type, c.number, c.title, c.issuer, c.issued_on, hits.rank, r.text"
        " FROM hits JOIN catalogue AS c ON c.id = hits.id JOIN records AS r ON r.document_id = hits.id"
        " ORDER BY hits.rank, c.issued_on DESC, c.sha256",
        {**parameters, "limit": limit, "offset": offset},
    )
    shown = query.terms if query.together is None else (query.together, *query.terms)
    hits = tuple(
        Hit(
            document_id=row["id"],
            path=row["path"],
            doc_type=row["doc_type"],
            number=row["number"],
            title=row["title"],
            issuer=row["issuer"],
            issued_on=row["issued_on"],
            rank=row["rank"],
            text=row["text"],
            snippet=best_snippet(row["text"], shown),
        )
        for row in rows
    )
    return SearchResult(hits, total[0] if total is not None else 0)


def _statement(query: TypedQuery, *, ranked: bool = False) -> tuple[str, dict[str, Value]]:
    """The documents that a question means, as SQL with its parameters: ``id`` and ``rank``."""
    parameters: dict[str, Value] = {}
    conditions: list[str] = []
    if query.doc_type is not None:
        conditions.append("d.doc_type = :doc_type")
        parameters["doc_type"] = query.doc_type
    if query.year is not None:
        conditions.append("d.issued_on BETWEEN :first_day AND :last_day")
        parameters |= {"first_day": f"{query.year}-01-01", "last_day": f"{query.year}-12-31"}
    if query.number is not None:
        conditions.append("d.id IN (SELECT document_id FROM lookups WHERE kind = 'number' AND value = :number)")
        parameters["number"] = query.number
    where = "".join(f" AND {condition}" for condition in conditions)
    if query.match is None:
        return f"SELECT d.id, 0.0 AS rank FROM documents AS d WHERE TRUE{where}", parameters
    parameters["match"] = query.match
    weights = ", ".join(map(str, _WEIGHTS * 2))
    rank = f"bm25(search, {weights})" if ranked else "0.0"
    join = " JOIN documents AS d ON d.id = search.rowid" if conditions else ""
    found = f"SELECT search.rowid AS id, {rank} AS rank FROM search{join} WHERE search MATCH :match{where}"
    if query.sole_number is None or conditions:
        return found, parameters
    parameters["sole_number"] = query.sole_number
    bearing = "SELECT document_id FROM lookups WHERE kind = 'number' AND value = :sole_number"
    return (
        f"SELECT id, rank FROM ({found} AND search.rowid NOT IN ({bearing})"
        f" UNION ALL SELECT document_id, {_BY_NUMBER} FROM lookups WHERE kind = 'number' AND value = :sole_number)"
    ), parameters
