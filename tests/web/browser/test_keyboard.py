"""One walk without a mouse: from the first page to a corrected record."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

FOCUSED = "document.activeElement"
IS_SEEN = """
[null, "::before", "::after"].some((part) => getComputedStyle(document.activeElement, part).outlineStyle !== "none")
"""
"""Whether an outline is drawn around what has the focus, or around the whole of what it stands for."""
MOST_STEPS = 120


def tab_to(page: Page, selector: str) -> None:
    """Go on to the next element of a kind; every stop on the way must be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate(f"selector => {FOCUSED}.matches(selector)", selector):
            assert page.evaluate(IS_SEEN), f"{selector} does not show that it has the focus"
            return
    raise AssertionError(f"{selector} is not reached with the Tab key")


def test_walk_by_keyboard_alone(visit: Open) -> None:
    page = visit("/")
    # Past the navigation, to the library, and a search there.
    tab_to(page, ".skip")
    tab_to(page, ".main-nav a[href='/library']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/library")
    if not page.evaluate(f"{FOCUSED}.id === 'q'"):
        tab_to(page, "#q")
    page.keyboard.type("thang cong nhan")
    expect(page.locator(".hit", has_text="Tháng Công nhân").first).to_be_visible()
    # Into the document, to a record and its form.
    tab_to(page, ".hit h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    tab_to(page, "a.m.due")
    page.keyboard.press("Enter")
    expect(page.locator("#record .record-said")).to_be_focused()
    tab_to(page, "#record summary")
    page.keyboard.press("Enter")
    tab_to(page, "#record [name=note]")
    page.keyboard.type("xem lại")
    tab_to(page, "#record button[value=corrected]")
    page.keyboard.press("Enter")
    expect(page.locator("#record .record-head .badge").nth(1)).to_have_text(re.compile("confirmed|corrected"))
    # Out of it again.
    page.keyboard.press("Escape")
    expect(page.locator("#record .record-card")).to_have_count(0)
