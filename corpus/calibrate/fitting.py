"""Logistic regression on named signals, in plain Python: a few thousand findings need no library.

The weights are those that are likeliest after the data (maximum a posteriori): before them, the weight of a signal is
taken to be normally distributed around what is expected of it, with a variance of one over the penalty.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import exp, log
from typing import Final

from corpus.calibrate.examples import Example

__all__ = ["Fit", "Prior", "cross_validated", "fit"]

#: What cross-validation chooses from.
_PENALTIES: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)
_TRUST: Final = (0.0, 0.5, 1.0)
#: What too few findings or documents show, and nobody expects anything of, gets no weight.
_FEWEST_FINDINGS = 8
_FEWEST_DOCUMENTS = 4
_FOLDS = 10
_STEPS = 60
_LONGEST_STEP = 1.0
_CLOSE = 1e-6
_SEEN = ""  # the name of no signal: that the rules were built with the document at hand
_SEEN_PENALTY = 0.25
_SURE = 1e-9


@dataclass(frozen=True, slots=True)
class Prior:
    """What is taken for granted before the data.

    Attributes:
        penalty: How firmly: the inverse of the variance of a weight.
        expected: The mean of the weight of a signal; 0 for one that is not named.
    """

    penalty: float
    expected: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Fit:
    """Weights in log odds.

    `seen` is what it adds that the rules were built with a document at hand; a new document is not one of them, so it
    is part of no confidence.
    """

    base: float
    seen: float
    weights: Mapping[str, float]

    def probability(self, signals: Collection[str], *, seen: bool = False) -> float:
        """Return the probability that a finding is right, by default one of a new document."""
        shown = sum(self.weights.get(signal, 0.0) for signal in signals)
        return _logistic(self.base + (self.seen if seen else 0.0) + shown)


def fit(examples: Sequence[Example], prior: Prior) -> Fit:
    """Return the likeliest weights, by Newton's method."""
    names = [_SEEN, *_weighted(examples, prior.expected)]
    place = {name: number for number, name in enumerate(names, start=1)}
    rows = [_row(example, place) for example in examples]
    answers = [float(example.right) for example in examples]
    share = (sum(answers) + 1) / (len(answers) + 2)
    means = [log(share / (1 - share)), 0.0, *(prior.expected.get(name, 0.0) for name in names[1:])]
    # The base is free, and so nearly is what is seen: it stands for a fact about the set, not for a guess.
    penalties = [_CLOSE, _SEEN_PENALTY, *[prior.penalty] * (len(names) - 1)]
    weights = list(means)
    for _ in range(_STEPS):
        step = _newton_step(rows, answers, weights, means, penalties)
        longest = max(map(abs, step))
        scale = min(1.0, _LONGEST_STEP / longest) if longest else 1.0  # far from the top a whole step may overshoot
        weights = [weight - scale * change for weight, change in zip(weights, step, strict=True)]
        if longest < _CLOSE:
            break
    base, seen, *others = weights
    return Fit(base, seen, dict(zip(names[1:], others, strict=True)))


def cross_validated(
    examples: Sequence[Example], expected: Mapping[str, float]
) -> tuple[Prior, list[tuple[float, Example]]]:
    """Return the prior that predicts left-out documents best, and what it predicts for each finding in them.

    `expected` is tried as it is, halved, and not at all. Folds are of whole documents, for the findings of one resemble
    each other; where there are documents that the rules were not built with, they alone decide what is best.
    """
    judges = [example for example in examples if not example.seen] or examples
    judging = set(map(id, judges))
    tried = []
    for penalty, trust in product(_PENALTIES, _TRUST):
        prior = Prior(penalty, {name: trust * weight for name, weight in expected.items()})
        predictions = _predictions(examples, prior)
        loss = sum(_loss(p, right=example.right) for p, example in predictions if id(example) in judging)
        tried.append((loss, penalty, trust, prior, predictions))
    *_, prior, predictions = min(tried, key=lambda attempt: attempt[:3])
    return prior, predictions


def _predictions(examples: Sequence[Example], prior: Prior) -> list[tuple[float, Example]]:
    # Documents of both sorts are dealt out evenly.
    documents = sorted({(example.seen, example.document) for example in examples})
    folds = {document: number % _FOLDS for number, (_, document) in enumerate(documents)}
    predictions = []
    for fold in range(_FOLDS):
        kept = [example for example in examples if folds[example.document] != fold]
        held = [example for example in examples if folds[example.document] == fold]
        if held and kept:
            fitted = fit(kept, prior)
            predictions += [(fitted.probability(example.signals, seen=example.seen), example) for example in held]
    return predictions


def _weighted(examples: Sequence[Example], expected: Mapping[str, float]) -> list[str]:
    """Return the signals that get a weight: those of which something is expected, or that enough findings show."""
    findings = Counter(name for example in examples for name in example.signals)
    documents: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.signals:
            documents[name].add(example.document)
    common = {
        name
        for name, count in findings.items()
        if _FEWEST_FINDINGS <= count < len(examples) and len(documents[name]) >= _FEWEST_DOCUMENTS
    }
    return sorted(common | {name for name, weight in expected.items() if weight})


def _row(example: Example, place: Mapping[str, int]) -> list[int]:
    """Return the places of what an example shows, the base first."""
    shown = sorted(place[name] for name in example.signals if name in place)
    return [0, *([place[_SEEN]] if example.seen else []), *shown]


def _newton_step(
    rows: Sequence[Sequence[int]],
    answers: Sequence[float],
    weights: Sequence[float],
    means: Sequence[float],
    penalties: Sequence[float],
) -> list[float]:
    size = len(weights)
    gradient = [p * (weight - mean) for p, weight, mean in zip(penalties, weights, means, strict=True)]
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


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
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
