"""``trichluc serve``: the choices of a person made into settings, and a server that runs until it is interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.cli.messages import Messages
from corpus.cli.streams import complain

__all__ = ["Request", "serve_and_report"]

_BAD_INPUT = 1


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, as it was typed."""

    store: Path
    host: str
    port: int


def serve_and_report(request: Request, say: Messages) -> int:
    """Serve until interrupted, and return the exit code."""
    try:
        import uvicorn

        from corpus.web import Settings, create_app

        app = create_app(Settings(request.store, request.host, request.port, language=say.language))
    except ImportError:
        complain(say("error"), say("serve.extra"))
        return _BAD_INPUT
    complain(say("note"), say("serve.ready", address=f"http://{request.host}:{request.port}/"))
    uvicorn.run(app, host=request.host, port=request.port, log_level="warning", server_header=False)
    return 0
