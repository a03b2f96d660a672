"""Citations in a browser: who cites a work, and the chain around it as a graph to move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHAIN = "/citations?ref=61-NQ%2FTU&view=chain"


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_reference_is_asked_for_as_it_is_typed(visit: Open) -> None:
    page = visit("/citations")
    page.locator("#ref").fill("nq 61 tinh uy yen bai")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("61-NQ/TU")


def test_mention_leads_to_its_place_in_the_document(visit: Open) -> None:
    page = visit("/citations?ref=61-NQ%2FTU")
    page.locator(".cites tbody a").first.click()
    page.wait_for_url("**/documents/*")
    expect(page.locator("main")).to_contain_text("61-NQ/TU")


def test_graph_is_moved_in_by_keyboard(visit: Open) -> None:
    page = visit(CHAIN)
    page.locator("a.node.centre, .centre").first.focus()
    before = focused(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    assert focused(page) != before


def test_graph_is_enlarged(visit: Open) -> None:
    page = visit(CHAIN)
    graph = page.locator(".graph-room svg")
    width = float(graph.get_attribute("width") or 0)
    page.locator("[data-zoom=in]").click()
    assert float(graph.get_attribute("width") or 0) > width


def test_graph_is_saved(visit: Open) -> None:
    page = visit(CHAIN)
    with page.expect_download() as saved:
        page.locator("a[href*='graph.svg']").click()
    assert saved.value.suggested_filename.endswith(".svg")
