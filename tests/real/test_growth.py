"""Time grows as the text does, also on texts made to hurt: no pattern and no automaton may be worse than linear."""

from __future__ import annotations

import time

import pytest

import extractor
from benchmarks.texts import adversarial

SHORT, LONG = 8_000, 64_000
LIMIT = 3.0
"""Time a code point of the long text against that of the short one. Quadratic time would give eight."""

SHORT_TEXTS, LONG_TEXTS = adversarial(SHORT), adversarial(LONG)


def seconds(text: str) -> float:
    """The least processor time of three runs: what other processes take does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        extractor.extract(text)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SHORT_TEXTS))
def test_time_is_linear(name: str) -> None:
    extractor.extract(SHORT_TEXTS[name])
    short, long = SHORT_TEXTS[name], LONG_TEXTS[name]
    assert seconds(long) / len(long) < LIMIT * seconds(short) / len(short) + 0.02 / len(long)
