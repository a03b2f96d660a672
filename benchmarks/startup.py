"""Cold starts: the time of a whole process, from nothing to its answer.

Modules are read from their byte code, as those of an installed package are, whatever the environment says of that: a
first run of each command, which is not counted, leaves it in a directory of its own.

python -m benchmarks.startup [--repeats N]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping

from benchmarks.measure import print_table
from corpus.samples import sample_paths


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=11)
    repeats = parser.parse_args().repeats
    sample = str(sample_paths()[0])
    commands = {
        "python -c pass": ["-c", "pass"],
        "import pydantic": ["-c", "import pydantic"],
        "import underthesea": ["-c", "import underthesea"],
        "import extractor": ["-c", "import extractor"],
        "trichluc --version": ["-m", "corpus.cli", "--version"],
        "trichluc --help": ["-m", "corpus.cli", "--help"],
        "trichluc extract (json)": ["-m", "corpus.cli", "extract", "--format", "json", sample],
        "trichluc extract (pretty)": ["-m", "corpus.cli", "extract", "--format", "pretty", sample],
    }
    rows = []
    with tempfile.TemporaryDirectory() as byte_code:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": byte_code, "PYTHONDONTWRITEBYTECODE": ""}
        for name, arguments in commands.items():
            _, *times = (_seconds(arguments, environment) for _ in range(repeats + 1))
            rows.append((name, f"{min(times):.3f}", f"{statistics.median(times):.3f}", f"{max(times):.3f}"))
    print_table(("cold start, s", "least", "median", "most"), rows)


def _seconds(arguments: list[str], environment: Mapping[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
