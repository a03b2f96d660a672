"""The metadata of an archive for Datasette 0.65, put together from what is said in the TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from corpus.store.store import Store

__all__ = ["PLUGIN", "Language", "metadata"]

Language = Literal["en", "vi"]

PLUGIN = "trichluc"
"""Under this name the metadata of a database tells the plugin that it is an archive."""

# Datasette knows by itself which tables an index consists of.
_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*' ORDER BY name
"""
_SEARCHED = {"fts_table": "search", "fts_pk": "id"}


def metadata(store: Store, language: Language = "en") -> dict[str, Any]:
    """Say in one language what an archive holds; Datasette finds it by the file's present name.

    Tables that are not described are bookkeeping, and hidden.
    """
    about, tables = _said("about")[language], _said("tables")
    hidden = {row["name"]: {"hidden": True} for row in store.rows(_TABLES) if row["name"] not in tables}
    database = {
        "description": about[2],
        "plugins": {PLUGIN: {}},
        "tables": {name: _table(store, name, language) for name in tables} | hidden,
        "queries": {name: _query(said, language) for name, said in _said("queries").items()},
    }
    return {"title": about[0], "description": about[1], "databases": {store.path.stem: database}}


def _table(store: Store, name: str, language: Language) -> dict[str, Any]:
    said = _said("tables")[name]
    title, description = said[language]
    table = {"title": title, "description": description, "columns": _columns(store, name, language)}
    table |= {key: said[key] for key in ("facets", "sort", "sort_desc") if key in said}
    if "label" in said:
        table["label_column"] = said["label"]
    return table | _SEARCHED if said.get("search") else table


def _columns(store: Store, table: str, language: Language) -> dict[str, str]:
    said = _said("columns")["common"] | _said("columns").get(table, {})
    names = (row["name"] for row in store.rows("SELECT name FROM pragma_table_info(?)", (table,)))
    place = 0 if language == "en" else 1
    return {name: said[name][place] for name in names if name in said}


def _query(said: Mapping[str, Any], language: Language) -> dict[str, Any]:
    title, description = said[language]
    return {"title": title, "description": description, "sql": said["sql"].strip(), "hide_sql": True}


@cache
def _said(name: str) -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
