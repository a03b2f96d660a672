"""``trichluc index`` and ``trichluc watch``: progress while it runs, and a report at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import CorpusError, MissingFileError
from corpus.files import Limits, Recognition
from corpus.index import Options, Redo, Report, Watcher, index
from corpus.store import FailedFile

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Request", "failure_line", "index_and_report", "watch_and_log", "watch_and_report"]

_SHOWN = 10
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for."""

    paths: Sequence[Path]
    store: Path
    jobs: int | None
    prune: bool
    retry_failed: bool
    redo: Sequence[str]
    max_bytes: int
    ocr: str

    def options(self) -> Options:
        """The same for the indexer. Raises ``QueryError`` for a part of the archive that is none."""
        words = [*self.redo, *(["failed"] if self.retry_failed else [])]
        given = {} if self.jobs is None else {"processes": self.jobs}
        return Options(
            **given,
            limits=Limits(max_bytes=self.max_bytes),
            recognition=Recognition(self.ocr),
            redo=[Redo.parse(part) for part in words],
            prune=self.prune,
        )


def index_and_report(request: Request, say: Messages) -> int:
    """Index, say what was done on standard error, and return the exit code: 1 if anything failed."""
    try:
        with _progress(say) as watcher:
            report = index(request.paths, request.store, request.options(), watcher)
    except CorpusError as error:
        complain(say("error"), say.error(error))
        return 1
    except KeyboardInterrupt:
        complain(say("warning"), say("index.interrupted"))
        return _INTERRUPTED
    _print_report(report, request.store, say)
    return int(bool(report.failures or report.problems))


def watch_and_report(
    folder: Path, store: Path, interval: float, move_to: Path | None, rounds: int | None, say: Messages
) -> int:
    """Index what is dropped into a folder, until interrupted."""
    from corpus.index.watching import watch

    if not folder.is_dir():
        complain(say("error"), say("watch.no_folder", name=folder))
        return 1
    complain(say("note"), say("watch.begin", folder=folder))
    try:
        for report in watch(folder, store, interval=interval, move_to=move_to, rounds=rounds):
            _print_report(report, store, say)
    except CorpusError as error:
        complain(say("error"), say.error(error))
        return 1
    except KeyboardInterrupt:
        complain(say("note"), say("watch.end"))
    return 0


def watch_and_log(
    folder: Path, store: Path, interval: float, move_to: Path | None, rounds: int | None, form: str
) -> int:
    """Index what is dropped into a folder as a service does: what happens is logged, and an error ends it with 1."""
    import logging

    from corpus.cli.logs import LOGGER, LogFormat, start_log
    from corpus.index.watching import watch

    start_log(LogFormat(form))
    log = logging.getLogger(f"{LOGGER}.watch")
    log.info("watching", extra={"folder": str(folder), "store": str(store)})
    try:
        if not folder.is_dir():
            raise MissingFileError(name=str(folder))
        for report in watch(folder, store, interval=interval, move_to=move_to, rounds=rounds):
            for failure in report.failed:
                log.warning("failed", extra={"path": failure.path, "code": failure.code, "reason": failure.reason})
            for problem in report.problems:
                log.warning(
                    "failed", extra={"path": problem.facts["name"], "code": problem.code, "reason": str(problem)}
                )
            counts = {"documents": report.documents, "repeated": report.repeated, "failures": report.failures}
            log.info("indexed", extra={**counts, "seconds": round(report.seconds, 3)})
    except CorpusError as error:
        log.error("ended", extra={"code": error.code, "reason": str(error)})
        return 1
    except KeyboardInterrupt:
        log.info("ended")
    return 0


def failure_line(failure: FailedFile, say: Messages) -> str:
    """A failure in words."""
    return say.failure(failure.code, failure.facts, failure.reason)


def _print_report(report: Report, store: Path, say: Messages) -> None:
    for problem in report.problems:
        complain(say("error"), say.error(problem))
    for failure in report.failed[:_SHOWN]:
        complain(say("error"), failure_line(failure, say))
    if report.failures > _SHOWN:
        complain(say("error"), say("index.more_failed", count=report.failures - _SHOWN, store=store))
    seconds = max(report.seconds, 1e-3)
    lines = [
        say(
            "index.report",
            documents=report.documents,
            unchanged=report.unchanged,
            repeated=report.repeated,
            failures=report.failures,
            store=store,
        )
    ]
    if report.documents:
        rate = report.documents / seconds
        lines.append(say("index.rate", seconds=f"{seconds:.1f}", rate=f"{rate:.0f}"))
    for key, count in (("pruned", report.pruned), ("duplicates", report.duplicates), ("skipped", report.skipped)):
        if count:
            lines.append(say(f"index.{key}", count=count))
    for line in lines:
        complain(say("note"), line)


@contextmanager
def _progress(say: Messages) -> Iterator[Watcher | None]:
    """A bar with rate and remaining time, where a person looks at standard error."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(say("progress.indexing")),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failures]}"),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True, redirect_stdout=False) as progress:
        yield _Bar(progress, say)


class _Bar:
    """Shows how a run gets on."""

    def __init__(self, progress: Progress, say: Messages) -> None:
        self._progress = progress
        self._say = say
        self._task = progress.add_task("", total=None, rate="", failures="")

    def begin(self, files: int) -> None:
        self._progress.update(self._task, total=files)

    def advance(self, report: Report, *, files: int) -> None:
        speed = self._progress.tasks[0].speed
        rate = self._say("progress.rate", rate=f"{speed:.0f}") if speed else ""
        failures = self._say("progress.failures", count=report.failures) if report.failures else ""
        self._progress.update(self._task, advance=files, rate=rate, failures=failures)
