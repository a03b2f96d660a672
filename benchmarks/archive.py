"""An archive of many documents: how fast it is filled, what memory that takes, and how fast it answers.

    python -m benchmarks.archive FOLDER [--store FILE] [--processes N] [--questions-only]

FOLDER holds texts, for example those of ``benchmarks.generate``. Extraction alone is measured first, on a sample of
the same files with the same number of processes, so that the share of the archive in the work is known.
"""

from __future__ import annotations

import argparse
import datetime as dt
import resource
import statistics
import time
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.measure import print_table
from corpus.citator import cites
from corpus.extraction import extract_file
from corpus.index import Options, Report, index
from corpus.questions.deadlines import Asked, deadlines
from corpus.store import Store
from corpus.store.searching import search

_ALONE = 2_000
"""Files of which extraction alone is measured."""

_REPEATS = 20
_PAGE = 100

_SEARCHES = (
    "dak lak", "chuyển đổi số", "49-KH/TU", "title:lưu trữ", '"đoàn viên công đoàn"', "thi dua khen thuong",
    "issuer:\"liên đoàn lao động\" nghèo", "báo cáo kết quả trước ngày", "kế hoạch", "tuyên tr* year:2024",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--store", type=Path, default=Path("archive-benchmark.db"))
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--questions-only", action="store_true", help="of an archive that was filled before")
    options = parser.parse_args()
    if not options.questions_only:
        _fill(options.folder, options.store, options.processes)
    print()
    _ask(options.store)


def _fill(folder: Path, store: Path, processes: int) -> None:
    for file in store.parent.glob(f"{store.name}*"):
        file.unlink()
    files = sorted(path for path in folder.rglob("*.txt"))
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} files, {size:.1f} MB")
    step = max(1, len(files) // _ALONE)
    sample = files[::step]
    alone = _Cost.of(lambda: _extraction_alone(sample, processes))
    memory = _Memory(len(files))
    reports: list[Report] = []
    whole = _Cost.of(lambda: reports.append(index([folder], store, Options(processes=processes), memory)))
    report, bytes_ = reports[0], store.stat().st_size
    ratio = tuple(cost * len(sample) / len(files) for cost in (whole.seconds / alone.seconds, whole.cpu / alone.cpu))
    print(f"indexed: {report.documents} documents in {report.seconds:.1f} s, {report.failures} failures")
    print(f"  {len(files) / whole.seconds:.0f} documents/s, {size / whole.seconds:.2f} MB/s on {processes} processes")
    print(f"  extraction alone: {len(sample) / alone.seconds:.0f} documents/s")
    print(f"  indexing takes {ratio[0]:.2f} times as long, and {ratio[1]:.2f} times the processor")
    print(f"  file: {bytes_ / 1e6:.0f} MB, {bytes_ / len(files) / 1e3:.1f} kB a document\n")
    memory.print()
    again = index([folder], store, Options(processes=processes))
    print(f"\nonce more, nothing changed: {again.seconds:.1f} s")


@dataclass(frozen=True, slots=True)
class _Cost:
    """What a piece of work took: seconds, and seconds of processors, those of its processes too."""

    seconds: float
    cpu: float

    @classmethod
    def of(cls, work: Callable[[], object]) -> _Cost:
        seconds, cpu = time.perf_counter(), _cpu_seconds()
        work()
        return cls(time.perf_counter() - seconds, _cpu_seconds() - cpu)


def _cpu_seconds() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def _extraction_alone(files: Sequence[Path], processes: int) -> None:
    """Read and extract to JSON, and store nothing."""
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        sum(pool.map(_extract, files, chunksize=8))


def _extract(path: Path) -> int:
    return len(extract_file(path).directive.model_dump_json())


class _Memory:
    """Watches a run: the memory of the indexer and of its processes as it gets on, in megabytes."""

    def __init__(self, files: int) -> None:
        self._step = max(1, files // 10)
        self._rows: list[tuple[str, str, str, str]] = []
        self._done = 0
        self._start = time.perf_counter()

    def begin(self, files: int) -> None:
        """Nothing is done yet."""

    def advance(self, report: Report, *, files: int) -> None:
        """Take a sample every tenth of the work."""
        before, self._done = self._done // self._step, self._done + files
        if self._done // self._step > before:
            own, others = _resident("self"), [_resident(child) for child in _children()]
            rate = self._done / (time.perf_counter() - self._start)
            self._rows.append((str(self._done), f"{own:.0f}", " + ".join(f"{mb:.0f}" for mb in others), f"{rate:.0f}"))

    def print(self) -> None:
        """Print what was seen."""
        print_table(("documents", "writer MB", "readers MB", "documents/s so far"), self._rows)
        print(f"peak of the writer: {_resident('self', 'VmHWM'):.0f} MB")


def _resident(process: str, field: str = "VmRSS") -> float:
    """Megabytes of memory of a process (Linux: /proc)."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0.0


def _children() -> Iterator[str]:
    """The processes that read."""
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text().split():
            if "resource_tracker" not in Path(f"/proc/{child}/cmdline").read_text():
                yield child


def _ask(path: Path) -> None:
    """Time questions on a warm archive, a page of answers each."""
    with Store.open(path) as store:
        questions: list[tuple[str, Callable[[], int]]] = [
            *((f"search {typed}", partial(_searched, store, typed)) for typed in _SEARCHES),
            *((f"cites {work}", partial(_cited, store, work)) for work in _works(store)),
            *((f"deadlines {first:%Y-%m}", partial(_due, store, first)) for first in _months(store)),
        ]
        print_table(("question", "answers", "median ms"), ((name, *_timed(ask)) for name, ask in questions))


def _searched(store: Store, typed: str) -> int:
    return search(store, typed).total


def _cited(store: Store, work: str) -> int:
    return len(cites(store, work, limit=_PAGE).mentions)


def _due(store: Store, first: dt.date) -> int:
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return len(deadlines(store, Asked(first=first, last=last), limit=_PAGE).items)


def _works(store: Store) -> list[str]:
    """The work that is cited most, some that are cited less, and one that is cited once."""
    rows = store.rows(
        "SELECT w.key, count(*) FROM citations AS c JOIN works AS w ON w.id = c.work_id WHERE w.key IS NOT NULL"
        " GROUP BY w.id ORDER BY 2 DESC"
    )
    return list(dict.fromkeys(rows[len(rows) * part // 1000][0] for part in (0, 1, 10, 100, 999) if rows))


def _months(store: Store) -> list[dt.date]:
    """The month in which most is due, and two others."""
    rows = store.rows(
        "SELECT substr(last_day, 1, 7), count(*) FROM deadlines WHERE last_day IS NOT NULL GROUP BY 1 ORDER BY 2 DESC"
    )
    return [dt.date.fromisoformat(f"{rows[len(rows) * part // 10][0]}-01") for part in (0, 3, 6) if rows]


def _timed(ask: Callable[[], int]) -> tuple[str, str]:
    found = ask()
    times = []
    for _ in range(_REPEATS):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
    return str(found), f"{statistics.median(times) * 1000:.1f}"


if __name__ == "__main__":
    main()
