"""Whether time grows as the text does: real texts at 1, 10 and 100 times their length, and texts made to hurt.

    python -m benchmarks.growth [--texts DIR]

The last column is time a byte against that of the shortest text: 1.0 is a straight line.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

import extractor
from benchmarks.measure import median_seconds, megabytes, print_table
from benchmarks.texts import adversarial, load_folder, load_samples

_FACTORS = (1, 10, 100)
_ADVERSARIAL_LENGTHS = (10_000, 40_000, 160_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, help="a folder of *.txt (default: the samples)")
    options = parser.parse_args()
    texts = load_folder(options.texts) if options.texts else load_samples()
    longest = max(texts, key=len)
    columns = ("text", "kB", "ms", "MB/s", "time a byte")
    print_table(columns, _curve("longest text repeated", [longest * factor for factor in _FACTORS]))
    print()
    made: list[dict[str, str]] = [adversarial(length) for length in _ADVERSARIAL_LENGTHS]
    print_table(columns, (row for name in made[0] for row in _curve(name, [texts[name] for texts in made])))


def _curve(name: str, texts: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    first = 0.0
    for text in texts:
        size = megabytes([text])
        seconds = median_seconds(_extracting(text), 3 if size < 1 else 1)
        first = first or seconds / size
        yield (
            name,
            f"{size * 1000:.0f}",
            f"{seconds * 1000:.1f}",
            f"{size / seconds:.2f}",
            f"{seconds / size / first:.2f}",
        )


def _extracting(text: str) -> Callable[[], object]:
    return lambda: extractor.extract(text)


if __name__ == "__main__":
    main()
