"""``trichluc evaluate``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.errors import GoldError
from corpus.evaluate import Evaluation
from corpus.evaluate import evaluate as evaluate_folder
from corpus.evaluate.report import (
    as_json,
    class_lines,
    document_lines,
    reliability_by_layer,
    reliability_lines,
    total_lines,
)
from corpus.evaluate.running import load_predictions

__all__ = ["print_evaluation"]

_BAD_INPUT = 1


def print_evaluation(
    folder: Path,
    layer: str | None,
    predictions: Path | None,
    output: str,
    *,
    errors: bool,
    examples: int,
    reliability: bool,
    say: Messages,
) -> int:
    """Score a folder and print the outcome; return the exit code."""
    try:
        evaluation = _evaluate(folder, predictions)
    except GoldError as error:
        complain(say("error"), say.error(error))
        return _BAD_INPUT
    if output == "json":
        report = as_json(evaluation, layer, errors=errors, reliability=reliability)
        sys.stdout.write(json.dumps(report, ensure_ascii=False, indent=1) + "\n")
        return 0
    if errors:
        _write(*class_lines(evaluation, layer, examples=examples), "")
    if reliability:
        for name, found in reliability_by_layer(evaluation, layer).items():
            _write(*reliability_lines(name, found))
        _write("")
    _write(*document_lines(evaluation, layer), "")
    _write(*total_lines(evaluation, layer))
    return 0


def _evaluate(folder: Path, predictions: Path | None) -> Evaluation:
    if predictions is None:
        return evaluate_folder(folder)
    records = load_predictions(predictions)
    return evaluate_folder(folder, lambda gold: records.get(gold.sha256))


def _write(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
