"""The pages: one module a page, each with a ``router``."""

from __future__ import annotations

from fastapi import APIRouter

from corpus.web.pages import add, citations, deadlines, document, home, library, login, originals, reviewing

__all__ = ["routers"]


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages; the one of a document takes any address below ``/documents``, and comes last."""
    pages = (add, citations, deadlines, home, library, login, originals, reviewing, document)
    return tuple(page.router for page in pages)
