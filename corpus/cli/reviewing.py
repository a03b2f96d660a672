"""``trichluc reviews``: what readers said of records, listed, handed on and brought in."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from corpus.cli.answers import ask, print_csv, print_json, print_table, shortened
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import CorpusError, UnreadableFileError
from corpus.export.placing import placed_file
from corpus.reviews import Kept, Review, all_reviews, of, save_all
from corpus.reviews.gold import write_gold
from corpus.reviews.lines import read_lines, written_lines
from corpus.store import Store
from corpus.store.reading import find_document

__all__ = ["export_gold", "export_lines", "import_lines", "print_reviews"]

_BAD_INPUT = 1
_STANDARD = "-"
_COLUMNS = (
    "document", "number", "layer", "verdict", "text", "record_id", "state", "note", "reviewer", "made_at",
    "withdrawn_at", "id",
)  # fmt: skip


def print_reviews(store: Path, document: str | None, state: str | None, output: str, say: Messages) -> int:
    """Print what was said of all documents, or of one; return the exit code."""

    def run(archive: Store) -> None:
        kept = of(archive, find_document(archive, document)) if document is not None else all_reviews(archive)
        kept = [one for one in kept if state is None or one.state == state]
        numbers = {row[0]: row[1] for row in archive.rows("SELECT sha256, coalesce(key, number, title) FROM documents")}
        rows = [_fields(one, numbers) for one in kept]
        if output == "json":
            print_json([{**row, "record": one.review.record} for row, one in zip(rows, kept, strict=True)])
        elif output == "csv":
            print_csv(rows, _COLUMNS)
        else:
            columns = ("reviews.when", "due.document", "reviews.what", "citing.text", "reviews.by", "reviews.state")
            print_table([say(column) for column in columns], (_row(row, say) for row in rows), wide=(1, 3))
            complain(say("note"), say("answers.total", count=len(rows)))

    return ask(store, run, say)


def _fields(kept: Kept, numbers: Mapping[str, str | None]) -> dict[str, object]:
    review = kept.review
    return {
        "document": review.document,
        "number": numbers.get(review.document),
        "layer": review.layer.value,
        "verdict": review.verdict.value,
        "text": review.anchor.text if review.anchor is not None else None,
        "record_id": kept.record_id,
        "state": kept.state.value if kept.state is not None else None,
        "note": review.note,
        "reviewer": review.reviewer,
        "made_at": review.made_at.isoformat(),
        "withdrawn_at": review.withdrawn_at.isoformat() if review.withdrawn_at is not None else None,
        "id": review.id,
    }


def _row(row: Mapping[str, object], say: Messages) -> tuple[object, ...]:
    what = ": ".join((say(f"reviews.layer.{row['layer']}"), say(f"reviews.verdict.{row['verdict']}")))
    state = say(f"reviews.state.{row['state'] or 'waiting'}")
    document = row["number"] or str(row["document"])[:16]
    return (str(row["made_at"])[:16].replace("T", " "), document, what, _short(row["text"]), row["reviewer"], state)


def _short(text: object) -> str:
    return shortened(" ".join(str(text).split())) if text is not None else ""


def export_lines(store: Path, output: str | None, say: Messages) -> int:
    """Write every review as a line of JSON, to a file or to standard output."""

    def run(archive: Store) -> None:
        lines = written_lines(kept.review for kept in all_reviews(archive))
        if output is None or output == _STANDARD:
            sys.stdout.writelines(lines)
            return
        count = 0
        with placed_file(Path(output)) as file:
            for line in lines:
                file.write(line.encode("utf-8"))
                count += 1
        complain(say("note"), say("reviews.exported", count=count, name=output))

    return ask(store, run, say)


def export_gold(store: Path, folder: Path, *, everything: bool, say: Messages) -> int:
    """Write reviewed documents as annotation."""

    def run(archive: Store) -> None:
        count = write_gold(archive, folder, everything=everything)
        key = "reviews.gold" if count or everything else "reviews.no_gold"
        complain(say("note"), say(key, count=count, name=folder))

    return ask(store, run, say)


def import_lines(store: Path, name: str, say: Messages) -> int:
    """Bring reviews in: all of a file or, where one line is bad, none."""
    try:
        reviews = _read(name)
        with Store.create(store) as archive:
            report = save_all(archive, reviews)
    except CorpusError as error:
        complain(say("error"), say.error(error))
        return _BAD_INPUT
    complain(say("note"), say("reviews.imported", new=report.new, known=report.known))
    for key, count in (("waiting", report.waiting), ("orphaned", report.orphaned)):
        if count:
            complain(say("note"), say(f"reviews.{key}", count=count))
    return 0


def _read(name: str) -> list[Review]:
    if name == _STANDARD:
        return list(read_lines(sys.stdin))
    try:
        with Path(name).open(encoding="utf-8") as lines:
            return list(read_lines(lines))
    except OSError as error:
        raise UnreadableFileError(name=name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(name=name, reason=str(error)) from error
