"""The child's side: answers questions about one file after another until its input ends.

Only what is used here is imported, so that the process starts in a tenth of a second: nothing of the rest of the
project.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import suppress
from typing import BinaryIO, Protocol

from corpus.files.isolated.refusal import Refusal
from corpus.files.isolated.wire import Facts, pack, receive

__all__ = ["serve"]

_LONGEST_MESSAGE = 1 << 40  # the parent decides what it sends


class _Opened(Protocol):
    """A file at work."""

    def facts(self) -> Facts:
        """What there is to say of the file as a whole."""

    def content(self, index: int, most_letters: int) -> Facts:
        """What stands on a page, unless that is too much."""

    def picture(self, index: int, dpi: int, most_pixels: int) -> tuple[Facts, bytes]:
        """A page as a picture in shades of grey."""

    def close(self) -> None:
        """Let go of the file."""


def serve(most_memory: int) -> None:
    """Answer questions from standard input on standard output, with at most so many bytes of address space."""
    _bound(most_memory)
    source, target = _own_pipes()
    opened: _Opened | None = None

    def read(size: int) -> bytes:
        found = source.read(size)
        if len(found) < size:
            raise EOFError
        return found

    with suppress(EOFError, BrokenPipeError):
        while True:
            question, payload = receive(read, _LONGEST_MESSAGE)
            answer: Facts = {}
            picture = b""
            try:
                match question["ask"]:
                    case "open":
                        opened = _open(str(question["kind"]), payload)
                        answer = opened.facts()
                    case "close" if opened:
                        opened.close()
                        opened = None
                    case "content" if opened:
                        answer = opened.content(question["page"], question["most_letters"])
                    case "picture" if opened:
                        answer, picture = opened.picture(question["page"], question["dpi"], question["most_pixels"])
            except Refusal as refusal:
                answer = refusal.facts
            except MemoryError:
                answer = {"refused": "memory"}
            target.write(pack(answer, picture))
            target.write(picture)
            target.flush()


def _open(kind: str, content: bytes) -> _Opened:
    if kind == "pdf":
        from corpus.files.isolated.pdf import OpenedPdf

        return OpenedPdf(content)
    from corpus.files.isolated.image import OpenedImage

    return OpenedImage(content)


def _bound(most_memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take the two pipes away from whatever else may print: libraries in C write to the same descriptors."""
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - for as long as the process lives
    return source, target
