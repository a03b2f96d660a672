"""``trichluc export``: the choices of a person made into an export, and what came of it said on standard error."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import CorpusError, FolderNeededError
from corpus.export import FORMATS, Options, Report, Selection, export, export_to
from corpus.store import Store
from corpus.store.reading import find_document

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Request", "export_and_report"]

_BAD_INPUT = 1
_STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for, as it was typed."""

    store: Path
    format_name: str
    output: str | None
    options: Options
    document: str | None = None
    issued_from: dt.date | None = None
    issued_to: dt.date | None = None
    doc_type: str | None = None
    issuer: str | None = None
    due_from: dt.date | None = None
    due_to: dt.date | None = None
    body: str | None = None

    def selection(self, store: Store) -> Selection:
        """The conditions. Raises ``QueryError`` where no document, or more than one, is meant."""
        return Selection(
            issued_from=self.issued_from,
            issued_to=self.issued_to,
            doc_type=self.doc_type,
            issuer=self.issuer,
            document=find_document(store, self.document) if self.document is not None else None,
            due_from=self.due_from,
            due_to=self.due_to,
            body=self.body,
        )


def export_and_report(request: Request, say: Messages) -> int:
    """Export, say what was written and what was left out and why, and return the exit code."""
    name = request.output
    is_folder = FORMATS[request.format_name].is_folder(request.options)
    if name is None and is_folder:
        name = request.format_name
    try:
        if name is not None and is_folder and Path(name).suffix == f".{request.format_name}":
            raise FolderNeededError(format=request.format_name)  # it was meant to be a file
        with Store.open(request.store) as store:
            selection = request.selection(store)
            if name is None or name == _STANDARD_OUTPUT:
                report = export_to(store, request.format_name, sys.stdout.buffer, selection, request.options)
            else:
                report = export(store, request.format_name, Path(name), selection, request.options)
    except CorpusError as error:
        complain(say("error"), say.error(error))
        return _BAD_INPUT
    _tell(request.format_name, name, report, say)
    return 0


def _tell(format_name: str, name: str | None, report: Report, say: Messages) -> None:
    for reason, count in report.left_out.items():
        complain(say("note"), say(f"export.left_out.{reason}", count=count))
    if name is not None and name != _STANDARD_OUTPUT:
        what = say(f"export.of.{_KINDS.get(format_name, 'documents')}", count=report.written)
        complain(say("note"), say("export.done", what=what, name=name))


_KINDS = {"ics": "deadlines", "deadlines": "deadlines", "graphml": "works", "svg": "works"}
"""What a format's report counts, where that is not documents."""
