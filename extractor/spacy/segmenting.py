"""Words of several syllables, as underthesea segments them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Protocol, cast

import regex

__all__ = ["in_words"]

_SYLLABLE = regex.compile(r"[\p{L}\p{M}]++")

_Extent = tuple[int, int]


class _Segmenter(Protocol):
    def __call__(self, sentence: str, *, use_token_normalize: bool) -> list[str]: ...


@cache
def _segmenter() -> _Segmenter:
    """Return underthesea's word segmentation, imported when it is first needed."""
    from underthesea.pipeline.word_tokenize import word_tokenize

    return cast(_Segmenter, word_tokenize)


def in_words(text: str, tokens: Sequence[_Extent]) -> Iterator[_Extent]:
    """Yield the extents of tokens, with the syllables of a word put together.

    Only rows of syllables with one space between two are looked at: numbers, codes and marks stay as they are, for the
    segmentation would take dates and document numbers apart.
    """
    row_ends = [
        not (_is_syllable(text, before) and _is_syllable(text, after) and text[before[1] : after[0]] == " ")
        for before, after in pairwise(tokens)
    ]
    row: list[_Extent] = []
    for token, is_last in zip(tokens, [*row_ends, True], strict=False):
        row.append(token)
        if is_last:
            yield from _words_of(text, row)
            row = []


def _words_of(text: str, row: Sequence[_Extent]) -> Iterator[_Extent]:
    """Yield the extents of the words of one row of syllables."""
    if len(row) == 1:
        yield row[0]
        return
    written = text[row[0][0] : row[-1][1]]
    words = _segmenter()(written, use_token_normalize=False)
    if " ".join(words) != written:  # it splits what is written together: believe the writing
        yield from row
        return
    start = row[0][0]
    for word in words:
        yield (start, start + len(word))
        start += len(word) + 1


def _is_syllable(text: str, extent: _Extent) -> bool:
    return _SYLLABLE.fullmatch(text, *extent) is not None
