"""Fitting weights: they find again what the data were made by, and no more than the data show."""

from __future__ import annotations

import random
from math import exp

import pytest

from corpus.calibrate.examples import Example
from corpus.calibrate.fitting import Prior, cross_validated, fit

LOOSE = Prior(penalty=0.5, expected={})


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
    fitted = fit(drawn(truth, base=0.5), LOOSE)
    assert {name: pytest.approx(weight, abs=0.25) for name, weight in truth.items()} == fitted.weights
    assert fitted.base == pytest.approx(0.5, abs=0.25)


def test_what_is_due_to_documents_read_before_is_no_part_of_a_probability() -> None:
    fitted = fit(drawn({"for": 1.0}, base=0.0, seen=2.0), LOOSE)
    assert fitted.seen == pytest.approx(2.0, abs=0.3)
    assert fitted.probability(()) == pytest.approx(0.5, abs=0.06)


def test_a_penalty_draws_weights_to_nothing() -> None:
    examples = drawn({"for": 2.0}, base=0.0, count=200)
    weights = [fit(examples, Prior(penalty, {})).weights["for"] for penalty in (0.5, 8.0, 1000.0)]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] < 0.2


def test_a_signal_of_one_document_has_no_weight() -> None:
    examples = [
        Example("one", "targets", frozenset({"rare"} if number % 2 else ()), number % 2 > 0, seen=False)
        for number in range(40)
    ]
    assert fit(examples, LOOSE).weights == {}


def test_findings_that_are_all_right_leave_a_doubt() -> None:
    examples = [Example(str(number), "targets", frozenset(), right=True, seen=False) for number in range(20)]
    assert 0.9 < fit(examples, LOOSE).probability(()) < 1.0


def test_cross_validation_predicts_every_finding_once() -> None:
    examples = drawn({"for": 1.0}, base=0.0, count=300)
    _, predictions = cross_validated(examples, {})
    assert sorted(map(id, examples)) == sorted(id(example) for _, example in predictions)


def test_cross_validation_does_not_look_at_the_document_that_it_predicts() -> None:
    """A signal that tells right from wrong in one document alone is of no help there."""
    telling = [Example("odd", "targets", frozenset({"tell"}), right=True, seen=False) for _ in range(30)]
    others = [Example(str(n), "targets", frozenset(), right=n % 2 > 0, seen=False) for n in range(60)]
    _, predictions = cross_validated([*telling, *others], {})
    assert all(probability < 0.6 for probability, example in predictions if example.document == "odd")


def test_what_is_expected_is_kept_where_nothing_shows_it() -> None:
    fitted = fit(drawn({"for": 1.0}, base=0.0, count=300), Prior(2.0, {"rare": -1.5}))
    assert fitted.weights["rare"] == pytest.approx(-1.5)


def test_data_outweigh_what_is_expected() -> None:
    fitted = fit(drawn({"for": 1.0}, base=0.0), Prior(2.0, {"for": -1.0}))
    assert fitted.weights["for"] == pytest.approx(1.0, abs=0.25)


def test_expectations_that_the_data_contradict_are_not_trusted() -> None:
    prior, _ = cross_validated(drawn({"for": 2.0}, base=0.0, count=90), {"for": -3.0})
    assert prior.expected == {"for": 0.0}


def test_expectations_that_the_data_bear_out_are_trusted() -> None:
    """Few findings, but all as expected: a weight drawn to nothing would say less."""
    prior, _ = cross_validated(drawn({"for": 2.0}, base=0.0, count=60), {"for": 2.0})
    assert prior.expected == {"for": 2.0}


def test_new_documents_decide_what_is_best() -> None:
    """In documents read before the signal speaks for a finding, in new ones against it."""
    old = drawn({"odd": 2.0}, base=0.0, seen=0.0, count=600)
    read_before = [Example(e.document, e.layer, e.signals, e.right, seen=True) for e in old]
    new = [Example(f"new {e.document}", e.layer, e.signals, not e.right, seen=False) for e in old[:200]]
    prior, _ = cross_validated([*read_before, *new], {"odd": -2.0})
    assert prior.expected == {"odd": -2.0}
