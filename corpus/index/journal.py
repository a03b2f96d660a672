"""The table of runs: bookkeeping that nothing depends on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.store import Store
from corpus.store.writing import now

if TYPE_CHECKING:
    from corpus.index.run import Report

__all__ = ["begin_run", "end_run", "others_running"]


def begin_run(store: Store, roots: Sequence[str], extractor_version: str) -> int:
    """Note that a run begins, and return its number."""
    with store.transaction() as connection:
        cursor = connection.execute(
            "INSERT INTO runs (started_at, extractor_version, roots) VALUES (?, ?, ?)",
            (now(), extractor_version, json.dumps(list(roots), ensure_ascii=False)),
        )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def end_run(store: Store, run_id: int, report: Report) -> None:
    """Note that a run has come to its end, and what it did."""
    with store.transaction() as connection:
        connection.execute(
            "UPDATE runs SET finished_at = ?, files_found = ?, files_unchanged = ?, documents_stored = ?, failures = ?"
            " WHERE id = ?",
            (now(), report.files, report.unchanged, report.documents, report.failures, run_id),
        )


def others_running(store: Store) -> bool:
    """Whether another run has begun in the last day and not ended: it is at work, or was killed."""
    row = store.row(
        "SELECT 1 FROM runs WHERE finished_at IS NULL AND julianday('now') - julianday(started_at) < 1 LIMIT 1"
    )
    return row is not None
