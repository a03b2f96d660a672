"""The commands that fill an archive and look into it: options here, the work in the modules that they import."""

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.messages import Messages

__all__ = ["ListFormat", "LogForm", "OcrChoice", "add_archive_commands", "store_option", "store_path"]

_MEGABYTE = 1024 * 1024


class ListFormat(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    TEXT = "text"


class OcrChoice(StrEnum):
    """When text is recognised in images: ``corpus.files.Recognition``."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class LogForm(StrEnum):
    """How a log is written: ``corpus.cli.logs.LogFormat``."""

    TEXT = "text"
    JSON = "json"


def store_path(given: Path | None) -> Path:
    """The archive that a command works on: as given, else ``$TRICHLUC_STORE``, else in the user's data folder."""
    from corpus.store.place import default_store

    return given or default_store(os.environ)


def store_option(say: Messages) -> object:
    """The option that names the archive, the same for every command."""
    return typer.Option("--store", metavar="FILE", help=say("help.store"), show_default=False)


def add_archive_commands(app: typer.Typer, say: Messages) -> None:
    """Add the commands to the command line."""
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type
    FormatOption = Annotated[ListFormat, typer.Option("--format", "-f", help=say("help.list.format"))]  # noqa: N806

    @app.command(help=say("help.index"))
    def index(
        paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help=say("help.index.paths"))],
        store: StoreOption = None,
        jobs: Annotated[
            int | None, typer.Option("--jobs", "-j", min=1, help=say("help.index.jobs"), show_default=False)
        ] = None,
        prune: Annotated[bool, typer.Option("--prune", help=say("help.index.prune"))] = False,
        retry_failed: Annotated[bool, typer.Option("--retry-failed", help=say("help.index.retry"))] = False,
        redo: Annotated[
            list[str] | None, typer.Option("--redo", metavar="WHAT", help=say("help.index.redo"), show_default=False)
        ] = None,
        max_size: Annotated[int, typer.Option("--max-size", min=1, metavar="MB", help=say("help.max_size"))] = 64,
        ocr: Annotated[OcrChoice, typer.Option("--ocr", help=say("help.index.ocr"))] = OcrChoice.AUTO,
    ) -> None:
        from corpus.cli.indexing import Request, index_and_report

        request = Request(paths, store_path(store), jobs, prune, retry_failed, redo or [], max_size * _MEGABYTE, ocr)
        raise typer.Exit(index_and_report(request, say))

    @app.command(help=say("help.watch"))
    def watch(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help=say("help.watch.folder"))],
        store: StoreOption = None,
        interval: Annotated[float, typer.Option("--interval", min=0.1, help=say("help.watch.interval"))] = 5.0,
        move_to: Annotated[
            Path | None, typer.Option("--move-to", metavar="DIR", help=say("help.watch.move"), show_default=False)
        ] = None,
        log: Annotated[LogForm | None, typer.Option("--log", help=say("help.log"), show_default=False)] = None,
        rounds: Annotated[int | None, typer.Option("--rounds", min=1, hidden=True)] = None,
    ) -> None:
        from corpus.cli.indexing import watch_and_log, watch_and_report

        if log is not None:
            raise typer.Exit(watch_and_log(folder, store_path(store), interval, move_to, rounds, log))
        raise typer.Exit(watch_and_report(folder, store_path(store), interval, move_to, rounds, say))

    @app.command(help=say("help.search"))
    def search(
        words: Annotated[list[str], typer.Argument(metavar="WORDS…", help=say("help.search.words"))],
        store: StoreOption = None,
        limit: Annotated[int, typer.Option("--limit", "-n", min=1, help=say("help.limit"))] = 20,
        offset: Annotated[int, typer.Option("--offset", min=0, help=say("help.offset"))] = 0,
        output: FormatOption = ListFormat.TABLE,
    ) -> None:
        from corpus.cli.looking import print_hits

        raise typer.Exit(print_hits(store_path(store), " ".join(words), limit, offset, output, say))

    @app.command(help=say("help.show"))
    def show(
        document: Annotated[str, typer.Argument(metavar="DOC", help=say("help.show.document"))],
        store: StoreOption = None,
        output: Annotated[str, typer.Option("--format", "-f", help=say("help.show.format"))] = "pretty",
    ) -> None:
        from corpus.cli.looking import print_document

        raise typer.Exit(print_document(store_path(store), document, output, say))

    @app.command(help=say("help.stats"))
    def stats(store: StoreOption = None, output: FormatOption = ListFormat.TABLE) -> None:
        from corpus.cli.looking import print_statistics

        raise typer.Exit(print_statistics(store_path(store), output, say))

    @app.command(help=say("help.failures"))
    def failures(store: StoreOption = None, output: FormatOption = ListFormat.TABLE) -> None:
        from corpus.cli.looking import print_failures

        raise typer.Exit(print_failures(store_path(store), output, say))

    @app.command(help=say("help.duplicates"))
    def duplicates(store: StoreOption = None, output: FormatOption = ListFormat.TABLE) -> None:
        from corpus.cli.looking import print_duplicates

        raise typer.Exit(print_duplicates(store_path(store), output, say))
