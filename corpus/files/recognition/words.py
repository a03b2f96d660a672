"""From what tesseract prints (its TSV) to words with places on a page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from corpus.files.layout import Word

__all__ = ["Reading", "read_tsv"]

#: Tesseract's level of a word (TSV column 1): page, block, paragraph, line, word.
_WORD_LEVEL = 5
_COLUMNS = 12
#: The median height of a word's ink, in em: half of the words have an ascender, a mark or a capital.
_INK = 0.72
#: Lines whose ink is this high, beside the page's usual, are set in its usual type; none is in smaller or larger type.
_ORDINARY = (0.75, 1.3)
_SMALLEST, _LARGEST = 0.6, 1.8
#: A line of at least so many words tells how the page leans.
_TELLING = 5
#: A word that tesseract believes less than this (of 100) and that holds no letter or figure is dirt; so is a line of so
#: few words that it believes still less, and a word that is much higher or lower than the words around it.
_DIRT = 40
_SCRAWL = 25
_SCRAWL_WORDS = 3
_LEAST_HEIGHT = 0.25
_MOST_HEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one page, and tesseract's mean confidence in them, from 0 to 1, weighted by their letters.

    ``lean`` is how far the lines sink from left to right, by their length: the words are straightened already.
    """

    words: tuple[Word, ...]
    confidence: float
    lean: float = 0.0


@dataclass(slots=True)
class _Ink:
    """A word as tesseract prints it, in pixels."""

    text: str
    left: float
    top: float
    width: float
    height: float
    confidence: float
    line: tuple[str, str, str]

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2


def read_tsv(tsv: str, dpi: int) -> Reading:
    """Return the words of a page that was recognised at ``dpi``, in points, straightened if the page leans."""
    inks = [ink for ink in _inks(tsv) if not _is_dirt(ink)]
    if not inks:
        return Reading((), 0.0)
    letters = sum(len(ink.text) for ink in inks)
    confidence = sum(ink.confidence * len(ink.text) for ink in inks) / letters / 100
    usual = median(ink.height for ink in inks)
    inks = [ink for ink in inks if _LEAST_HEIGHT * usual < ink.height < _MOST_HEIGHT * usual or len(ink.text) < 3]
    lines: dict[tuple[str, str, str], list[_Ink]] = {}
    for ink in inks:
        lines.setdefault(ink.line, []).append(ink)
    lines = {key: line for key, line in lines.items() if not _is_scrawl(line)}
    lean = _lean(lines.values())
    words = [word for line in lines.values() for word in _words(line, usual, lean, 72 / dpi)]
    return Reading(tuple(words), confidence, lean)


def _inks(tsv: str) -> Iterator[_Ink]:
    for row in tsv.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != _COLUMNS or fields[0] != str(_WORD_LEVEL) or not fields[11].strip():
            continue
        left, top, width, height = (float(field) for field in fields[6:10])
        yield _Ink(fields[11].strip(), left, top, width, height, float(fields[10]), (fields[2], fields[3], fields[4]))


def _is_dirt(ink: _Ink) -> bool:
    return ink.confidence < _DIRT and not any(map(str.isalnum, ink.text))


def _is_scrawl(line: list[_Ink]) -> bool:
    """Say whether a line is none: three stars, or the edge of a stamp, read as words that tesseract itself disowns."""
    letters = sum(len(ink.text) for ink in line)
    return len(line) <= _SCRAWL_WORDS and sum(ink.confidence * len(ink.text) for ink in line) < _SCRAWL * letters


def _lean(lines: Iterable[list[_Ink]]) -> float:
    """Return the slope of the lines: how far they sink from left to right, by their length."""
    slopes = []
    for line in lines:
        if len(line) < _TELLING:
            continue
        points = [ink.middle for ink in line]
        x = sum(point[0] for point in points) / len(points)
        y = sum(point[1] for point in points) / len(points)
        spread = sum((point[0] - x) ** 2 for point in points)
        if spread:
            slopes.append(sum((point[0] - x) * (point[1] - y) for point in points) / spread)
    return median(slopes) if slopes else 0.0


def _words(line: list[_Ink], usual: float, lean: float, scale: float) -> Iterator[Word]:
    """Yield the words of a line with boxes of one height, so that a dash stands on the line as a capital does."""
    height = median(ink.height for ink in line)
    if _ORDINARY[0] * usual < height < _ORDINARY[1] * usual:
        height = usual  # as the ink of a line differs with its letters
    height = min(max(height, _SMALLEST * usual), _LARGEST * usual) / _INK
    middle = median(ink.middle[1] - lean * ink.middle[0] for ink in line)
    turn = math.sqrt(1 + lean * lean)
    for ink in line:
        yield Word(
            ink.text,
            ink.left * turn * scale,
            (middle - height / 2) * scale,
            (ink.left + ink.width) * turn * scale,
            (middle + height / 2) * scale,
            height * scale,
        )
