"""``trichluc search``, ``show``, ``stats``, ``failures`` and ``duplicates``: what an archive holds, printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cli.answers import ask, print_json
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.cli.wording import clean, clean_inside
from corpus.store import Store

if TYPE_CHECKING:
    from corpus.store.searching import Hit, SearchResult

__all__ = ["print_document", "print_duplicates", "print_failures", "print_hits", "print_statistics"]

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_JSON = "json"
_TEXT = "text"


def print_hits(store: Path, words: str, limit: int, offset: int, output: str, say: Messages) -> int:
    """Search, print what was found, and return the exit code."""
    from corpus.store.searching import search

    def run(archive: Store) -> None:
        result = search(archive, words, limit=limit, offset=offset)
        if output == _JSON:
            print_json(
                {"total": result.total, "is_more": result.is_more, "hits": [_hit_fields(hit) for hit in result.hits]}
            )
        elif output == _TEXT:
            _print_rows(
                (hit.path, hit.number, hit.doc_type, hit.issued_on, hit.title, hit.snippet.marked(hit.text, "", ""))
                for hit in result.hits
            )
        else:
            _print_result(result, offset, say)

    return ask(store, run, say)


def print_document(store: Path, words: str, output: str, say: Messages) -> int:
    """Print one stored document as ``trichluc extract`` would, or its text."""
    from corpus.cli.formats import writer_for
    from corpus.store.reading import find_document, load_document

    def run(archive: Store) -> None:
        document = load_document(archive, find_document(archive, words))
        if output == "source":
            sys.stdout.write(document.loaded.text)
            return
        writer = writer_for(output, several=False, say=say)
        writer.write(document)
        writer.close()

    return ask(store, run, say)


def print_statistics(store: Path, output: str, say: Messages) -> int:
    """Print what an archive holds altogether."""
    from corpus.store.reading import statistics

    def run(archive: Store) -> None:
        figures = statistics(archive)
        if output == _JSON:
            print_json(_plain_keys(asdict(figures)))
            return
        rows: list[Sequence[object]] = [
            (say("stats.documents"), figures.documents),
            (say("stats.locations"), figures.locations),
            (say("stats.failures"), figures.failures),
            (say("stats.duplicates"), figures.duplicates),
            (say("stats.characters"), figures.characters),
            (say("stats.file_bytes"), figures.file_bytes),
            (say("stats.last_run"), figures.last_run or "–"),
            *((say(f"stats.{layer}"), count) for layer, count in figures.records.items()),
            *((say("stats.type", type=_type_label(name, say)), count) for name, count in figures.types.items()),
            *((say("stats.year", year=year or "–"), count) for year, count in figures.years.items()),
        ]
        _print_rows(rows) if output == _TEXT else _print_table(rows)

    return ask(store, run, say)


def print_failures(store: Path, output: str, say: Messages) -> int:
    """Print everything that could not be read, and why."""
    from corpus.store.reading import failures

    def run(archive: Store) -> None:
        found = failures(archive)
        if output == _JSON:
            print_json([asdict(failure) for failure in found])
        elif output == _TEXT:
            _print_rows((failure.path, failure.code, failure.reason, failure.failed_at) for failure in found)
        else:
            for failure in found:
                sys.stdout.write(f"{clean(say.failure(failure.code, failure.facts, failure.reason))}\n")
            complain(say("note"), say("failures.count", count=len(found)))

    return ask(store, run, say)


def print_duplicates(store: Path, output: str, say: Messages) -> int:
    """Print the pairs of documents that are nearly the same."""
    from corpus.store.reading import duplicates

    def run(archive: Store) -> None:
        pairs = duplicates(archive)
        if output == _JSON:
            print_json([asdict(pair) for pair in pairs])
            return
        rows = [
            (f"{pair.similarity:.0%}", pair.number or "–", say(f"duplicates.{pair.reason}"), pair.path, pair.other_path)
            for pair in pairs
        ]
        _print_rows(rows) if output == _TEXT else _print_table(rows)

    return ask(store, run, say)


def _hit_fields(hit: Hit) -> dict[str, object]:
    return {
        "document_id": hit.document_id,
        "path": hit.path,
        "doc_type": hit.doc_type,
        "number": hit.number,
        "title": hit.title,
        "issuer": hit.issuer,
        "issued_on": hit.issued_on,
        "rank": hit.rank,
        "snippet": {
            "text": hit.text[hit.snippet.start : hit.snippet.end],
            "span": {"start": hit.snippet.start, "end": hit.snippet.end},
            "matches": [{"start": start, "end": end} for start, end in hit.snippet.matches],
        },
    }


def _print_result(result: SearchResult, offset: int, say: Messages) -> None:
    before, after = (_BOLD, _PLAIN) if sys.stdout.isatty() else ("[", "]")
    for place, hit in enumerate(result.hits, start=offset + 1):
        facts = (hit.number, _type_label(hit.doc_type, say), hit.issuer, hit.issued_on)
        shown = hit.snippet.marked(hit.text, before, after, clean=clean_inside)
        sys.stdout.write(
            f"{place}. {clean(hit.title or '–')}\n"
            f"   {clean(' · '.join(filter(None, facts)))}\n   {shown}\n   {clean(hit.path)}\n\n"
        )
    key = "search.more" if result.is_more else "search.total"
    complain(say("note"), say(key, shown=len(result.hits), total=result.total))


def _type_label(name: str | None, say: Messages) -> str:
    from schemas import DocumentType

    return DocumentType(name).label if name is not None else say("page.no_type")


def _plain_keys(figures: Mapping[str, object]) -> dict[str, object]:
    """JSON has no null keys."""
    return {
        name: {str(key or "none"): count for key, count in value.items()} if isinstance(value, dict) else value
        for name, value in figures.items()
    }


def _print_rows(rows: Iterable[Sequence[object]]) -> None:
    """Tab-separated lines."""
    for row in rows:
        sys.stdout.write("\t".join(clean(str(cell if cell is not None else "")) for cell in row) + "\n")


def _print_table(rows: Sequence[Sequence[object]]) -> None:
    cells = [[clean(str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        sys.stdout.write("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() + "\n")
