"""The commands that ask an archive: options here, the work in the modules that they import."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.messages import Messages

__all__ = ["AnswerFormat", "DutyRole", "add_question_commands"]

_DAY = "%Y-%m-%d"


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


class DutyRole(StrEnum):
    """The part of a body in the work: ``schemas.Role``."""

    LEAD = "lead"
    COORDINATE = "coordinate"
    EXECUTE = "execute"
    REPORT_TO = "report_to"
    VIA = "via"


def add_question_commands(app: typer.Typer, say: Messages) -> None:
    """Add the commands to the command line."""
    _add_citation_commands(app, say)
    _add_work_commands(app, say)


def _add_citation_commands(app: typer.Typer, say: Messages) -> None:
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type
    FormatOption = Annotated[AnswerFormat, typer.Option("--format", "-f", help=say("help.answer.format"))]  # noqa: N806
    DocumentArgument = Annotated[str, typer.Argument(metavar="DOC", help=say("help.document"))]  # noqa: N806

    @app.command(help=say("help.cites"))
    def cites(
        reference: Annotated[list[str], typer.Argument(metavar="REF", help=say("help.cites.reference"))],
        store: StoreOption = None,
        transitive: Annotated[bool, typer.Option("--transitive", "-t", help=say("help.cites.transitive"))] = False,
        by_name: Annotated[bool, typer.Option("--by-name", help=say("help.cites.by_name"))] = False,
        relation: Annotated[
            list[str] | None, typer.Option("--relation", help=say("help.cites.relation"), show_default=False)
        ] = None,
        output: FormatOption = AnswerFormat.TABLE,
    ) -> None:
        from corpus.cli.citing import print_citing

        typed = " ".join(reference)
        raise typer.Exit(
            print_citing(
                store_path(store), typed, relation or [], output, transitive=transitive, by_name=by_name, say=say
            )
        )

    @app.command("cited-by", help=say("help.cited_by"))
    def cited_by(
        document: DocumentArgument, store: StoreOption = None, output: FormatOption = AnswerFormat.TABLE
    ) -> None:
        from corpus.cli.citing import print_cited

        raise typer.Exit(print_cited(store_path(store), document, output, say))

    @app.command(help=say("help.chain"))
    def chain(document: DocumentArgument, store: StoreOption = None, output: FormatOption = AnswerFormat.TABLE) -> None:
        from corpus.cli.citing import print_chain

        raise typer.Exit(print_chain(store_path(store), document, output, say))

    @app.command(help=say("help.conflicts"))
    def conflicts(store: StoreOption = None, output: FormatOption = AnswerFormat.TABLE) -> None:
        from corpus.cli.citing import print_conflicts

        raise typer.Exit(print_conflicts(store_path(store), output, say))


def _add_work_commands(app: typer.Typer, say: Messages) -> None:
    StoreOption = Annotated[Path | None, store_option(say)]  # noqa: N806 - a type
    FormatOption = Annotated[AnswerFormat, typer.Option("--format", "-f", help=say("help.answer.format"))]  # noqa: N806
    LimitOption = Annotated[  # noqa: N806
        int | None, typer.Option("--limit", "-n", min=1, help=say("help.limit"), show_default=False)
    ]
    OnlyDocument = Annotated[  # noqa: N806
        str | None, typer.Option("--doc", metavar="DOC", help=say("help.only_document"), show_default=False)
    ]
    FromOption = Annotated[  # noqa: N806
        dt.datetime | None, typer.Option("--from", formats=[_DAY], help=say("help.from"), show_default=False)
    ]
    ToOption = Annotated[  # noqa: N806
        dt.datetime | None, typer.Option("--to", formats=[_DAY], help=say("help.to"), show_default=False)
    ]

    @app.command(help=say("help.deadlines"))
    def deadlines(
        store: StoreOption = None,
        first: FromOption = None,
        last: ToOption = None,
        body: Annotated[str | None, typer.Option("--body", help=say("help.body"), show_default=False)] = None,
        document: OnlyDocument = None,
        overdue: Annotated[
            dt.datetime | None,
            typer.Option("--overdue", formats=[_DAY], help=say("help.deadlines.overdue"), show_default=False),
        ] = None,
        no_recurring: Annotated[bool, typer.Option("--no-recurring", help=say("help.deadlines.no_recurring"))] = False,
        undated: Annotated[bool, typer.Option("--undated", help=say("help.deadlines.undated"))] = False,
        limit: LimitOption = None,
        output: FormatOption = AnswerFormat.TABLE,
    ) -> None:
        from corpus.cli.working import print_deadlines
        from corpus.questions.deadlines import Asked

        asked = Asked(_date(first), _date(last), _date(overdue), body, document, not no_recurring, undated)
        raise typer.Exit(print_deadlines(store_path(store), asked, limit, output, say))

    @app.command(help=say("help.targets"))
    def targets(
        words: Annotated[
            list[str] | None, typer.Argument(metavar="WORDS…", help=say("help.targets.words"), show_default=False)
        ] = None,
        store: StoreOption = None,
        unit: Annotated[str | None, typer.Option("--unit", help=say("help.targets.unit"), show_default=False)] = None,
        first: FromOption = None,
        last: ToOption = None,
        document: OnlyDocument = None,
        limit: LimitOption = None,
        output: FormatOption = AnswerFormat.TABLE,
    ) -> None:
        from corpus.cli.working import TargetsAsked, print_targets

        asked = TargetsAsked(" ".join(words or []), unit, _date(first), _date(last), document)
        raise typer.Exit(print_targets(store_path(store), asked, limit, output, say))

    @app.command(help=say("help.bodies"))
    def bodies(
        words: Annotated[
            list[str] | None, typer.Argument(metavar="WORDS…", help=say("help.bodies.words"), show_default=False)
        ] = None,
        store: StoreOption = None,
        role: Annotated[
            DutyRole | None, typer.Option("--role", help=say("help.bodies.role"), show_default=False)
        ] = None,
        document: OnlyDocument = None,
        limit: LimitOption = None,
        output: FormatOption = AnswerFormat.TABLE,
    ) -> None:
        from corpus.cli.working import print_bodies

        name = " ".join(words or [])
        raise typer.Exit(print_bodies(store_path(store), name, role, document, limit, output, say))


def _date(given: dt.datetime | None) -> dt.date | None:
    return given.date() if given is not None else None
