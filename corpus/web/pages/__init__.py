"""The pages: one module a page, each with a ``router``."""

from __future__ import annotations

from fastapi import APIRouter

from corpus.web.pages import (
    add,
    api_description,
    bodies,
    citations,
    deadlines,
    document,
    home,
    library,
    login,
    originals,
    reviewing,
    targets,
)

__all__ = ["routers"]


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages; the one of a document takes any address below ``/documents``, and comes last."""
    pages = (
        add,
        api_description,
        bodies,
        citations,
        deadlines,
        home,
        library,
        login,
        originals,
        reviewing,
        targets,
        document,
    )
    return tuple(page.router for page in pages)
