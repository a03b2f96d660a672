"""Which documents have something that is due: so that the rest need not be read."""

from __future__ import annotations

import datetime as dt

from corpus.store import Store
from corpus.store.folding import lookup_form
from corpus.store.rows import Value

__all__ = ["documents_due"]

_DUE = """
SELECT document_id FROM deadlines WHERE rrule IS NULL AND last_day BETWEEN :first AND :last
UNION
SELECT document_id FROM deadlines WHERE rrule IS NULL AND last_day IS NULL AND first_day BETWEEN :first AND :last
UNION
SELECT t.document_id FROM deadlines AS t JOIN documents AS d ON d.id = t.document_id
WHERE t.rrule IS NOT NULL AND coalesce(t.starts_on, d.issued_on, '') <= :last AND coalesce(t.ends_on, '9999') >= :first
LIMIT :limit
"""
# From the bodies to their deadlines, in this order: they are few among all.
_DUE_OF_BODY = """
SELECT DISTINCT t.document_id
FROM bodies AS n
CROSS JOIN responsibilities AS r ON r.body = n.name
CROSS JOIN deadline_bodies AS b ON b.document_id = r.document_id AND b.responsibility_id = r.id
CROSS JOIN deadlines AS t ON t.document_id = b.document_id AND t.id = b.deadline_id
WHERE n.folded LIKE :body AND (t.rrule IS NOT NULL OR coalesce(t.last_day, t.first_day) BETWEEN :first AND :last)
LIMIT :limit
"""


def documents_due(store: Store, first: dt.date, last: dt.date, body: str | None, *, limit: int) -> frozenset[int]:
    """The ids of documents with deadlines between two days, both inclusive, at most so many.

    Some of them may have none after all: rules of recurrence are not followed here.
    """
    parameters: dict[str, Value] = {"first": first.isoformat(), "last": last.isoformat(), "limit": limit}
    if body is None:
        return frozenset(row[0] for row in store.rows(_DUE, parameters))
    parameters["body"] = f"%{lookup_form(body)}%"
    return frozenset(row[0] for row in store.rows(_DUE_OF_BODY, parameters))
