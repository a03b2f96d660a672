"""No page of another site may change anything here, whoever looks at it.

A change has to come from a page of this server (``Sec-Fetch-Site``, ``Origin``), and where a browser's session asks,
with the token of that session: in the form field ``csrf_token`` or the header ``X-CSRF-Token``. Programs that send the
token of the server in a header need neither: no browser sends that by itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.web.problems import problem
from corpus.web.rendering import language_of
from corpus.web.security.keys import same
from corpus.web.security.visitors import SAFE_METHODS, Proof, is_api, visitor_of
from corpus.web.settings import Settings
from corpus.web.wording import wording

__all__ = ["FIELD", "HEADER", "SameOrigin", "require_csrf_token"]

FIELD = "csrf_token"
HEADER = "X-CSRF-Token"

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_CHANGES_NOTHING = frozenset({"/login", "/logout", "/api/v1/extract"})
"""What is asked for with POST and is yet allowed where nothing may be changed."""


class SameOrigin:
    """Middleware: refuses changes that another site asks for, and all changes where the server is read-only."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        say = wording(language_of(request))
        if visitor_of(request).proof is not Proof.BEARER and not _is_from_here(request):
            answer = problem(request, 403, code="cross_origin", detail=say("problems.cross_origin"))
            await answer(scope, receive, send)
        elif self._settings.read_only and scope["path"] not in _CHANGES_NOTHING:
            answer = problem(request, 403, code="read_only", detail=say("problems.read_only"))
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_from_here(request: Request) -> bool:
    """Whether a browser says so, or no browser asks."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site != "same-origin":
        return False
    origin = request.headers.get("Origin")
    if origin == "null":  # what browsers say of a form on a page that sends no referrer, as all of ours
        return site == "same-origin"
    # A proxy in front may speak https where this server hears http: the host is what must agree.
    return origin is None or urlsplit(origin).netloc.lower() == request.headers.get("Host", "").lower()


async def require_csrf_token(request: Request) -> AsyncIterator[None]:
    """Refuse a change without the token of the session: a dependency of everything."""
    try:
        if request.method not in SAFE_METHODS:
            await _require_csrf_token(request)
        yield
    finally:
        await request.close()  # a form that was read here for its token alone


async def _require_csrf_token(request: Request) -> None:
    visitor = visitor_of(request)
    if visitor.proof is Proof.BEARER or (is_api(request.url.path) and not visitor.has_cookie):
        return  # a program; that no page of another site asks has been seen to
    given: object = request.headers.get(HEADER)
    if given is None and request.headers.get("Content-Type", "").partition(";")[0].strip().lower() in _FORMS:
        given = (await request.form()).get(FIELD)
    if not visitor.has_cookie or not isinstance(given, str) or not same(given, visitor.csrf_token):
        raise HTTPException(403, wording(language_of(request))("problems.csrf"))
