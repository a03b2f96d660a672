"""What there is to do: the files found, against what the archive knows of them.

The list is kept in a temporary table, so that memory stays flat however many files there are.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import FileError, QueryError
from corpus.index.discovery import FoundFile, Skipped
from corpus.index.reading import FileTask
from corpus.store import FileState, Store

__all__ = ["Redo", "RedoKind", "WorkList"]

_BATCH = 500

_OPEN_FILES = """
SELECT found.name, found.path, found.size, found.modified_ns, found.redo
FROM temp.found
LEFT JOIN files ON files.path = found.name
WHERE files.path IS NULL OR files.is_complete = 0 OR files.size <> found.size
    OR files.modified_ns <> found.modified_ns OR found.redo = 1
ORDER BY found.rowid
"""


_FILES_OF_DOCUMENTS = "SELECT l.file FROM locations AS l JOIN documents AS d ON d.id = l.document_id"


class RedoKind(StrEnum):
    """Which part of an archive is done again."""

    ALL = "all"
    FAILED = "failed"
    OLDER_THAN = "older-than"
    TYPE = "type"


@dataclass(frozen=True, slots=True)
class Redo:
    """A part of the archive that is to be read again although nothing changed."""

    kind: RedoKind
    value: str = ""

    @classmethod
    def parse(cls, words: str) -> Redo:
        """Read ``all``, ``failed``, ``older-than VERSION`` or ``type TYPE``. Raises ``QueryError``."""
        name, _, value = words.strip().replace("=", " ").partition(" ")
        value = value.strip()
        takes_value = name in (RedoKind.OLDER_THAN, RedoKind.TYPE)
        if name not in set(RedoKind) or takes_value != bool(value):
            raise QueryError(reason=f"cannot redo {words!r}: say all, failed, 'older-than VERSION' or 'type TYPE'")
        return cls(RedoKind(name), value)


class WorkList:
    """The files found under some paths, and which of them are to be read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._connection = store.connection
        self._connection.execute("DROP TABLE IF EXISTS temp.found")
        self._connection.execute(
            "CREATE TEMP TABLE found (name TEXT NOT NULL UNIQUE, path BLOB NOT NULL, size INTEGER NOT NULL,"
            " modified_ns INTEGER NOT NULL, redo INTEGER NOT NULL DEFAULT 0)"
        )
        self.skipped = 0
        """Files in folders that are no documents by their names."""
        self.problems: list[FileError] = []
        """What could not be looked at."""

    def fill(self, discovered: Iterable[FoundFile | Skipped | FileError]) -> None:
        """Take down what was discovered."""
        rows: list[tuple[str, bytes, int, int]] = []
        for item in discovered:
            if isinstance(item, FoundFile):
                rows.append((item.name, os.fsencode(item.path), item.size, item.modified_ns))
            elif isinstance(item, Skipped):
                self.skipped += 1
            else:
                self.problems.append(item)
            if len(rows) >= _BATCH:
                self._take_down(rows)
        self._take_down(rows)

    def _take_down(self, rows: list[tuple[str, bytes, int, int]]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO temp.found (name, path, size, modified_ns) VALUES (?, ?, ?, ?)", rows
        )
        rows.clear()

    def mark(self, redo: Redo) -> None:
        """Mark what is to be read again although nothing changed."""
        match redo.kind:
            case RedoKind.ALL:
                self._connection.execute("UPDATE temp.found SET redo = 1")
            case RedoKind.FAILED:
                self._mark_files("SELECT file FROM failures", ())
            case RedoKind.TYPE:
                self._mark_files(f"{_FILES_OF_DOCUMENTS} WHERE d.doc_type = ?", (redo.value,))
            case RedoKind.OLDER_THAN:
                rows = self._store.rows("SELECT DISTINCT extractor_version FROM documents")
                limit = version_parts(redo.value)
                for row in rows:
                    if version_parts(row[0]) < limit:
                        self._mark_files(f"{_FILES_OF_DOCUMENTS} WHERE d.extractor_version = ?", (row[0],))

    def _mark_files(self, files: str, parameters: Sequence[str]) -> None:
        self._connection.execute(f"UPDATE temp.found SET redo = 1 WHERE name IN ({files})", parameters)

    @property
    def found(self) -> int:
        """How many files were found."""
        return self._count("SELECT count(*) FROM temp.found")

    @property
    def open(self) -> int:
        """How many of them are to be read."""
        return self._count(f"SELECT count(*) FROM ({_OPEN_FILES})")

    def _count(self, sql: str) -> int:
        count: int = self._connection.execute(sql).fetchone()[0]
        return count

    def tasks(self, *, start: int = 0) -> Iterator[FileTask]:
        """The files to read, from number ``start`` on and round to it again.

        The list is read in pieces: the archive changes while it is worked off.
        """
        self._connection.execute("DROP TABLE IF EXISTS temp.open")
        self._connection.execute(f"CREATE TEMP TABLE open AS {_OPEN_FILES}")
        total = self._count("SELECT count(*) FROM temp.open")
        for first, last in ((start, total), (0, start)):
            yield from self._between(first, last)

    def _between(self, first: int, last: int) -> Iterator[FileTask]:
        for begin in range(first, last, _BATCH):
            rows = self._connection.execute(
                "SELECT name, path, size, modified_ns, redo FROM temp.open WHERE rowid > ? AND rowid <= ?",
                (begin, min(begin + _BATCH, last)),
            ).fetchall()
            for name, path, size, modified_ns, redo in rows:
                yield FileTask(os.fsdecode(path), FileState(name, size, modified_ns), redo=bool(redo))

    def vanished(self, roots: Sequence[str]) -> list[str]:
        """The files that the archive knows under ``roots`` and that were not found any more."""
        gone: dict[str, None] = {}
        for root in roots:
            inside = root.rstrip(os.sep) + os.sep
            rows = self._store.rows(
                "SELECT path FROM files WHERE (path = :root OR substr(path, 1, length(:inside)) = :inside)"
                " AND path NOT IN (SELECT name FROM temp.found)",
                {"root": root, "inside": inside},
            )
            gone.update((row[0], None) for row in rows)
        return list(gone)


def version_parts(version: str) -> tuple[int, ...]:
    """The numbers of a version, to compare it by: ``0.10.1`` comes after ``0.9``."""
    return tuple(int(part) for part in "".join(c if c.isdigit() else " " for c in version).split())
