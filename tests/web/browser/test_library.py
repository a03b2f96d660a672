"""The library in a browser: search as one types, narrow by the catalogue, go back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page


def hits(page: Page) -> int:
    return page.locator(".hit").count()


def test_results_follow_what_is_typed(visit: Open) -> None:
    page = visit("/library")
    page.evaluate("window.isTheSamePage = true")
    page.get_by_role("searchbox").first.press_sequentially("du lich cong dong")
    expect(page.locator(".hit", has_text="du lịch cộng đồng").first).to_be_visible()
    assert page.evaluate("window.isTheSamePage")


def test_number_of_results_is_announced(visit: Open) -> None:
    page = visit("/library")
    page.get_by_role("searchbox").first.fill("zzzzzz")
    expect(page.get_by_role("status").first).to_have_text(re.compile("No document", re.IGNORECASE))


def test_facet_narrows_and_is_taken_back(visit: Open) -> None:
    page = visit("/library")
    all_of_them = page.get_by_role("status").first.inner_text()
    page.locator(".facet-values a").first.click()
    chip = page.locator(".chosen a").first
    expect(chip).to_be_visible()
    expect(page.get_by_role("status").first).not_to_have_text(all_of_them)
    chip.click()
    expect(page.get_by_role("status").first).to_have_text(all_of_them)


def test_search_can_be_shared_and_gone_back_to(visit: Open) -> None:
    page = visit("/library")
    page.get_by_role("searchbox").first.fill("61-NQ/TU")
    expect(page).to_have_url(re.compile("q=61-NQ"))
    found = page.locator(".hit h2").first.text_content() or ""
    page.reload()
    expect(page.locator(".hit h2").first).to_have_text(found)


def test_library_works_without_script(visit: Open) -> None:
    page = visit("/library", java_script_enabled=False)
    page.get_by_role("searchbox").first.fill("du lịch cộng đồng")
    page.get_by_role("searchbox").first.press("Enter")
    assert hits(page) > 0
