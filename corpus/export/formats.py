"""Every format by its name: where it is written to, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Protocol, cast

from corpus.errors import FolderNeededError, NoDeadlinesError
from corpus.export.options import Options
from corpus.export.placing import placed_file, placed_folder
from corpus.export.reading import Snapshot, snapshot
from corpus.export.report import Report
from corpus.export.selection import EVERYTHING, Selection
from corpus.store import Store

__all__ = ["FORMATS", "Format", "export", "export_to"]


class _FileWriter(Protocol):
    def __call__(self, snapshot: Snapshot, out: BinaryIO, options: Options) -> Report: ...


class _FolderWriter(Protocol):
    def __call__(self, snapshot: Snapshot, folder: Path, options: Options) -> Report: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format, with its writers as ``module:function``: they are imported when they are used."""

    name: str
    file: str | None = None
    """Writes one file."""
    folder: str | None = None
    """Writes a folder of files."""
    has_tables: bool = False
    """One table of it can be asked for; without one, it is a folder."""
    has_deadlines: bool = False
    """Is of deadlines, so that conditions on deadlines can be kept."""

    def is_folder(self, options: Options) -> bool:
        """Whether it is written as a folder."""
        return self.file is None or (self.folder is not None and not (self.has_tables and options.table is not None))


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format_.name: format_
        for format_ in (
            Format("jsonl", "corpus.export.jsonl:write_jsonl"),
            Format(
                "csv",
                "corpus.export.csv_tables:write_csv_table",
                "corpus.export.csv_tables:write_csv_folder",
                has_tables=True,
            ),
            Format(
                "parquet",
                "corpus.export.parquet:write_parquet_table",
                "corpus.export.parquet:write_parquet_folder",
                has_tables=True,
            ),
            Format("ics", "corpus.export.calendar:write_calendar", has_deadlines=True),
            Format("deadlines", "corpus.export.due:write_deadlines", has_deadlines=True),
            Format("graphml", "corpus.export.graph.graphml:write_graphml"),
            Format("svg", "corpus.export.picture.citations:write_citation_picture"),
            Format("spacy", "corpus.export.spacy_docs:write_docs"),
            Format("thongtu02", "corpus.export.archival.thongtu02:write_thongtu02"),
            Format("edxml", folder="corpus.export.archival.edxml:write_edxml_folder"),
        )
    }
)
"""Every format by its name."""


def export(
    store: Store, format_name: str, place: Path, selection: Selection = EVERYTHING, options: Options | None = None
) -> Report:
    """Write an export to a file or, where the format has many files, to a folder; whole or not at all.

    Raises ``ExportError`` (``OutputNotWritableError``, ``ExtraMissingError``) and ``StoreError``.
    """
    chosen, how = FORMATS[format_name], options or Options()
    with ExitStack() as stack:
        if chosen.is_folder(how):
            folder = stack.enter_context(placed_folder(place))
            return _run(store, chosen, selection, how, folder)
        return _run(store, chosen, selection, how, stack.enter_context(placed_file(place)))


def export_to(
    store: Store, format_name: str, out: BinaryIO, selection: Selection = EVERYTHING, options: Options | None = None
) -> Report:
    """Write an export that is one file to a stream. Raises like ``export``, and ``FolderNeededError``."""
    chosen, how = FORMATS[format_name], options or Options()
    if chosen.is_folder(how):
        raise FolderNeededError(format=format_name)
    return _run(store, chosen, selection, how, out)


def _run(store: Store, chosen: Format, selection: Selection, options: Options, place: BinaryIO | Path) -> Report:
    if selection.is_of_deadlines and not chosen.has_deadlines:
        raise NoDeadlinesError(format=chosen.name)
    with snapshot(store, selection) as state:
        if isinstance(place, Path):
            return cast("_FolderWriter", _function(chosen.folder))(state, place, options)
        return cast("_FileWriter", _function(chosen.file))(state, place, options)


def _function(name: str | None) -> object:
    assert name is not None
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)
