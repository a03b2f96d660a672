"""Text with fonts, as office formats store it, to Unicode."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.files.encodings.fonts import FontFacts, font_facts
from corpus.files.encodings.judging import choose
from corpus.files.encodings.readings import KEPT, shown
from corpus.files.encodings.words import Word, is_plain, words_of
from corpus.files.loaded import LoadWarning, WarningCode

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

    ``converted`` names the old encodings that were found, the most frequent first; ``doubts`` what could be read in
    more than one way; ``unread`` has words, as stored, that no known encoding explains. Each is in words for a warning.
    """

    texts: tuple[str, ...]
    converted: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def warnings(self) -> tuple[LoadWarning, ...]:
        """What a reader of the text should know of it."""
        return (
            *(LoadWarning(WarningCode.CONVERTED_ENCODING, name) for name in self.converted),
            *(LoadWarning(WarningCode.AMBIGUOUS_ENCODING, doubt) for doubt in self.doubts),
            *(LoadWarning(WarningCode.UNDECODED, word) for word in self.unread),
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, or the part of it in one run."""

    start: int
    end: int
    stored: str
    reading: str


def unicode_of(runs: Sequence[Run]) -> Decoded:
    """Return the texts of a document's runs in Unicode, composed (NFC) where they were converted.

    All runs of a document are given at once, line ends among them, because the encoding of a few words is known from
    the others. Text that is Unicode stays as it is, decomposed or not, and so does text in another language. Where a
    font shows all letters as capitals, they become capitals.
    """
    facts = [font_facts(run.font) if run.font else None for run in runs]
    text = "".join(run.text for run in runs)
    if not any(facts) and is_plain(text):
        return Decoded(tuple(run.text for run in runs))
    ends = tuple(accumulate(len(run.text) for run in runs))
    words = tuple(
        words_of(text, [(end, fact.charset if fact else None) for end, fact in zip(ends, facts, strict=True)])
    )
    choice = choose(words)
    return Decoded(
        texts=tuple(_texts(text, ends, facts, _pieces(words, choice.readings, ends))),
        converted=choice.converted,
        doubts=choice.doubts,
        unread=choice.unread,
    )


def _pieces(words: Sequence[Word], readings: Sequence[str], ends: Sequence[int]) -> Iterator[_Piece]:
    """Divide words where a run ends; a mark of VNI that begins the next run stays with its base."""
    borders = iter(ends)
    border = next(borders, 0)
    for word, reading in zip(words, readings, strict=True):
        start = word.start
        while True:
            while border <= start:
                border = next(borders)
            cut = min(border, word.end)
            rest = word.stored[start - word.start :]
            while cut < word.end and not _parts(rest, cut - start, reading):
                cut += 1
            yield _Piece(start, cut, rest[: cut - start], reading)
            if cut == word.end:
                break
            start = cut


def _parts(stored: str, place: int, reading: str) -> bool:
    """Say whether letters mean the same when divided at a place."""
    return shown(stored[:place], reading) + shown(stored[place:], reading) == shown(stored, reading)


def _texts(
    text: str, ends: Sequence[int], facts: Sequence[FontFacts | None], pieces: Iterable[_Piece]
) -> Iterator[str]:
    """Yield each run's text with its words converted."""
    todo = iter(pieces)
    piece = next(todo, None)
    done = 0
    for end, fact in zip(ends, facts, strict=True):
        parts: list[str] = []
        while piece and piece.start < end:
            parts += text[done : piece.start], _shown(piece, fact)
            done = piece.end
            piece = next(todo, None)
        parts.append(text[done:end])
        done = max(done, end)
        yield "".join(parts)


def _shown(piece: _Piece, fact: FontFacts | None) -> str:
    meant = shown(piece.stored, piece.reading)
    if fact and fact.capitals and (piece.reading not in KEPT or meant.isascii()):
        return meant.upper()
    return meant
