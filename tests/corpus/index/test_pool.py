"""Processes that read: what they find arrives, and a file that kills one costs nothing but itself."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from corpus.index.pool import Pool
from corpus.index.reading import FileTask, Part
from corpus.store import FailedFile, FileState


def task(name: str) -> FileTask:
    return FileTask(name, FileState(name, 0, 0))


class Reader:
    """Does what the name of the file says."""

    def read(self, task: FileTask) -> Iterator[Part]:
        what, _, argument = task.path.partition(":")
        match what:
            case "die":
                os.kill(os.getpid(), signal.Signals[argument])
            case "exit":
                os._exit(int(argument))
            case "sleep":
                time.sleep(float(argument))
            case "many":
                for _ in range(int(argument)):
                    yield Part(task, failed=[FailedFile("x" * 100_000, "", "")])
        yield Part(task, is_last=True)


class BrokenReader(Reader):
    def __init__(self) -> None:
        raise ImportError("a library is missing")


def run(names: list[str], *, processes: int = 2, seconds: float = 60.0) -> list[Part]:
    with closing(Pool(Reader, processes=processes, seconds=seconds).run(map(task, names))) as parts:
        return [part for part in parts if part is not None]


def outcome(part: Part) -> tuple[str, list[str]]:
    return part.task.path, [f"{failure.code} {failure.facts.get('reason', '')}".strip() for failure in part.failed]


def test_every_file_is_read_once() -> None:
    names = [f"file {number}" for number in range(300)]
    assert sorted(part.task.path for part in run(names)) == sorted(names)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("die:SIGKILL", "crashed SIGKILL", id="killed, as by a system without memory"),
        pytest.param("die:SIGSEGV", "crashed SIGSEGV", id="a fault in a library"),
        pytest.param("exit:3", "crashed exit code 3", id="an exit"),
    ],
)
def test_file_that_ends_its_process_is_told_and_the_others_are_read(name: str, told: str) -> None:
    names = ["a", "b", name, "c", "d", "e"]
    assert dict(map(outcome, run(names, processes=1))) == {other: [] for other in names} | {name: [told]}


def test_several_that_end_their_process_in_a_row() -> None:
    names = ["exit:1", "exit:2", "a", "exit:3"]
    assert {path for path, failed in map(outcome, run(names)) if failed} == {"exit:1", "exit:2", "exit:3"}


def test_file_that_takes_for_ever_is_given_up() -> None:
    assert dict(map(outcome, run(["sleep:600", "a"], processes=1, seconds=1.0))) == {
        "sleep:600": ["timed_out"],
        "a": [],
    }


def test_many_large_parts_of_one_file_all_arrive() -> None:
    assert len(run(["many:200"])) == 201


def test_nothing_to_read() -> None:
    assert run([]) == []


def test_reader_that_cannot_be_made_is_an_error_not_a_failure_of_every_file() -> None:
    with (
        pytest.raises(RuntimeError, match="did not start"),
        closing(Pool(BrokenReader, processes=1, seconds=60.0).run([task("a")])) as parts,
    ):
        list(parts)


def test_pool_that_is_left_early_ends_its_processes() -> None:
    begun = time.monotonic()
    with closing(
        Pool(Reader, processes=2, seconds=600.0).run([task("a"), task("sleep:600"), task("sleep:600")])
    ) as parts:
        assert any(part is not None for part in parts)
    assert time.monotonic() - begun < 60
