"""What is expected of signals is about signals that exist, and the weights in use were fitted for the same layers."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from importlib.resources import files

import pytest

from corpus.evaluate.criteria import RECORD_LAYERS
from corpus.samples import sample_paths
from extractor.find.deadlines.signs_against import AGAINST
from extractor.lexicon import load
from extractor.pipeline import find_all, read

EXPECTED = tomllib.loads(files("corpus.calibrate").joinpath("expected.toml").read_text("utf-8"))


def shown_in_samples() -> dict[str, set[str]]:
    shown: dict[str, set[str]] = {layer: set() for layer in RECORD_LAYERS}
    for path in sample_paths():
        signals = find_all(read(path.read_text("utf-8"))).signals
        for layer in RECORD_LAYERS:
            lists: Iterable[tuple[str, ...]] = getattr(signals, layer)
            shown[layer].update(name for names in lists for name in names)
    return shown


def test_layers() -> None:
    assert set(EXPECTED) == set(load("confidence")) == set(RECORD_LAYERS)


@pytest.mark.parametrize("layer", RECORD_LAYERS)
def test_every_expected_signal_has_its_weight(layer: str) -> None:
    assert set(EXPECTED[layer]) <= set(load("confidence")[layer]["weights"])


def test_most_signals_that_weigh_are_shown_in_samples() -> None:
    """A signal that was renamed would show nowhere; some are too rare for the samples."""
    shown = shown_in_samples()
    for layer in RECORD_LAYERS:
        weights = set(load("confidence")[layer]["weights"]) - set(AGAINST)
        assert len(weights - shown[layer]) < len(weights) / 3, sorted(weights - shown[layer])
