"""Putting documents into an archive and taking them out, each as a whole."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from corpus.store.rows import COLUMNS, DOCUMENT_COLUMNS, PreparedDocument, issuers, search_forms
from corpus.store.store import Store

__all__ = ["FailedFile", "FileState", "StoredFile", "Writer", "now", "writing"]

_SEARCH_COLUMNS = (
    "title, issuer, place, body, title_folded, issuer_folded, place_folded, body_folded"  # the order of search_forms
)
_TAKE_OUT = f"INSERT INTO search (search, rowid, {_SEARCH_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_PUT_IN = f"INSERT INTO search (rowid, {_SEARCH_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERTS = {
    table: f"INSERT INTO {table} (document_id, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"
    for table, columns in COLUMNS.items()
}
_INSERT_DOCUMENT = (
    f"INSERT INTO documents ({', '.join(DOCUMENT_COLUMNS)}, stored_at) VALUES (?{', ?' * len(DOCUMENT_COLUMNS)})"
)
_UPDATE_DOCUMENT = (
    f"UPDATE documents SET {', '.join(f'{column} = ?' for column in DOCUMENT_COLUMNS)}, stored_at = ?, work_id = NULL"
    " WHERE id = ?"
)


_OF_THE_RECORD = DOCUMENT_COLUMNS[DOCUMENT_COLUMNS.index("doc_type") : DOCUMENT_COLUMNS.index("media_type")]
"""The columns of a document that come from its record; the others are of the file and how it was read."""
_HOLD_DOCUMENT = (
    f"UPDATE documents SET {', '.join(f'{column} = ?' for column in _OF_THE_RECORD)}, stored_at = stored_at,"
    " work_id = NULL WHERE id = ?"
)


@dataclass(frozen=True, slots=True)
class FileState:
    """A file as it was when it was read: what tells whether it has changed since."""

    path: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One document found in a file. ``document`` is null where its content is stored already: ``sha256`` finds it."""

    path: str
    """The file itself, or a member of it."""
    sha256: str
    document: PreparedDocument | None
    redo: bool = False
    """Replace what is stored for the content, even where the same version of the extractor made it."""


@dataclass(frozen=True, slots=True)
class FailedFile:
    """Something that could not be read, and why."""

    path: str
    code: str
    reason: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@contextmanager
def writing(store: Store, *, run_id: int | None = None) -> Iterator[Writer]:
    """A transaction, and the writer that works in it. All or nothing."""
    with store.transaction() as connection:
        yield Writer(connection, run_id)


