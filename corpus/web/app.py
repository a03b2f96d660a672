"""The application: what stands before every request, and what answers it."""

from __future__ import annotations

from importlib.metadata import version

from fastapi import FastAPI
from starlette.middleware import Middleware

from corpus.web import api, pages
from corpus.web.problems import UnexpectedErrors, add_problem_handlers
from corpus.web.security.headers import SecurityHeaders
from corpus.web.settings import Settings
from corpus.web.static_files import static_files

__all__ = ["create_app"]


def create_app(settings: Settings) -> FastAPI:
    """The ASGI application over one archive, as the settings say."""
    app = FastAPI(
        title="Trích Lục",
        version=version("trichluc"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # From the outside in: an answer passes the first of them last.
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(UnexpectedErrors),
        ],
    )
    app.state.settings = settings
    add_problem_handlers(app)
    for router in (*api.routers(), *pages.routers()):
        app.include_router(router)
    app.mount("/static", static_files(), name="static")
    return app
