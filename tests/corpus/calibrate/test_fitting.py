"""Fitting weights: they find again what the data were made by, and no more than the data show."""

from __future__ import annotations

import random
from math import exp

import pytest

from corpus.calibrate.examples import Example
from corpus.calibrate.fitting import PENALTIES, cross_validated, fit


def drawn(log_odds: dict[str, float], *, base: float, seen: float = 0.0, count: int = 3000) -> list[Example]:
    """Findings of sixty documents, each right with the probability that its signals give it."""
    chance = random.Random(7)
    examples = []
    for number in range(count):
        shown = frozenset(name for name in log_odds if chance.random() < 0.4)
        read_before = number % 60 < 30
        total = base + seen * read_before + sum(log_odds[name] for name in shown)
        right = chance.random() < 1 / (1 + exp(-total))
        examples.append(Example(f"document {number % 60}", "targets", shown, right, read_before))
    return examples


def test_weights_are_found_again() -> None:
    truth = {"for": 1.5, "against": -1.0, "nothing": 0.0}
    fitted = fit(drawn(truth, base=0.5), penalty=0.5)
    assert {name: pytest.approx(weight, abs=0.25) for name, weight in truth.items()} == fitted.weights
    assert fitted.base == pytest.approx(0.5, abs=0.25)


def test_what_is_due_to_documents_read_before_is_no_part_of_a_probability() -> None:
    fitted = fit(drawn({"for": 1.0}, base=0.0, seen=2.0), penalty=0.5)
    assert fitted.seen == pytest.approx(2.0, abs=0.3)
    assert fitted.probability(()) == pytest.approx(0.5, abs=0.06)


def test_a_penalty_draws_weights_to_nothing() -> None:
    examples = drawn({"for": 2.0}, base=0.0, count=200)
    weights = [fit(examples, penalty).weights["for"] for penalty in (0.5, 8.0, 1000.0)]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0.2


def test_a_signal_of_one_document_has_no_weight() -> None:
    examples = [
        Example("one", "targets", frozenset({"rare"} if number % 2 else ()), number % 2 > 0, seen=False)
        for number in range(40)
    ]
    assert fit(examples, 1.0).weights == {}


def test_findings_that_are_all_right_leave_a_doubt() -> None:
    examples = [Example(str(number), "targets", frozenset(), right=True, seen=False) for number in range(20)]
    assert 0.9 < fit(examples, 1.0).probability(()) < 1.0


def test_cross_validation_predicts_every_finding_once() -> None:
    examples = drawn({"for": 1.0}, base=0.0, count=300)
    penalty, predictions = cross_validated(examples)
    assert penalty in PENALTIES
    assert sorted(map(id, examples)) == sorted(id(example) for _, example in predictions)


def test_cross_validation_does_not_look_at_the_document_that_it_predicts() -> None:
    """A signal that tells right from wrong in one document alone is of no help there."""
    telling = [Example("odd", "targets", frozenset({"tell"}), right=True, seen=False) for _ in range(30)]
    others = [Example(str(n), "targets", frozenset(), right=n % 2 > 0, seen=False) for n in range(60)]
    _, predictions = cross_validated([*telling, *others])
    assert all(probability < 0.6 for probability, example in predictions if example.document == "odd")
