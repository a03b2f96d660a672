"""A drop folder: files at rest go into the archive."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.index import Options, Report
from corpus.index.watching import watch
from corpus.samples import sample_paths
from corpus.store import Store

ONE, TWO = sample_paths()[:2]


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def looks(drop: Path, rounds: int, move_to: Path | None = None) -> Iterator[Report]:
    options = Options(processes=0)
    return watch(drop, drop.parent / "archive.db", interval=0.01, options=options, move_to=move_to, rounds=rounds)


def locations(drop: Path) -> list[Path]:
    with Store.open(drop.parent / "archive.db") as store:
        return [Path(row[0]) for row in store.rows("SELECT path FROM locations ORDER BY path")]


def test_file_is_taken_at_the_second_look(drop: Path) -> None:
    shutil.copy(ONE, drop)
    assert [report.documents for report in looks(drop, 1)] == []
    assert [report.documents for report in looks(drop, 2)] == [1]


def test_nothing_new_is_no_report(drop: Path) -> None:
    shutil.copy(ONE, drop)
    assert len(list(looks(drop, 5))) == 1


def test_file_that_grows_is_left_alone_until_it_rests(drop: Path) -> None:
    text = ONE.read_text("utf-8")
    growing = drop / "a.txt"
    seen = []
    reports = looks(drop, 6)
    growing.write_text(text[:100], encoding="utf-8")
    seen.append(next(reports).documents)  # it rested a moment, and was taken as it was
    growing.write_text(text, encoding="utf-8")
    seen.append(next(reports).documents)
    with Store.open(drop.parent / "archive.db") as store:
        assert store.rows("SELECT text FROM records")[0][0] == text
    assert seen == [1, 1]


def test_nothing_is_moved_unless_asked(drop: Path) -> None:
    shutil.copy(ONE, drop)
    list(looks(drop, 3))
    assert locations(drop) == [drop / ONE.name]
    assert (drop / ONE.name).is_file()


def test_what_was_read_is_moved_and_found_where_it_is(drop: Path) -> None:
    done = drop.parent / "done"
    shutil.copy(ONE, drop)
    (drop / "bad.txt").write_bytes(b" ")
    list(looks(drop, 3, move_to=done))
    assert locations(drop) == [done / ONE.name]
    assert sorted(path.name for path in drop.iterdir()) == ["bad.txt"]


def test_moved_file_takes_no_place_of_another(drop: Path) -> None:
    done = drop.parent / "done"
    done.mkdir()
    shutil.copy(TWO, done / ONE.name)
    shutil.copy(ONE, drop)
    list(looks(drop, 3, move_to=done))
    assert (done / ONE.name).read_bytes() == TWO.read_bytes()
    assert (done / f"{ONE.stem} (2).txt").read_bytes() == ONE.read_bytes()
