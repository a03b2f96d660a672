"""The reading room under load: many readers at once on one archive, over real connections.

Every reader searches words and numbers of the archive's own titles, each search another one, for so many seconds:
without a pause, or with one to read what was found. What they wait is the whole time of a request, from the first byte
sent to the last one received. Then, alone, every main page is asked for: its time, and its weight with all that it is
drawn with.

python -m benchmarks.readers ARCHIVE [--readers N] [--seconds N] [--pause SECONDS] [--processes N]
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from benchmarks.measure import print_table
from corpus.store import Store

_READY = re.compile(r"http://127\.0\.0\.1:(\d+)/")
_ASSETS = re.compile(r'(?:src|href)="(/static/[^"]+)"')
_PAGES = ("/", "/library", "/deadlines", "/citations", "/bodies", "/targets")
_TITLES = 400
_WEIGHED = 5
_MILLISECONDS = 1000
_SEED = 11


@dataclass(slots=True)
class Reader:
    """What one reader met."""

    waits: list[float] = field(default_factory=list)
    """Seconds, a search each."""
    failures: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--pause", type=float, default=0.0)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    searches = _searches(options.archive)
    with _served(options.archive, options.processes) as port:
        for name, address in (("search over the API", "/api/v1/search?q={}"), ("search on the page", "/library?q={}")):
            _burst(port, address, searches[:20], readers=2, seconds=2.0, pause=0.0)  # what is read once is read now
            readers = _burst(port, address, searches, options.readers, options.seconds, options.pause)
            _print_waits(name, readers, options.seconds)
        _print_pages(port)


def _searches(archive: Path) -> list[str]:
    """Two words of a title, with marks and without, or a number: as people search."""
    chance = random.Random(_SEED)
    with Store.open(archive) as store:
        rows = store.rows(
            "SELECT title, key FROM documents WHERE title IS NOT NULL ORDER BY sha256 LIMIT :limit", {"limit": _TITLES}
        )
    searches = []
    for row in rows:
        words = re.findall(r"\w+", row["title"])
        if chance.random() < 1 / 4 and row["key"]:
            searches.append(row["key"])
        elif len(words) > 1:
            first = chance.randrange(len(words) - 1)
            searches.append(" ".join(words[first : first + 2]).lower())
    chance.shuffle(searches)
    return searches


@contextmanager
def _served(archive: Path, processes: int) -> Iterator[int]:
    """Serve the archive, read-only, and give the port."""
    command = [sys.executable, "-m", "corpus.cli", "serve", "--store", str(archive), "--port", "0", "--read-only"]
    server = subprocess.Popen([*command, "--processes", str(processes)], stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        ready = next((found for line in server.stderr if (found := _READY.search(line))), None)
        assert ready is not None, "the server did not start"
        _wait_for_all(int(ready[1]), processes)
        yield int(ready[1])
    finally:
        server.terminate()
        server.wait(30)


def _wait_for_all(port: int, processes: int) -> None:
    """Wait until the other processes have surely started, too: they say nothing of it."""
    for _ in range(20 * processes):
        _get(http.client.HTTPConnection("127.0.0.1", port), "/login")
        time.sleep(0.2)


def _get(connection: http.client.HTTPConnection, address: str) -> tuple[int, bytes]:
    connection.request("GET", address)
    answer = connection.getresponse()
    return answer.status, answer.read()


def _burst(
    port: int, address: str, searches: Sequence[str], readers: int, seconds: float, pause: float
) -> list[Reader]:
    """Let some readers search at once, for so many seconds."""
    until = time.perf_counter() + seconds
    found = [Reader() for _ in range(readers)]

    def read(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        place = number * len(searches) // readers
        time.sleep(pause * number / readers)  # they do not all begin at once
        while time.perf_counter() < until:
            words, place = searches[place % len(searches)], place + 1
            begun = time.perf_counter()
            status, _ = _get(connection, address.format(quote(words)))
            found[number].waits.append(time.perf_counter() - begun)
            found[number].failures += status != http.HTTPStatus.OK
            time.sleep(pause)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def _print_waits(name: str, readers: Sequence[Reader], seconds: float) -> None:
    waits = sorted(wait * _MILLISECONDS for reader in readers for wait in reader.waits)
    quantiles = statistics.quantiles(waits, n=100)
    row = (
        str(len(readers)),
        str(len(waits)),
        f"{len(waits) / seconds:.0f}",
        f"{quantiles[49]:.0f}",
        f"{quantiles[94]:.0f}",
        f"{quantiles[98]:.0f}",
        str(sum(reader.failures for reader in readers)),
    )
    print_table((name, "searches", "a second", "median ms", "95 % ms", "99 % ms", "failed"), [row])


def _print_pages(port: int) -> None:
    """The time of every main page, the first time and as a rule, and its weight with styles and scripts."""
    rows = []
    for address in _PAGES:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        times, body = [], b""
        for _ in range(_WEIGHED):
            begun = time.perf_counter()
            status, body = _get(connection, address)
            times.append((time.perf_counter() - begun) * _MILLISECONDS)
            assert status == http.HTTPStatus.OK, f"{address}: {status}"
        assets = set(_ASSETS.findall(body.decode("utf-8")))
        weight = len(body) + sum(len(_get(connection, asset)[1]) for asset in assets)
        rows.append(
            (
                address,
                f"{times[0]:.0f}",
                f"{statistics.median(times):.0f}",
                f"{len(body) / 1000:.0f}",
                f"{weight / 1000:.0f}",
            )
        )
    print_table(("page", "first ms", "median ms", "page kB", "with all kB"), rows)


if __name__ == "__main__":
    main()
