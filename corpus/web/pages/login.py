"""Signing in with the token of the server, and out again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from corpus.web.rendering import render
from corpus.web.security.access import forget_session, keep_session
from corpus.web.security.attempts import Attempts
from corpus.web.security.keys import Keys
from corpus.web.security.visitors import Proof, visitor_of

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/login")
async def show_login(request: Request, next: str = "/") -> Response:
    """The form; whoever is in already goes on."""
    if visitor_of(request).proof is not Proof.NONE:
        return RedirectResponse(_inside(next), 303)
    return render(request, "login.html", next=_inside(next), is_wrong=False)


# Not in the thread pool: attempts are counted in the event loop.
@router.post("/login")
async def sign_in(
    request: Request,
    token: Annotated[str, Form(max_length=1_000)] = "",
    next: Annotated[str, Form(max_length=4_000)] = "/",
) -> Response:
    """Begin a session for whoever knows the token, and go on to where they wanted."""
    keys: Keys = request.app.state.keys
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    if not keys.is_open and not keys.is_token(token.strip()):
        attempts.fail(address)
        return render(request, "login.html", status=401, next=_inside(next), is_wrong=True)
    attempts.succeed(address)
    response = RedirectResponse(_inside(next), 303)
    keep_session(response, request, keys.new_session(is_signed_in=True))
    return response


@router.post("/logout")
async def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    response = RedirectResponse("/login", 303)
    forget_session(response, request)
    return response


def _inside(address: str) -> str:
    """An address to go on to, if it is one of this server: a path, and nothing that a browser reads as another host."""
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and address.isprintable() and "\\" not in address else "/"
