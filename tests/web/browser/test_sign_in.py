"""A server with a token, in a browser: signing in, and a calendar that opens with its key alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open, Watched, serving

TOKEN = "một-mã-dài-không-ai-đoán-được"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that asks for a token."""
    folder: Path = tmp_path_factory.mktemp("guarded")
    (folder / "token").write_text(TOKEN, "utf-8")
    with serving(folder / "archive.db", "--token-file", str(folder / "token")) as address:
        yield address


def test_visitor_signs_in_and_goes_on_to_where_they_wanted(visit: Open, watched: Watched, guarded: str) -> None:
    watched.expected.append("401")
    page = visit("/deadlines?view=list", base_url=guarded, lang="vi")
    page.locator("#token").fill("wrong, though it is long")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator("#token").fill(TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/deadlines?view=list")


def test_calendar_opens_with_its_key_alone(visit: Open, guarded: str) -> None:
    page = visit("/deadlines", base_url=guarded)
    page.locator("#token").fill(TOKEN)
    page.keyboard.press("Enter")
    page.locator(".take summary").click()
    address = page.locator("#calendar").input_value()
    page.context.clear_cookies()
    assert page.request.get(address).ok
    assert page.request.get(address.partition("?")[0]).status == 401
