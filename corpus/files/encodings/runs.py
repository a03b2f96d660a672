"""Text with fonts, as office formats store it, to Unicode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Decoded", "Run", "unicode_of"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of letters in one font.

    ``text`` is what the format stores: Unicode, or in an old document the letters that Windows-1252 has for the bytes
    of an old encoding (``§`` for the ``Đ`` of TCVN3). ``font`` is the name of the font that shows them, ``None`` where
    it is not known.
    """

    text: str
    font: str | None = None


@dataclass(frozen=True, slots=True)
class Decoded:
    """The runs of a document in Unicode: one text for each run, in the same order.

    ``converted`` names the old encodings that were found, ``doubts`` what could be read in more than one way, each in
    words for a warning.
    """

    texts: tuple[str, ...]
    converted: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def unicode_of(runs: Sequence[Run]) -> Decoded:
    """Return the texts of a document's runs in Unicode, composed (NFC) where they were converted."""
    return Decoded(tuple(run.text for run in runs))
