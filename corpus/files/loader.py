"""What a loader is: one format's bytes become a body of text.

To add a format: name it in ``formats.Format``, let ``formats.sniff`` know it by its content, write a class with the
attributes of ``Loader`` in a module named after it, and enter it in ``registry``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from corpus.errors import TimedOutError
from corpus.files.formats import Format
from corpus.files.limits import Limits
from corpus.files.loaded import LoadWarning
from corpus.files.pages import NO_PAGES, PageMap

__all__ = ["Body", "Job", "Loader", "Recognition"]


class Recognition(StrEnum):
    """When optical character recognition is used."""

    AUTO = "auto"
    """On pages whose text is missing or worse than none."""

    NEVER = "never"
    """On no page: those pages are left out, with a warning."""

    ALWAYS = "always"
    """On every page, whatever text it carries."""


@dataclass(frozen=True, slots=True)
class Job:
    """One document to load: what messages call it, what it is, and what may be spent on it."""

    name: str
    format: Format
    limits: Limits = field(default_factory=Limits)
    recognition: Recognition = Recognition.AUTO
    started: float = field(default_factory=time.monotonic)

    def seconds_left(self) -> float:
        """Return the seconds that are left for this document.

        Raises ``TimedOutError`` when there are none: called between the pages, it bounds a loop over them.
        """
        left = self.started + self.limits.seconds - time.monotonic()
        if left <= 0:
            raise TimedOutError(name=self.name, seconds=round(self.limits.seconds))
        return left


@dataclass(frozen=True, slots=True)
class Body:
    """What a loader makes of a document."""

    text: str
    pages: PageMap = NO_PAGES
    warnings: tuple[LoadWarning, ...] = ()
    engine: str = ""
    """The program or library that did the reading, where that may differ: ``libreoffice/7.4.7.2``."""


class Loader(Protocol):
    """Reads one format or several of a kind. It is given the bytes: opening files is not its business.

    Loaders hold no state; one instance serves all documents.
    """

    @property
    def name(self) -> str:
        """What ``LoadedText.loader`` says: the name of the module."""

    @property
    def version(self) -> str:
        """Raised with every change that gives another text for the same bytes, so that archives know what to redo."""

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text, or raise a ``FileError`` that names the input (``job.name``) and the cause."""
