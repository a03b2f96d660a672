"""Extraction beside the server: what happens to a reader happens to nobody else."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import psutil
import pytest

from corpus.errors import CrashedError, EmptyFileError, TimedOutError
from corpus.files import Limits
from corpus.samples import sample_paths
from corpus.web.extracting import Extractors, Sent

SAMPLE = sample_paths()[0]


@pytest.fixture(scope="module")
def extractors() -> Iterator[Extractors]:
    made = Extractors(grace=0.1)
    yield made
    made.close()


def sent(content: bytes = SAMPLE.read_bytes(), *, seconds: float = 300.0) -> Sent:
    return Sent("a.txt", content, Limits(seconds=seconds))


def readers() -> list[psutil.Process]:
    return [one for one in psutil.Process().children() if "spawn_main" in " ".join(one.cmdline())]


def test_a_file_is_extracted(extractors: Extractors) -> None:
    assert extractors.extract(sent).text == SAMPLE.read_text("utf-8")


def test_what_cannot_be_read_is_told(extractors: Extractors) -> None:
    with pytest.raises(EmptyFileError):
        extractors.extract(lambda: sent(b""))


def test_a_reader_that_dies_is_told(extractors: Extractors) -> None:
    def receive() -> Sent:
        for one in readers():
            one.kill()
        return sent()

    with pytest.raises(CrashedError, match="SIGKILL"):
        extractors.extract(receive)


def test_a_reader_that_hangs_is_stopped(extractors: Extractors) -> None:
    def receive() -> Sent:
        for one in readers():
            one.send_signal(signal.SIGSTOP)
        return sent(seconds=0.1)

    with pytest.raises(TimedOutError):
        extractors.extract(receive)


def test_another_reader_goes_on(extractors: Extractors) -> None:
    assert extractors.extract(sent).text == SAMPLE.read_text("utf-8")
