"""The reading room: pages and an HTTP API over an archive.

    from corpus.web import Settings, create_app

    app = create_app(Settings(store=Path("archive.db")))

Needs the extra ``web``. ``trichluc serve`` runs it; ``docs/api.md`` describes the API, ``docs/security.md`` what is
done against whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.web.settings import Settings

if TYPE_CHECKING:
    from fastapi import FastAPI

__all__ = ["Settings", "create_app"]


def create_app(settings: Settings) -> FastAPI:
    """The ASGI application over one archive."""
    from corpus.web.app import create_app as create

    return create(settings)
