"""Words of several syllables, as underthesea segments them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Protocol, cast

from extractor.patterns import compile_plain

__all__ = ["in_words"]

_SYLLABLE = compile_plain(r"(?:[^\W\d_]|[\u0300-\u036f])++")

_Token = tuple[str, str]
"""What is written, and the white space after it."""


class _Segmenter(Protocol):
    def __call__(self, sentence: str, *, use_token_normalize: bool) -> list[str]: ...


@cache
def _segmenter() -> _Segmenter:
    """Return underthesea's word segmentation, imported when it is first needed."""
    from underthesea.pipeline.word_tokenize import word_tokenize

    return cast(_Segmenter, word_tokenize)


def in_words(tokens: Iterable[_Token]) -> Iterator[_Token]:
    """Yield tokens with the syllables of a word put together.

    Only rows of syllables with one space between two are looked at: numbers, codes and marks stay as they are, for the
    segmentation would take dates and document numbers apart.
    """
    row: list[_Token] = []
    for token in tokens:
        word, gap = token
        if _SYLLABLE.fullmatch(word):
            row.append(token)
            if gap == " ":
                continue
            yield from _words_of(row)
        else:
            yield from _words_of(row)
            yield token
        row = []
    yield from _words_of(row)


def _words_of(row: Sequence[_Token]) -> Iterator[_Token]:
    """Yield the words of one row of syllables."""
    if len(row) < 2:
        yield from row
        return
    written = " ".join(word for word, _ in row)
    words = _segmenter()(written, use_token_normalize=False)
    if " ".join(words) != written:  # it splits what is written together: believe the writing
        yield from row
        return
    for word in words[:-1]:
        yield (word, " ")
    yield (words[-1], row[-1][1])
