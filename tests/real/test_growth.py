"""Time grows as the text does, also on texts made to hurt: no pattern and no automaton may be worse than linear."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from benchmarks.stages import stage_seconds
from benchmarks.texts import adversarial

SHORT, LONG = 8_000, 64_000
LIMIT = 3.0
"""Time a code point of the long text against that of the short one. Quadratic time would give eight."""

TOO_LITTLE = 0.01
"""Seconds that a long text may take whatever the short one takes: less cannot be told from the noise of a machine."""

SHORT_TEXTS, LONG_TEXTS = adversarial(SHORT), adversarial(LONG)


@pytest.fixture(autouse=True)
def _no_garbage_collection() -> Iterator[None]:
    """Looking through all that the process holds is no part of a stage, and falls on any of them."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def seconds(text: str) -> dict[str, float]:
    """The least processor time of three runs, by stage: what other processes take does not count."""
    runs = [stage_seconds([text], 1) for _ in range(3)]
    return {stage: min(run[stage] for run in runs) for stage in runs[0]}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SHORT_TEXTS))
def test_time_of_every_stage_is_linear(name: str) -> None:
    short, long = SHORT_TEXTS[name], LONG_TEXTS[name]
    before, after = seconds(short), seconds(long)
    allowed = LIMIT * len(long) / len(short)
    slow = [stage for stage in after if after[stage] > allowed * before[stage] + TOO_LITTLE]
    assert {stage: after[stage] / before[stage] for stage in slow} == {}
