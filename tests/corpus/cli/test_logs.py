"""What a service writes while it runs."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest

from corpus.samples import sample_paths
from tests.conftest import Run

ONCE = ("--store", "a.db", "--interval", "0.1", "--rounds", "3")


@pytest.fixture
def drop(tmp_path: Path) -> Path:
    """A drop folder with a document, and a file that cannot be read whose name has a line break in it."""
    folder = tmp_path / "drop"
    folder.mkdir()
    shutil.copy(sample_paths()[0], folder)
    (folder / "empty\nlevel=error.txt").write_bytes(b"\n")
    return folder


@pytest.fixture
def events(trichluc: Run, drop: Path) -> list[dict[str, object]]:
    """What is logged as JSON when the folder is watched."""
    return [json.loads(line) for line in trichluc("watch", drop, *ONCE, "--log", "json").stderr.splitlines()]


def test_events_of_a_folder(events: list[dict[str, object]]) -> None:
    assert [(event["level"], event["event"]) for event in events] == [
        ("info", "watching"),
        ("warning", "failed"),
        ("info", "indexed"),
    ]


def test_failure_names_the_path_and_the_cause(events: list[dict[str, object]], drop: Path) -> None:
    assert (events[1]["path"], events[1]["code"]) == (str(drop / "empty\nlevel=error.txt"), "empty")


def test_facts_are_counted(events: list[dict[str, object]]) -> None:
    assert (events[2]["documents"], events[2]["failures"]) == (1, 1)


def test_times_are_utc(events: list[dict[str, object]]) -> None:
    assert all(dt.datetime.fromisoformat(str(event["time"])).utcoffset() == dt.timedelta(0) for event in events)


def test_a_name_cannot_begin_an_event_of_its_own(trichluc: Run, drop: Path) -> None:
    lines = trichluc("watch", drop, *ONCE, "--log", "text").stderr.decode().splitlines()
    assert [line.split()[1] for line in lines] == ["INFO", "WARNING", "INFO"]


def test_an_error_ends_the_service(trichluc: Run) -> None:
    done = trichluc("watch", "none", "--store", "a.db", "--log", "json")
    assert (done.returncode, json.loads(done.stderr.splitlines()[-1])["code"]) == (1, "missing")
