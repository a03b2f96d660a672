"""The pages: one module a page, each with a ``router``."""

from __future__ import annotations

from fastapi import APIRouter

from corpus.web.pages import add, home, library, login

__all__ = ["routers"]


def routers() -> tuple[APIRouter, ...]:
    """The routers of all pages."""
    return (add.router, home.router, library.router, login.router)
