"""Evaluating a folder: extract (or take predictions), score each document, add the counts up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import GoldError
from corpus.evaluate.gold import GoldDocument, Record, load_gold
from corpus.evaluate.reliability import Judgement
from corpus.evaluate.scoring import score_document
from corpus.evaluate.tally import Finding, Tally
from corpus.extraction import extract_loaded
from corpus.files import LoadedText

__all__ = ["Evaluation", "evaluate", "extract_record", "load_predictions"]


@dataclass(slots=True)
class Evaluation:
    """The outcome over a folder: counts of all documents together and of each, what differs, and how sure it was.

    ``missing`` names the documents that nothing was predicted for: they count as empty records.
    """

    total: Tally = field(default_factory=Tally)
    documents: dict[str, Tally] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def evaluate(folder: Path, predict: Callable[[GoldDocument], Record | None] | None = None) -> Evaluation:
    """Score every annotated document of a folder; ``predict`` gives its JSON record (default: extract it now)."""
    result = Evaluation()
    for gold in load_gold(folder):
        record = (predict or extract_record)(gold)
        if record is None:
            result.missing.append(gold.name)
        score = score_document(gold, record or {})
        result.documents[gold.name] = score.tally
        result.findings.extend(score.findings)
        result.judgements.extend(score.judgements)
        result.total.include(score.tally)
    return result


def extract_record(gold: GoldDocument) -> Record:
    """Extract an annotated document's text and return the record as it would be printed."""
    loaded = LoadedText(name=gold.name, text=gold.text, media_type="text/plain", sha256=gold.sha256)
    record: Record = extract_loaded(loaded).directive.model_dump(mode="json")
    return record


def load_predictions(path: Path) -> Mapping[str, Record]:
    """Load records, one JSON object a line, by the SHA-256 of their source.

    Raises ``GoldError`` that names the bad line.
    """
    try:
        return dict(_lines(path))
    except OSError as error:
        raise GoldError(name=str(path), reason=f"cannot be read ({error.strerror})") from error


def _lines(path: Path) -> Iterator[tuple[str, Record]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    record = json.loads(line)
                    yield record["source"]["sha256"], record
                except (ValueError, KeyError, TypeError) as error:
                    raise GoldError(name=str(path), reason=f"line {number} is not a record ({error!r})") from error
