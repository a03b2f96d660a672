"""One run of the indexer: what is new is read in parallel and written in batches, each a transaction.

Killed at any moment, a run leaves whole documents and nothing half-written; the next one goes on from there. Two runs
at once do no harm: the database has one writer at a time, and what the other has stored is not stored again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Protocol

from corpus.citator import resolve, resolve_new
from corpus.errors import FileError
from corpus.files import Limits, Recognition
from corpus.index.discovery import discover, printable
from corpus.index.journal import begin_run, end_run, others_running
from corpus.index.pool import Pool
from corpus.index.reading import FileTask, Part, Reader, make_store_reader
from corpus.index.worklist import Redo, WorkList
from corpus.reviews.keeping import apply_kept
from corpus.store import FailedFile, Store, writing
from corpus.store.duplicates import link_duplicates

__all__ = ["Options", "Redo", "Report", "Watcher", "index"]

_BATCH_DOCUMENTS = 100
_BATCH_CHARACTERS = 4_000_000
_BATCH_SECONDS = 2.0
_FAILURES_SHOWN = 100
_SILENCE = 3.0
"""How many times the limit of one document a process may be silent: it tells of every part, after some documents."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it."""

    processes: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Processes that read. 0 reads in this one: quicker to begin for a few files, but what a file does to its reader,
    it then does to the whole run."""
    limits: Limits = field(default_factory=Limits)
    recognition: Recognition = Recognition.AUTO
    redo: Sequence[Redo] = ()
    prune: bool = False
    """Take out what the archive has of the paths given and that is not there any more."""


@dataclass(slots=True)
class Report:
    """What a run did. ``failures`` counts the documents that this run could not read."""

    files: int = 0
    unchanged: int = 0
    skipped: int = 0
    """Files in folders that are no documents by their names."""
    documents: int = 0
    """Documents written."""
    repeated: int = 0
    """Documents found whose content was stored already."""
    pruned: int = 0
    duplicates: int = 0
    failures: int = 0
    failed: list[FailedFile] = field(default_factory=list)
    """The first failures of the run; all are in the archive."""
    problems: list[FileError] = field(default_factory=list)
    """Paths that could not even be looked at."""
    characters: int = 0
    """Of the texts that were extracted."""
    seconds: float = 0.0

    def add(self, part: Part, written: int) -> None:
        """Count a part that was stored, ``written`` documents of it anew."""
        self.documents += written
        self.repeated += len(part.found) - written
        self.failures += len(part.failed)
        self.failed += part.failed[: _FAILURES_SHOWN - len(self.failed)]
        self.characters += part.characters


class Watcher(Protocol):
    """Is told how a run gets on."""

    def begin(self, files: int) -> None:
        """So many files are to be read."""

    def advance(self, report: Report, *, files: int) -> None:
        """So many more are done, and this is the report so far."""


class _Nobody:
    def begin(self, files: int) -> None:
        pass

    def advance(self, report: Report, *, files: int) -> None:
        pass


def index(
    paths: Sequence[str | os.PathLike[str]],
    store: str | os.PathLike[str],
    options: Options | None = None,
    watcher: Watcher | None = None,
) -> Report:
    """Index files and folders into the archive at ``store``, which is made where there is none.

    Raises a ``StoreError`` where the archive cannot be used or written; what was stored before is intact.
    """
    options = options or Options()
    with Store.create(store) as archive:
        return _Run(archive, paths, options, watcher or _Nobody()).run()


class _Run:
    """The state of one run."""

    def __init__(
        self, store: Store, paths: Sequence[str | os.PathLike[str]], options: Options, watcher: Watcher
    ) -> None:
        self._store = store
        self._roots = [str(Path(path).resolve()) for path in paths]
        self._options = options
        self._watcher = watcher
        self._version = version("trichluc")
        self._report = Report()
        self._run_id = 0

    def run(self) -> Report:
        begun = time.monotonic()
        work = WorkList(self._store)
        work.fill(discover(self._roots, leave_out=_own_files(self._store.path)))
        for redo in self._options.redo:
            work.mark(redo)
        is_alone = not others_running(self._store)
        self._run_id = begin_run(self._store, [printable(root) for root in self._roots], self._version)
        total = work.open
        report = self._report
        report.files, report.skipped, report.problems = work.found, work.skipped, work.problems
        report.unchanged = report.files - total
        self._watcher.begin(total)
        # A second run begins in the middle, so that the two meet at the ends and not at every file.
        self._read(work.tasks(start=0 if is_alone else total // 2))
        if self._options.prune:
            self._prune(work.vanished([printable(root) for root in self._roots]))
        resolve(self._store)
        report.seconds = time.monotonic() - begun
        end_run(self._store, self._run_id, report)
        return report

    def _read(self, tasks: Iterator[FileTask]) -> None:
        """Read files and store what is in them. What turns out to be gone meanwhile is read once more."""
        while (first := next(tasks, None)) is not None:
            tasks = iter(self._read_once(chain([first], tasks)))

    def _read_once(self, tasks: Iterator[FileTask]) -> list[FileTask]:
        options = self._options
        make_reader = partial(
            make_store_reader,
            str(self._store.path),
            extractor_version=self._version,
            limits=options.limits,
            recognition=options.recognition,
        )
        if options.processes:
            pool = Pool(make_reader, processes=options.processes, seconds=options.limits.seconds * _SILENCE)
            found: Generator[Part | None] = pool.run(tasks)
        else:
            found = _read_here(make_reader(), tasks)
        batch, again = _Batch(), list[FileTask]()
        with closing(found) as parts:
            for part in parts:
                if part is not None:
                    batch.add(part)
                if batch.is_due():
                    again += self._write(batch)
                    batch = _Batch()
            again += self._write(batch)
        return again

    def _write(self, batch: _Batch) -> list[FileTask]:
        """Store a batch in one transaction; return the files that rely on a content that is gone."""
        if not batch.parts:
            return []
        again, stored, ids = list[FileTask](), list[tuple[Part, int]](), list[int]()
        with writing(self._store, run_id=self._run_id) as writer:
            for part in batch.parts:
                if any(item.document is None and not writer.holds(item.sha256) for item in part.found):
                    again.append(replace(part.task, redo=True))
                    continue
                written = writer.put_file(
                    part.task.state, part.found, part.failed, complete=part.is_last, earlier=part.earlier
                )
                ids += written
                stored.append((part, len(written)))
            apply_kept(writer, self._store, ids)
            resolve_new(writer.connection)
            links = link_duplicates(writer.connection, ids)
        self._report.duplicates += links
        for part, count in stored:
            self._report.add(part, count)
        self._watcher.advance(self._report, files=sum(part.is_last for part in batch.parts))
        return again

    def _prune(self, vanished: Sequence[str]) -> None:
        for first in range(0, len(vanished), _BATCH_DOCUMENTS):
            paths = vanished[first : first + _BATCH_DOCUMENTS]
            with writing(self._store, run_id=self._run_id) as writer:
                for path in paths:
                    writer.forget_file(path)
                resolve_new(writer.connection)
            self._report.pruned += len(paths)


@dataclass(slots=True)
class _Batch:
    """Parts that will be written together."""

    parts: list[Part] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    documents: int = 0
    characters: int = 0

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self.documents += len(part.found)
        self.characters += part.characters

    def is_due(self) -> bool:
        return (
            self.documents >= _BATCH_DOCUMENTS
            or self.characters >= _BATCH_CHARACTERS
            or time.monotonic() - self.begun >= _BATCH_SECONDS
        )


def _read_here(reader: Reader, tasks: Iterator[FileTask]) -> Generator[Part | None]:
    with closing(reader):
        for task in tasks:
            yield from reader.read(task)


def _own_files(store: Path) -> frozenset[str]:
    """The archive itself, which may lie in a folder that is indexed."""
    path = str(store.resolve())
    return frozenset(path + suffix for suffix in ("", "-wal", "-shm"))
