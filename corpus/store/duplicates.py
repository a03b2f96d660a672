"""Documents that are nearly the same: a draft and its signed copy, a .doc and its .pdf.

Candidates share the issuer and the number, or the issuer and the title; so the work grows with the documents, not with
their pairs. Which of them are nearly the same is told by their words: the share of sequences of four words that both
have (Jaccard's index; Broder, *On the resemblance and containment of documents*, 1997).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from corpus.store.folding import lookup_form

__all__ = ["link_duplicates", "similarity"]

LEAST_SIMILARITY = 0.5
"""A converter loses numbering and a scanner misreads a letter in a line: both break four sequences a word. Two plans of
one year to the next share about a third."""

_MOST_CANDIDATES = 20
"""A number, or a title, that an issuer gave to more documents than this says nothing: none of them are linked."""

_WORDS = 4
_REASONS = {"number": "number_issuer", "title": "title_issuer"}
"""What two documents share, and the kind of lookup that finds those that do."""

_CANDIDATES = """
SELECT DISTINCT other.document_id,
    -- Two numbers, or two years, are two works, however like they are.
    (SELECT count(DISTINCT value) FROM lookups
     WHERE kind = 'number' AND document_id IN (own.document_id, other.document_id)) < 2
    AND (SELECT count(DISTINCT substr(issued_on, 1, 4)) FROM documents
         WHERE id IN (own.document_id, other.document_id)) < 2 AS is_possible
FROM lookups AS own
JOIN lookups AS other ON other.kind = own.kind AND other.value = own.value AND other.document_id <> own.document_id
WHERE own.document_id = ? AND own.kind = ?
ORDER BY other.document_id
LIMIT ?
"""


def link_duplicates(connection: sqlite3.Connection, document_ids: Iterable[int]) -> int:
    """Link documents that were just written to those they nearly repeat; return how many pairs were found.

    To be called in the transaction that writes them: then every pair is met, whichever of the two comes last.
    """
    pairs: set[tuple[int, int]] = set()
    for document_id in document_ids:
        likeness = _Likeness(connection, document_id)
        for reason, kind in _REASONS.items():
            rows = connection.execute(_CANDIDATES, (document_id, kind, _MOST_CANDIDATES + 1)).fetchall()
            if len(rows) > _MOST_CANDIDATES:
                _unlink(connection, reason, [other_id for other_id, _ in rows])
                continue
            for other_id, is_possible in rows:
                if is_possible and (share := likeness.to(other_id)) >= LEAST_SIMILARITY:
                    pair = min(document_id, other_id), max(document_id, other_id)
                    pairs.add(pair)
                    _link(connection, pair, reason, share)
    return len(pairs)


def similarity(one: str, other: str) -> float:
    """The share of common word sequences of two texts, 0 to 1; case, marks and punctuation do not count."""
    return _share(_sequences(one), _sequences(other))


class _Likeness:
    """How like one document is to others; texts are read only where there is a candidate."""

    def __init__(self, connection: sqlite3.Connection, document_id: int) -> None:
        self._connection = connection
        self._document_id = document_id
        self._own: set[tuple[str, ...]] | None = None
        self._shares: dict[int, float] = {}

    def to(self, other_id: int) -> float:
        if self._own is None:
            self._own = _sequences(self._text(self._document_id))
        if other_id not in self._shares:
            self._shares[other_id] = round(_share(self._own, _sequences(self._text(other_id))), 3)
        return self._shares[other_id]

    def _text(self, document_id: int) -> str:
        row = self._connection.execute("SELECT text FROM records WHERE document_id = ?", (document_id,)).fetchone()
        text: str = row[0]
        return text


def _link(connection: sqlite3.Connection, pair: tuple[int, int], reason: str, share: float) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO duplicates (document_id, other_id, reason, similarity) VALUES (?, ?, ?, ?)",
        (*pair, reason, share),
    )


def _unlink(connection: sqlite3.Connection, reason: str, document_ids: Sequence[int]) -> None:
    """Take the links back that were made while there were fewer."""
    marks = ", ".join("?" * len(document_ids))
    connection.execute(
        f"DELETE FROM duplicates WHERE reason = ? AND document_id IN ({marks}) AND other_id IN ({marks})",
        (reason, *document_ids, *document_ids),
    )


def _share(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other) if one or other else 1.0


def _sequences(text: str) -> set[tuple[str, ...]]:
    words = lookup_form(text).split()
    if len(words) < _WORDS:
        return {tuple(words)} if words else set()
    return set(zip(*(words[start:] for start in range(_WORDS)), strict=False))
