"""An evaluation as lines of text or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from corpus.evaluate.classes import ErrorClass, error_classes
from corpus.evaluate.criteria import RECORD_LAYERS
from corpus.evaluate.reliability import Reliability, reliability_of
from corpus.evaluate.running import Evaluation
from corpus.evaluate.scoring import LAYERS
from corpus.evaluate.tally import Score, Tally

__all__ = [
    "as_json",
    "class_lines",
    "document_lines",
    "reliability_by_layer",
    "reliability_lines",
    "rows_of",
    "total_lines",
]

_DIGITS = 4
_NAME_WIDTH = 40
_CELL_WIDTH = 8
_STRICTEST = {"sections": "sections.numbered"}


def rows_of(tally: Tally, layer: str | None) -> Iterator[tuple[str, Score]]:
    """The rows of one layer, or of all."""
    return ((row, score) for row, score in tally if layer is None or row.partition(".")[0] == layer)


def total_lines(evaluation: Evaluation, layer: str | None = None) -> Iterator[str]:
    """One line a row over all documents, and a closing line with their number.

    F1 is rounded to four digits before it is shown with three, as in the JSON report, so that the two never differ.
    """
    for row, score in rows_of(evaluation.total, layer):
        figures = f"P {score.precision:6.3f}  R {score.recall:6.3f}  F1 {round(score.f1, _DIGITS):6.3f}"
        yield f"{row:24} {figures}  gold {score.gold:5d}  pred {score.predicted:5d}"
    yield f"{len(evaluation.documents)} documents, {len(evaluation.missing)} without a prediction"


def document_lines(evaluation: Evaluation, layer: str | None = None) -> Iterator[str]:
    """One line a document with the F1 of each layer; ``-`` where the layer was not annotated.

    A layer stands for its strictest row: all header fields together, numbered sections, right values.
    """
    layers = [name for name in LAYERS if layer in (None, name)]
    yield "  ".join([f"{'F1 by document':{_NAME_WIDTH}}", *(f"{name:>{_CELL_WIDTH}}" for name in layers)])
    for document, tally in evaluation.documents.items():
        scores = (_of_layer(tally, name) for name in layers)
        widths = (max(_CELL_WIDTH, len(name)) for name in layers)
        figures = ("-" if score is None else f"{score.f1:.3f}" for score in scores)
        cells = (f"{figure:>{width}}" for figure, width in zip(figures, widths, strict=True))
        yield "  ".join([f"{_shortened(document):{_NAME_WIDTH}}", *cells])


def class_lines(evaluation: Evaluation, layer: str | None = None, *, examples: int = 3) -> Iterator[str]:
    """The errors by class, as tab-separated lines.

    One line a class (layer, what, how many, in how many documents, which constructions), then its first examples
    (document, offset, text, detail), indented by a tab; none where ``examples`` is 0.
    """
    for group in error_classes(evaluation.findings, layer):
        shown = ", ".join(f"{name} {count}" for name, count in group.constructions.items())
        yield f"{group.layer}\t{group.kind}\t{len(group.findings)} in {group.documents} documents\t{shown}"
        for found in group.findings[:examples]:
            yield "\t".join(("", found.document, str(found.start), found.text, found.detail))


def reliability_by_layer(evaluation: Evaluation, layer: str | None = None) -> dict[str, Reliability]:
    """How reliable the confidence of the records of each layer is, for layers that have records."""
    found = {
        name: reliability_of(judged for judged in evaluation.judgements if judged.layer == name)
        for name in RECORD_LAYERS
        if layer in (None, name)
    }
    return {name: reliability for name, reliability in found.items() if reliability is not None}


def reliability_lines(layer: str, found: Reliability) -> Iterator[str]:
    """One line for all records of a layer, and one for each band of confidence."""
    yield (
        f"{layer:18} n {found.count:5d}  confidence {found.confidence:.3f}  right {found.right:.3f}"
        f"  Brier {found.brier:.3f} (unaided {found.unaided:.3f})  ECE {found.ece:.3f}"
        f"  errors in the doubtful fifth {found.caught:.0%}"
    )
    for band in found.bands:
        name = f"{band.low:.2f}-{band.high:.2f}"
        yield f"  {name:16} n {band.count:5d}  confidence {band.confidence:.3f}  right {band.right:.3f}"


def as_json(
    evaluation: Evaluation, layer: str | None = None, *, errors: bool = False, reliability: bool = False
) -> dict[str, Any]:
    """The same figures as plain data, rounded to four digits."""
    result: dict[str, Any] = {
        "total": _plain(evaluation.total, layer),
        "documents": {name: _plain(tally, layer) for name, tally in evaluation.documents.items()},
        "missing": evaluation.missing,
    }
    if errors:
        result["errors"] = [_plain_class(group) for group in error_classes(evaluation.findings, layer)]
    if reliability:
        result["reliability"] = {
            name: _rounded(asdict(found)) for name, found in reliability_by_layer(evaluation, layer).items()
        }
    return result


def _plain_class(group: ErrorClass) -> dict[str, Any]:
    return {
        "layer": group.layer,
        "kind": group.kind,
        "count": len(group.findings),
        "documents": group.documents,
        "constructions": group.constructions,
        "findings": [asdict(found) for found in group.findings],
    }


def _rounded(values: dict[str, Any]) -> dict[str, Any]:
    """Round every number of `values` and of the bands in it."""
    return {
        name: [_rounded(band) for band in value] if isinstance(value, tuple) else round(value, _DIGITS)
        for name, value in values.items()
    }


def _plain(tally: Tally, layer: str | None) -> dict[str, dict[str, float]]:
    return {
        row: {
            "p": round(score.precision, _DIGITS),
            "r": round(score.recall, _DIGITS),
            "f1": round(score.f1, _DIGITS),
            "gold": score.gold,
            "pred": score.predicted,
        }
        for row, score in rows_of(tally, layer)
    }


def _of_layer(tally: Tally, layer: str) -> Score | None:
    if layer == "header":
        scores = [score for row, score in tally if row.startswith("header.")]
        return sum(scores, Score()) if scores else None
    return dict(tally).get(_STRICTEST.get(layer, f"{layer}.value"))


def _shortened(name: str) -> str:
    return name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 1] + "…"
