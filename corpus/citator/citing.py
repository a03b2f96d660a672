"""Who cites what: the answers that an archive gives about citations."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.citator.identity import STATUTES
from corpus.citator.matching import KnownWork, clues_of, matching_works, open_clues, types_meant
from corpus.citator.reference import Reference, read_reference
from corpus.questions.paging import Key, cursor_of, read_cursor
from corpus.store import Store

__all__ = ["CARRYING", "Citing", "CitingMention", "cites", "cites_work"]

CARRYING = ("thuc_hien", "huong_dan", "quy_dinh_chi_tiet", "can_cu")
"""Relations by which a document carries another one down: it does what the other one orders."""

_MENTION = """
SELECT m.depth, c.document_id, c.position, d.doc_type, coalesce(d.key, d.number) AS number, d.key, d.title, d.issuer,
    d.issued_on, c.id AS citation_id, c.section_path, c.page, c.relation, c.status, c.status_reason, c.text,
    c.span_start, c.span_end, c.work_id, c.confidence,
    (SELECT min(l.path) FROM locations AS l WHERE l.document_id = c.document_id) AS path
FROM (
    SELECT m.depth, m.document_id, m.citation_id
    FROM meant AS m
    JOIN documents AS d ON d.id = m.document_id
    {filters}
    ORDER BY coalesce(d.issued_on, '') DESC, m.document_id, length(m.citation_id), m.citation_id
    LIMIT :limit
) AS m
JOIN citations AS c ON c.document_id = m.document_id AND c.id = m.citation_id
JOIN documents AS d ON d.id = c.document_id
ORDER BY coalesce(d.issued_on, '') DESC, c.document_id, length(c.id), c.id
"""
_ONLY_SOME = """
    JOIN citations AS c ON c.document_id = m.document_id AND c.id = m.citation_id
        AND (:relations IS NULL OR c.relation IN (SELECT value FROM json_each(:relations)))
        AND (:statuses IS NULL OR c.status IN (SELECT value FROM json_each(:statuses)))
"""
_FOLLOWING = """
    WHERE (coalesce(d.issued_on, ''), -m.document_id, -length(m.citation_id))
            < (:after_date, -:after_document, -:after_length)
        OR (coalesce(d.issued_on, ''), m.document_id, length(m.citation_id))
            = (:after_date, :after_document, :after_length)
            AND m.citation_id > :after_id
