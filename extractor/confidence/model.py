"""From signals to a probability: a sum of weights in log odds, each of them readable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from math import exp

from extractor.lexicon import load

__all__ = ["Explanation", "confidence_of", "explanation_of"]

_DIGITS = 2
#: No finite number of documents shows that a record is certain, or hopeless.
_LEAST, _MOST = 0.01, 0.99
_RECURRING = 4096  # combinations of signals that are remembered


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a record has its confidence.

    Attributes:
        confidence: The probability that the record is right.
        base: The log odds of a record of its layer that shows no signal.
        weights: What each of its signals adds to them, in log odds, the weightiest first.
    """

    confidence: float
    base: float
    weights: Mapping[str, float]

    def __str__(self) -> str:
        """Return the sum on one line: ``0.93 = base +1.84, dated +0.75``."""
        terms = (f"{name} {weight:+.2f}" for name, weight in {"base": self.base, **self.weights}.items())
        return f"{self.confidence:.2f} = {', '.join(terms)}"


@lru_cache(_RECURRING)
def confidence_of(layer: str, signals: tuple[str, ...]) -> float:
    """Return the probability, to two digits, that a record of `layer` that shows `signals` is right."""
    base, weights = _model(layer)
    log_odds = base + sum(weights.get(signal, 0.0) for signal in signals)
    return min(max(round(1 / (1 + exp(-log_odds)), _DIGITS), _LEAST), _MOST)


def explanation_of(layer: str, signals: tuple[str, ...]) -> Explanation:
    """Return the sum behind `confidence_of`; signals that weigh nothing are left out."""
    base, weights = _model(layer)
    shown = {signal: weights[signal] for signal in signals if signal in weights}
    ranked = dict(sorted(shown.items(), key=lambda item: (-abs(item[1]), item[0])))
    return Explanation(confidence_of(layer, signals), base, ranked)


@cache
def _model(layer: str) -> tuple[float, Mapping[str, float]]:
    table = load("confidence")[layer]
    return float(table["base"]), {name: float(weight) for name, weight in table["weights"].items()}
