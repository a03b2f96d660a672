"""Tables of assignments: the column that a cell stands in, and the work of its row.

Which paragraphs are cells, and of which rows, `Reading.rows` says.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.find.spans_of_words import Span, trimmed
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Paragraph, Reading
from extractor.rows import Place

__all__ = ["Tables"]

#: A cell of fewer words says no work.
_FEWEST_WORDS = 3
_WORD = compile_plain(r"\p{L}++")
#: Cells that say when, in small letters.
_TIME = compile_plain(
    r"(?:(?:từ|đến|đến hết|trước|trong|xong trước|chậm nhất|cuối|đầu|giữa) )*+"
    r"(?:ngày|tháng|quý|năm|tuần|hằng|hàng)(?!\p{L}).*"
)
#: Heads of the column that says the work, in small letters.
_WORK = compile_plain(r"(?:tên )?(?:nội dung|nhiệm vụ|công việc|hoạt động|việc)(?!\p{L}).*")


class Tables:
    """The tables of a document; there are none if it is false."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def __bool__(self) -> bool:
        return bool(self._reading.rows)

    def head(self, position: int) -> str:
        """Return the head of the column in which a cell stands, in small letters; empty outside a table."""
        place = self._find(position)
        if place is None:
            return ""
        row, column = place
        index = row.heads.get(column)
        if index is None or index == row.cells[column]:
            return ""
        head = self._reading.paragraphs[index]
        return self._reading.text[head.start : head.end].lower()

    def before(self, position: int) -> list[Paragraph] | None:
        """Return the cells of its row before a cell, the nearest first; None outside a table."""
        place = self._find(position)
        if place is None:
            return None
        cells = place.row.cells
        before = (column for column in sorted(cells, reverse=True) if column < place.column)
        return [self._reading.paragraphs[cells[column]] for column in before]

    def is_head(self, position: int) -> bool:
        """Say whether a cell stands in the row at the head of its table."""
        place = self._find(position)
        return place is not None and place.row.heads.get(place.column) == place.row.cells[place.column]

    def work(self, position: int) -> Span | None:
        """Return the flow span of the cell that says the work of a row, None outside a table.

        That is the cell under `Nội dung` or the like, else the first other cell that begins with a verb, else the first
        of some words that is no time.
        """
        place = self._find(position)
        if place is None:
            return None
        text, lowered, paragraphs = self._reading.text, self._reading.lowered, self._reading.paragraphs
        row, own = place
        said = {}
        for column, index in row.cells.items():
            cell = paragraphs[index]
            span = trimmed(text, max(cell.start, cell.content), cell.end)
            if column != own and span is not None and not _TIME.fullmatch(lowered, *span):
                said[column] = span
        heads = ((column, paragraphs[index]) for column, index in row.heads.items())
        under = (column for column, head in heads if _WORK.fullmatch(lowered, head.start, head.end))
        if (column := next(under, -1)) in said:
            return said[column]
        long = [span for span in said.values() if len(_WORD.findall(text, *span)) >= _FEWEST_WORDS]
        return next((span for span in long if _verb().match(lowered, *span)), long[0] if long else None)

    def _find(self, position: int) -> Place | None:
        rows = self._reading.rows
        return rows.get(self._reading.paragraph_index(position)) if rows else None


@cache
def _verb() -> re.Pattern[str]:
    cues = load("role_cues")
    return compile_plain(rf"{any_word_of({*cues['verbs'], *cues['part_verbs']})}")
