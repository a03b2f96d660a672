"""Running the application: a socket, one or several processes, and a log that keeps secrets to itself."""

from __future__ import annotations

import logging
import multiprocessing
import os
import re
import signal
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn

from corpus.web.adding import Desk
from corpus.web.app import create_app
from corpus.web.connections import BoundedProtocol
from corpus.web.settings import Settings

__all__ = ["Running", "SecretsLeftOut", "run"]

_MOST_CONNECTIONS = 512
"""At once, in a process; others are told to come again (503)."""
_KEEP_ALIVE = 10
_GRACE = 3
"""Seconds in which answers may end when the server does; events would go on."""
_SECRETS = re.compile(r"\b(key|token)=[^&\s\"]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Running:
    """How the server runs, which the application need not know."""

    processes: int = 1
    certificate: Path | None = None
    """TLS: the chain of certificates, PEM."""
    certificate_key: Path | None = None
    is_behind_proxy: bool = False
    """Whether a proxy on this machine says who asks, and by what scheme (``X-Forwarded-For``, ``-Proto``)."""
    logs_requests: bool = False


def run(settings: Settings, running: Running, tell: Callable[[str], None]) -> None:
    """Serve until interrupted. ``tell`` is given the address once it is bound.

    Raises ``OSError`` where the address cannot be bound.
    """
    with _bound(settings.host, settings.port) as listener:
        bound = replace(settings, port=listener.getsockname()[1])
        others = multiprocessing.get_context("spawn")
        for _ in range(running.processes - 1):
            others.Process(target=_serve_beside, args=(bound, running, listener), daemon=True).start()
        tell(_address(bound, is_secure=running.certificate is not None))
        _serve(bound, running, listener)


def _serve(settings: Settings, running: Running, listener: socket.socket) -> None:
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        http=BoundedProtocol,
        ws="none",
        log_config=_log_config(),
        log_level="info" if running.logs_requests else "warning",
        access_log=running.logs_requests,
        proxy_headers=running.is_behind_proxy,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        ssl_certfile=running.certificate,
        ssl_keyfile=running.certificate_key,
    )
    with suppress(KeyboardInterrupt):  # is the way in which a server is ended
        _Server(config, app.state.desk).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that tells those who listen to its events that it ends: it would wait for them."""

    def __init__(self, config: uvicorn.Config, desk: Desk) -> None:
        super().__init__(config)
        self._desk = desk

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take a signal to end."""
        self._desk.hang_up()
        super().handle_exit(sig, frame)


def _serve_beside(settings: Settings, running: Running, listener: socket.socket) -> None:
    """Serve in another process, for as long as the first one lives."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _serve(settings, running, listener)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _bound(host: str, port: int) -> socket.socket:
    family, kind, protocol, _, address = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def _address(settings: Settings, *, is_secure: bool) -> str:
    name = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"{'https' if is_secure else 'http'}://{name}:{settings.port}/"


class SecretsLeftOut(logging.Filter):
    """Takes keys and tokens out of the addresses that are logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the record; all pass."""
        if isinstance(record.args, tuple):
            record.args = tuple(_SECRETS.sub(r"\1=…", one) if isinstance(one, str) else one for one in record.args)
        return True


def _log_config() -> dict[str, Any]:
    """Everything on standard error, in one form."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"secrets": {"()": SecretsLeftOut}},
        "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["secrets"]}},
        "loggers": {
            name: {"handlers": ["stderr"], "propagate": False, "level": "INFO"}
            for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "trichluc")
        },
    }