class Writer:
    """Writes within one transaction."""

    def __init__(self, connection: sqlite3.Connection, run_id: int | None = None) -> None:
        self.connection = connection
        self._run_id = run_id
        self._now = now()

    def put_file(
        self,
        file: FileState,
        found: Sequence[StoredFile],
        failed: Sequence[FailedFile],
        *,
        complete: bool = True,
        earlier: Collection[str] | None = (),
    ) -> list[int]:
        """Store what a file holds; return the ids of the documents that were written.

        What the file held before and holds no more is taken out. A file with many members may come in parts: all but
        the last with ``complete=False``, and the last with the paths of the ``earlier`` ones, or with ``None`` where
        the reading broke off: then nothing is taken out.
        """
        execute = self.connection.execute
        execute(
            "INSERT INTO files (path, size, modified_ns, is_complete, run_id, read_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (path) DO UPDATE SET size = excluded.size, modified_ns = excluded.modified_ns,"
            " is_complete = excluded.is_complete, run_id = excluded.run_id, read_at = excluded.read_at",
            (file.path, file.size, file.modified_ns, complete, self._run_id, self._now),
        )
        left: list[int] = []
        written: list[int] = []
        for item in found:
            document_id, is_written = self._put(item)
            if is_written:
                written.append(document_id)
            left += self._place(item.path, document_id, file.path)
        for failure in failed:
            left += self._fail(failure, file.path)
        if complete and earlier is not None:
            left += self._sweep(file.path, {*earlier, *(item.path for item in found), *(item.path for item in failed)})
        self._drop_unplaced(left)
        return written

    def hold(self, document_id: int, document: PreparedDocument, *, is_reviewed: bool) -> None:
        """Lay the rows of a document out anew, as they are held to be true; text and extraction stay.

        ``is_reviewed`` keeps the whole record beside the extraction; without it, the extraction is what is held.
        """
        ((_, record),) = document.rows["records"]
        self._empty(document_id, but_for="records")
        execute = self.connection.execute
        first = DOCUMENT_COLUMNS.index(_OF_THE_RECORD[0])
        execute(_HOLD_DOCUMENT, (*document.document[first : first + len(_OF_THE_RECORD)], document_id))
        self._fill(document_id, document, but_for="records")
        execute("UPDATE records SET reviewed = ? WHERE document_id = ?", (record if is_reviewed else None, document_id))

    def holds(self, sha256: str) -> bool:
        """Whether a content is stored."""
        return self.connection.execute("SELECT 1 FROM documents WHERE sha256 = ?", (sha256,)).fetchone() is not None

    def forget_file(self, path: str) -> None:
        """Take a file that vanished out of the archive, with the documents that no other file has."""
        left = self._sweep(path, frozenset())
        self.connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self._drop_unplaced(left)

    def _place(self, path: str, document_id: int, file: str) -> list[int]:
        """Say that a document is at a path; return the id of the one that was there before, if another was."""
        left = self._documents_at(path)
        if left != [document_id]:
            self.connection.execute(
                "INSERT OR REPLACE INTO locations (path, document_id, file) VALUES (?, ?, ?)", (path, document_id, file)
            )
        self.connection.execute("DELETE FROM failures WHERE path = ?", (path,))
        return left

    def _fail(self, failure: FailedFile, file: str) -> list[int]:
        """Say that nothing can be read at a path; return the id of the document that was there before."""
        left = self._documents_at(failure.path)
        self.connection.execute("DELETE FROM locations WHERE path = ?", (failure.path,))
        self.connection.execute(
            "INSERT OR REPLACE INTO failures (path, file, code, reason, facts, failed_at) VALUES (?, ?, ?, ?, ?, ?)",
            (
                failure.path,
                file,
                failure.code,
                failure.reason,
                json.dumps(failure.facts, ensure_ascii=False),
                self._now,
            ),
        )
        return left

    def _documents_at(self, path: str) -> list[int]:
        rows = self.connection.execute("SELECT document_id FROM locations WHERE path = ?", (path,)).fetchall()
        return [row[0] for row in rows]

    def _sweep(self, file: str, kept: Collection[str]) -> list[int]:
        """Forget the paths of a file that are not kept, and return the ids of the documents that were there."""
        execute = self.connection.execute
        for (path,) in execute("SELECT path FROM failures WHERE file = ?", (file,)).fetchall():
            if path not in kept:
                execute("DELETE FROM failures WHERE path = ?", (path,))
        left = []
        for path, document_id in execute("SELECT path, document_id FROM locations WHERE file = ?", (file,)).fetchall():
            if path not in kept:
                execute("DELETE FROM locations WHERE path = ?", (path,))
                left.append(document_id)
        return left

    def _put(self, item: StoredFile) -> tuple[int, bool]:
        """Store a document and return its id, and whether anything was written for it."""
        row = self.connection.execute(
            "SELECT id, extractor_version FROM documents WHERE sha256 = ?", (item.sha256,)
        ).fetchone()
        if row is None:
            if item.document is None:
                raise LookupError(f"the content {item.sha256} of {item.path} is not stored")
            return self._insert(item.document), True
        document_id: int = row[0]
        if item.document is None or (row[1] == item.document.extractor_version and not item.redo):
            return document_id, False
        self._replace(document_id, item.document)
        return document_id, True

    def _insert(self, document: PreparedDocument) -> int:
        cursor = self.connection.execute(_INSERT_DOCUMENT, (*document.document, self._now))
        document_id = cursor.lastrowid
        assert document_id is not None
        self._fill(document_id, document)
        return document_id

    def _replace(self, document_id: int, document: PreparedDocument) -> None:
        """Put a new extraction in the place of an old one: the document keeps its id and its locations."""
        self._empty(document_id)
        self.connection.execute(_UPDATE_DOCUMENT, (*document.document, self._now, document_id))
        self._fill(document_id, document)

    def _fill(self, document_id: int, document: PreparedDocument, *, but_for: str = "") -> None:
        executemany = self.connection.executemany
        executemany("INSERT OR IGNORE INTO bodies (name, folded) VALUES (?, ?)", document.bodies.items())
        for table, rows in document.rows.items():
            if rows and table != but_for:
                executemany(_INSERTS[table], [(document_id, *row) for row in rows])
        self.connection.execute(_PUT_IN, (document_id, *document.search))

    def _empty(self, document_id: int, *, but_for: str = "") -> None:
        """Take everything out that a document's rows hold, but not the document, nor what one table has of it."""
        execute = self.connection.execute
        bodies = execute("SELECT DISTINCT body FROM responsibilities WHERE document_id = ?", (document_id,)).fetchall()
        title, issuer, parent_issuer, place, text = execute(
            "SELECT d.title, d.issuer, d.parent_issuer, d.place, r.text FROM documents AS d"
            " JOIN records AS r ON r.document_id = d.id WHERE d.id = ?",
            (document_id,),
        ).fetchone()
        execute(_TAKE_OUT, (document_id, *search_forms(title, issuers(issuer, parent_issuer), place, text)))
        for table in {*COLUMNS, "duplicates"} - {but_for}:
            execute(f"DELETE FROM {table} WHERE document_id = ?", (document_id,))
        execute("DELETE FROM duplicates WHERE other_id = ?", (document_id,))
        self.connection.executemany(
            "DELETE FROM bodies WHERE name = ? AND NOT EXISTS (SELECT 1 FROM responsibilities WHERE body = name)",
            [(row[0],) for row in bodies],
        )

    def _drop_unplaced(self, document_ids: Sequence[int]) -> None:
        """Take documents out that no file has any more."""
        for document_id in dict.fromkeys(document_ids):
            if not self._is_placed(document_id):
                self._empty(document_id)
                self.connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))

    def _is_placed(self, document_id: int) -> bool:
        found = self.connection.execute("SELECT 1 FROM locations WHERE document_id = ?", (document_id,)).fetchone()
        return found is not None


def now() -> str:
    """The time as the database keeps it: UTC, to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
