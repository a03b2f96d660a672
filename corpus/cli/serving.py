"""``trichluc serve``: the choices of a person made into settings, and a server that runs until it is interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cli.languages import Language
from corpus.cli.messages import Messages
from corpus.cli.streams import complain

if TYPE_CHECKING:
    from corpus.web import Settings

__all__ = ["Request", "serve_and_report"]

_BAD_INPUT, _BAD_USAGE = 1, 2


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, as it was typed."""

    store: Path
    host: str
    port: int
    token: str | None
    token_file: Path | None
    makes_token: bool
    is_insecure: bool
    is_read_only: bool
    names: tuple[str, ...]
    certificate: Path | None
    certificate_key: Path | None
    is_behind_proxy: bool
    processes: int
    incoming: Path | None
    max_bytes: int
    logs_requests: bool


class _RefusedError(Exception):
    """The choices do not go together, or are not safe; the message is for the person who made them."""


def serve_and_report(request: Request, say: Messages) -> int:
    """Serve until interrupted, and return the exit code."""
    try:
        settings = _settings(request, say)
    except _RefusedError as refused:
        complain(say("error"), str(refused))
        return _BAD_USAGE
    try:
        from corpus.web.serving import Running, run
    except ImportError:
        complain(say("error"), say("serve.extra"))
        return _BAD_INPUT
    if not request.store.is_file() and not request.is_read_only:
        complain(say("note"), say("serve.empty", store=request.store))
    if request.is_insecure and settings.token is None:
        complain(say("warning"), say("serve.insecure", host=request.host))
    if request.makes_token:
        complain(say("note"), say("serve.token", token=settings.token))
    running = Running(
        processes=request.processes,
        certificate=request.certificate,
        certificate_key=request.certificate_key,
        is_behind_proxy=request.is_behind_proxy,
        logs_requests=request.logs_requests,
    )
    try:
        run(settings, running, lambda address: complain(say("note"), say("serve.ready", address=address)))
    except OSError as error:
        reason = error.strerror or str(error)
        complain(say("error"), say("serve.address", host=request.host, port=request.port, reason=reason))
        return _BAD_INPUT
    return 0


def _settings(request: Request, say: Messages) -> Settings:
    """Settings that are safe, or that somebody insists on. Raises ``_RefusedError``."""
    from corpus.web import Settings
    from corpus.web.security.addresses import is_loopback

    token = _token(request, say)
    if not is_loopback(request.host) and token is None and not request.is_insecure:
        raise _RefusedError(say("serve.needs_token", host=request.host))
    if (request.certificate is None) != (request.certificate_key is None):
        raise _RefusedError(say("serve.needs_key"))
    for path in (request.certificate, request.certificate_key):
        if path is not None:
            _require_readable(path, say)
    return Settings(
        store=request.store,
        host=request.host,
        port=request.port,
        token=token,
        allowed_hosts=request.names,
        read_only=request.is_read_only,
        incoming=request.incoming,
        upload_bytes=request.max_bytes,
        # The locale is the server's, not that of those who read: Vietnamese, where nobody says.
        language=say.language if say.is_chosen else Language.VI,
    )


def _require_readable(path: Path, say: Messages) -> None:
    try:
        path.open("rb").close()
    except OSError as error:
        raise _RefusedError(say("serve.unreadable", name=path, reason=error.strerror)) from error


def _token(request: Request, say: Messages) -> str | None:
    """The token that is asked for. Raises ``_RefusedError`` for several, and for one that can be guessed."""
    from corpus.web.security.keys import MIN_TOKEN, new_token

    given = [request.token is not None, request.token_file is not None, request.makes_token]
    if sum(given) > 1:
        raise _RefusedError(say("serve.one_token"))
    if request.makes_token:
        return new_token()
    token = request.token
    if request.token_file is not None:
        try:
            token = request.token_file.read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise _RefusedError(say("serve.unreadable", name=request.token_file, reason=error)) from error
    if token is not None and (len(token) < MIN_TOKEN or not token.isprintable() or token != token.strip()):
        raise _RefusedError(say("serve.short_token", least=MIN_TOKEN))
    return token
