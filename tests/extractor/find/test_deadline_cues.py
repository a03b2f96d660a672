"""The lexicon of deadlines and the signs that it weighs name the same things."""

from __future__ import annotations

from extractor.find.deadlines.signs_against import AGAINST
from extractor.find.deadlines.signs_for import FOR
from extractor.lexicon import load


def test_every_sign_has_a_weight_and_every_weight_a_sign() -> None:
    weights = load("deadline_cues")["weights"]
    assert {name for name, value in weights.items() if isinstance(value, int)} == {*FOR, *AGAINST}


def test_weights_of_a_kind_are_of_known_kinds_and_signs() -> None:
    cues = load("deadline_cues")
    special = {kind: signs for kind, signs in cues["weights"].items() if isinstance(signs, dict)}
    assert special.keys() <= cues["kinds"].keys()
    assert {sign for signs in special.values() for sign in signs} <= {*FOR, *AGAINST}


def test_signs_against_weigh_against() -> None:
    weights = load("deadline_cues")["weights"]
    assert all(weights[name] < 0 for name in AGAINST)
    assert all(weights[name] > 0 for name in FOR)


def test_words_are_lower_case() -> None:
    words = [word for entries in load("deadline_cues")["words"].values() for word in entries]
    assert [word for word in words if word != word.lower()] == []
