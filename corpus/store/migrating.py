"""The layout of the database by version: numbered SQL files, each applied once, in order, as a whole.

``PRAGMA user_version`` says how far a file is. ``migrations/0001_initial.sql`` makes version 1.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from corpus.store.folding import lookup_form

__all__ = ["latest", "migrate", "migrations", "version_of"]


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of every version, the first at index 0."""
    folder = files("corpus.store").joinpath("migrations")
    scripts = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda entry: entry.name)
    return tuple(script.read_text("utf-8") for script in scripts)


def latest() -> int:
    """The version that this program writes."""
    return len(migrations())


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a database; 0 for an empty one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, *, upto: int | None = None) -> None:
    """Bring a database up to a version (default: the latest), a transaction a step.

    The connection must not open transactions by itself (``isolation_level=None``). Two programs may do this at once:
    the second waits, and finds it done. A step that fails leaves the database at the step before. Scripts may call
    ``lookup_form``; nothing that they leave behind may (triggers, indexes), for other programs do not have it.
    """
    connection.create_function("lookup_form", 1, lookup_form, deterministic=True)
    for version, script in enumerate(migrations()[:upto], start=1):
        if version_of(connection) >= version:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection) < version:
                for statement in _statements(script):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> Iterator[str]:
    """Part a script: ``executescript`` would commit before it begins."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if ";" in line and sqlite3.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending
