"""Timing, and figures in columns."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence

__all__ = ["median_processor_seconds", "median_seconds", "megabytes", "print_table"]


def median_processor_seconds(run: Callable[[], object], repeats: int) -> float:
    """The median processor time of a call in seconds: what others do on the machine counts less.

    A call that takes less than a second is made once before, which is not counted, to fill caches.
    """
    times = [_processor_seconds(run)]
    if times[0] < 1:
        times = []
    times += [_processor_seconds(run) for _ in range(repeats - len(times))]
    return statistics.median(times)


def _processor_seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def median_seconds(run: Callable[[], object], repeats: int) -> float:
    """The median wall time of a call in seconds, after one call that fills caches and is not counted."""
    run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def megabytes(texts: Iterable[str]) -> float:
    """The size of texts as UTF-8, in millions of bytes."""
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts) / 1e6


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their headings: the first column to the left, figures to the right."""
    lines = [tuple(columns), *map(tuple, rows)]
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    for first, *rest in lines:
        figures = (f"{cell:>{width}}" for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join([f"{first:{widths[0]}}", *figures]).rstrip())
