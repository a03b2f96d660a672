"""Answers as a table, JSON or CSV, and what goes wrong with a question."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.cli.wording import clean
from corpus.errors import CorpusError
from corpus.export.csv_tables import harmless
from corpus.store import Store

__all__ = ["ask", "print_csv", "print_json", "print_table", "shortened"]

_LONGEST_TITLE = 90
_WIDTH = 160
"""Columns of a table where the output is no terminal."""


def ask(store: Path, run: Callable[[Store], None], say: Messages) -> int:
    """Put a question to an archive, and say what is wrong with either; return the exit code."""
    try:
        with Store.open(store) as archive:
            run(archive)
    except CorpusError as error:
        complain(say("error"), say.error(error))
        return 1
    return 0


def print_json(value: object) -> None:
    """One JSON value, indented."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_csv(rows: Sequence[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Rows as CSV (RFC 4180) under the names of their columns; text that would be a formula gets an apostrophe."""
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)


def _cell(value: object) -> object:
    if isinstance(value, (list, tuple)):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return harmless(value)
    return value


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, wide: Sequence[int] = ()) -> None:
    """A table for people; the columns in ``wide`` take what room there is."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(column, overflow="fold", ratio=1 if place in wide else None, no_wrap=False)
    for row in rows:
        table.add_row(*(Text(clean(str(cell if cell is not None else ""))) for cell in row))
    console = Console(file=sys.stdout) if sys.stdout.isatty() else Console(file=sys.stdout, width=_WIDTH)
    console.print(table)


def shortened(title: str | None) -> str:
    """A title for a cell of a table."""
    words = title or ""
    if len(words) <= _LONGEST_TITLE:
        return words
    return f"{words[:_LONGEST_TITLE].rsplit(' ', 1)[0]}…"
