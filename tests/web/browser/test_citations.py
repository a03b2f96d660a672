"""Citations in a browser: asked as one types, and a graph that one moves in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHAIN = "/citations?ref=61-NQ/TU&view=chain"


def focused(page: Page) -> str | None:
    """The name of the box that has the focus."""
    name = page.evaluate("document.activeElement.closest('.node')?.getAttribute('aria-label')")
    return str(name) if name is not None else None


def width(page: Page) -> float:
    return float(page.locator(".graph-room svg").get_attribute("width") or "")


def test_works_are_suggested_while_typing(visit: Open) -> None:
    page = visit("/citations")
    page.locator("#ref").press_sequentially("61-nq")
    expect(page.locator("#suggested option").first).to_have_attribute("value", "Nghị quyết 61-NQ/TU ngày 12/05/2023")


def test_a_reference_finds_who_cites_it_and_leads_there(visit: Open) -> None:
    page = visit("/citations")
    page.locator("#ref").fill("nghị quyết 61-nq/tu")
    page.keyboard.press("Enter")
    page.locator(".evidence a").first.click()
    expect(page.locator("#text .current").first).to_be_in_viewport()


def test_arrow_keys_go_from_box_to_box(visit: Open) -> None:
    page = visit(CHAIN)
    page.locator(".node.centre").focus()
    page.keyboard.press("ArrowRight")
    below = focused(page)
    assert below is not None
    assert "61-NQ/TU," not in below
    page.keyboard.press("ArrowLeft")
    assert re.match(r"Nghị quyết 61-NQ/TU,", focused(page) or "")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("h2#meant")).to_have_text(below.partition(",")[0])


def test_plus_and_minus_zoom(visit: Open) -> None:
    page = visit(CHAIN)
    before = width(page)
    page.locator(".graph-room").focus()
    page.keyboard.press("+")
    assert width(page) > before
    page.keyboard.press("0")
    assert width(page) == before
    page.get_by_role("button", name="Zoom out").click()
    assert width(page) < before


def test_the_graph_is_drawn_along(visit: Open) -> None:
    page = visit(CHAIN, size=(700, 800))
    room = page.locator(".graph-room")
    room.evaluate("element => element.scrollTo(0, 0)")
    box = room.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 500, box["y"] + 8)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 8, steps=4)
    page.mouse.up()
    assert room.evaluate("element => element.scrollLeft") == 300
    expect(page).to_have_url(re.compile("ref=61-NQ"))


def test_the_graph_is_saved(visit: Open) -> None:
    page = visit(CHAIN)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as SVG").click()
    assert saved.value.suggested_filename.endswith(".svg")


def test_without_a_script_the_boxes_are_links(visit: Open) -> None:
    page = visit(CHAIN, java_script_enabled=False)
    page.locator("a.node").last.click()
    page.wait_for_url("**/citations?document=*")
    assert page.locator(".graph-tools").is_hidden()
