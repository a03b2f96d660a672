"""Whether confidence means what it says: of many records with confidence 0.8, eight in ten should be right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["BOUNDS", "Band", "Judgement", "Reliability", "reliability_of"]

BOUNDS: tuple[float, ...] = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Where bands of confidence begin and end: narrower where most records are."""

_DOUBTFUL_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Judgement:
    """The confidence of one record, and whether annotation agrees with it in evidence and value."""

    layer: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Band:
    """The records with a confidence from `low` up to, but not including, `high` (the last band includes it)."""

    low: float
    high: float
    count: int
    confidence: float
    """Their mean confidence."""
    right: float
    """The share of them that is right."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well the confidence of some records agrees with what is right.

    Attributes:
        count: How many records.
        confidence: Their mean confidence.
        right: The share that is right.
        brier: Mean squared difference of confidence and outcome (Brier 1950): 0 is perfect; see `unaided`.
        unaided: The Brier score of who gives every record the same confidence, the share that is right.
        ece: Expected calibration error: mean distance of the bands' confidence from their share, by their counts.
        caught: The share of the wrong records among the fifth of least confidence: what a reviewer finds in it.
        bands: The bands that hold records.
    """

    count: int
    confidence: float
    right: float
    brier: float
    unaided: float
    ece: float
    caught: float
    bands: tuple[Band, ...]


def reliability_of(judgements: Iterable[Judgement]) -> Reliability | None:
    """Return how reliable the confidence of these records is, None where there are none."""
    records = sorted(judgements, key=lambda judgement: judgement.confidence)
    if not records:
        return None
    count = len(records)
    right = sum(record.right for record in records) / count
    bands = tuple(_bands(records))
    return Reliability(
        count=count,
        confidence=sum(record.confidence for record in records) / count,
        right=right,
        brier=sum((record.confidence - record.right) ** 2 for record in records) / count,
        unaided=right * (1 - right),
        ece=sum(band.count * abs(band.confidence - band.right) for band in bands) / count,
        caught=_caught(records),
        bands=bands,
    )


def _bands(records: Sequence[Judgement]) -> Iterable[Band]:
    for low, high in pairwise(BOUNDS):
        last = high == BOUNDS[-1]
        held = [record for record in records if low <= record.confidence and (last or record.confidence < high)]
        if held:
            mean = sum(record.confidence for record in held) / len(held)
            mean = min(max(mean, low), high)  # a sum of equal fractions may round over the edge of its band
            yield Band(low, high, len(held), mean, sum(record.right for record in held) / len(held))


def _caught(records: Sequence[Judgement]) -> float:
    """Return the share of wrong records in the first fifth of `records`, which are in order of confidence.

    Where the fifth ends inside records of one confidence, they count by the part of them that it takes.
    """
    wrong = sum(not record.right for record in records)
    if not wrong:
        return 1.0
    room = _DOUBTFUL_SHARE * len(records)
    caught = 0.0
    start = 0
    while room > 0 and start < len(records):
        end = start
        while end < len(records) and records[end].confidence == records[start].confidence:
            end += 1
        taken = min(1.0, room / (end - start))
        caught += taken * sum(not record.right for record in records[start:end])
        room -= end - start
        start = end
    return caught / wrong
