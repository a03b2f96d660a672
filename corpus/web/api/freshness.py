"""What has not changed is not sent again: entity tags (RFC 9110, 8.8.3) made of the archive's state and the request.

The state is that of the archive's files: whatever is written into it changes them. A tag is made before the archive is
read, so that it never vouches for more than was read; it costs no question to the database.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from importlib.metadata import version
from pathlib import Path

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.web.rendering import language_of
from corpus.web.settings import Settings

__all__ = ["EntityTags"]

_FOLDER = "/api/v1/"
_DIGITS = 32
_OK = 200


class EntityTags:
    """Middleware: gives answers of the API a strong tag, and answers 304 to who has the same already."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._store = settings.store
        self._version = version("trichluc")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith(_FOLDER):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        tag = self._tag(request)
        if _is_known(tag, request.headers.get("If-None-Match", "")):
            await Response(status_code=304, headers={"ETag": tag})(scope, receive, send)
            return

        async def send_with_tag(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == _OK:
                MutableHeaders(scope=message)["ETag"] = tag
            await send(message)

        await self._app(scope, receive, send_with_tag)

    def _tag(self, request: Request) -> str:
        today = dt.datetime.now(dt.UTC).date()  # calendars count from it
        facts = [self._version, request.url.path, request.url.query, language_of(request), today.isoformat()]
        facts += [_state(self._store.with_name(self._store.name + suffix)) for suffix in ("", "-wal")]
        return f'"{hashlib.sha256(chr(0).join(facts).encode()).hexdigest()[:_DIGITS]}"'


def _state(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return ""
    # An empty log is one that readers have opened.
    return f"{found.st_ino} {found.st_size} {found.st_mtime_ns}" if found.st_size else ""


def _is_known(tag: str, known: str) -> bool:
    """Whether ``If-None-Match`` names a tag; weak ones count as well there (RFC 9110, 13.1.2)."""
    return known.strip() == "*" or tag in {one.strip().removeprefix("W/") for one in known.split(",")}
