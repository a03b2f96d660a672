"""What holds for every page: nothing breaks, everybody can use it, in both themes and on a phone."""

from __future__ import annotations

import pytest

from tests.web.browser.axe import findings
from tests.web.browser.conftest import NARROW, Open, Watched, address_of

PLAN = address_of("ke-hoach-cong-doan-tinh")

PAGES = {
    "home": "/",
    "library": "/library",
    "search": "/library?q=du+lich+cong+dong",
    "nothing found": "/library?q=zzzzzz",
    "failures": "/library/failures",
    "duplicates": "/library/duplicates",
    "document": PLAN,
    "document with a record": f"{PLAN}?record=d1",
    "document with a form": f"{PLAN}?record=new&layer=deadlines",
    "document with its header": f"{PLAN}?record=header",
    "deadlines by month": "/deadlines?month=2024-05",
    "deadlines in a line": "/deadlines?view=timeline&from=2024-01-01&to=2024-12-31",
    "deadlines in a list": "/deadlines?view=list&from=2024-01-01&to=2024-12-31",
    "citations": "/citations",
    "who cites": "/citations?ref=61-NQ/TU",
    "chain of citations": "/citations?ref=61-NQ/TU&view=chain",
    "what is cited": "/citations?ref=61-NQ/TU&view=cited",
    "bodies": "/bodies",
    "what a body must do": "/bodies/one?name=Ủy ban nhân dân huyện",
    "targets": "/targets?unit=%25",
    "add": "/add",
    "description of the API": "/api/docs",
    "sign in": "/login?next=%2Flibrary",
    "no such page": "/nowhere",
}


@pytest.mark.parametrize("address", [pytest.param(address, id=name) for name, address in PAGES.items()])
def test_page_serves_everybody(visit: Open, watched: Watched, address: str) -> None:
    """One visit, four looks: opening a page takes as long as looking at it."""
    if address == PAGES["no such page"]:
        watched.expected.append("404")
    page = visit(address, lang="vi")
    found = {"light": findings(page)}
    page.emulate_media(color_scheme="dark")
    found["dark"] = findings(page, rules=["color-contrast"])
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    found["phone"] = findings(page, rules=["target-size", "scrollable-region-focusable"])
    width = page.evaluate("document.documentElement.scrollWidth")
    found["width"] = [f"{width} pixels on a screen of {NARROW[0]}"] if width > NARROW[0] else []
    assert found == {"light": [], "dark": [], "phone": [], "width": []}
