"""Accessibility as axe-core judges it (Deque Systems, MPL 2.0; the script comes with ``axe-playwright-python``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["findings"]

_GRAVE = ("serious", "critical")


@cache
def _script() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def findings(page: Page, *, rules: list[str] | None = None) -> list[str]:
    """What is seriously or critically wrong with a page, each with the elements that it concerns."""
    page.evaluate(_script())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules is not None:
        options["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{one['impact']}: {one['id']}: {one['help']}: "
        + "; ".join(f"{' '.join(node['target'])} {node['html'][:160]}" for node in one["nodes"][:5])
        for one in found["violations"]
        if one["impact"] in _GRAVE
    ]
