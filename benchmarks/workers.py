"""Whether two processes do twice the work of one: extraction of the same texts by one process, and by several at once.

    python -m benchmarks.workers [--texts DIR] [--processes 2] [--rounds 5]

Rounds alternate, so that what else the machine does falls on both. Memory is that of a worker at its peak.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import extractor
from benchmarks.measure import megabytes, print_table
from benchmarks.texts import load_folder, load_samples
from corpus.garbage import collect_seldom


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of *.txt (default: the samples, repeated)")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = load_folder(options.texts) if options.texts else load_samples() * 20
    with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(options.processes) as several:
        for pool, count in ((one, 1), (several, options.processes)):
            list(pool.map(_start, range(count * 4)))  # every worker has started and read its lexicons
        pairs = [(_seconds(one, texts, 1), _seconds(several, texts, options.processes)) for _ in range(options.rounds)]
        memory = max(several.map(_read, _shares(texts, options.processes)))
    size = megabytes(texts)
    alone, together = (statistics.median(seconds) for seconds in zip(*pairs, strict=True))
    print_table(
        ("processes", "s", "MB/s", "times one"),
        [
            ("1", f"{alone:.2f}", f"{size / alone:.2f}", ""),
            (
                str(options.processes),
                f"{together:.2f}",
                f"{size / together:.2f}",
                f"{statistics.median(first / second for first, second in pairs):.2f}",
            ),
        ],
    )
    print(f"memory of a worker: {memory:.0f} MB at its peak")


def _seconds(pool: ProcessPoolExecutor, texts: list[str], processes: int) -> float:
    start = time.perf_counter()
    list(pool.map(_read, _shares(texts, processes)))
    return time.perf_counter() - start


def _shares(texts: list[str], processes: int) -> list[list[str]]:
    """Several shares a process, of like size, so that none waits long for another."""
    ordered = sorted(texts, key=len, reverse=True)
    count = processes * 4
    return [ordered[first::count] for first in range(count)]


def _start(_: int) -> None:
    _read(load_samples())
    collect_seldom()


def _read(texts: list[str]) -> float:
    for text in texts:
        extractor.extract(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


if __name__ == "__main__":
    main()
