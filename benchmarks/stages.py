"""How the time of an extraction falls on its stages: the same calls as ``extractor.pipeline``, one at a time."""

from __future__ import annotations

import hashlib
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from extractor.find.bodies import find_bodies
from extractor.find.citations import find_citations
from extractor.find.deadlines import find_deadlines
from extractor.find.quantities import find_quantities
from extractor.find.responsibilities import find_responsibilities
from extractor.find.targets import find_targets, places_of_targets
from extractor.find.timex import find_times
from extractor.outline import read_outline
from extractor.pipeline import find_all
from extractor.record import build_record
from extractor.text import normalise
from schemas import Source

__all__ = ["stage_seconds"]

T = TypeVar("T")


def stage_seconds(texts: Sequence[str], repeats: int) -> dict[str, float]:
    """The time of each stage over all texts, in seconds: median of the repeats, after one that is not counted."""
    runs = [_one_run(texts) for _ in range(repeats + 1)][1:]
    return {stage: statistics.median(run[stage] for run in runs) for stage in runs[0]}


def _one_run(texts: Sequence[str]) -> dict[str, float]:
    clock = _Clock()
    for text in texts:
        _time_stages(text, clock)
    return clock.seconds


def _time_stages(text: str, clock: _Clock) -> None:
    working = clock("normalise", lambda: normalise(text))
    reading = clock("outline", lambda: read_outline(working))
    citations = clock("citations", lambda: find_citations(reading))
    times = clock("times", lambda: find_times(reading))
    clock("deadlines", lambda: find_deadlines(reading, times, citations))
    quantities = clock("quantities", lambda: find_quantities(reading, places_of_targets(reading)))
    clock("targets", lambda: find_targets(reading, quantities, citations))
    bodies = clock("bodies", lambda: find_bodies(reading, citations))
    clock("responsibilities", lambda: find_responsibilities(reading, bodies, citations))
    findings = find_all(reading)
    source = Source(sha256=hashlib.sha256(text.encode()).hexdigest(), chars=len(text))
    clock("record", lambda: build_record(reading, findings, source))


class _Clock:
    """Adds up the time of calls by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def __call__(self, stage: str, run: Callable[[], T]) -> T:
        start = time.process_time()
        outcome = run()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - start
        return outcome
