"""What SQLite reports, as errors that a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import (
    NotAStoreError,
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreNotWritableError,
)

__all__ = ["told"]

# Primary result codes (https://www.sqlite.org/rescode.html); the low byte of an extended one.
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside into a ``StoreError`` that names the archive.

    What is a mistake of the program (a constraint, a wrong statement) passes as it is.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        if (translated := _translated(error, path)) is not None:
            raise translated from error
        raise


def _translated(error: sqlite3.DatabaseError, path: Path) -> StoreError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    store, reason = str(path), str(error)
    if primary in _BUSY:
        return StoreBusyError(store=store)
    if primary == sqlite3.SQLITE_FULL:
        return StoreFullError(store=store)
    if primary in _NOT_WRITABLE:
        return StoreNotWritableError(store=store, reason=reason)
    if primary == sqlite3.SQLITE_NOTADB:
        return NotAStoreError(store=store)
    if primary == sqlite3.SQLITE_CORRUPT:
        return StoreDamagedError(store=store, reason=reason)
    if primary == sqlite3.SQLITE_IOERR:
        return StoreError(store=store, reason=reason)
    return None
