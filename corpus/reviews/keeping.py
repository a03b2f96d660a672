"""Reviews in an archive: saved with all that follows from them, in one transaction."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.citator import resolve
from corpus.citator.resolving import resolve_new, resolve_pending
from corpus.errors import UnknownReviewError
from corpus.extraction import Document
from corpus.reviews.applying import State, applied
from corpus.reviews.judging import Said, judged
from corpus.reviews.review import Review
from corpus.store import Store, Writer, prepare, writing
from corpus.store.duplicates import link_duplicates
from corpus.store.reading import load_document

__all__ = ["Imported", "Kept", "all_reviews", "apply_kept", "of", "save", "save_all", "withdraw"]

_KEPT = "SELECT review, withdrawn_at, state, record_id, sha256 FROM reviews"
_ORDER = "ORDER BY made_at, id"
_INSERT = (
    "INSERT OR IGNORE INTO reviews (id, sha256, layer, verdict, text, span_start, span_end, note, reviewer, made_at,"
    " review, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A review as the archive has it."""

    review: Review
    state: State | None
    """What became of it; null where its document is not in the archive."""
    record_id: str | None
    """The record that it decides: its id in the reviewed record; of a rejected one, in the extraction."""

    @property
    def id(self) -> str:
        """The id of the review."""
        return self.review.id


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of bringing reviews in."""

    new: int
    known: int
    """Those that the archive had already."""
    waiting: int
    """Those whose documents are not in the archive: applied when these come."""
    orphaned: int


def of(store: Store, document_id: int) -> list[Kept]:
    """Everything that was said of a document, in order."""
    where = "WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)"
    return [_kept(row) for row in store.rows(f"{_KEPT} {where} {_ORDER}", (document_id,))]


def all_reviews(store: Store) -> list[Kept]:
    """Every review of the archive, in order; those, too, of documents that it does not hold now."""
    return [_kept(row) for row in store.rows(f"{_KEPT} {_ORDER}")]


def save(store: Store, document_id: int, said: Said) -> Kept:
    """Keep what a reader says of a document, and bring everything that follows from it up to date.

    Raises ``ReviewError`` where it does not fit, ``QueryError`` where there is no such document, a ``StoreError``.
    """
    with writing(store) as writer:
        extracted, earlier = _document(store, document_id), _reviews(writer.connection, document_id)
        review = judged(extracted.directive, extracted.loaded.text, earlier, said, dt.datetime.now(dt.UTC))
        _insert(writer.connection, review)
        _rewrite(writer, store, document_id)
        resolve_pending(writer.connection)
        link_duplicates(writer.connection, [document_id])
        return next(kept for kept in of(store, document_id) if kept.id == review.id)


def withdraw(store: Store, review_id: str) -> None:
    """Take a review back: it is kept, and counts no more. Raises ``UnknownReviewError`` where none stands."""
    with writing(store) as writer:
        execute = writer.connection.execute
        found = execute("SELECT sha256 FROM reviews WHERE id = ? AND withdrawn_at IS NULL", (review_id,)).fetchone()
        if found is None:
            raise UnknownReviewError(name=review_id)
        now = _time(dt.datetime.now(dt.UTC))
        execute("UPDATE reviews SET withdrawn_at = ?, state = NULL WHERE id = ?", (now, review_id))
        document = execute("SELECT id FROM documents WHERE sha256 = ?", (found["sha256"],)).fetchone()
        if document is not None:
            _rewrite(writer, store, document["id"])
            resolve_pending(writer.connection)
            link_duplicates(writer.connection, [document["id"]])


def save_all(store: Store, reviews: Iterable[Review]) -> Imported:
    """Bring reviews in that were made elsewhere. What the archive has already stays as it is, or becomes withdrawn."""
    by_document: dict[str, list[Review]] = {}
    for review in reviews:
        by_document.setdefault(review.document, []).append(review)
    new = known = waiting = orphaned = 0
    for sha256, some in by_document.items():
        with writing(store) as writer:
            came = sum(_insert(writer.connection, review) for review in some)
            new, known = new + came, known + len(some) - came
            found = writer.connection.execute("SELECT id FROM documents WHERE sha256 = ?", (sha256,)).fetchone()
            if found is None:
                waiting += len(some)
                continue
            orphaned += sum(1 for state in _rewrite(writer, store, found["id"]) if state is State.ORPHANED)
            resolve_new(writer.connection)
            link_duplicates(writer.connection, [found["id"]])
    resolve(store)
    return Imported(new, known, waiting, orphaned)


def apply_kept(writer: Writer, store: Store, document_ids: Iterable[int]) -> None:
    """Apply what is kept of documents that were just extracted, in the transaction that stores them.

    Whoever stores documents calls this before the citator looks at them.
    """
    for document_id in document_ids:
        if _reviews(writer.connection, document_id):
            _rewrite(writer, store, document_id)


def _rewrite(writer: Writer, store: Store, document_id: int) -> list[State]:
    """Lay the rows of a document out as they are held to be true, and say of each review what became of it."""
    connection = writer.connection
    extracted, reviews = _document(store, document_id), _reviews(connection, document_id)
    outcome = applied(extracted.directive, extracted.loaded.text, reviews)
    stands = any(review.withdrawn_at is None for review in reviews)
    document = Document(extracted.loaded, outcome.directive)
    writer.hold(document_id, prepare(document, extractor_version=""), is_reviewed=stands)
    connection.executemany(
        "UPDATE reviews SET state = ?, record_id = ? WHERE id = ?",
        [(one.state.value, one.record_id, one.review.id) for one in outcome.outcomes],
    )
    return [one.state for one in outcome.outcomes]


def _document(store: Store, document_id: int) -> Document:
    return load_document(store, document_id, as_extracted=True)


def _reviews(connection: sqlite3.Connection, document_id: int) -> list[Review]:
    where = "WHERE sha256 = (SELECT sha256 FROM documents WHERE id = ?)"
    return [_review(row) for row in connection.execute(f"{_KEPT} {where} {_ORDER}", (document_id,))]


def _insert(connection: sqlite3.Connection, review: Review) -> bool:
    """Add a review; return whether it is new. One that was withdrawn elsewhere is withdrawn here, too."""
    anchor, withdrawn = review.anchor, _time(review.withdrawn_at) if review.withdrawn_at is not None else None
    values = (
        review.id,
        review.document,
        review.layer.value,
        review.verdict.value,
        anchor.text if anchor is not None else None,
        anchor.span.start if anchor is not None else None,
        anchor.span.end if anchor is not None else None,
        review.note,
        review.reviewer,
        _time(review.made_at),
        json.dumps(review.model_dump(mode="json", exclude={"withdrawn_at"}), ensure_ascii=False),
        withdrawn,
    )
    is_new = connection.execute(_INSERT, values).rowcount == 1
    if withdrawn is not None and not is_new:
        connection.execute(
            "UPDATE reviews SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL", (withdrawn, review.id)
        )
    return is_new


def _kept(row: sqlite3.Row) -> Kept:
    return Kept(_review(row), State(row["state"]) if row["state"] is not None else None, row["record_id"])


def _review(row: sqlite3.Row) -> Review:
    return Review.model_validate_json(row["review"]).model_copy(update={"withdrawn_at": _moment(row["withdrawn_at"])})


def _time(moment: dt.datetime) -> str:
    """As the archive has it: UTC, to the microsecond, so that texts sort as times."""
    return moment.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _moment(time: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(time) if time is not None else None
