"""When two pieces of evidence are the same, and when two names are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.evaluate.gold import Record

__all__ = ["LEAST_OVERLAP", "Pair", "alike", "folded", "overlap", "pair_up", "without_period"]

LEAST_OVERLAP = 0.5
"""The share of the shorter span that both must have in common."""

_SEPARATORS = re.compile(r"[\W_]+")
_PERIOD = re.compile(
    r"[\s,(]*\b(?:thời kỳ|giai đoạn|nhiệm kỳ|tầm nhìn|năm \d{4}|\d{4} *[-–] *\d{4}).*$", re.IGNORECASE | re.DOTALL
)


def folded(name: object) -> str:
    """A name without case, punctuation and composition of its marks; ``""`` for what is empty."""
    composed = unicodedata.normalize("NFC", str(name or "")).casefold()
    return _SEPARATORS.sub(" ", composed).strip()


def alike(first: object, second: object, least: float) -> bool:
    """Tell whether two names are equal when folded, or their words are similar to ``least`` of 100."""
    one, other = folded(first), folded(second)
    if one == other:
        return True
    if not one or not other:
        return False
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(one, other) >= least


def without_period(name: object) -> str:
    """The name of a document without the period that it covers, unless nothing else is left."""
    shown = str(name or "")
    return _PERIOD.sub("", shown) or shown


def overlap(gold: Record, predicted: Record) -> float:
    """The share of the shorter of two spans that both cover: 0 to 1.

    Annotation is flat, predictions hold a ``span``.
    """
    span = predicted["span"]
    common = min(gold["end"], span["end"]) - max(gold["start"], span["start"])
    shorter = min(gold["end"] - gold["start"], span["end"] - span["start"])
    return common / shorter if shorter > 0 and common > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """The positions of two records about the same evidence, each in its list; ``right`` if their values agree too."""

    gold: int
    predicted: int
    right: bool


def pair_up(gold: Sequence[Record], predicted: Sequence[Record], agree: Callable[[Record, Record], bool]) -> list[Pair]:
    """Pair records one to one, greedily: right values first, then the greatest overlap, then the nearest start."""
    ranked = []
    for row, wanted in enumerate(gold):
        for column, found in enumerate(predicted):
            share = overlap(wanted, found)
            if share >= LEAST_OVERLAP:
                distance = abs(wanted["start"] - found["span"]["start"])
                ranked.append((not agree(wanted, found), -share, distance, row, column))
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for wrong, _, _, row, column in sorted(ranked):
        if row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append(Pair(gold=row, predicted=column, right=not wrong))
    return pairs