"""

_DIRECT = """
resolved (document_id, citation_id) AS (
    SELECT c.document_id, c.id FROM json_each(:works) AS w JOIN citations AS c ON c.work_id = w.value
    {leave_out}
),
undecided (document_id, citation_id) AS (
    SELECT c.document_id, c.id
    FROM json_each(:clues) AS k
    JOIN waiting AS w ON w.clue >= k.value ->> 0 AND w.clue < k.value ->> 1
    JOIN citations AS c ON c.document_id = w.document_id AND c.id = w.citation_id
    WHERE c.status <> 'resolved'
        AND (:issued_on IS NULL OR c.issued_on IS NULL OR c.issued_on = :issued_on)
        AND (:types IS NULL OR c.doc_type IS NULL OR c.doc_type IN (SELECT value FROM json_each(:types)))
        AND (c.candidates IS NULL AND k.value ->> 2 OR EXISTS (
            SELECT 1 FROM json_each(c.candidates) AS one JOIN json_each(:works) AS meant ON meant.value = one.value))
),
direct (document_id, citation_id) AS (SELECT * FROM resolved UNION SELECT * FROM undecided)
"""

_LEAVE_OUT = "WHERE c.status_reason <> 'in_force'"
_MEANT_DIRECTLY = f"WITH {_DIRECT}, meant (document_id, citation_id, depth) AS (SELECT *, 1 FROM direct)"
_MEANT_THROUGH_OTHERS = f"""
WITH RECURSIVE {_DIRECT},
carrying (document_id, depth) AS (
    SELECT c.document_id, 1
    FROM direct AS m JOIN citations AS c ON c.document_id = m.document_id AND c.id = m.citation_id
    WHERE c.relation IN (SELECT value FROM json_each(:carrying))
    UNION
    SELECT c.document_id, k.depth + 1
    FROM carrying AS k
    JOIN documents AS d ON d.id = k.document_id
    JOIN citations AS c ON c.work_id = d.work_id
    WHERE k.depth < :deepest AND c.document_id <> k.document_id
        AND c.relation IN (SELECT value FROM json_each(:carrying))
),
meant (document_id, citation_id, depth) AS (
    SELECT document_id, citation_id, min(depth)
    FROM (
        SELECT document_id, citation_id, 1 AS depth FROM direct
        UNION ALL
        SELECT c.document_id, c.id, k.depth + 1
        FROM (SELECT document_id, min(depth) AS depth FROM carrying GROUP BY document_id) AS k
        JOIN documents AS d ON d.id = k.document_id
        JOIN citations AS c ON c.work_id = d.work_id
        WHERE c.document_id <> k.document_id AND c.relation IN (SELECT value FROM json_each(:carrying))
    )
    GROUP BY document_id, citation_id
)
"""
_DEEPEST = 12
"""Levels from the Central Committee to a village cell are fewer."""
_ALL = -1


@dataclass(frozen=True, slots=True)
class CitingMention:
    """One place where a document cites what was asked for."""

    document_id: int
    path: str
    doc_type: str | None
    number: str | None
    key: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    citation_id: str
    section: str | None
    """The path of the section, in markers: ``II › 1 › a``."""
    page: int | None
    relation: str
    status: str
    reason: str | None
    text: str
    start: int
    end: int
    work_id: int | None
    confidence: float | None
    depth: int
    """1: it cites the work itself; 2: it cites a document that carries the work down; and so on."""
    position: int
    """Its place among the citations of its document."""


@dataclass(frozen=True, slots=True)
class Citing:
    """Who cites a reference."""

    reference: Reference
    works: Sequence[KnownWork]
    """What the reference can mean; several where it says too little."""
    mentions: Sequence[CitingMention]
    next: str | None
    """The cursor of the next page, where there is one."""


def cites(
    store: Store,
    reference: str,
    *,
    transitive: bool = False,
    relations: Collection[str] = (),
    statuses: Collection[str] = (),
    by_name: bool = False,
    limit: int | None = None,
    after: str | None = None,
) -> Citing:
    """Where documents cite what a person types, the latest document first.

    Mentions that may mean it, but could not be resolved, are among them with their status. ``transitive`` goes on
    through the documents that carry it down (``CARRYING``). A statute that is asked for by its number is also meant by
    documents that only name it, while that edition was in force: they are in the answer with ``by_name``. ``limit``
    and ``after`` give pages: a cursor stays valid while the archive grows.

    Raises ``QueryError`` for a reference or cursor that cannot be read.
    """
    read = read_reference(reference)
    works = matching_works(store, read)
    is_statute = read.number is not None and (not read.kind or read.kind in STATUTES)
    return _ask(
        store,
        read,
        works,
        open_clues(read, works),
        leave_out=_LEAVE_OUT if is_statute and not by_name else "",
        transitive=transitive,
        relations=relations,
        statuses=statuses,
        limit=limit,
        after=after,
    )


def cites_work(
    store: Store,
    work: KnownWork,
    *,
    transitive: bool = False,
    relations: Collection[str] = (),
    statuses: Collection[str] = (),
    by_name: bool = False,
    limit: int | None = None,
    after: str | None = None,
) -> Citing:
    """The same for one work that is known, whatever others have its number: ``work_of_identity`` finds it."""
    return _ask(
        store,
        Reference(work.identity),
        [work],
        clues_of(work),
        leave_out=_LEAVE_OUT if work.key is not None and work.doc_type in STATUTES and not by_name else "",
        transitive=transitive,
        relations=relations,
        statuses=statuses,
        limit=limit,
        after=after,
    )


def _ask(
    store: Store,
    read: Reference,
    works: Sequence[KnownWork],
    clues: Sequence[tuple[str, str, bool]],
    *,
    leave_out: str,
    transitive: bool,
    relations: Collection[str],
    statuses: Collection[str],
    limit: int | None,
    after: str | None,
) -> Citing:
    parameters: dict[str, Key] = {
        "works": json.dumps([work.id for work in works]),
        "clues": json.dumps(clues),
        "issued_on": read.issued_on.isoformat() if read.issued_on else None,
        "types": json.dumps(types) if (types := types_meant(read)) else None,
        "relations": json.dumps(sorted(relations)) if relations else None,
        "statuses": json.dumps(sorted(statuses)) if statuses else None,
        "limit": _ALL if limit is None else limit + 1,
        **_cursor(after),
    }
    if transitive:
        parameters |= {"carrying": json.dumps(CARRYING), "deepest": _DEEPEST}
    meant = (_MEANT_THROUGH_OTHERS if transitive else _MEANT_DIRECTLY).format(leave_out=leave_out)
    filters = (_ONLY_SOME if relations or statuses else "") + (_FOLLOWING if after is not None else "")
    mentions = [
        CitingMention(
            row["document_id"], row["path"] or "", row["doc_type"], row["number"], row["key"], row["title"],
            row["issuer"], row["issued_on"], row["citation_id"], row["section_path"], row["page"], row["relation"],
            row["status"], row["status_reason"], row["text"], row["span_start"], row["span_end"], row["work_id"],
            row["confidence"], row["depth"], row["position"],
        )
        for row in store.rows(f"{meant} {_MENTION.format(filters=filters)}", parameters)
    ]  # fmt: skip
    if limit is None or len(mentions) <= limit:
        return Citing(read, works, mentions, None)
    last = mentions[limit - 1]
    return Citing(read, works, mentions[:limit], cursor_of((last.issued_on or "", last.document_id, last.citation_id)))


def _cursor(after: str | None) -> dict[str, Key]:
    if after is None:
        return {}
    date, document, citation = read_cursor(after, (str, int, str))
    return {"after_date": date, "after_document": document, "after_id": citation, "after_length": len(str(citation))}
