"""A folder of texts, one after the other: total time, speed, the slowest files, peak memory, and what fails.

    python -m benchmarks.bulk DIR

Ends with exit code 1 if any text raises.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
import traceback
from pathlib import Path

import extractor
from benchmarks.measure import print_table
from benchmarks.texts import load_samples
from corpus.errors import FileError
from corpus.files import load

_SLOWEST = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    extractor.extract(load_samples()[0])  # patterns are compiled and lexicons read once for all texts
    before = _peak_megabytes()
    timed: list[tuple[float, float, str]] = []
    failures = 0
    for path in sorted(folder.glob("*.txt")):
        try:
            text = load(path).text
        except FileError as error:
            print(f"not read: {error}")
            continue
        size = len(text.encode()) / 1e6
        start = time.perf_counter()
        try:
            extractor.extract(text)
        except Exception:  # noqa: BLE001 - what is counted here is exactly what should never be raised
            failures += 1
            print(f"FAILED: {path.name}")
            traceback.print_exc(file=sys.stdout)
        timed.append((time.perf_counter() - start, size, path.name))
    if not timed:
        raise SystemExit(f"{folder} holds no readable *.txt")
    seconds, size = sum(time_ for time_, _, _ in timed), sum(size for _, size, _ in timed)
    print(f"{len(timed)} texts, {failures} failed")
    print(f"{size:.2f} MB of UTF-8 in {seconds:.2f} s: {size / seconds:.2f} MB/s")
    print(f"peak memory {_peak_megabytes():.0f} MB ({before:.0f} MB before the first text)\n")
    slowest = sorted(timed, reverse=True)[:_SLOWEST]
    print_table(
        ("slowest", "kB", "ms", "MB/s"),
        [(name, f"{mb * 1000:.0f}", f"{time_ * 1000:.0f}", f"{mb / time_:.2f}") for time_, mb, name in slowest],
    )
    raise SystemExit(failures > 0)


def _peak_megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
