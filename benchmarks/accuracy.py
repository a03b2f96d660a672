"""``python -m benchmarks.accuracy NAME=DIR… [--write]``: the tables of ``docs/accuracy.md``.

Every set of annotated documents gets a column of figures. Sets whose name begins with ``unseen`` are those that nobody
has looked into: confidence is checked over them, and errors are counted by class over the others. Without ``--write``
the tables are printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corpus.errors import GoldError
from corpus.evaluate import Evaluation, evaluate
from corpus.evaluate.classes import error_classes
from corpus.evaluate.criteria import RECORD_LAYERS
from corpus.evaluate.reliability import Judgement, Reliability, reliability_of

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
_UNSEEN = "unseen"


def figures(sets: Mapping[str, Evaluation]) -> Iterator[str]:
    """Yield a table of F1 by row and set, precision and recall behind it."""
    yield f"| row | {' | '.join(f'{name} ({len(found.documents)})' for name, found in sets.items())} |"
    yield f"| --- |{' --- |' * len(sets)}"
    for row in dict.fromkeys(row for found in sets.values() for row, _ in found.total):
        cells = []
        for found in sets.values():
            score = found.total[row]
            known = score.gold or score.predicted
            cells.append(f"{score.f1:.3f} ({score.precision:.2f}/{score.recall:.2f})" if known else "–")
        yield f"| {row} | {' | '.join(cells)} |"


def classes(sets: Mapping[str, Evaluation]) -> Iterator[str]:
    """Yield a table of the errors by class, of the sets that have been looked into."""
    known = {name: found for name, found in sets.items() if not name.startswith(_UNSEEN)}
    yield f"Over: {', '.join(known)}."
    yield ""
    yield "| layer | class | errors | documents | constructions |"
    yield "| --- | --- | --- | --- | --- |"
    for group in error_classes(finding for found in known.values() for finding in found.findings):
        shown = ", ".join(f"{name} {count}" for name, count in list(group.constructions.items())[:5])
        yield f"| {group.layer} | {group.kind} | {len(group.findings)} | {group.documents} | {shown} |"


def reliability(sets: Mapping[str, Evaluation]) -> Iterator[str]:
    """Yield a table of how reliable confidence is, and one of its bands, in unseen sets if there are any."""
    unseen = {name: found for name, found in sets.items() if name.startswith(_UNSEEN)}
    judgements = [judged for found in (unseen or sets).values() for judged in found.judgements]
    yield f"Over: {', '.join(unseen or sets)}."
    yield ""
    yield "| layer | records | confidence | right | Brier | unaided | ECE | errors in the doubtful fifth |"
    yield f"|{' --- |' * 8}"
    by_layer = {layer: _of_layer(judgements, layer) for layer in RECORD_LAYERS}
    for layer, found in by_layer.items():
        if found is not None:
            scores = (found.confidence, found.right, found.brier, found.unaided, found.ece)
            cells = " | ".join(f"{score:.3f}" for score in scores)
            yield f"| {layer} | {found.count} | {cells} | {found.caught:.0%} |"
    yield ""
    yield "| layer | confidence | records | mean confidence | share right |"
    yield f"|{' --- |' * 5}"
    for layer, found in by_layer.items():
        for band in found.bands if found is not None else ():
            bounds = f"{band.low:.2f}–{band.high:.2f}"
            yield f"| {layer} | {bounds} | {band.count} | {band.confidence:.3f} | {band.right:.3f} |"


def _of_layer(judgements: Iterable[Judgement], layer: str) -> Reliability | None:
    return reliability_of(judged for judged in judgements if judged.layer == layer)


TABLES = {"figures": figures, "classes": classes, "reliability": reliability}


def filled(text: str, tables: Mapping[str, str]) -> str:
    """Return a Markdown text with each table put between its marks ``<!-- name -->`` and ``<!-- /name -->``.

    Raises:
        ValueError: a mark is not there.
    """
    for name, table in tables.items():
        opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
        before, found, rest = text.partition(opening)
        _, closed, after = rest.partition(closing)
        if not found or not closed:
            raise ValueError(f"there is no place for the table {name!r} between {opening} and {closing}")
        text = f"{before}{opening}\n{table}\n{closing}{after}"
    return text


def main(arguments: Sequence[str]) -> int:
    """Evaluate the sets, then print their tables or write them into the document; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Tables of docs/accuracy.md.")
    parser.add_argument("sets", nargs="+", metavar="NAME=DIR")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    options = parser.parse_args(arguments)
    try:
        sets = {name: evaluate(Path(folder)) for name, _, folder in (one.partition("=") for one in options.sets)}
    except GoldError as error:
        print(f"accuracy: {error}", file=sys.stderr)
        return 1
    tables = {name: "\n".join(table(sets)) for name, table in TABLES.items()}
    if options.write:
        DOCUMENT.write_text(filled(DOCUMENT.read_text("utf-8"), tables), encoding="utf-8", newline="\n")
    else:
        print("\n\n".join(tables.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
