"""Secrets that follow from one: whoever sees one of them cannot tell the others.

A token, or the random secret of a server without one, never leaves the server. What does (a session in a cookie, a
form's token, a calendar's key in its address) is made from it with HMAC-SHA-256 (RFC 2104), for one purpose each.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass
from functools import cached_property

from corpus.web.settings import Settings

__all__ = ["MIN_TOKEN", "SESSION_SECONDS", "Keys", "Session", "new_token", "same"]

SESSION_SECONDS = 12 * 3600
"""A working day: then one signs in again."""

MIN_TOKEN = 16
"""Characters: what is shorter can be guessed."""

_NONCE_BYTES = 18
_TOKEN_BYTES = 24
_FEED_DIGITS = 32


def new_token() -> str:
    """A token that nobody guesses: 192 random bits."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing of them or their length."""
    return hmac.compare_digest(_digest(one), _digest(other))


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


@dataclass(frozen=True, slots=True)
class Session:
    """One browser, from its first page on: ``is_signed_in`` once it has shown the token."""

    nonce: str
    expires: int
    """Seconds since 1970."""
    is_signed_in: bool

    @property
    def fields(self) -> str:
        """What is signed."""
        return f"{self.nonce}.{self.expires}.{int(self.is_signed_in)}"


class Keys:
    """The secrets of one server. They change with its token, and without one at every start."""

    def __init__(self, settings: Settings) -> None:
        self._token = settings.token
        self._base = _digest(settings.token) if settings.token is not None else settings.secret

    @property
    def is_open(self) -> bool:
        """Whether no token is asked for."""
        return self._token is None

    def is_token(self, given: str) -> bool:
        """Whether this is the token."""
        return self._token is not None and same(given, self._token)

    def new_session(self, *, is_signed_in: bool) -> Session:
        """A session that begins now."""
        return Session(secrets.token_urlsafe(_NONCE_BYTES), int(time.time()) + SESSION_SECONDS, is_signed_in)

    def cookie_of(self, session: Session) -> str:
        """A session with its signature."""
        return f"{session.fields}.{self._mac('session', session.fields)}"

    def session_of(self, cookie: str) -> Session | None:
        """The session of a cookie; ``None`` for one that was not made here, or has ended."""
        fields, _, mac = cookie.rpartition(".")
        if not same(mac, self._mac("session", fields)):
            return None
        nonce, expires, is_signed_in = fields.split(".")
        session = Session(nonce, int(expires), is_signed_in == "1")
        return session if session.expires > time.time() else None

    def csrf_token_of(self, session: Session) -> str:
        """What the forms of a session carry: a page of another site cannot know it."""
        return self._mac("csrf", session.nonce)

    @cached_property
    def feed_key(self) -> str:
        """What stands in the address of a calendar that is subscribed to: it opens the calendar, and nothing else."""
        return self._mac("feed", "deadlines.ics")[:_FEED_DIGITS]

    def _mac(self, purpose: str, text: str) -> str:
        mac = hmac.digest(self._base, f"trichluc {purpose}\n{text}".encode("utf-8", "surrogatepass"), "sha256")
        return base64.urlsafe_b64encode(mac).decode().rstrip("=")
