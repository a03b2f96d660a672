"""``trichluc extract``: input by input, so that one bad file does not stop the rest."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.cli.formats import writer_for
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import CorpusError, FileError
from corpus.extraction import Document, extract_loaded
from corpus.files import Limits, LoadedText, Recognition, load_all, read_stream
from extractor.errors import TrichLucError

if TYPE_CHECKING:
    from corpus.cli.app import OutputFormat

__all__ = ["extract_all", "show_texts", "warn_of_loading"]

_STANDARD_INPUT = "-"
_STANDARD_INPUT_NAME = "<stdin>"
_CONTAINER_SUFFIXES = (".zip", ".eml", ".mht", ".mhtml")
_WARNED = frozenset({"not_vietnamese"})
"""Diagnostics that put the whole record in doubt, and so are also said on standard error."""


def extract_all(
    inputs: Sequence[str],
    output: OutputFormat | None,
    limits: Limits,
    recognition: Recognition,
    *,
    debug: bool,
    say: Messages,
) -> int:
    """Print the record of every document in the inputs and return the exit code: 1 if any failed.

    ``inputs`` are paths, or ``-`` for standard input. Without a format, a terminal gets pages, a pipe JSON.
    """
    several = len(inputs) > 1 or any(map(_may_hold_several, inputs))
    writer = writer_for(output or _default_format(several=several), several=several, say=say)

    def write(loaded: LoadedText) -> None:
        document = extract_loaded(loaded)
        _warn_of_record(document, say)
        writer.write(document)

    code = _for_each(inputs, limits, recognition, write, debug=debug, say=say)
    writer.close()
    return code


def show_texts(inputs: Sequence[str], limits: Limits, recognition: Recognition, *, debug: bool, say: Messages) -> int:
    """Print the text of every document in the inputs, as it was loaded, and return the exit code: 1 if any failed."""
    several = len(inputs) > 1 or any(map(_may_hold_several, inputs))

    def write(loaded: LoadedText) -> None:
        if several:
            sys.stdout.write(f"==> {loaded.name} <==\n")
        sys.stdout.write(loaded.text if loaded.text.endswith("\n") else f"{loaded.text}\n")

    return _for_each(inputs, limits, recognition, write, debug=debug, say=say)


def _for_each(
    inputs: Sequence[str],
    limits: Limits,
    recognition: Recognition,
    write: Callable[[LoadedText], None],
    *,
    debug: bool,
    say: Messages,
) -> int:
    """Load every document, hand it over, and return the exit code; what fails is said, and the rest goes on."""
    total = failed = 0
    with _progress(len(inputs), say) as advance:
        for name in inputs:
            advance()
            for loaded in _documents(name, limits, recognition):
                total += 1
                failed += not _succeeds(loaded, write, debug=debug, say=say)
    if total > 1 and failed:
        complain(say("error"), say("summary.failed", failed=failed, total=total))
    return int(failed > 0)


def _documents(name: str, limits: Limits, recognition: Recognition) -> Iterator[LoadedText | FileError]:
    if name != _STANDARD_INPUT:
        return load_all(name, limits=limits, recognition=recognition)
    try:
        content = read_stream(sys.stdin.buffer, name=_STANDARD_INPUT_NAME, limits=limits)
    except FileError as error:
        return iter((error,))
    return load_all(content, name=_STANDARD_INPUT_NAME, limits=limits, recognition=recognition)


def _may_hold_several(name: str) -> bool:
    """Tell by the name, because the form of the output is chosen before anything is read."""
    return name.lower().endswith(_CONTAINER_SUFFIXES)


def _succeeds(
    loaded: LoadedText | FileError, write: Callable[[LoadedText], None], *, debug: bool, say: Messages
) -> bool:
    """Write what is made of one document, or say why not; return whether it worked."""
    name = str(loaded.facts["name"]) if isinstance(loaded, FileError) else loaded.name
    try:
        if isinstance(loaded, FileError):
            raise loaded
        warn_of_loading(loaded, say)
        write(loaded)
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


def warn_of_loading(loaded: LoadedText, say: Messages) -> None:
    """Say each thing once, with all the pages that it concerns."""
    pages: dict[tuple[str, str], list[int]] = {}
    for warning in loaded.warnings:
        concerned = pages.setdefault((warning.code, warning.detail), [])
        if warning.page is not None:
            concerned.append(warning.page)
    for (code, detail), numbers in pages.items():
        where = say("warning.pages", pages=", ".join(map(str, numbers))) if numbers else ""
        complain(say("warning"), say(f"warning.{code}", name=loaded.name + where, detail=detail))


def _warn_of_record(document: Document, say: Messages) -> None:
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
