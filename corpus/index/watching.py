"""A drop folder: what is put into it goes into the archive.

The folder is looked at again and again. A file is taken when it is at rest: as large and as old at two looks in a row,
so that what is still being copied is left alone.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from corpus.index.discovery import FoundFile, discover
from corpus.index.run import Options, Report, Watcher, index
from corpus.store import Store, writing

__all__ = ["watch"]

_State = tuple[int, int]


def watch(
    folder: Path,
    store: Path,
    *,
    interval: float,
    options: Options | None = None,
    move_to: Path | None = None,
    rounds: int | None = None,
    watcher: Watcher | None = None,
) -> Iterator[Report]:
    """Look at ``folder`` every ``interval`` seconds, and yield a report whenever something was indexed.

    What was read is moved into ``move_to`` where that is given, and never otherwise; what failed stays. Ends after
    ``rounds`` looks, or never.
    """
    before: dict[str, _State] = {}
    taken: dict[str, _State] = {}
    look = 0
    while rounds is None or look < rounds:
        if look:
            time.sleep(interval)
        look += 1
        now = _states(folder, leave_out=move_to)
        at_rest = [path for path, state in now.items() if before.get(path) == state and taken.get(path) != state]
        before = now
        if not at_rest:
            continue
        report = index(at_rest, store, options, watcher)
        taken = {path: state for path, state in now.items() if path in at_rest or path in taken}
        if move_to is not None:
            _move(at_rest, store, move_to)
        yield report


def _states(folder: Path, *, leave_out: Path | None) -> dict[str, _State]:
    kept_out = {str(leave_out.resolve())} if leave_out is not None else set()
    return {
        item.path: (item.size, item.modified_ns)
        for item in discover([folder], leave_out=kept_out)
        if isinstance(item, FoundFile)
    }


def _move(paths: list[str], store: Path, target: Path) -> None:
    """Move what was read, and let the archive know where it is now."""
    target.mkdir(parents=True, exist_ok=True)
    with Store.open(store) as archive:
        read = [path for path in paths if archive.row("SELECT 1 FROM locations WHERE file = ?", (path,)) is not None]
    moved = []
    for path in read:
        moved.append(_free(target / Path(path).name))
        shutil.move(path, moved[-1])
    index(moved, store, Options(processes=0))  # nothing is extracted: the content is known
    with Store.create(store) as archive, writing(archive) as writer:
        for path in read:
            writer.forget_file(path)


def _free(path: Path) -> Path:
    """A name that is not taken: ``a.txt``, ``a (2).txt``, ``a (3).txt`` …"""
    number, free = 2, path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
