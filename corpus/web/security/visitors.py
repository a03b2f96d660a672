"""Who asks: what the middlewares found out about a request, for what comes after them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from starlette.requests import HTTPConnection
from starlette.types import Scope

from corpus.web.security.keys import Session

__all__ = ["API", "API_PAGE", "SAFE_METHODS", "Proof", "Visitor", "is_api", "visitor_of"]

API = "/api/"
API_PAGE = "/api/docs"
"""The one page among what is for programs."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

_STATE = "visitor"


class Proof(Enum):
    """How a visitor showed to be one of those who may come in."""

    NOT_NEEDED = "not needed"
    """The server asks for no token."""
    NONE = "none"
    """Not at all: only what everybody may see."""
    BEARER = "bearer"
    """The token in a header, which no browser sends by itself."""
    SESSION = "session"
    BASIC = "basic"
    FEED_KEY = "feed key"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks, and in which session of a browser."""

    proof: Proof
    session: Session | None
    csrf_token: str
    """Of the session; empty without one."""
    has_cookie: bool
    """Whether the session came with the request, and does not begin with it."""

    def enter(self, scope: Scope) -> None:
        """Let what comes after know."""
        scope.setdefault("state", {})[_STATE] = self
        scope["state"]["csrf_token"] = self.csrf_token
        scope["state"]["is_signed_in"] = self.proof is Proof.SESSION


def visitor_of(connection: HTTPConnection) -> Visitor:
    """The visitor of a request that the middlewares let through."""
    visitor: Visitor = connection.scope["state"][_STATE]
    return visitor


def is_api(path: str) -> bool:
    """Whether a path is of the API, where programs ask."""
    return path.startswith(API) and path != API_PAGE
