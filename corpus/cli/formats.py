"""How records are printed: a page, JSON, JSON lines or tab-separated lines, the latter also for review."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Protocol

from corpus.cli.messages import Messages
from corpus.extraction import Document

__all__ = ["Writer", "writer_for"]


class Writer(Protocol):
    """Prints documents one after the other."""

    def write(self, document: Document) -> None:
        """Print one document."""

    def close(self) -> None:
        """Print what must follow the last one."""


def writer_for(name: str, *, several: bool, say: Messages) -> Writer:
    """The writer of a format; ``several`` tells JSON to print an array."""
    match name:
        case "json":
            return _JsonArray() if several else _JsonObject()
        case "jsonl":
            return _JsonLines()
        case "text":
            from corpus.cli.lines import fact_lines

            return _TabbedLines(fact_lines, say)
        case "review":
            from corpus.cli.lines import review_lines

            return _TabbedLines(review_lines, say)
        case _:
            from corpus.cli.page import PageWriter

            return PageWriter(say)


class _JsonObject:
    """One record, indented."""

    def write(self, document: Document) -> None:
        sys.stdout.write(document.directive.model_dump_json(indent=2) + "\n")

    def close(self) -> None:
        pass


class _JsonArray:
    """All records in one array, printed as they come."""

    def __init__(self) -> None:
        self._lead = "[\n"

    def write(self, document: Document) -> None:
        sys.stdout.write(self._lead + document.directive.model_dump_json(indent=2))
        self._lead = ",\n"

    def close(self) -> None:
        sys.stdout.write("[]\n" if self._lead == "[\n" else "\n]\n")


class _JsonLines:
    """One record a line."""

    def write(self, document: Document) -> None:
        sys.stdout.write(document.directive.model_dump_json() + "\n")

    def close(self) -> None:
        pass


class _TabbedLines:
    """One fact a line (see `corpus.cli.lines`)."""

    def __init__(self, lines: Callable[[Document, Messages], Iterator[str]], say: Messages) -> None:
        self._lines = lines
        self._say = say

    def write(self, document: Document) -> None:
        sys.stdout.writelines(f"{line}\n" for line in self._lines(document, self._say))

    def close(self) -> None:
        pass
