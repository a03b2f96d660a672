"""The metadata says of an archive what is there, all of it, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from corpus.store.datasette import Language, metadata
from tests.conftest import Run

LANGUAGES: list[Language] = ["en", "vi"]


@pytest.fixture
def store(archive: Path) -> Iterator[Store]:
    with Store.open(archive) as opened:
        yield opened


def database(store: Store, language: Language = "en") -> dict[str, Any]:
    described: dict[str, Any] = metadata(store, language)["databases"]["archive"]
    return described


def columns_in(store: Store) -> dict[str, set[str]]:
    """The tables and views of the archive that are not the search index's, with their columns."""
    names = store.rows(
        "SELECT name FROM sqlite_schema"
        " WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*'"
    )
    return {
        row["name"]: {column["name"] for column in store.rows(f"PRAGMA table_info({row['name']})")} for row in names
    }


def test_every_table_and_view_is_described_or_hidden(store: Store) -> None:
    assert set(database(store)["tables"]) == set(columns_in(store))


def test_every_view_is_described(store: Store) -> None:
    views = {row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'view'")}
    hidden = {name for name, table in database(store)["tables"].items() if table.get("hidden")}
    assert views & hidden == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_that_is_shown_is_described(store: Store, language: Language) -> None:
    tables, there = database(store, language)["tables"], columns_in(store)
    shown = {name: set(table["columns"]) for name, table in tables.items() if not table.get("hidden")}
    assert shown == {name: there[name] for name in shown}


def test_facets_sorting_and_labels_name_columns(store: Store) -> None:
    there = columns_in(store)
    unknown = [
        (name, column)
        for name, table in database(store)["tables"].items()
        for column in (*table.get("facets", ()), table.get("sort"), table.get("sort_desc"), table.get("label_column"))
        if column is not None and column not in there[name]
    ]
    assert unknown == []


def words(value: object) -> set[str]:
    """Every text that a person reads."""
    match value:
        case {**fields}:
            skipped = ("sql", "facets", "sort", "sort_desc", "label_column", "fts_table", "fts_pk")
            return set[str]().union(*(words(part) for key, part in fields.items() if key not in skipped))
        case str():
            return {value}
        case _:
            return set()


def test_nothing_is_said_alike_in_both_languages(store: Store) -> None:
    assert words(metadata(store, "en")) & words(metadata(store, "vi")) == {"Trích Lục"}


def test_database_is_called_what_its_file_is(archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "kho-2024.db"
    other.write_bytes(archive.read_bytes())
    with Store.open(other) as store:
        assert list(metadata(store)["databases"]) == ["kho-2024"]


def test_command_prints_it(trichluc: Run, archive: Path, store: Store) -> None:
    done = trichluc("store", "datasette-metadata", "--store", archive, "--lang", "vi")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == metadata(store, "vi")


def test_command_writes_it_and_says_what_comes_next(trichluc: Run, archive: Path, store: Store, tmp_path: Path) -> None:
    done = trichluc("store", "datasette-metadata", "--store", archive, "-o", "metadata.json")
    assert done.stderr.decode() == f"trichluc: note: now run: datasette {archive} --metadata metadata.json\n"
    assert json.loads((tmp_path / "metadata.json").read_text("utf-8")) == metadata(store)


def test_command_needs_an_archive(trichluc: Run) -> None:
    done = trichluc("store", "datasette-metadata", "--store", "none.db")
    assert (done.returncode, done.stdout) == (1, b"")
