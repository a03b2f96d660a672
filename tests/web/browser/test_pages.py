"""What holds for every page: nothing breaks, everybody can use it, in both themes and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.browser.axe import findings
from tests.web.browser.conftest import NARROW, Open, Watched

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "home": "/",
    "library": "/library",
    "search": "/library?q=du+lich+cong+dong",
    "nothing found": "/library?q=zzzzzz",
    "failures": "/library/failures",
    "duplicates": "/library/duplicates",
    "add": "/add",
    "sign in": "/login?next=%2Flibrary",
    "no such page": "/nowhere",
}
EVERY_PAGE = [pytest.param(address, id=name) for name, address in PAGES.items()]


def opened(visit: Open, watched: Watched, address: str, **options: object) -> Page:
    if address == PAGES["no such page"]:
        watched.expected.append("404")
    return visit(address, **options)


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_page_is_accessible_in_light_and_dark(visit: Open, watched: Watched, address: str) -> None:
    page = opened(visit, watched, address)
    assert findings(page) == []
    page.emulate_media(color_scheme="dark")
    assert findings(page, rules=["color-contrast"]) == []


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_page_fits_a_phone(visit: Open, watched: Watched, address: str) -> None:
    page = opened(visit, watched, address, size=NARROW, lang="vi")
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW[0]
    assert findings(page, rules=["color-contrast", "target-size", "scrollable-region-focusable"]) == []
