"""A document that means harm, by its name, its title and its text: a browser that opens it runs nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIND_IT = "/library?q=49-KH%2FTU"


def no_attack(page: Page) -> bool:
    """Whether the attacks are text: a dialog, an error or another host would fail the test besides."""
    return bool(page.evaluate("document.querySelectorAll('img[src=x], [onerror], [onmouseover]').length === 0"))


@pytest.mark.parametrize(
    "address",
    [
        pytest.param(FIND_IT, id="found by its number"),
        pytest.param("/library?q=phong+chay+rung", id="found by its words"),
        pytest.param("/library/failures", id="name of a broken file"),
        pytest.param("/deadlines?view=list&from=2031-01-01&to=2031-12-31", id="among deadlines"),
        pytest.param("/deadlines?month=2031-12", id="in a month"),
        pytest.param("/library?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", id="typed"),
        pytest.param("/library?issuer=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", id="in an address"),
        pytest.param("/", id="home"),
        pytest.param("/bodies?sort=name&q=van+phong", id="among bodies"),
        pytest.param("/targets?q=can+bo", id="among targets"),
        pytest.param("/citations?ref=76-KL%2FTW", id="among those who cite"),
        pytest.param("/citations?ref=49-KH%2FTU&view=chain", id="in a graph"),
        pytest.param("/citations?ref=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", id="as a reference"),
    ],
)
def test_lists_show_it_as_text(visit: Open, address: str) -> None:
    assert no_attack(visit(address))


def test_its_own_page_shows_it_as_text(visit: Open) -> None:
    page = visit(FIND_IT)
    page.locator(".hit a").first.click()
    page.wait_for_url("**/documents/*")
    assert "<img src=x onerror=alert(1)>" in page.locator("#text").inner_text()
    for mark in page.locator("#text .m:not(.sec, .dia)").all():
        mark.click()
    for summary in page.locator("main summary").all():
        if summary.is_visible():
            summary.hover()
    assert no_attack(page)
