"""Bodies and targets in a browser: tables that are sorted, narrowed and taken along."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABLES = [pytest.param("/bodies", id="bodies"), pytest.param("/targets", id="targets")]


def rows(page: Page) -> list[str]:
    return page.locator("table.sorted tbody tr").all_inner_texts()


@pytest.mark.parametrize("address", TABLES)
def test_table_is_sorted_by_its_heads(visit: Open, address: str) -> None:
    page = visit(address)
    before = rows(page)
    head = page.locator("thead th[aria-sort=none] a").first
    name = head.inner_text().split()[0]
    head.click()
    expect(page.locator("thead th[aria-sort$=ending]")).to_contain_text(name)
    assert rows(page) != before


@pytest.mark.parametrize("address", TABLES)
def test_table_is_taken_along_as_csv(visit: Open, address: str, tmp_path: Path) -> None:
    page = visit(address)
    with page.expect_download() as saved:
        page.locator("a[download]").first.click()
    path = tmp_path / "saved.csv"
    saved.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) > len(rows(page))


def test_body_is_found_without_marks_and_leads_to_its_work(visit: Open) -> None:
    page = visit("/bodies")
    page.locator("main #q").fill("uy ban nhan dan huyen")
    page.keyboard.press("Enter")
    page.locator("table tbody th a").first.click()
    expect(page.locator("h1")).to_contain_text("Ủy ban nhân dân huyện")
    page.locator("td.work a").first.click()
    page.wait_for_url("**/documents/*")
    expect(page.locator("#record")).to_contain_text("Ủy ban nhân dân")


def test_targets_are_narrowed_by_words(visit: Open) -> None:
    page = visit("/targets")
    page.locator("main #q").fill("can bo")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=can+bo*")
    assert all("cán bộ" in row.lower() for row in rows(page))
