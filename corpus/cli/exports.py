"""The command ``export``: its options here, the work in ``corpus.cli.exporting``."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.cli.archive import store_option, store_path
from corpus.cli.messages import Messages

__all__ = ["ExportFormat", "LongestPeriod", "TableName", "add_export_command"]

_DATES = ["%Y-%m-%d", "%d/%m/%Y"]


class ExportFormat(StrEnum):
    """The formats of ``corpus.export.FORMATS``."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    ICS = "ics"
    DEADLINES = "deadlines"
    GRAPHML = "graphml"
    SVG = "svg"
    SPACY = "spacy"
    THONGTU02 = "thongtu02"
    EDXML = "edxml"


class TableName(StrEnum):
    """The tables of ``corpus.export.tables``."""

    DOCUMENTS = "documents"
    SECTIONS = "sections"
    CITATIONS = "citations"
    DEADLINES = "deadlines"
    TARGETS = "targets"
    RESPONSIBILITIES = "responsibilities"
    TASKS = "tasks"
    RECIPIENTS = "recipients"
    DIAGNOSTICS = "diagnostics"
    TEXTS = "texts"


class LongestPeriod(StrEnum):
    """The longest period that a calendar shows for a deadline whose day is not printed: units of time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    TERM = "term"


def add_export_command(app: typer.Typer, say: Messages) -> None:
    """Add the command to the command line."""

    def date_option(*names: str) -> object:
        key = names[0].removeprefix("--").replace("-", "_")
        return typer.Option(*names, formats=_DATES, metavar="DATE", help=say(f"help.export.{key}"), show_default=False)

    def text_option(metavar: str, *names: str) -> object:
        key = names[0].removeprefix("--")
        return typer.Option(*names, metavar=metavar, help=say(f"help.export.{key}"), show_default=False)

    @app.command(help=say("help.export"))
    def export(
        output_format: Annotated[
            ExportFormat, typer.Option("--format", "-f", help=say("help.export.format"), show_default=False)
        ],
        store: Annotated[Path | None, store_option(say)] = None,
        output: Annotated[
            str | None,
            typer.Option("--output", "-o", metavar="PATH", help=say("help.export.output"), show_default=False),
        ] = None,
        due_from: Annotated[dt.datetime | None, date_option("--from")] = None,
        due_to: Annotated[dt.datetime | None, date_option("--to")] = None,
        body: Annotated[str | None, text_option("NAME", "--body")] = None,
        document: Annotated[str | None, text_option("DOC", "--doc", "--document")] = None,
        issued_from: Annotated[dt.datetime | None, date_option("--issued-from")] = None,
        issued_to: Annotated[dt.datetime | None, date_option("--issued-to")] = None,
        doc_type: Annotated[str | None, text_option("TYPE", "--type")] = None,
        issuer: Annotated[str | None, text_option("NAME", "--issuer")] = None,
        table: Annotated[
            TableName | None, typer.Option("--table", help=say("help.export.table"), show_default=False)
        ] = None,
        bom: Annotated[bool, typer.Option("--bom", help=say("help.export.bom"))] = False,
        delimiter: Annotated[str, typer.Option("--delimiter", help=say("help.export.delimiter"))] = ",",
        todo: Annotated[bool, typer.Option("--todo", help=say("help.export.todo"))] = False,
        alarm: Annotated[
            list[int] | None,
            typer.Option("--alarm", min=0, max=3650, metavar="DAYS", help=say("help.export.alarm"), show_default=False),
        ] = None,
        no_alarms: Annotated[bool, typer.Option("--no-alarms", help=say("help.export.no_alarms"))] = False,
        longest: Annotated[
            LongestPeriod, typer.Option("--longest", help=say("help.export.longest"))
        ] = LongestPeriod.QUARTER,
        around: Annotated[str | None, text_option("NUMBER", "--around")] = None,
        most: Annotated[int, typer.Option("--most", min=1, max=500, help=say("help.export.most"))] = 50,
    ) -> None:
        from corpus.cli.exporting import Request, export_and_report
        from corpus.export import Options
        from schemas import DocumentType, Granularity

        if len(delimiter) != 1 or not delimiter.isprintable() or delimiter in {'"', "'"}:
            raise typer.BadParameter(say("export.delimiter"), param_hint="--delimiter")
        if doc_type is not None and doc_type not in set(DocumentType):
            raise typer.BadParameter(say("export.type", types=", ".join(DocumentType)), param_hint="--type")
        standard = Options()
        options = Options(
            table=table,
            bom=bom,
            delimiter=delimiter,
            todo=todo,
            alarms=() if no_alarms else tuple(alarm) if alarm else standard.alarms,
            longest=Granularity(longest),
            around=around,
            most=most,
            language=say.language.value,
        )
        request = Request(
            store_path(store),
            output_format.value,
            output,
            options,
            document=document,
            issued_from=_day(issued_from),
            issued_to=_day(issued_to),
            doc_type=doc_type,
            issuer=issuer,
            due_from=_day(due_from),
            due_to=_day(due_to),
            body=body,
        )
        raise typer.Exit(export_and_report(request, say))


def _day(moment: dt.datetime | None) -> dt.date | None:
    return moment.date() if moment is not None else None
