"""One archive: a SQLite file, opened to be read or to be written."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from corpus.errors import MissingStoreError, NewerStoreError, NotAStoreError, StoreError, StoreNotWritableError
from corpus.store.migrating import latest, migrate, version_of
from corpus.store.rows import Value
from corpus.store.troubles import told

__all__ = ["Store"]

_APPLICATION_ID = 0x5472_4C63
"""``TrLc``: tells an archive from any other SQLite file; set by the first migration."""

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = FILE",  # lists of paths may be long; memory is to stay flat
    "PRAGMA cache_size = -32768",  # 32 MB
)
# A commit survives the death of the program; a power failure may take the last ones, never the file.
_WRITING_SETTINGS = ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL", "PRAGMA wal_autocheckpoint = 4000")

_WAIT_SECONDS = 60.0
"""How long to wait for another writer: the longest batch takes a few seconds."""


class Store:
    """A connection to one archive. Not for several threads at once: open one a thread, that is cheap.

    One that is opened for ``any_thread`` may be handed from thread to thread, and is used by one of them at a time.

    Questions are asked with ``rows`` and ``row`` in SQL that other databases know too (named parameters, the tables and
    views of ``migrations/``), so that another database can stand behind the same two methods.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.path = path
        self.connection = connection
        self._writable = writable

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, any_thread: bool = False) -> Self:
        """Open an archive that exists, to read it. Needs no right to write, and disturbs no writer.

        Raises a ``StoreError``: ``MissingStoreError``, ``NotAStoreError``, ``NewerStoreError``, …
        """
        file = Path(path)
        if not file.is_file():
            raise MissingStoreError(store=str(file))
        with told(file):
            connection = _connect_reading(file, any_thread=any_thread)
            try:
                _require_ours(connection, file)
                if version_of(connection) == latest():
                    return cls(file, connection, writable=False)
            except BaseException:
                connection.close()
                raise
            connection.close()
        cls.create(file).close()  # an older layout: brought up to date once
        return cls.open(file, any_thread=any_thread)

    @classmethod
    def create(cls, path: str | os.PathLike[str], *, any_thread: bool = False) -> Self:
        """Open an archive to write it, and make it where there is none. Raises a ``StoreError``."""
        file = Path(path)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreNotWritableError(store=str(file), reason=error.strerror or str(error)) from error
        _require_writable(file)
        with told(file):
            connection = _connect(f"file:{quote(str(file.absolute()))}?mode=rwc", any_thread=any_thread)
            try:
                _require_ours(connection, file)
                for setting in _WRITING_SETTINGS:
                    connection.execute(setting)
                migrate(connection)
            except BaseException:
                connection.close()
                raise
        return cls(file, connection, writable=True)

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def rows(self, sql: str, parameters: Mapping[str, Value] | Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a question; a row is read by the names of its columns."""
        with told(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Mapping[str, Value] | Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a question, or ``None``."""
        with told(self.path):
            found: sqlite3.Row | None = self.connection.execute(sql, parameters).fetchone()
            return found

    def each(self, sql: str, parameters: Mapping[str, Value] | Sequence[Value] = ()) -> Iterator[sqlite3.Row]:
        """The rows of a question one by one: for answers that are larger than memory."""
        with told(self.path):
            yield from self.connection.execute(sql, parameters)

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        """Hold one state of the archive while several questions are asked: what others write meanwhile is not seen.

        Within another such block, or a transaction, it is that one's state.
        """
        if self.connection.in_transaction:
            yield
            return
        with told(self.path):
            self.connection.execute("BEGIN")
        try:
            yield
        finally:
            if self.connection.in_transaction:  # a damaged file has ended it already
                self.connection.execute("ROLLBACK")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing. Waits for other writers; raises a ``StoreError`` where that takes too long."""
        if not self._writable:
            raise StoreError(store=str(self.path), reason="was opened to be read only")
        with told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk has ended it already
                    self.connection.execute("ROLLBACK")
                raise


def _require_writable(file: Path) -> None:
    """Refuse what SQLite would only find out in the middle of the work: it writes beside the file, too."""
    for place in (file.parent, file):
        if place.exists() and not os.access(place, os.W_OK):
            raise StoreNotWritableError(store=str(file), reason=f"{place} is read-only")


def _connect(uri: str, *, any_thread: bool) -> sqlite3.Connection:
    # Transactions are begun and ended in so many words.
    connection = sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=_WAIT_SECONDS, check_same_thread=not any_thread
    )
    connection.row_factory = sqlite3.Row
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def _connect_reading(file: Path, *, any_thread: bool) -> sqlite3.Connection:
    """Open a file read-only; on a disk where SQLite cannot put its lock files, as one that nobody changes."""
    uri = f"file:{quote(str(file.absolute()))}?mode=ro"
    try:
        return _connect(uri, any_thread=any_thread)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        return _connect(f"{uri}&immutable=1", any_thread=any_thread)


def _require_ours(connection: sqlite3.Connection, file: Path) -> None:
    """Refuse another program's database, and one that a later version of this program wrote."""
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version, known = version_of(connection), latest()
    if application == _APPLICATION_ID:
        if version > known:
            raise NewerStoreError(store=str(file), found=version, known=known)
    elif connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None:
        raise NotAStoreError(store=str(file))
