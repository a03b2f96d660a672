"""The application: what stands before every request, and what answers it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from threading import BoundedSemaphore

from fastapi import Depends, FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware

from corpus.web import api, pages
from corpus.web.adding import Desk
from corpus.web.api.description import describe
from corpus.web.api.exports import EXPORTS_AT_ONCE
from corpus.web.api.freshness import EntityTags
from corpus.web.archives import Connections
from corpus.web.extracting import Extractors
from corpus.web.problems import UnexpectedErrors, add_problem_handlers
from corpus.web.security.access import Access
from corpus.web.security.attempts import Attempts
from corpus.web.security.bounds import BoundedBodies
from corpus.web.security.csrf import SameOrigin, require_csrf_token
from corpus.web.security.headers import HeadRequests, SecurityHeaders
from corpus.web.security.hosts import KnownHosts
from corpus.web.security.keys import Keys
from corpus.web.settings import Settings
from corpus.web.static_files import static_files

__all__ = ["create_app"]


def create_app(settings: Settings) -> FastAPI:
    """The ASGI application over one archive, as the settings say."""
    keys, attempts = Keys(settings), Attempts()
    app = FastAPI(
        title="Trích Lục",
        version=version("trichluc"),
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_open,
        dependencies=[Depends(require_csrf_token)],
        # From the outside in: an answer passes the first of them last.
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(HeadRequests),
            Middleware(UnexpectedErrors),
            Middleware(KnownHosts, settings),
            Middleware(Access, settings, keys, attempts),
            Middleware(SameOrigin, settings),
            Middleware(BoundedBodies, settings),
            Middleware(EntityTags, settings),
        ],
    )
    app.state.settings, app.state.keys, app.state.attempts = settings, keys, attempts
    app.state.exports, app.state.extractors = BoundedSemaphore(EXPORTS_AT_ONCE), Extractors()
    app.state.desk, app.state.connections = Desk(settings), Connections(settings)
    add_problem_handlers(app)
    for router in (*api.routers(), *pages.routers()):
        app.include_router(router)
    describe(app)
    app.mount("/static", static_files(), name="static")
    return app


@asynccontextmanager
async def _open(app: FastAPI) -> AsyncIterator[None]:
    """From the start of a server to its end."""
    desk: Desk = app.state.desk
    extractors: Extractors = app.state.extractors
    connections: Connections = app.state.connections
    await run_in_threadpool(desk.open)
    yield
    await run_in_threadpool(desk.close)
    await run_in_threadpool(extractors.close)
    await run_in_threadpool(connections.close)
