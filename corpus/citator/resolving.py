"""Saying of every mention in an archive which work it means; little by little, as documents come and go.

What a mention means follows from its own document (``reading``) and, where that is not enough, from the works that are
known to the whole archive (``wanted``). Known is a work that some document is, or that some mention identifies in full;
mentions that are only resolved by others make nothing known. So the outcome is a function of the documents alone, in
whatever order and batches they came, and a change is followed only where it leads: from the works that became known,
changed or vanished, by their clues, to the mentions that wait for such a clue. These are looked at again when all new
documents are in, once for many changes.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.citator.identity import Work
from corpus.citator.mention import ITSELF, CitingDocument, Mention, citing_document, date
from corpus.citator.reading import Read, read_document, wanted
from corpus.citator.scope import home_of
from corpus.citator.wanted import Outcome, Reason, Status, decide
from corpus.citator.works import Works
from corpus.store import Store

__all__ = ["Resolved", "resolve", "resolve_new", "resolve_pending"]

_BATCH = 200
"""Documents a transaction: some thousand mentions."""
_CLUES_AT_ONCE = 500

_DOCUMENT = "SELECT id, doc_type, key, title, issuer, parent_issuer, place, issued_on FROM documents WHERE id = ?"
_CITATION = (
    "SELECT c.id, c.doc_type, c.key, c.serial, c.symbol, c.name, c.issuer, c.issued_on, c.title, c.text,"
    " c.span_start, c.span_end FROM citations AS c WHERE c.document_id = ?"
)
_WAITING_CITATIONS = """
SELECT c.document_id, c.id, c.doc_type, c.key, c.serial, c.symbol, c.name, c.issuer, c.issued_on, c.title, c.text,
    c.span_start, c.span_end, d.issuer AS citing_issuer, d.parent_issuer, d.place, d.issued_on AS citing_on
FROM (SELECT DISTINCT * FROM ({waiting})) AS w
JOIN citations AS c ON c.document_id = w.document_id AND c.id = w.citation_id
JOIN documents AS d ON d.id = c.document_id
"""
_WAITING_DOCUMENTS = """
SELECT id, doc_type, key, title, issuer, parent_issuer, place, issued_on FROM documents
WHERE id IN (SELECT document_id FROM ({waiting}) WHERE citation_id = ?)
"""
_MAKE_KNOWN = {Reason.PRINTED, Reason.SAME_DOCUMENT, Reason.OWN_NAME}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a run did."""

    documents: int
    """Documents looked at for the first time since they were stored."""
    mentions: int
    """Mentions decided, those again that waited and may now be explained."""


def resolve(store: Store, *, batch: int = _BATCH, progress: Callable[[int], None] | None = None) -> Resolved:
    """Bring the meaning of every mention up to date with the documents of the archive.

    Works in transactions of ``batch`` documents: stopped at any moment, it goes on where it was. ``progress`` is told
    after each how many documents it held. Raises a ``StoreError``.
    """
    documents = mentions = 0
    while True:
        with store.transaction() as connection:
            done = resolve_new(connection, at_most=batch)
        documents, mentions = documents + done.documents, mentions + done.mentions
        if progress is not None and done.documents:
            progress(done.documents)
        if done.documents < batch:
            break
    while True:
        with store.transaction() as connection:
            step = _Step(connection)
            is_done = not step.follow(_CLUES_AT_ONCE)
        mentions += step.decided
        if is_done:
            return Resolved(documents, mentions)


def resolve_new(connection: sqlite3.Connection, *, at_most: int = -1) -> Resolved:
    """Resolve what new documents say, within a transaction that is open.

    Whoever stores documents calls this before the commit, so that a mention is never in the archive without a status,
    and ``resolve`` once at the end: it looks again at mentions of older documents that the new ones may explain.
    ``at_most`` limits the documents; -1 takes all.
    """
    step = _Step(connection)
    documents = step.take(at_most)
    return Resolved(documents, step.decided)


def resolve_pending(connection: sqlite3.Connection) -> Resolved:
    """Resolve all there is to resolve within a transaction that is open; for a few documents."""
    step = _Step(connection)
    documents = step.take(-1)
    while step.follow(_CLUES_AT_ONCE):
        pass
    return Resolved(documents, step.decided)


