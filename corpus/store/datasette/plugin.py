"""The plugin that Datasette finds by an entry point: functions for the questions, and links between documents.

It does nothing to a database whose metadata (``trichluc store datasette-metadata``) does not name it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Awaitable
from typing import Any

from markupsafe import Markup
from pluggy import HookimplMarker

from corpus.errors import QueryError
from corpus.store.datasette.describing import PLUGIN
from corpus.store.folding import lookup_form, number_form
from corpus.store.searchquery import TypedQuery, parse_query
from corpus.store.snippets import best_snippet

__all__ = ["prepare_connection", "render_cell"]

hookimpl = HookimplMarker("datasette")

_NOTHING = '""'
"""In the language of FTS5: finds no document."""
_OF_DOCUMENTS = {"document_id", "held_id", "other_id"}
"""Columns that hold the id of a document."""
_LISTS = {"addressees", "bodies", "inferred", "provisions"}
"""Columns that hold texts as a JSON array."""
_WORK = """
SELECT coalesce(w.key, w.name, w.title, w.identity) AS name,
    (SELECT min(d.id) FROM documents AS d WHERE d.work_id = w.id) AS held_id
FROM works AS w WHERE w.id = ?
"""


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Add the functions that the questions use, so that words and numbers may be typed as people type them."""
    if not _is_archive(datasette, database):
        return
    for name, arguments, function in (
        ("trichluc_match", 1, _match),
        ("trichluc_excerpt", 2, _excerpt),
        ("trichluc_number", 1, number_form),
        ("trichluc_words", 1, lookup_form),
    ):
        conn.create_function(name, arguments, function, deterministic=True)


@hookimpl
def render_cell(
    value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Markup | Awaitable[Markup] | None:
    """Make ids of documents and works links, and lists readable. ``table`` is null for a question."""
    if value is None or not _is_archive(datasette, database):
        return None
    if column == "work_id":  # in a table it comes with the label that Datasette has found for it
        return _work(value["value"] if isinstance(value, dict) else value, database, datasette)
    if isinstance(value, dict):
        return None
    if column in _OF_DOCUMENTS or (table, column) == ("catalogue", "id"):
        return _link(datasette.urls.row(database, "documents", str(value)), f"#{value}")
    if column in _LISTS and isinstance(value, str):
        return Markup("; ").join(json.loads(value)) or Markup("&nbsp;")
    return None


async def _work(work_id: int, database: str, datasette: Any) -> Markup:
    """A link to a work, and one to the document that is the work, where the archive holds it."""
    work = (await datasette.get_database(database).execute(_WORK, (work_id,))).first()
    if work is None:
        return Markup("{}").format(work_id)
    link = _link(datasette.urls.row(database, "works", str(work_id)), work["name"])
    if work["held_id"] is None:
        return link
    held = _link(datasette.urls.row(database, "documents", str(work["held_id"])), f"#{work['held_id']}")
    return Markup("{} → {}").format(link, held)


def _link(place: str, text: str) -> Markup:
    return Markup('<a href="{}">{}</a>').format(place, text)


def _match(typed: str) -> str:
    return _taken_apart(typed).match or _NOTHING


def _excerpt(text: str, typed: str) -> str:
    return best_snippet(text, _taken_apart(typed).terms).marked(text, "", "")


def _taken_apart(typed: str) -> TypedQuery:
    """A question as it can be asked; one that names what does not exist asks nothing."""
    try:
        return parse_query(typed)
    except QueryError:
        return parse_query("")


def _is_archive(datasette: Any, database: str) -> bool:
    return datasette.plugin_config(PLUGIN, database=database) is not None
