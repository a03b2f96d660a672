"""What a reader sees of a document, before it is one text: paragraphs and tables, their letters still in their fonts.

Loaders of formats that have structure (word processing, sheets, markup) build blocks; ``flow`` makes the text. A
paragraph is one line, with a blank line between paragraphs: nothing in it was wrapped, and the extractor can tell. A
row of a ruled table is one line too, drawn as ``| a | b |``. The cells of an unruled table, which only sets things
side by side (a letterhead, a block of signatures), follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from corpus.files.encodings import Run, unicode_of
from corpus.files.loaded import LoadWarning

__all__ = ["Block", "Paragraph", "Piece", "Table", "flow", "flows"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of letters in one font. ``capitals``: shown in capitals whatever is stored."""

    text: str
    font: str | None = None
    capitals: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its pieces in order, an automatic number first of all."""

    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table: rows of cells, each cell a list of blocks. Cells that are merged stand once, empty ones fill the room.

    ``ruled`` says whether lines are drawn between the cells, which makes it a table for the reader.
    """

    rows: list[list[list[Block]]] = field(default_factory=list)
    ruled: bool = False


Block = Paragraph | Table


_END = Piece("\n")
"""Divides the paragraphs for the decoder: the last word of one and the first of the next are two."""


def flow(blocks: Sequence[Block]) -> tuple[str, tuple[LoadWarning, ...]]:
    """Return the text of a document's blocks in Unicode, and what there is to say of their encodings."""
    texts, warnings = flows([blocks])
    return texts[0], warnings


def flows(parts: Sequence[Sequence[Block]]) -> tuple[list[str], tuple[LoadWarning, ...]]:
    """Return the text of each part of a document (each sheet of a workbook); the encoding is judged over them all."""
    pieces = [piece for blocks in parts for piece in _pieces(blocks)]
    decoded = unicode_of([Run(piece.text, piece.font) for piece in pieces])
    letters = (text.upper() if piece.capitals else text for piece, text in zip(pieces, decoded.texts, strict=True))
    # Rendering visits the pieces in the order in which they were handed over.
    return [_rendered(blocks, letters) for blocks in parts], decoded.warnings


def _rendered(blocks: Sequence[Block], letters: Iterator[str]) -> str:
    parts = ("\n".join(_lines([block], letters)).strip("\n") for block in blocks)
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _pieces(blocks: Sequence[Block]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.pieces
            yield _END
        else:
            for row in block.rows:
                for cell in row:
                    yield from _pieces(cell)


def _lines(blocks: Sequence[Block], texts: Iterator[str]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _paragraph_lines(block, texts)
        else:
            yield from _table_lines(block, texts)


def _paragraph_lines(paragraph: Paragraph, texts: Iterator[str]) -> list[str]:
    text = "".join(next(texts) for _ in paragraph.pieces)
    next(texts)  # the paragraph's end
    return [line.rstrip() for line in text.split("\n")]


def _table_lines(table: Table, texts: Iterator[str]) -> Iterator[str]:
    for row in table.rows:
        cells = [list(_lines(cell, texts)) for cell in row]
        yield from _drawn(cells) if table.ruled and len(row) > 1 else _side_by_side(cells)


def _drawn(cells: list[list[str]]) -> Iterator[str]:
    """A row with bars; a cell of several paragraphs takes as many lines."""
    filled = [[" ".join(line.split()).replace("|", "/") for line in cell if line.strip()] for cell in cells]
    for line in zip_longest(*filled, fillvalue=""):
        yield f"| {' | '.join(line)} |"


def _side_by_side(cells: list[list[str]]) -> Iterator[str]:
    """A row of an unruled table: on one line where every cell has one, else cell after cell."""
    filled = [lines for cell in cells if (lines := [line for line in cell if line.strip()])]
    if all(len(lines) == 1 for lines in filled):
        yield "\t".join(lines[0].strip() for lines in filled)
    else:
        for lines in filled:
            yield from lines
