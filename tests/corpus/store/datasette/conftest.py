"""The samples as an archive, and Datasette serving it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from corpus.index import Options, index
from corpus.samples import chain_paths, sample_paths
from corpus.store import Store
from corpus.store.datasette import metadata
from tests.conftest import ROOT

_PATIENCE_SECONDS = 60

Page = Callable[..., str]
Rows = Callable[..., list[dict[str, Any]]]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "archive.db"
    index([*sample_paths(), *chain_paths()], path, Options(processes=0))
    return path


@pytest.fixture(scope="session")
def address(archive: Path) -> Iterator[str]:
    """Where Datasette serves the archive."""
    told = archive.with_name("metadata.json")
    with Store.open(archive) as store:
        told.write_text(json.dumps(metadata(store, "vi")), "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["serve", "--immutable", str(archive), "--metadata", str(told), "--port", str(port)]
    sources = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    log = archive.with_name("log.txt")
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "datasette", *command],
            stdout=out,
            stderr=out,
            env={**os.environ, "PYTHONPATH": sources},
        )
    try:
        _wait(f"http://127.0.0.1:{port}/-/versions.json", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=_PATIENCE_SECONDS)


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            urlopen(url).close()
        except URLError:
            assert server.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < end, log.read_text("utf-8")
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="session")
def page(address: str) -> Page:
    """Read a page: ``page("archive/due", from_day="2024-01-01")``."""

    def read(path: str, **asked: str) -> str:
        with urlopen(f"{address}/{path}?{urlencode(asked)}") as answer:
            text: str = answer.read().decode("utf-8")
        return text

    return read


@pytest.fixture(scope="session")
def rows(page: Page) -> Rows:
    """The rows that a question or a table gives."""

    def ask(name: str, **asked: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(page(f"archive/{name}.json", _shape="array", **asked))
        return found

    return ask
