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
from pathlib import Path

from benchmarks.measure import print_table
from corpus.samples import sample_paths

_DOUBTFUL = "CHỈ THỊ\nVề lưu trữ\n\n1. Sở Nội vụ báo cáo kết quả cho UBND TP. Cần Thơ trước ngày 15/4/2031.\n"
"""Whether a sentence ends in it only underthesea knows."""

_LOADS_UNDERTHESEA = "import sys, extractor; extractor.extract(open(sys.argv[1], encoding='utf-8').read()); \
sys.exit('underthesea' not in sys.modules)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=11)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        doubtful = Path(folder, "doubtful.txt")
        doubtful.write_text(_DOUBTFUL, "utf-8")
        plain = next(path for path in sample_paths() if not _loads_underthesea(path))
        assert _loads_underthesea(doubtful)
        _print_times(plain, doubtful, repeats)


def _loads_underthesea(text: Path) -> bool:
    return subprocess.run([sys.executable, "-c", _LOADS_UNDERTHESEA, str(text)], check=False).returncode == 0


def _print_times(plain: Path, doubtful: Path, repeats: int) -> None:
    commands = {
        "python -c pass": ["-c", "pass"],
        "import pydantic": ["-c", "import pydantic"],
        "import underthesea": ["-c", "import underthesea"],
        "import extractor": ["-c", "import extractor"],
        "trichluc --version": ["-m", "corpus.cli", "--version"],
        "trichluc --help": ["-m", "corpus.cli", "--help"],
        "trichluc extract (json)": ["-m", "corpus.cli", "extract", "--format", "json", str(plain)],
        "trichluc extract (pretty)": ["-m", "corpus.cli", "extract", "--format", "pretty", str(plain)],
        "trichluc extract, with underthesea": ["-m", "corpus.cli", "extract", "--format", "json", str(doubtful)],
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
