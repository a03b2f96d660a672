"""Reading a text through the public interface, and showing a reading in few words."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from extractor.outline import read_outline
from extractor.reading import PartOfDocument, Reading
from extractor.text import normalise

Read = Callable[[str], Reading]


@pytest.fixture
def read() -> Read:
    """Read the outline of a text whose common indentation is that of the test."""
    return lambda text: read_outline(normalise(dedent(text).strip("\n")))


@pytest.fixture
def paragraphs(read: Read) -> Callable[..., list[str]]:
    """Return the paragraphs of a text, without those that are noise."""

    def of(text: str, part: PartOfDocument | None = None) -> list[str]:
        reading = read(text)
        return [
            reading.text[paragraph.start : paragraph.end]
            for paragraph in reading.paragraphs
            if (paragraph.part is part if part else paragraph.part is not PartOfDocument.NOISE)
        ]

    return of


@pytest.fixture
def tree(read: Read) -> Callable[[str], list[str]]:
    """Return the markers of the units of a text, each behind a dot for each unit that holds it."""

    def of(text: str) -> list[str]:
        return ["." * (unit.level - 1) + unit.marker for unit in read(text).units]

    return of
