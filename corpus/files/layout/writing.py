"""Writing the text of a document, and noting where its pages begin and end."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.files.layout.paragraphs import Line, Measure, are_one_heading, joins, joint
from corpus.files.layout.rows import Row
from corpus.files.layout.sheet import Sheet
from corpus.files.pages import Page, PageMap

__all__ = ["Writer"]


class Writer:
    """Writes line after line, joins those of one paragraph, and keeps where each page begins and ends."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[Page] = []
        self._last: Row | None = None  # of the paragraph that the next line may go on with
        self._opens = False  # that row is the first of its paragraph
        self._last_text = ""

    def page(self, sheet: Sheet, lines: Sequence[Line], measure: Measure | None, *, header: str, footer: str) -> None:
        """Write the lines of a page; what was left out of them goes into the map of pages."""
        start: int | None = None
        next_page = True
        for line in lines:
            before, after = self._last, line.row
            parted = "\n"
            joined = False
            if before is not None and after is not None:
                joined = joins(before, after, measure, next_page=next_page, opens=self._opens)
                if joined:
                    parted = joint(self._last_text)
                elif not are_one_heading(before, after, measure):
                    parted = "\n\n"  # two paragraphs
            if self._parts:
                self._write(parted)
            if start is None:
                start = self._length
            self._write(line.text)
            self._last, self._opens, self._last_text = after, not joined, line.text
            next_page = False
        begin = self._length if start is None else start
        self._pages.append(
            Page(
                sheet.number,
                begin,
                self._length,
                ocr=sheet.confidence is not None,
                confidence=sheet.confidence,
                header=header,
                footer=footer,
            )
        )

    def written(self) -> tuple[str, PageMap]:
        """Return the text and its pages."""
        return "".join(self._parts), PageMap.of(self._pages)

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
