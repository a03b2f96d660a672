"""``trichluc extract``: input by input, so that one bad file does not stop the rest."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.cli.formats import Writer, writer_for
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import CorpusError
from corpus.extraction import Document, extract_loaded
from corpus.files import Limits, load, load_stream
from extractor.errors import TrichLucError

if TYPE_CHECKING:
    from corpus.cli.app import OutputFormat

__all__ = ["extract_all"]

_STANDARD_INPUT = "-"
_WARNED = frozenset({"not_vietnamese"})
"""Diagnostics that put the whole record in doubt, and so are also said on standard error."""


def extract_all(
    inputs: Sequence[str], output: OutputFormat | None, *, max_bytes: int, debug: bool, say: Messages
) -> int:
    """Print the record of every input and return the exit code: 1 if any failed.

    ``inputs`` are paths, or ``-`` for standard input. Without a format, a terminal gets pages, a pipe JSON.
    """
    several = len(inputs) > 1
    failed = 0
    writer = writer_for(output or _default_format(several=several), several=several, say=say)
    with _progress(len(inputs), say) as advance:
        for name in inputs:
            advance()
            failed += not _print_record(name, writer, max_bytes=max_bytes, debug=debug, say=say)
    writer.close()
    if several and failed:
        complain(say("error"), say("summary.failed", failed=failed, total=len(inputs)))
    return int(failed > 0)


def _print_record(name: str, writer: Writer, *, max_bytes: int, debug: bool, say: Messages) -> bool:
    """Extract one input and print its record, or say why not; return whether it worked."""
    try:
        document = _extract(name, max_bytes)
        _warn(document, say)
        writer.write(document)
    except CorpusError as error:
        complain(say("error"), say.error(error))
    except TrichLucError as error:
        complain(say("error"), say("error.extraction", name=name, reason=error))
    except OSError:
        raise  # standard output is gone: there is no use in going on
    except Exception as error:  # noqa: BLE001 - a bug met in one file must not lose the records of the others
        complain(say("error"), say("error.internal", name=name, reason=f"{type(error).__name__}: {error}"))
        if debug:
            traceback.print_exc()
    else:
        return True
    return False


def _default_format(*, several: bool) -> str:
    if sys.stdout.isatty():
        return "pretty"
    return "jsonl" if several else "json"


def _extract(name: str, max_bytes: int) -> Document:
    if name == _STANDARD_INPUT:
        return extract_loaded(load_stream(sys.stdin.buffer, name="<stdin>", limits=Limits(max_bytes=max_bytes)))
    return extract_loaded(load(name, limits=Limits(max_bytes=max_bytes)))


def _warn(document: Document, say: Messages) -> None:
    for diagnostic in document.directive.diagnostics:
        if diagnostic.code in _WARNED:
            complain(say("warning"), say(f"warning.{diagnostic.code}", name=document.loaded.name))


@contextmanager
def _progress(total: int, say: Messages) -> Iterator[Callable[[], None]]:
    """Show how far a long run is, on standard error and only for a person who looks at a pipe being filled."""
    if total < 2 or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(say("progress.extracting")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(file=sys.stderr)
    # Records go to the real standard output; messages are printed above the bar.
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("", total=total, completed=-1)
        yield lambda: progress.advance(task)
