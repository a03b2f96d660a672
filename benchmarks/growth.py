"""Whether time and memory grow as the work does: longer texts, more documents, and texts made to hurt.

    python -m benchmarks.growth [--texts DIR] [--most-megabytes 50] [--most-documents 10000] [--picture FILE.svg]

Each point is a process of its own, so that its memory is its own. Time is that of the processor. The last columns are
time and memory a byte (a document) against those of the point of a megabyte (a hundred documents): 1.0 is straight.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import extractor
from benchmarks.curve import Curve, curves_picture
from benchmarks.generate import generate
from benchmarks.measure import median_processor_seconds, megabytes, print_table
from benchmarks.texts import adversarial, load_folder, load_samples
from corpus.garbage import collect_seldom

_MEGABYTES = (0.01, 0.03, 0.1, 0.3, 1, 3, 10, 25, 50)
_DOCUMENTS = (1, 10, 100, 1000, 10_000, 100_000)
_REFERENCE_MEGABYTES, _REFERENCE_DOCUMENTS = 1, 100
_ADVERSARIAL_LENGTHS = (10_000, 100_000, 1_000_000)


@dataclass(frozen=True, slots=True)
class Point:
    """What one amount of work took."""

    size: float
    seconds: float
    memory: float
    """Megabytes at the peak, above what the program takes before it reads anything."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of *.txt (default: the samples)")
    parser.add_argument("--most-megabytes", type=float, default=50)
    parser.add_argument("--most-documents", type=int, default=10_000)
    parser.add_argument("--picture", type=Path, metavar="FILE.svg", help="draw the curves")
    parser.add_argument("--point", nargs=2, metavar=("KIND", "SIZE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.point:
        print(json.dumps(_measure(options.point[0], float(options.point[1]), options.texts)))
        return
    long = _points("text", [size for size in _MEGABYTES if size <= options.most_megabytes], options.texts)
    _print_points("one text, MB", long, _REFERENCE_MEGABYTES)
    print()
    many = _points("documents", [count for count in _DOCUMENTS if count <= options.most_documents], options.texts)
    _print_points("documents", many, _REFERENCE_DOCUMENTS)
    print()
    _print_adversarial()
    if options.picture:
        options.picture.write_text(
            curves_picture(
                [
                    Curve("one text", "MB", [(point.size, point.seconds) for point in long]),
                    Curve("documents of 4 kB", "documents", [(point.size, point.seconds) for point in many]),
                ]
            ),
            "utf-8",
        )


def _points(kind: str, sizes: Sequence[float], texts: Path | None) -> list[Point]:
    points = []
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.growth", "--point", kind, str(size)]
        command += ["--texts", str(texts)] if texts else []
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        points.append(Point(size, *json.loads(done.stdout)))
    return points


def _measure(kind: str, size: float, folder: Path | None) -> tuple[float, float]:
    """Seconds and megabytes of one point, in this process."""
    texts = load_folder(folder) if folder else load_samples()
    for sample in load_samples():  # patterns are compiled, lexicons and models read once
        extractor.extract(sample)
    collect_seldom()
    work: Iterable[str] = _one_text(texts, size) if kind == "text" else generate(int(size), seed=1)
    before = _peak_megabytes()
    seconds = 0.0
    for text in work:
        start = time.process_time()
        extractor.extract(text)
        seconds += time.process_time() - start
    return seconds, max(_peak_megabytes() - before, 0.0)


def _one_text(texts: Sequence[str], size: float) -> Iterable[str]:
    """Real texts one after the other until there are so many megabytes."""
    joined = "\n\n".join(texts)
    whole = joined * (int(size / megabytes([joined])) + 1)
    return [whole[: int(len(whole) * size / megabytes([whole]))]]


def _print_points(name: str, points: Sequence[Point], reference: float) -> None:
    base = next((point for point in points if point.size >= reference), points[-1])
    rows = [
        (
            f"{point.size:g}",
            f"{point.seconds:.3f}",
            f"{point.memory:.0f}",
            f"{point.seconds / point.size / (base.seconds / base.size):.2f}",
            f"{point.memory / point.size / (base.memory / base.size):.2f}" if base.memory else "–",
        )
        for point in points
    ]
    print_table((name, "s", "MB more", "time", "memory"), rows)


def _print_adversarial() -> None:
    made = [adversarial(length) for length in _ADVERSARIAL_LENGTHS]
    rows = []
    for name in made[0]:
        rates = []
        for texts in made:
            text = texts[name]
            rates.append(median_processor_seconds(_extracting(text), 3) / megabytes([text]))
        rows.append((name, *(f"{rate:.2f}" for rate in rates), f"{rates[-1] / rates[0]:.2f}"))
    print_table(("text made to hurt: s a MB at", *(f"{n // 1000} k" for n in _ADVERSARIAL_LENGTHS), "growth"), rows)


def _extracting(text: str) -> Callable[[], object]:
    return lambda: extractor.extract(text)


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3


if __name__ == "__main__":
    main()
