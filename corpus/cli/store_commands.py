"""The commands ``store …``, about the archive's file itself: options here, the work in the modules that they import."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.messages import Messages

__all__ = ["add_store_commands"]


def add_store_commands(app: typer.Typer, say: Messages) -> None:
    """Add the commands to the command line."""
    store_commands = typer.Typer(help=say("help.store_commands"), no_args_is_help=True, rich_markup_mode=None)

    @store_commands.callback()
    def group() -> None:
        pass  # one command alone would take the group's place

    @store_commands.command("datasette-metadata", help=say("help.datasette"))
    def datasette_metadata(
        store: Annotated[Path | None, store_option(say)] = None,
        output: Annotated[
            str | None,
            typer.Option("--output", "-o", metavar="FILE", help=say("help.datasette.output"), show_default=False),
        ] = None,
    ) -> None:
        from corpus.cli.describing import write_datasette_metadata

        raise typer.Exit(write_datasette_metadata(store_path(store), output, say))

    app.add_typer(store_commands, name="store")
