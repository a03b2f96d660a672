"""Tables of assignments: the column that a cell stands in, and the work of its row.

The flow has a paragraph for each cell of a table that is drawn with bars or set with tabs; the cells of a row stand on
one line of the source.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.find.spans_of_words import Span, trimmed
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import Paragraph, Reading
from extractor.text import UPRIGHT_LINES

__all__ = ["Tables"]

#: A row of fewer cells is no row: `| Nơi nhận: | GIÁM ĐỐC |`.
_FEWEST_CELLS = 3
#: A cell of fewer words says no work.
_FEWEST_WORDS = 3
_WORD = compile_plain(r"\p{L}++")
#: What parts the cells of a row in the source: an upright line of any kind, a tab.
_BARS = f"|\t{UPRIGHT_LINES}"
_BAR = re.compile(f"[{_BARS}]")
_LINE_END = compile_plain(r"\n")
#: Cells that say when.
_TIME = compile_plain(
    r"(?i)(?:(?:từ|đến|đến hết|trước|trong|xong trước|chậm nhất|cuối|đầu|giữa) )*+"
    r"(?:ngày|tháng|quý|năm|tuần|hằng|hàng)(?!\p{L}).*"
)
#: Heads of the column that says the work.
_WORK = compile_plain(r"(?i)(?:tên )?(?:nội dung|nhiệm vụ|công việc|hoạt động|việc)(?!\p{L}).*")


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, by column, and those of the row at the head of its table."""

    cells: dict[int, Paragraph]
    heads: dict[int, Paragraph]


class Tables:
    """The tables of a document, read when they are first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._rows: dict[int, tuple[_Row, int]] | None = None

    def head(self, position: int) -> str:
        """Return the head of the column in which a cell stands, in small letters; empty outside a table."""
        row, column = self._find(position)
        head = row.heads.get(column) if row is not None else None
        if row is None or head is None or head is row.cells[column]:
            return ""
        return self._reading.text[head.start : head.end].lower()

    def before(self, position: int) -> list[Paragraph] | None:
        """Return the cells of its row before a cell, the nearest first; None outside a table."""
        row, column = self._find(position)
        return (
            None if row is None else [row.cells[place] for place in sorted(row.cells, reverse=True) if place < column]
        )

    def is_head(self, position: int) -> bool:
        """Say whether a cell stands in the row at the head of its table."""
        row, column = self._find(position)
        return row is not None and row.heads.get(column) is row.cells[column]

    def work(self, position: int) -> Span | None:
        """Return the flow span of the cell that says the work of a row, None outside a table.

        That is the cell under `Nội dung` or the like, else the first other cell that begins with a verb, else the first
        of some words that is no time.
        """
        row, column = self._find(position)
        if row is None:
            return None
        text = self._reading.text
        said = {}
        for place, cell in row.cells.items():
            span = trimmed(text, max(cell.start, cell.content), cell.end)
            if place != column and span is not None and not _TIME.fullmatch(text, *span):
                said[place] = span
        under = (place for place, head in row.heads.items() if _WORK.fullmatch(text, head.start, head.end))
        if (place := next(under, -1)) in said:
            return said[place]
        long = [span for span in said.values() if len(_WORD.findall(text, *span)) >= _FEWEST_WORDS]
        return next((span for span in long if _verb().match(text, *span)), long[0] if long else None)

    def _find(self, position: int) -> tuple[_Row | None, int]:
        if self._rows is None:
            self._rows = _rows_of(self._reading)
        if not self._rows:
            return None, 0
        return self._rows.get(self._reading.paragraph_at(position).start, (None, 0))


def _rows_of(reading: Reading) -> dict[int, tuple[_Row, int]]:
    """Return the row and column of each cell by where it starts in the flow (time grows with the text)."""
    found: dict[int, tuple[_Row, int]] = {}
    heads: dict[int, Paragraph] = {}
    before = 0
    for line, cells in _lines(reading):
        if len(cells) < _FEWEST_CELLS:
            continue
        if not heads or line - before > 2:
            heads = cells  # another table begins after empty lines
        before = line
        row = _Row(cells, heads)
        found.update({cell.start: (row, column) for column, cell in cells.items()})
    return found


def _lines(reading: Reading) -> list[tuple[int, dict[int, Paragraph]]]:
    """Return the paragraphs of each line of the source, by the number of bars or tabs before them."""
    source = reading.source.source
    if sum(map(source.count, _BARS)) < 2 * _FEWEST_CELLS:  # most texts have none: counting asks for no positions
        return []
    bars = [match.start() for match in _BAR.finditer(source)]
    ends = [match.start() for match in _LINE_END.finditer(source)]
    lines: dict[int, dict[int, Paragraph]] = {}
    for paragraph in reading.paragraphs:
        if paragraph.start < paragraph.end:
            start, _ = reading.source_span(paragraph.start, paragraph.start + 1)
            line = bisect_left(ends, start)
            begin = ends[line - 1] if line else 0
            lines.setdefault(line, {})[bisect_left(bars, start) - bisect_left(bars, begin)] = paragraph
    return sorted(lines.items(), key=lambda item: item[0])


@cache
def _verb() -> re.Pattern[str]:
    cues = load("role_cues")
    return compile_plain(rf"(?i){any_word_of({*cues['verbs'], *cues['part_verbs']})}")
