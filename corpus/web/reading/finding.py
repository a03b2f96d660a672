"""Where the words stand in a document that it was found by."""

from __future__ import annotations

from corpus.errors import QueryError
from corpus.store.searchquery import parse_query
from corpus.store.snippets import occurrences

__all__ = ["found_in"]


def found_in(text: str, typed: str) -> list[tuple[int, int]]:
    """The first places of what was typed into a search: of all words in a row, or where they never are, of each."""
    try:
        query = parse_query(typed)
    except QueryError:
        return []
    together = list(occurrences(text, query.together)) if query.together is not None else []
    return together or sorted({place for term in query.terms for place in occurrences(text, term)})
