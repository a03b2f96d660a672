"""Only requests for names of this server are answered.

A site may let its name point to this machine after its page was loaded (DNS rebinding): the browser of whoever looks at
it then takes this server for that site. The name in ``Host`` is still that of the site, and gives it away.
"""

from __future__ import annotations

import socket
from ipaddress import ip_address

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.web.problems import problem
from corpus.web.security.addresses import is_loopback
from corpus.web.settings import Settings

__all__ = ["KnownHosts"]

_MISDIRECTED = 421
"""Misdirected Request (RFC 9110, 15.5.20)."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


class KnownHosts:
    """Middleware: refuses requests for other hosts."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._names = _HERE | {name.lower() for name in (settings.host, *settings.allowed_hosts)}
        self._takes_addresses = not is_loopback(settings.host)
        if self._takes_addresses:
            own = socket.gethostname().lower()
            self._names |= {own, f"{own.partition('.')[0]}.local"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and not self._is_known(Request(scope).headers.getlist("Host")):
            await problem(Request(scope), _MISDIRECTED)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_known(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = _without_port(hosts[0]).lower()
        # A name can be made to point here, an address cannot.
        return name in self._names or (self._takes_addresses and _is_address(name))


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
