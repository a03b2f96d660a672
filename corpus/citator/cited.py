"""What a document cites."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citator.matching import KnownWork
from corpus.store import Store
from corpus.store.reading import find_document

__all__ = ["CitedWork", "cited_by"]

_CITED = """
SELECT c.id AS citation_id, c.section_path, c.page, c.relation, c.status, c.status_reason, c.text, c.span_start,
    c.span_end, c.doc_type AS mentioned_type, c.key AS mentioned_key, c.name AS mentioned_name, c.work_id, c.candidates,
    c.confidence, (SELECT min(id) FROM documents AS d WHERE d.work_id = c.work_id) AS held_id
FROM citations AS c WHERE c.document_id = :document ORDER BY c.position
"""
_WORKS = """
SELECT id, identity, doc_type, key, name, scope, issuer, issued_on, title FROM works
WHERE id IN (SELECT value FROM json_each(:works))
"""


@dataclass(frozen=True, slots=True)
class CitedWork:
    """One mention in a document, and what it means."""

    citation_id: str
    section: str | None
    page: int | None
    relation: str
    status: str | None
    reason: str | None
    text: str
    start: int
    end: int
    doc_type: str | None
    """Of the mention, as the key and the name."""
    key: str | None
    name: str | None
    work: KnownWork | None
    candidates: Sequence[KnownWork]
    held_id: int | None
    """The document that is the work, where the archive holds it."""
    confidence: float | None


def cited_by(store: Store, document: str) -> list[CitedWork]:
    """Everything that a document cites, in its order. Raises ``QueryError`` where no one document is meant."""
    rows = store.rows(_CITED, {"document": find_document(store, document)})
    candidates = {row["citation_id"]: json.loads(row["candidates"] or "[]") for row in rows}
    wanted = {one for row in rows for one in (row["work_id"], *candidates[row["citation_id"]]) if one is not None}
    works = {row["id"]: KnownWork.of_row(row) for row in store.rows(_WORKS, {"works": json.dumps(sorted(wanted))})}
    return [
        CitedWork(
            row["citation_id"], row["section_path"], row["page"], row["relation"], row["status"], row["status_reason"],
            row["text"], row["span_start"], row["span_end"], row["mentioned_type"], row["mentioned_key"],
            row["mentioned_name"], works.get(row["work_id"]), [works[one] for one in candidates[row["citation_id"]]],
            row["held_id"], row["confidence"],
        )
        for row in rows
    ]  # fmt: skip
