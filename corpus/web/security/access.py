"""Who may come in: a token in a header, a session after signing in, a key in the address of a calendar.

Without a token everybody may who reaches the address, which is then that of this machine alone unless somebody insists.
"""

from __future__ import annotations

import base64
import binascii
from urllib.parse import quote

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus.web.problems import problem
from corpus.web.security.attempts import Attempts
from corpus.web.security.keys import SESSION_SECONDS, Keys, Session, same
from corpus.web.security.visitors import SAFE_METHODS, Proof, Visitor, is_api
from corpus.web.settings import Settings

__all__ = ["CALENDAR", "LOGIN", "Access", "forget_session", "keep_session", "session_cookie"]

CALENDAR = "/api/v1/deadlines.ics"
LOGIN = "/login"

_OPEN = (LOGIN,)
_OPEN_FOLDER = "/static/"
_FEED_PARAMETER = "key"


def session_cookie(settings: Settings, *, is_signed_in: bool) -> str:
    """The name of a session's cookie.

    Cookies do not tell ports apart, so that servers of one machine need names of their own. The session before signing
    in has another name: a visit by way of another site, which the strict cookie is not sent with, begins one.
    """
    return f"trichluc_{settings.port}" if is_signed_in else f"trichluc_{settings.port}_visit"


def keep_session(response: Response, request: Request, session: Session) -> None:
    """Give a session to the browser."""
    keys: Keys = request.app.state.keys
    response.headers.append("Set-Cookie", _cookie(request.app.state.settings, keys, request.scope, session))


def forget_session(response: Response, request: Request) -> None:
    """Take the session from the browser."""
    name = session_cookie(request.app.state.settings, is_signed_in=True)
    response.headers.append("Set-Cookie", f"{name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict")


def _cookie(settings: Settings, keys: Keys, scope: Scope, session: Session) -> str:
    name = session_cookie(settings, is_signed_in=session.is_signed_in)
    site = "Strict" if session.is_signed_in else "Lax"
    secure = "; Secure" if scope["scheme"] == "https" else ""
    value = keys.cookie_of(session)
    return f"{name}={value}; Max-Age={SESSION_SECONDS}; Path=/; HttpOnly; SameSite={site}{secure}"


class Access:
    """Middleware: finds out who asks, and lets in who may."""

    def __init__(self, app: ASGIApp, settings: Settings, keys: Keys, attempts: Attempts) -> None:
        self._app = app
        self._settings = settings
        self._keys = keys
        self._attempts = attempts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        path = scope["path"]
        address = scope["client"][0] if scope.get("client") else ""
        found = self._session(request)
        session = found or self._keys.new_session(is_signed_in=False)
        csrf_token = self._keys.csrf_token_of(session)
        Visitor(Proof.NONE, found, csrf_token, has_cookie=found is not None).enter(scope)

        if _shows_token(request) and (seconds := self._attempts.wait(address)):
            headers = {"Retry-After": str(int(seconds) + 1)}
            await problem(request, 429, headers=headers)(scope, receive, send)
            return
        proof = self._proof(request, found, address)
        Visitor(proof, session, csrf_token, has_cookie=found is not None).enter(scope)
        if proof is Proof.NONE and not (path in _OPEN or path.startswith(_OPEN_FOLDER)):
            await self._refusal(request)(scope, receive, send)
            return
        needs_session = found is None and not is_api(path) and not path.startswith(_OPEN_FOLDER)
        await self._app(scope, receive, self._beginning(session, scope, send) if needs_session else send)

    def _session(self, request: Request) -> Session | None:
        for is_signed_in in (True, False):
            cookie = request.cookies.get(session_cookie(self._settings, is_signed_in=is_signed_in))
            if cookie is not None and (session := self._keys.session_of(cookie)) is not None:
                return session
        return None

    def _proof(self, request: Request, session: Session | None, address: str) -> Proof:
        if self._keys.is_open:
            return Proof.NOT_NEEDED
        scheme, _, credentials = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self._shown(credentials.strip(), Proof.BEARER, address)
        is_calendar = request.url.path == CALENDAR and request.method in SAFE_METHODS
        if is_calendar and scheme.lower() == "basic":
            return self._shown(_password(credentials), Proof.BASIC, address)
        if is_calendar and (key := request.query_params.get(_FEED_PARAMETER)) is not None:
            return self._counted(same(key, self._keys.feed_key), Proof.FEED_KEY, address)
        return Proof.SESSION if session is not None and session.is_signed_in else Proof.NONE

    def _shown(self, token: str, proof: Proof, address: str) -> Proof:
        return self._counted(self._keys.is_token(token), proof, address)

    def _counted(self, is_right: bool, proof: Proof, address: str) -> Proof:
        if is_right:
            self._attempts.succeed(address)
            return proof
        self._attempts.fail(address)
        return Proof.NONE

    def _refusal(self, request: Request) -> Response:
        path = request.url.path
        if is_api(path):
            challenge = 'Bearer realm="trichluc"'
            if path == CALENDAR:
                challenge = f'Basic realm="trichluc", charset="UTF-8", {challenge}'
            return problem(request, 401, headers={"WWW-Authenticate": challenge})
        if request.method not in SAFE_METHODS:
            return problem(request, 401)
        query = f"?{request.url.query}" if request.url.query else ""
        login = f"{LOGIN}?next={quote(path + query, safe='')}" if path != "/" or query else LOGIN
        if request.headers.get("HX-Request") == "true":
            return Response(status_code=401, headers={"HX-Redirect": LOGIN})
        return RedirectResponse(login, 303)

    def _beginning(self, session: Session, scope: Scope, send: Send) -> Send:
        """Give a new session to a browser that has none."""
        cookie = _cookie(self._settings, self._keys, scope, session)

        async def send_with_session(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        return send_with_session


def _shows_token(request: Request) -> bool:
    return (
        "Authorization" in request.headers
        or (request.url.path == CALENDAR and _FEED_PARAMETER in request.query_params)
        or (request.url.path == LOGIN and request.method == "POST")
    )


def _password(credentials: str) -> str:
    """The password of HTTP Basic (RFC 7617); the name before it may be anything."""
    try:
        return base64.b64decode(credentials, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
