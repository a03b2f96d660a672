"""Logistic regression on named signals, in plain Python: a few hundred lines of data need no library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from corpus.calibrate.examples import Example

__all__ = ["PENALTIES", "Fit", "cross_validated", "fit"]

#: Strengths of the penalty that cross-validation chooses from: the prior of a weight is a normal one of variance 1 / p.
PENALTIES: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
#: What too few findings or documents show, no weight is fitted to.
_FEWEST_FINDINGS = 8
_FEWEST_DOCUMENTS = 4
_FOLDS = 10
_STEPS = 40
_CLOSE = 1e-6
_SEEN = ""  # the name of no signal: that the rules were built with the document at hand
_SURE = 1e-9


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights in log odds.

    `seen` is what it adds that the rules were built with a document at hand; a new document is not one of them, so it
    is part of no confidence.
    """

    base: float
    seen: float
    weights: Mapping[str, float]

    def probability(self, signals: Collection[str]) -> float:
        """Return the probability that a finding of a new document is right."""
        return _logistic(self.base + sum(self.weights.get(signal, 0.0) for signal in signals))


def fit(examples: Sequence[Example], penalty: float) -> Fit:
    """Return the weights that make `examples` likeliest under the penalty on their squares, by Newton's method."""
    names = [_SEEN, *_common(examples)]
    place = {name: number for number, name in enumerate(names, start=1)}
    rows = [_row(example, place) for example in examples]
    answers = [float(example.right) for example in examples]
    share = (sum(answers) + 1) / (len(answers) + 2)
    weights = [log(share / (1 - share))] + [0.0] * len(names)
    for _ in range(_STEPS):
        step = _newton_step(rows, answers, weights, penalty)
        weights = [weight - change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    base, seen, *others = weights
    return Fit(base, seen, dict(zip(names[1:], others, strict=True)))


def cross_validated(examples: Sequence[Example]) -> tuple[float, list[tuple[float, Example]]]:
    """Return the penalty that predicts left-out documents best, and what it predicts for each finding in them.

    Folds are of whole documents: findings of one document resemble each other.
    """
    tried = []
    for penalty in PENALTIES:
        predictions = _predictions(examples, penalty)
        loss = sum(_loss(probability, right=example.right) for probability, example in predictions)
        tried.append((loss, penalty, predictions))
    _, penalty, predictions = min(tried, key=lambda attempt: attempt[:2])
    return penalty, predictions


def _predictions(examples: Sequence[Example], penalty: float) -> list[tuple[float, Example]]:
    folds = {document: number % _FOLDS for number, document in enumerate(sorted({e.document for e in examples}))}
    predictions = []
    for fold in range(_FOLDS):
        kept = [example for example in examples if folds[example.document] != fold]
        held = [example for example in examples if folds[example.document] == fold]
        if held and kept:
            fitted = fit(kept, penalty)
            for example in held:
                extra = fitted.seen if example.seen else 0.0
                log_odds = fitted.base + extra + sum(fitted.weights.get(name, 0.0) for name in example.signals)
                predictions.append((_logistic(log_odds), example))
    return predictions


def _common(examples: Sequence[Example]) -> list[str]:
    """Return the signals that enough findings of enough documents show, and not all of them."""
    findings = Counter(name for example in examples for name in example.signals)
    documents: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.signals:
            documents[name].add(example.document)
    return sorted(
        name
        for name, count in findings.items()
        if _FEWEST_FINDINGS <= count < len(examples) and len(documents[name]) >= _FEWEST_DOCUMENTS
    )


def _row(example: Example, place: Mapping[str, int]) -> list[int]:
    """Return the places of what an example shows, the base first."""
    shown = sorted(place[name] for name in example.signals if name in place)
    return [0, *([place[_SEEN]] if example.seen else []), *shown]


def _newton_step(
    rows: Sequence[Sequence[int]], answers: Sequence[float], weights: Sequence[float], penalty: float
) -> list[float]:
    size = len(weights)
    # The base is free; what is seen is nearly so, for it stands for a fact about the set and not for a guess.
    penalties = [_CLOSE, penalty / 8, *[penalty] * (size - 2)]
    gradient = [share * weight for share, weight in zip(penalties, weights, strict=True)]
    curvature = [[penalties[i] if i == j else 0.0 for j in range(size)] for i in range(size)]
    for row, answer in zip(rows, answers, strict=True):
        probability = _logistic(sum(weights[i] for i in row))
        error, slope = probability - answer, probability * (1 - probability)
        for i in row:
            gradient[i] += error
            line = curvature[i]
            for j in row:
                line[j] += slope
    return _solved(curvature, gradient)


def _solved(matrix: list[list[float]], right: Sequence[float]) -> list[float]:
    """Return x of ``matrix · x = right`` for a positive definite matrix, by Gaussian elimination."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = rows[column]
        for below in rows[column + 1 :]:
            factor = below[column] / pivot[column]
            if factor:
                for place in range(column, size + 1):
                    below[place] -= factor * pivot[place]
    solution = [0.0] * size
    for column in reversed(range(size)):
        known = sum(rows[column][place] * solution[place] for place in range(column + 1, size))
        solution[column] = (rows[column][size] - known) / rows[column][column]
    return solution


def _logistic(log_odds: float) -> float:
    return 1 / (1 + exp(-log_odds))


def _loss(probability: float, *, right: bool) -> float:
    return -log(max(probability if right else 1 - probability, _SURE))
