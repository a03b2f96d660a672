"""The command that opens the reading room: options here, the work in the module that it imports."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.messages import Messages

__all__ = ["add_serve_command"]

_MEGABYTE = 1024 * 1024
_TOKEN_VARIABLE = "TRICHLUC_TOKEN"


def add_serve_command(app: typer.Typer, say: Messages) -> None:
    """Add the command to the command line."""
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type

    @app.command(help=say("help.serve"))
    def serve(
        store: StoreOption = None,
        host: Annotated[str, typer.Option("--host", help=say("help.serve.host"))] = "127.0.0.1",
        port: Annotated[int, typer.Option("--port", min=0, max=65535, help=say("help.serve.port"))] = 8000,
        token: Annotated[
            str | None,
            typer.Option("--token", envvar=_TOKEN_VARIABLE, help=say("help.serve.token"), show_default=False),
        ] = None,
        token_file: Annotated[
            Path | None,
            typer.Option("--token-file", metavar="FILE", help=say("help.serve.token_file"), show_default=False),
        ] = None,
        make_token: Annotated[bool, typer.Option("--new-token", help=say("help.serve.new_token"))] = False,
        insecure: Annotated[bool, typer.Option("--insecure", help=say("help.serve.insecure"))] = False,
        read_only: Annotated[bool, typer.Option("--read-only", help=say("help.serve.read_only"))] = False,
        name: Annotated[
            list[str] | None,
            typer.Option("--name", metavar="NAME", help=say("help.serve.name"), show_default=False),
        ] = None,
        certificate: Annotated[
            Path | None, typer.Option("--tls-cert", metavar="FILE", help=say("help.serve.tls_cert"), show_default=False)
        ] = None,
        certificate_key: Annotated[
            Path | None, typer.Option("--tls-key", metavar="FILE", help=say("help.serve.tls_key"), show_default=False)
        ] = None,
        behind_proxy: Annotated[bool, typer.Option("--behind-proxy", help=say("help.serve.behind_proxy"))] = False,
        processes: Annotated[int, typer.Option("--processes", min=1, help=say("help.serve.processes"))] = 1,
        incoming: Annotated[
            Path | None, typer.Option("--incoming", metavar="DIR", help=say("help.serve.incoming"), show_default=False)
        ] = None,
        max_size: Annotated[int, typer.Option("--max-size", min=1, metavar="MB", help=say("help.max_size"))] = 48,
        log_requests: Annotated[bool, typer.Option("--log-requests", help=say("help.serve.log_requests"))] = False,
    ) -> None:
        from corpus.cli.serving import Request, serve_and_report

        request = Request(
            store=store_path(store),
            host=host,
            port=port,
            token=token,
            token_file=token_file,
            makes_token=make_token,
            is_insecure=insecure,
            is_read_only=read_only,
            names=tuple(name or ()),
            certificate=certificate,
            certificate_key=certificate_key,
            is_behind_proxy=behind_proxy,
            processes=processes,
            incoming=incoming,
            max_bytes=max_size * _MEGABYTE,
            logs_requests=log_requests,
        )
        raise typer.Exit(serve_and_report(request, say))
