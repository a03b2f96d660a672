"""How much a request may send, and how long it may take: counted while it comes, whatever it says of its length."""

from __future__ import annotations

import asyncio
import time

from fastapi import HTTPException, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.web.problems import problem
from corpus.web.settings import Settings

__all__ = ["BoundedBodies"]

_UPLOADS = ("/api/v1/documents", "/api/v1/extract")
_UPLOAD_FOLDER = "/add"
_AROUND = 100_000
"""Bytes of a form around the file in it."""
_SLOWER = 10
"""How many times as long an upload may take."""


class BoundedBodies:
    """Middleware: refuses bodies that are too large (413) or too slow in coming (408)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        settings = self._settings
        is_upload = scope["method"] == "POST" and (
            scope["path"] in _UPLOADS or scope["path"].startswith(_UPLOAD_FOLDER)
        )
        limit = settings.upload_bytes + _AROUND if is_upload else settings.request_bytes
        seconds = settings.body_seconds * (_SLOWER if is_upload else 1)
        request = Request(scope)
        declared = request.headers.get("Content-Length", "0")
        if not declared.isdecimal() or int(declared) > limit:
            await problem(request, 413)(scope, receive, send)
            return
        await self._app(scope, _Counted(receive, limit, seconds), send)


class _Counted:
    """Receives a body within its bounds. What is awaited after its end (that the visitor goes away) has none."""

    def __init__(self, receive: Receive, limit: int, seconds: float) -> None:
        self._receive = receive
        self._left = limit
        self._seconds = seconds
        self._until: float | None = None
        self._is_over = False

    async def __call__(self) -> Message:
        if self._is_over:
            return await self._receive()
        self._until = self._until or time.monotonic() + self._seconds
        try:
            message = await asyncio.wait_for(self._receive(), max(0.0, self._until - time.monotonic()))
        except TimeoutError:
            raise HTTPException(408) from None
        if message["type"] == "http.request":
            self._left -= len(message.get("body", b""))
            self._is_over = not message.get("more_body", False)
            if self._left < 0:
                raise HTTPException(413)
        return message
