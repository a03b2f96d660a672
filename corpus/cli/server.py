"""The command that opens the reading room: options here, the work in ``corpus.web.serving``."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.messages import Messages

__all__ = ["add_serve_command"]


def add_serve_command(app: typer.Typer, say: Messages) -> None:
    """Add the command to the command line."""
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type

    @app.command(help=say("help.serve"))
    def serve(
        store: StoreOption = None,
        host: Annotated[str, typer.Option("--host", help=say("help.serve.host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=0, max=65535, help=say("help.serve.port"))] = 8000,
    ) -> None:
        from corpus.cli.serving import Request, serve_and_report

        raise typer.Exit(serve_and_report(Request(store_path(store), host, port), say))
