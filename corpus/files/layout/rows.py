"""From words to rows: what stands side by side on a page, whatever column it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from corpus.files.layout.sheet import Word

__all__ = ["Gap", "Row", "mend", "rows_of", "text_of"]

#: Words that share this much of their height stand on one line of type.
_SAME_LINE = 0.6
#: Lines that share this much of it, and no width, stand side by side in columns of their own.
_SIDE_BY_SIDE = 0.3
#: Smaller type than this beside larger type, off its middle, is raised or lowered.
_SMALL = 0.8
_RAISED = 0.08
#: A word belongs to one of so many lines before it.
_OPEN_LINES = 6
#: No row of a page has more words.
_MOST_WORDS = 1_000
#: In em: no space is narrower than this; two pieces of a word overlap no more than this.
_NO_SPACE = 0.085
_OVERLAP = 0.3
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Gap = tuple[float, float]
"""A stretch of the width of the page, from left to right."""


@dataclass(slots=True)
class Row:
    """The words on one line across the page, from left to right once it is complete."""

    words: list[Word] = field(default_factory=list)
    top: float = 0.0
    bottom: float = 0.0

    @property
    def left(self) -> float:
        """Where its first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @property
    def size(self) -> float:
        """The size of most of its type."""
        sizes = sorted(word.size for word in self.words)
        return sizes[len(sizes) // 2]

    @property
    def text(self) -> str:
        """Its words with single spaces."""
        return text_of(self.words)

    def gaps(self, least: float) -> list[Gap]:
        """Return the stretches between words that are wider than ``least`` em."""
        wide = least * self.size
        found: list[Gap] = []
        reach = self.words[0].right
        for word in self.words[1:]:
            if word.left - reach > wide:
                found.append((reach, word.left))
            reach = max(reach, word.right)
        return found

    def part(self, left: float, right: float) -> Row | None:
        """Return the words whose middle lies between ``left`` and ``right``, ``None`` where there are none."""
        words = [word for word in self.words if left <= (word.left + word.right) / 2 < right]
        if not words:
            return None
        return Row(words, min(word.top for word in words), max(word.bottom for word in words))


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    rows: list[Row] = []
    for line in _lines(words):
        if rows and _shared(rows[-1], line) >= _SIDE_BY_SIDE and _is_beside(rows[-1], line):
            rows[-1] = Row(
                sorted(rows[-1].words + line.words, key=lambda word: word.left),
                min(rows[-1].top, line.top),
                max(rows[-1].bottom, line.bottom),
            )
        else:
            rows.append(line)
    return rows


def mend(words: Iterable[Word]) -> tuple[Word, ...]:
    """Put the pieces of words together, between which no space would fit; return the words line by line.

    A letter that the typeface lacks is set in another one, and may stand elsewhere in the file than its word.
    """
    return tuple(word for line in _lines(words) for word in _mended(line.words))


def _lines(words: Iterable[Word]) -> list[Row]:
    """Return the lines of type of a page, from top to bottom; what stands side by side may be two lines."""
    lines: list[Row] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.left)):
        if lines and lines[-1].top == word.top and lines[-1].bottom == word.bottom:
            lines[-1].words.append(word)  # most words stand on one line with the word before
            continue
        near = [line for line in lines[-_OPEN_LINES:] if _shared(line, word) >= _SAME_LINE]
        if near:
            min(near, key=lambda line: abs(line.top + line.bottom - word.top - word.bottom)).words.append(word)
        else:
            lines.append(Row([word], word.top, word.bottom))
    for line in lines:
        line.words.sort(key=lambda word: word.left)
    return sorted(lines, key=lambda line: line.top + line.bottom)


def _shared(row: Row, other: Row | Word) -> float:
    """Return how much of the height of the lower of two they share."""
    least = min(row.bottom - row.top, other.bottom - other.top)
    return (min(row.bottom, other.bottom) - max(row.top, other.top)) / max(least, 0.01)


def _is_beside(row: Row, line: Row) -> bool:
    if len(row.words) > _MOST_WORDS:
        return False
    left, right = line.left, line.right
    return all(word.right < left or word.left > right for word in row.words)


def _mended(words: Iterable[Word]) -> Iterator[Word]:
    """Yield the words of a row, from left to right, put together from their pieces."""
    before: Word | None = None
    for word in words:
        if before is None:
            before = word
        elif -_OVERLAP * before.size < word.left - before.right < _NO_SPACE * before.size and not _is_raised(
            word, before
        ):
            text, right = before.text + word.text, max(before.right, word.right)
            before = Word(text, before.left, before.top, right, before.bottom, before.size, before.font)
        else:
            yield before
            before = word
    if before is not None:
        yield before


def text_of(words: Sequence[Word]) -> str:
    """Return words of one line with single spaces; raised figures become superscript figures.

    A note's number must not become part of the number before it: ``30/2020/NĐ-CP¹``, and ``m²``.
    """
    parts: list[str] = []
    before: Word | None = None
    for word in words:
        raised = before is not None and _is_raised(word, before)
        if raised and before is not None and word.left - before.right < before.size / 6:
            parts.append(word.text.translate(_SUPERSCRIPTS))
        else:
            parts.append(f" {word.text}" if parts else word.text)
        if not raised:
            before = word
    return "".join(parts)


def _is_raised(word: Word, before: Word) -> bool:
    """Say whether a word is a small number over the line of the word before it."""
    small = word.size < _SMALL * before.size or word.bottom - word.top < _SMALL * (before.bottom - before.top)
    return small and word.text.isdecimal() and before.middle - word.middle > _RAISED * before.size
