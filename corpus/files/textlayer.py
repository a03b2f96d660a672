"""Whether the text that a page carries is worth reading, by what Vietnamese syllables look like."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from corpus.files.encodings.syllables import is_syllable

__all__ = ["TextQuality"]

_WORD = regex.compile(r"\p{L}{2,}+")
#: Fewer words tell nothing.
_LEAST_WORDS = 20
#: Of the words of a Vietnamese page, so many have a letter with a mark (measured: 0.76 to 0.93), and so many are
#: syllables of the language (0.91 to 1.0; abbreviations and names of products are the rest).
_MARKED = 0.75
_LEAST_MARKED = 0.3
_LEAST_SYLLABLES = 0.7
#: Without marks, a page is Vietnamese that lost them if so many words are syllables (English has 0.18).
_VIETNAMESE = 0.45


@dataclass(frozen=True, slots=True)
class TextQuality:
    """Counts over the words of a page: all, those with a marked letter, those that are Vietnamese syllables."""

    words: int
    marked: int
    syllables: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> TextQuality:
        """Count in the words of a page."""
        words = _WORD.findall(unicodedata.normalize("NFC", " ".join(texts)))
        marked = sum(not word.isascii() for word in words)
        return cls(len(words), marked, sum(is_syllable(word.lower()) for word in words))

    @property
    def is_bad(self) -> bool:
        """Whether the text is worse than none: Vietnamese without its marks (``CQNG HOA XA HQI``), or letters that
        make no syllables."""
        if self.words < _LEAST_WORDS:
            return False
        syllables = self.syllables / self.words
        if self.marked < _LEAST_MARKED * self.words:
            return syllables > _VIETNAMESE
        return syllables < _LEAST_SYLLABLES

    @property
    def share(self) -> float:
        """How good it is as Vietnamese text, from 0 to 1, to compare two readings of one page."""
        if not self.words:
            return 0.0
        return self.syllables / self.words * min(1.0, self.marked / self.words / _MARKED)
