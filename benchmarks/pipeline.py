"""Speed in process, text in and validated record out: each stage, and what a user would pick instead, in one run.

    python -m benchmarks.pipeline [NAME=DIR …] [--repeats N] [--stages-only]

Each column is a set of texts: a folder of *.txt, else the samples. Figures are megabytes of UTF-8 a second of one core
by the clock of the processor, medians of the repeats; after a slash, how many times as fast the whole of Trích Lục is.
That is measured in a new process each time, on texts that it has never seen: what is remembered of short strings must
not count. What the peers do is in ``benchmarks/peers.py``: less, all of them. Those that are slow are given a part of
the texts.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import extractor
from benchmarks.measure import median_processor_seconds, megabytes, print_table
from benchmarks.peers import Peer, peers
from benchmarks.stages import stage_seconds
from benchmarks.texts import SAMPLES, load_chain, load_folder, load_samples
from corpus.garbage import collect_seldom

_MOST_REPEATED = 2.0
"""Megabytes of which a set is read more than once: beyond, one run is long enough to be steady."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="NAME=DIR", help="texts (default: the samples)")
    parser.add_argument("--repeats", type=int, default=7, help="of extraction; slow peers get fewer")
    parser.add_argument("--stages-only", action="store_true", help="without the peers")
    parser.add_argument("--once", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(_seconds_at_first_sight(load_folder(options.once)))
        return
    folders = dict(given.partition("=")[::2] for given in options.sets) or {"samples": str(SAMPLES)}
    sets = {name: load_folder(Path(folder)) for name, folder in folders.items()}
    for name, texts in sets.items():
        print(f"{name}: {len(texts)} texts, {megabytes(texts):.3f} MB of UTF-8, {sum(map(len, texts))} code points")
    for other in load_chain():
        extractor.extract(other)
    collect_seldom()  # as the programs do that extract; it is as good for the peers
    ours = {name: megabytes(texts) / _first_sight(folders[name], options.repeats) for name, texts in sets.items()}
    again = (_speed(extractor.extract, texts, options.repeats) for texts in sets.values())
    rows = [
        ("trichluc: text to validated record", *(f"{speed:.2f}" for speed in ours.values())),
        ("trichluc: the same texts again", *(f"{speed:.2f}" for speed in again)),
    ]
    if not options.stages_only:
        rows += _peer_rows(sets, ours, options.repeats)
    print()
    print_table(("MB/s", *sets), rows)
    print()
    print_table(("stage", *(f"{name}: ms a MB" for name in sets)), _stage_rows(sets, options.repeats))


def _first_sight(folder: str, repeats: int) -> float:
    """Median seconds of extracting a folder, each time in a process that has read other texts only."""
    command = [sys.executable, "-m", "benchmarks.pipeline", "--once", folder]
    runs = [subprocess.run(command, check=True, capture_output=True, text=True) for _ in range(repeats)]
    return statistics.median(float(run.stdout) for run in runs)


def _seconds_at_first_sight(texts: Sequence[str]) -> float:
    for other in (*load_chain(), *load_samples()):  # patterns are compiled, lexicons read
        if other not in texts:
            extractor.extract(other)
    collect_seldom()
    start = time.process_time()
    for text in texts:
        extractor.extract(text)
    return time.process_time() - start


def _peer_rows(sets: dict[str, list[str]], ours: dict[str, float], repeats: int) -> list[tuple[str, ...]]:
    cells: dict[str, list[str]] = {}
    for name, texts in sets.items():
        for peer in peers(texts):
            speed = _peer_speed(peer, texts, repeats)
            cells.setdefault(peer.name, []).append(f"{speed:.3g} / {ours[name] / speed:.3g}")
    return [(name, *row) for name, row in cells.items()]


def _peer_speed(peer: Peer, texts: Sequence[str], repeats: int) -> float:
    is_slow = peer.at_most is not None
    return _speed(peer.run, peer.share(texts), 1 if is_slow else repeats)


def _speed(run: Callable[[str], object], texts: Sequence[str], repeats: int) -> float:
    """Megabytes a second over all texts, median of the repeats."""
    size = megabytes(texts)
    return size / median_processor_seconds(
        lambda: [run(text) for text in texts], repeats if size < _MOST_REPEATED else 1
    )


def _stage_rows(sets: dict[str, list[str]], repeats: int) -> list[tuple[str, ...]]:
    columns = []
    for texts in sets.values():
        size = megabytes(texts)
        seconds = stage_seconds(texts, repeats if size < _MOST_REPEATED else 1)
        columns.append({stage: value * 1000 / size for stage, value in seconds.items()})
    totals = [sum(column.values()) for column in columns]
    rows = [
        (
            stage,
            *(
                f"{column[stage]:.1f} ({column[stage] / total:.0%})"
                for column, total in zip(columns, totals, strict=True)
            ),
        )
        for stage in columns[0]
    ]
    return [*rows, ("all", *(f"{total:.1f}" for total in totals))]


if __name__ == "__main__":
    main()
