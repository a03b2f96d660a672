"""The commands and their options. What they do is in the module named after each, imported when it runs."""

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import add_archive_commands
from corpus.cli.asking import add_question_commands
from corpus.cli.configuration import Configuration, find_configuration, load_configuration, take_configuration
from corpus.cli.exports import add_export_command
from corpus.cli.languages import Language, from_locale, take_language
from corpus.cli.messages import Messages
from corpus.cli.reviews import add_review_commands
from corpus.cli.server import add_serve_command
from corpus.cli.store_commands import add_store_commands
from corpus.cli.streams import complain, prepared

__all__ = ["OcrUse", "OutputFormat", "ReportFormat", "ScoredLayer", "application", "run"]

_MEGABYTE = 1024 * 1024
_WRONG_USAGE = 2


class OutputFormat(StrEnum):
    """How records are printed."""

    PRETTY = "pretty"
    JSON = "json"
    JSONL = "jsonl"
    TEXT = "text"
    REVIEW = "review"


class OcrUse(StrEnum):
    """When pages are read by optical character recognition."""

    AUTO = "auto"
    NEVER = "never"
    ALWAYS = "always"


class ReportFormat(StrEnum):
    """How an evaluation is printed."""

    TABLE = "table"
    JSON = "json"


class SchemaName(StrEnum):
    """A contract with a published schema: ``schemas.published.CONTRACTS``."""

    DIRECTIVE = "directive"
    DEADLINES = "deadlines"


class ScoredLayer(StrEnum):
    """A layer of annotation."""

    HEADER = "header"
    SECTIONS = "sections"
    CITATIONS = "citations"
    DEADLINES = "deadlines"
    TARGETS = "targets"
    RESPONSIBILITIES = "responsibilities"


def run(arguments: Sequence[str]) -> int:
    """Run one command line (without the program's name) and return its exit code."""
    file, rest = take_configuration(arguments)
    language, rest = take_language(rest)
    say = Messages(language or from_locale(os.environ))
    configuration = Configuration()
    with prepared(say) as ending:
        try:
            configuration = load_configuration(find_configuration(file, os.environ, Path.cwd()))
            chosen = language or configuration.language
            say = Messages(chosen or from_locale(os.environ), is_chosen=chosen is not None)
            command = typer.main.get_command(application(say))
            command(args=rest, prog_name="trichluc", default_map=configuration.defaults(command, os.environ))
        except SystemExit as exit_:
            ending.code = exit_.code if isinstance(exit_.code, int) else int(exit_.code is not None)
            if ending.code == _WRONG_USAGE and configuration.path is not None:
                complain(say("note"), say("configuration.used", name=configuration.path))
        except Exception as error:
            from corpus.errors import ConfigurationError  # late: it brings the extractor along

            if not isinstance(error, ConfigurationError):
                raise
            complain(say("error"), say.error(error))
            ending.code = _WRONG_USAGE
    return ending.code


def application(say: Messages) -> typer.Typer:
    """Build the command line with its help in one language."""
    app = typer.Typer(
        name="trichluc",
        help=say("help.app"),
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help: loading rich for it would take longer than all else together
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def start(
        version: Annotated[
            bool,
            typer.Option("--version", help=say("help.version"), callback=_print_version, is_eager=True),
        ] = False,
        # Taken out of the arguments before they are parsed: declared for the help, and to refuse other values.
        lang: Annotated[Language | None, typer.Option("--lang", help=say("help.lang"))] = None,
        config: Annotated[Path | None, typer.Option("--config", metavar="FILE", help=say("help.config"))] = None,
    ) -> None:
        pass

    @app.command(help=say("help.extract"))
    def extract(
        files: Annotated[
            list[str], typer.Argument(metavar="FILE…|-", help=say("help.extract.files"), show_default=False)
        ],
        output: Annotated[
            OutputFormat | None, typer.Option("--format", "-f", help=say("help.extract.format"), show_default=False)
        ] = None,
        show_text: Annotated[bool, typer.Option("--show-text", help=say("help.extract.show_text"))] = False,
        ocr: Annotated[OcrUse, typer.Option("--ocr", help=say("help.extract.ocr"))] = OcrUse.AUTO,
        max_size: Annotated[int, typer.Option("--max-size", min=1, metavar="MB", help=say("help.max_size"))] = 64,
        debug: Annotated[bool, typer.Option("--debug", help=say("help.debug"))] = False,
    ) -> None:
        from corpus.cli.extract import extract_all, show_texts
        from corpus.files import Limits, Recognition

        limits, recognition = Limits(max_bytes=max_size * _MEGABYTE), Recognition(ocr)
        if show_text:
            raise typer.Exit(show_texts(files, limits, recognition, debug=debug, say=say))
        raise typer.Exit(extract_all(files, output, limits, recognition, debug=debug, say=say))

    @app.command(help=say("help.doctor"))
    def doctor() -> None:
        from corpus.cli.doctor import print_findings

        raise typer.Exit(print_findings(say))

    @app.command(help=say("help.evaluate"))
    def evaluate(
        folder: Annotated[
            Path, typer.Argument(metavar="GOLD_DIR", help=say("help.evaluate.folder"), show_default=False)
        ],
        errors: Annotated[bool, typer.Option("--errors", help=say("help.evaluate.errors"))] = False,
        examples: Annotated[
            int, typer.Option("--examples", min=0, metavar="N", help=say("help.evaluate.examples"))
        ] = 3,
        reliability: Annotated[bool, typer.Option("--reliability", help=say("help.evaluate.reliability"))] = False,
        layer: Annotated[ScoredLayer | None, typer.Option("--layer", help=say("help.evaluate.layer"))] = None,
        predictions: Annotated[
            Path | None, typer.Option("--predictions", metavar="FILE", help=say("help.evaluate.predictions"))
        ] = None,
        output: Annotated[
            ReportFormat, typer.Option("--format", "-f", help=say("help.evaluate.format"))
        ] = ReportFormat.TABLE,
    ) -> None:
        from corpus.cli.evaluate import print_evaluation

        raise typer.Exit(
            print_evaluation(
                folder,
                layer,
                predictions,
                output,
                errors=errors,
                examples=examples,
                reliability=reliability,
                say=say,
            )
        )

    @app.command(help=say("help.samples"))
    def samples(
        folder: Annotated[Path, typer.Argument(metavar="DIR", help=say("help.samples.folder"))],
    ) -> None:
        from corpus.cli.samples import write_samples

        raise typer.Exit(write_samples(folder, say))

    @app.command(help=say("help.schema"))
    def schema(
        contract: Annotated[
            SchemaName, typer.Argument(metavar="[directive|deadlines]", help=say("help.schema.contract"))
        ] = SchemaName.DIRECTIVE,
    ) -> None:
        from corpus.cli.schema import print_schema

        print_schema(contract.value)

    add_archive_commands(app, say)
    add_question_commands(app, say)
    add_export_command(app, say)
    add_review_commands(app, say)
    add_serve_command(app, say)
    add_store_commands(app, say)
    return app


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"trichluc {version('trichluc')}")
        raise typer.Exit
