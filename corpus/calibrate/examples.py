"""Findings with their signals, and whether annotation has them too: what weights are fitted to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.evaluate.criteria import RECORD_LAYERS, agrees
from corpus.evaluate.gold import GoldDocument, load_gold
from corpus.evaluate.matching import pair_up
from extractor.pipeline import find_all, read
from extractor.record import build_record, signals_by_id
from schemas import Source

__all__ = ["Example", "examples_of"]


@dataclass(frozen=True, slots=True)
class Example:
    """One finding of one document.

    Attributes:
        document: The document's hash, by which folds are made.
        layer: `citations`, `deadlines`, `targets` or `responsibilities`.
        signals: What it shows.
        right: Whether annotation has the same evidence with the same value.
        seen: Whether the rules were built with this document at hand.
    """

    document: str
    layer: str
    signals: frozenset[str]
    right: bool
    seen: bool


def examples_of(folders: Iterable[Path], *, seen: bool) -> Iterator[Example]:
    """Yield the findings of all annotated documents of `folders`; a document that stands in two counts once.

    Raises ``GoldError`` where a folder cannot be read as annotation.
    """
    known: set[str] = set()
    for folder in folders:
        for gold in load_gold(folder):
            if gold.sha256 not in known:
                known.add(gold.sha256)
                yield from _of_document(gold, seen=seen)


def _of_document(gold: GoldDocument, *, seen: bool) -> Iterator[Example]:
    reading = read(gold.text)
    findings = find_all(reading)
    record = build_record(reading, findings, Source(sha256=gold.sha256, chars=len(gold.text))).model_dump(mode="json")
    signals = signals_by_id(findings)
    for layer in RECORD_LAYERS:
        if layer in gold.layers:
            pairs = pair_up(gold.records[layer], record[layer], partial(agrees, layer))
            right = {pair.predicted for pair in pairs if pair.right}
            for index, found in enumerate(record[layer]):
                _, names = signals[found["id"]]
                yield Example(gold.sha256, layer, frozenset(names), index in right, seen)
