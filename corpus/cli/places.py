"""Where a record stands, in words that a reader can follow: the line of the file and the path of sections."""

from __future__ import annotations

import re
from bisect import bisect_right

from corpus.extraction import Document
from corpus.outline import section_paths

__all__ = ["Places"]

_NEWLINE = re.compile(r"\r\n|\r|\n|\f")


class Places:
    """The lines and sections of one document."""

    def __init__(self, document: Document) -> None:
        self._line_starts = [0, *(match.end() for match in _NEWLINE.finditer(document.loaded.text))]
        self._paths = section_paths(document.directive)

    def line(self, offset: int) -> int:
        """The number, from 1, of the line that holds a position of the source text."""
        return bisect_right(self._line_starts, offset)

    def path(self, section_id: str | None) -> str:
        """The markers from the top down to a section (``II › 1 › a``), bullets left out; empty outside the outline."""
        return self._paths[section_id] if section_id is not None else ""
