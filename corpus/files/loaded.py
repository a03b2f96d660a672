"""What a loader hands over, and what a loader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

__all__ = ["DEFAULT_MAX_BYTES", "LoadedText", "Loader"]

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""Inputs above this are refused unless the caller allows more: the largest directives known are under 2 MB."""


@dataclass(frozen=True, slots=True)
class LoadedText:
    """The text of one input, and the facts that tie records to it.

    ``text`` is the decoded content with nothing translated: newlines as stored, a byte order mark kept as its first
    character.
    ``sha256`` is of the input's bytes; ``name`` is the path as given, or the name of a stream.
    """

    name: str
    text: str
    media_type: str
    sha256: str

    @property
    def chars(self) -> int:
        """The length of the text in Unicode code points, the unit of every span."""
        return len(self.text)


class Loader(Protocol):
    """Reads one format. A loader never touches the file system: it is given the bytes."""

    @property
    def media_type(self) -> str:
        """The media type that the loader reads, as in ``source.media_type``."""

    def accepts(self, content: bytes) -> bool:
        """Tell by the content whether this loader should read it."""

    def load(self, content: bytes, name: str) -> str:
        """Return the text, or raise a ``FileError`` that names the input and the cause."""