class _Step:
    """One transaction: some documents, or some clues, and what follows from them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._works = Works(connection)
        self._found: dict[tuple[str, ...], list[Work]] = {}
        self.decided = 0

    def take(self, batch: int) -> int:
        """Take up to ``batch`` pending documents; return how many there were."""
        execute = self._connection.execute
        changed = self._works.list_known()
        ids = [row[0] for row in execute("SELECT document_id FROM pending_documents ORDER BY 1 LIMIT ?", (batch,))]
        touched = {row[0] for row in execute("SELECT work_id FROM pending_works")}
        new: list[Read] = []
        for document_id in ids:
            reads = read_document(list(self._mentions(document_id)))
            touched |= self._enter(reads)
            new += [read for read in reads if read.wanted is not None]
        changed |= self._works.settle(touched)
        self._leave(changed | self._explain(new), but_for=ids)
        execute("DELETE FROM pending_works")
        self._connection.executemany("DELETE FROM pending_documents WHERE document_id = ?", [(one,) for one in ids])
        return len(ids)

    def follow(self, at_most: int) -> int:
        """Look again at the mentions that wait for some of the clues that changed; return how many clues there were."""
        clues = [row[0] for row in self._connection.execute("SELECT clue FROM pending_clues LIMIT ?", (at_most,))]
        self._connection.executemany("DELETE FROM pending_clues WHERE clue = ?", [(clue,) for clue in clues])
        self._leave(self._explain(list(self._waiting(clues))))
        return len(clues)

    def _leave(self, clues: Collection[str], but_for: Sequence[int] = ()) -> None:
        """Note the clues that changed, if documents other than these wait for them."""
        self._connection.executemany(
            "INSERT OR IGNORE INTO pending_clues (clue) SELECT clue FROM waiting WHERE clue = ?"
            " AND document_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1",
            [(clue, ids) for ids in [json.dumps(list(but_for))] for clue in clues],
        )

    def _mentions(self, document_id: int) -> Iterator[Mention]:
        row = self._connection.execute(_DOCUMENT, (document_id,)).fetchone()
        document = citing_document(row)
        yield Mention.of_document(row, document)
        for cited in self._connection.execute(f"{_CITATION} ORDER BY c.position", (document_id,)):
            yield Mention.of_citation(cited, document)

    def _enter(self, reads: Iterable[Read]) -> set[int]:
        """Write what is certain, put the rest in waiting; return the works that became known or were said more of."""
        known = set()
        for read in reads:
            if read.work is not None and read.reason is not None:
                work_id = self._works.id_of(read.work, read.mention)
                known.add(work_id)
                self._works.count(work_id, read.mention, 1)
                self._write(read.mention, Outcome(Status.RESOLVED, read.reason, read.work))
            elif read.wanted is not None:
                self._connection.executemany(
                    "INSERT OR IGNORE INTO waiting (clue, document_id, citation_id) VALUES (?, ?, ?)",
                    [(clue, read.mention.document.id, read.mention.id) for clue in read.wanted.clues],
                )
            else:
                self._write(read.mention, Outcome(Status.UNPARSEABLE, Reason.NO_CLUE))
        return known

    def _explain(self, reads: Iterable[Read]) -> set[str]:
        """Decide mentions by the works that are known; return the clues that changed by it.

        Statutes of a year come first: one of which no number is known makes a work of its own, which others may mean.
        """
        waiting = {read.place: read for read in reads}
        editions = {place for place, one in waiting.items() if one.wanted and one.wanted.fallback is not None}
        touched: set[int] = set()
        for place in editions:
            touched |= self._decide(waiting[place])
        changed = self._works.settle(touched)
        self._found.clear()
        for place, read in waiting.items():
            if place not in editions:
                self._decide(read)
        self._found.clear()
        return changed

    def _waiting(self, clues: Collection[str]) -> Iterator[Read]:
        """The mentions that wait for any of the clues."""
        ordered = sorted(clues)
        for start in range(0, len(ordered), _CLUES_AT_ONCE):
            some = ordered[start : start + _CLUES_AT_ONCE]
            waiting = f"SELECT document_id, citation_id FROM waiting WHERE clue IN ({', '.join('?' * len(some))})"
            for row in self._connection.execute(_WAITING_CITATIONS.format(waiting=waiting), some).fetchall():
                document = CitingDocument(
                    row["document_id"],
                    home_of(row["citing_issuer"], row["parent_issuer"], row["place"]),
                    date(row["citing_on"]),
                )
                mention = Mention.of_citation(row, document)
                yield Read(mention, wanted=wanted(mention))
            for row in self._connection.execute(_WAITING_DOCUMENTS.format(waiting=waiting), (*some, ITSELF)).fetchall():
                mention = Mention.of_document(row, citing_document(row))
                yield Read(mention, wanted=wanted(mention))

    def _candidates(self, clues: tuple[str, ...]) -> list[Work]:
        """The works that clues lead to; remembered until works change."""
        found = self._found.get(clues)
        if found is None:
            found = self._found[clues] = self._works.candidates(clues)
        return found

    def _decide(self, read: Read) -> set[int]:
        """Decide a mention that waits; return the works that it made known, or no longer does."""
        mention, looked_for = read.mention, read.wanted
        assert looked_for is not None
        outcome = decide(looked_for, self._candidates(looked_for.clues))
        before = self._known_by(mention)
        after = self._works.id_of(outcome.work, mention) if outcome.reason in _MAKE_KNOWN and outcome.work else None
        if before != after:
            for work_id, change in ((before, -1), (after, 1)):
                if work_id is not None:
                    self._works.count(work_id, mention, change)
        self._write(mention, outcome)
        return {work_id for work_id in (before, after) if work_id is not None and before != after}

    def _known_by(self, mention: Mention) -> int | None:
        """The work that a waiting mention made known until now."""
        if mention.id == ITSELF:
            return None
        row = self._connection.execute(
            "SELECT work_id FROM citations WHERE document_id = ? AND id = ? AND status_reason = ?",
            (mention.document.id, mention.id, Reason.OWN_NAME.value),
        ).fetchone()
        return row[0] if row is not None else None

    def _write(self, mention: Mention, outcome: Outcome) -> None:
        self.decided += 1
        work_id = self._works.id_of(outcome.work, mention) if outcome.work is not None else None
        if mention.id == ITSELF:
            reason = outcome.reason.value if work_id is not None else None
            self._connection.execute(
                "UPDATE documents SET work_id = ?, work_reason = ? WHERE id = ?", (work_id, reason, mention.document.id)
            )
            return
        candidates = [self._works.id_of(candidate) for candidate in outcome.candidates]
        self._connection.execute(
            "UPDATE citations SET status = ?, work_id = ?, status_reason = ?, candidates = ?"
            " WHERE document_id = ? AND id = ?",
            (
                outcome.status.value,
                work_id,
                outcome.reason.value,
                json.dumps(candidates) if candidates else None,
                mention.document.id,
                mention.id,
            ),
        )
