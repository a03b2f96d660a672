"""An archive of short invented documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from corpus.citator import resolve_pending
from corpus.extraction import extract_loaded
from corpus.files import load
from corpus.store import FileState, PreparedDocument, Store, StoredFile, prepare, writing


def letterhead(issuer: str, number: str, place_and_date: str, kind: str, title: str) -> str:
    """The head of a document in the true form."""
    return f"{issuer.upper()}\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\n{place_and_date}\n\n{kind.upper()}\n{title}\n\n"


@cache
def prepared(text: str) -> PreparedDocument:
    return prepare(extract_loaded(load(text.encode())), extractor_version="1")


def stored(path: str, text: str) -> tuple[FileState, list[StoredFile]]:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return FileState(path, len(text), 1), [StoredFile(path, sha256, prepared(text))]


Hold = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive.db") as archive:
        yield archive


@pytest.fixture
def hold(store: Store) -> Hold:
    """Store texts under their paths and resolve them, all in one transaction."""

    def put_all(**texts: str) -> None:
        with writing(store) as writer:
            for path, text in texts.items():
                state, found = stored(path, text)
                writer.put_file(state, found, [])
            resolve_pending(writer.connection)

    return put_all


def meaning(store: Store, text: str) -> tuple[str, str, str | None]:
    """Status, reason and identity of the work of the one mention whose text begins so."""
    row = store.row(
        "SELECT c.status, c.status_reason, w.identity FROM citations AS c LEFT JOIN works AS w ON w.id = c.work_id"
        " WHERE c.text LIKE ? || '%'",
        (text,),
    )
    assert row is not None, f"nothing cited as {text!r}"
    return row["status"], row["status_reason"], row["identity"]
