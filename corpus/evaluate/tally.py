"""Counting hits, and what precision, recall and F1 follow from the counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Finding", "Score", "Tally"]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of ``gold`` wanted and ``predicted`` given things are ``hits``.

    Nothing wanted and nothing given is perfect.
    """

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float:
        """The share of what was given that is right."""
        return self.hits / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        """The share of what was wanted that was given."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.gold + other.gold, self.predicted + other.predicted)


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference between annotation and prediction.

    Attributes:
        document: The name of the text.
        layer: The layer, or the row of it (``header.title``, ``sections.top``).
        what: ``missed`` and ``spurious`` where one side has nothing there; ``boundary`` where the other has less than
            half of it; ``merged`` and ``doubled`` where it lies in evidence that is paired with another record;
            ``value`` and ``relation`` where the evidence is right; ``wrong`` for a header field.
        start: Where it stands in the text.
        text: The evidence, on one line.
        detail: What was wanted, and what was given.
        fields: Which fields of a value are wrong.
        constructions: What the evidence looks like (see `corpus.evaluate.constructions`).
    """

    document: str
    layer: str
    what: str
    start: int
    text: str
    detail: str
    fields: tuple[str, ...] = ()
    constructions: tuple[str, ...] = ()


class Tally:
    """Scores by row (``citations.span``, ``header.title``), in the order in which the rows were first counted."""

    def __init__(self) -> None:
        self._scores: dict[str, Score] = {}

    def add(self, row: str, hits: int, gold: int, predicted: int) -> None:
        """Count one document's part of a row."""
        self._scores[row] = self[row] + Score(hits, gold, predicted)

    def include(self, other: Tally) -> None:
        """Count all that another tally has counted."""
        for row, score in other:
            self._scores[row] = self[row] + score

    def __getitem__(self, row: str) -> Score:
        return self._scores.get(row, Score())

    def __iter__(self) -> Iterator[tuple[str, Score]]:
        return iter(self._scores.items())
