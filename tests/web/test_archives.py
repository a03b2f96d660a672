"""The archive of a request, where connections are kept from one to the next."""

from __future__ import annotations

import shutil
from pathlib import Path

from starlette.testclient import TestClient

from corpus.index import Options, index
from corpus.samples import chain_paths
from tests.web.conftest import Serve


def documents(client: TestClient) -> int:
    found = client.get("/api/v1/statistics").json()
    return int(found["documents"])


def test_what_was_written_meanwhile_is_seen(serve: Serve, empty_archive: Path) -> None:
    client = serve(empty_archive)
    before = documents(client)
    index(chain_paths()[:2], empty_archive, Options(processes=0))
    assert (before, documents(client)) == (0, 2)


def test_another_file_in_its_place_is_read(serve: Serve, archive: Path, empty_archive: Path) -> None:
    client = serve(empty_archive)
    before = documents(client)
    for suffix in ("", "-wal", "-shm"):
        empty_archive.with_name(empty_archive.name + suffix).unlink(missing_ok=True)
    shutil.copy(archive, empty_archive)
    assert (before, documents(client) > 20) == (0, True)


def test_an_archive_that_goes_away_is_missed(serve: Serve, own_archive: Path) -> None:
    client = serve(own_archive, read_only=True)
    before = client.get("/api/v1/bodies").status_code
    own_archive.unlink()
    assert (before, client.get("/api/v1/targets").status_code) == (200, 503)
