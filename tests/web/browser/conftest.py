"""A real browser before a real server: Debian's chromium, driven by Playwright, and ``trichluc serve``.

One server and one browser for the whole session: every test here is of one group, so that they run in one process.
A page that breaks its Content Security Policy, logs an error or asks another host for anything fails its test.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from corpus.index import Options, index
from corpus.samples import chain_paths, sample_paths
from corpus.web.naming import document_address
from tests.conftest import ROOT
from tests.corpus.files.papers import DIRECTIVE, needs_font, pdf
from tests.web.pages.conftest import write_hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
WIDE, NARROW = (1280, 900), (390, 844)

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = (
    "--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
_PATIENCE_MS = 15_000
_START_SECONDS = 60


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs the browser, and keep it in one process."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@contextmanager
def serving(store: Path, *options: str) -> Iterator[str]:
    """The address of a server over an archive, for as long as it is needed."""
    command = [
        sys.executable,
        "-m",
        "corpus.cli",
        "--lang",
        "en",
        "serve",
        "--store",
        str(store),
        "--port",
        "0",
        *options,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stderr is not None
            told = []
            for line in server.stderr:
                told.append(line)
                if found := re.search(r"http://[\w.:]+", line):
                    break
            else:
                raise AssertionError("".join(told))
            yield found[0]
        finally:
            server.terminate()
            server.communicate(timeout=_START_SECONDS)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the sample documents, one with pages and one that means harm; tests may review and add."""
    folder = tmp_path_factory.mktemp("site")
    needs_font()
    (folder / "hoi-nghi.pdf").write_bytes(pdf(DIRECTIVE))
    found = [*sample_paths(), *chain_paths(), folder / "hoi-nghi.pdf", write_hostile(folder)]
    index(found, folder / "archive.db", Options(processes=0))
    with serving(folder / "archive.db") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; tests are skipped where there is none, but for continuous integration."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None and not os.environ.get("CI"):
        pytest.skip("needs chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=_PATIENCE_MS)
    with sync_playwright() as playwright:
        flags = [*_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
        opened = playwright.chromium.launch(executable_path=program, args=flags)
        yield opened
        opened.close()


def address_of(sample: str) -> str:
    """The address of a sample document's page."""
    (path,) = [path for path in (*sample_paths(), *chain_paths()) if path.stem == sample]
    return document_address(hashlib.sha256(path.read_bytes()).hexdigest())


@dataclass
class Watched:
    """What went wrong on the pages of a test."""

    site: str
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    """Patterns of faults that the test means to see."""

    def watch(self, page: Page) -> None:
        """Listen to a page."""
        page.on("console", lambda message: self._note(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("dialog", lambda dialog: self._note(f"a script opened a dialog: {dialog.message}"))
        page.on("request", lambda request: self._note_host(request.url))

    def _note(self, text: str) -> None:
        self.faults.append(text)

    def _note_host(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.hostname != urlsplit(self.site).hostname:
            self.faults.append(f"another host was asked: {address}")

    @property
    def unexpected(self) -> list[str]:
        """The faults that no pattern allows."""
        return [fault for fault in self.faults if not any(re.search(one, fault) for one in self.expected)]


@pytest.fixture
def watched(site: str) -> Iterator[Watched]:
    """The faults of this test's pages: there must be none at its end."""
    watching = Watched(site)
    yield watching
    assert watching.unexpected == []


Open = Callable[..., "Page"]


@pytest.fixture
def visit(browser: Browser, site: str, watched: Watched) -> Iterator[Open]:
    """Open an address as a new visitor: ``visit("/library", size=NARROW, theme="dark", lang="vi")``."""
    contexts: list[BrowserContext] = []

    def open_page(
        address: str = "/", *, size: tuple[int, int] = WIDE, theme: str = "light", lang: str = "en", **options: Any
    ) -> Page:
        context = browser.new_context(
            base_url=options.pop("base_url", site),
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if theme == "dark" else "light",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(_PATIENCE_MS)
        context.add_cookies([{"name": "lang", "value": lang, "url": site}])
        page = context.new_page()
        watched.watch(page)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
