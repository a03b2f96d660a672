"""The commands ``reviews list``, ``export`` and ``import``: options here, the work in ``corpus.cli.reviewing``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.asking import AnswerFormat
from corpus.cli.messages import Messages

__all__ = ["ReviewState", "add_review_commands"]


class ReviewState(StrEnum):
    """What became of a review: ``corpus.reviews.State``."""

    APPLIED = "applied"
    MOVED = "moved"
    ORPHANED = "orphaned"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


def add_review_commands(app: typer.Typer, say: Messages) -> None:
    """Add the commands to the command line."""
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type
    reviews = typer.Typer(help=say("help.reviews"), no_args_is_help=True, rich_markup_mode=None)

    @reviews.command("list", help=say("help.reviews.list"))
    def list_reviews(
        store: StoreOption = None,
        document: Annotated[
            str | None, typer.Option("--doc", metavar="DOC", help=say("help.only_document"), show_default=False)
        ] = None,
        state: Annotated[
            ReviewState | None, typer.Option("--state", help=say("help.reviews.state"), show_default=False)
        ] = None,
        output: Annotated[
            AnswerFormat, typer.Option("--format", "-f", help=say("help.answer.format"))
        ] = AnswerFormat.TABLE,
    ) -> None:
        from corpus.cli.reviewing import print_reviews

        raise typer.Exit(print_reviews(store_path(store), document, state, output, say))

    @reviews.command("export", help=say("help.reviews.export"))
    def export_reviews(
        store: StoreOption = None,
        output: Annotated[
            str | None,
            typer.Option("--output", "-o", metavar="FILE", help=say("help.reviews.output"), show_default=False),
        ] = None,
        gold: Annotated[
            Path | None, typer.Option("--gold", metavar="DIR", help=say("help.reviews.gold"), show_default=False)
        ] = None,
        everything: Annotated[bool, typer.Option("--all", help=say("help.reviews.all"))] = False,
    ) -> None:
        from corpus.cli.reviewing import export_gold, export_lines

        if gold is not None:
            if output is not None:
                raise typer.BadParameter(say("reviews.either"), param_hint="--gold, --output")
            raise typer.Exit(export_gold(store_path(store), gold, everything=everything, say=say))
        if everything:
            raise typer.BadParameter(say("reviews.all_of_gold"), param_hint="--all")
        raise typer.Exit(export_lines(store_path(store), output, say))

    @reviews.command("import", help=say("help.reviews.import"))
    def import_reviews(
        file: Annotated[str, typer.Argument(metavar="FILE|-", help=say("help.reviews.file"))],
        store: StoreOption = None,
    ) -> None:
        from corpus.cli.reviewing import import_lines

        raise typer.Exit(import_lines(store_path(store), file, say))

    app.add_typer(reviews, name="reviews")
