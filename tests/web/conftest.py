"""The reading room over an archive of the sample documents, spoken to without a network."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from corpus.index import Options, index
from corpus.samples import chain_paths, sample_paths
from corpus.store import Store
from corpus.web import Settings, create_app

if TYPE_CHECKING:
    from typing import Any

ADDRESS = "http://127.0.0.1:8000"

Serve = Callable[..., TestClient]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all sample documents, indexed once; to be read only."""
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    index([*sample_paths(), *chain_paths()], path, Options(processes=0))
    with Store.create(path) as store:
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


@pytest.fixture
def own_archive(archive: Path, tmp_path: Path) -> Path:
    """A copy of the archive that a test may write to."""
    return Path(shutil.copy(archive, tmp_path / "archive.db"))


@pytest.fixture
def empty_archive(tmp_path: Path) -> Path:
    """The path of an archive that does not exist yet."""
    return tmp_path / "empty.db"


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Make clients of servers with settings of their own: ``serve(own_archive, read_only=True)``."""
    with ExitStack() as stack:

        def make(store: Path, **settings: Any) -> TestClient:
            app = create_app(replace(Settings(store), **settings))
            return stack.enter_context(TestClient(app, base_url=ADDRESS, follow_redirects=False))

        yield make


@pytest.fixture
def client(serve: Serve, archive: Path) -> TestClient:
    """A visitor of the archive, on the machine that serves it; redirects are not followed."""
    return serve(archive)
