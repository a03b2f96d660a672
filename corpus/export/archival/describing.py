"""Documents with the lists that rules ask for, one by one."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.export.archival.values import Described
from corpus.export.reading import Snapshot

__all__ = ["described"]

_RECIPIENTS = "SELECT text FROM recipients WHERE document_id = :document ORDER BY position"
_DIAGNOSTICS = "SELECT DISTINCT code FROM diagnostics WHERE document_id = :document"


def described(snapshot: Snapshot) -> Iterator[Described]:
    """The selected documents."""
    for document in snapshot.documents():
        yield Described(
            document,
            tuple(row["text"] for row in snapshot.of(document, _RECIPIENTS)),
            frozenset(row["code"] for row in snapshot.of(document, _DIAGNOSTICS)),
        )
