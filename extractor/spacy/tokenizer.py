"""A tokenizer for Vietnamese official texts.

spaCy's own for Vietnamese needs pyvi, which takes ``19/01/2024`` apart, or splits at white space only, which leaves
``31/3/2024,`` one token; its rules for other languages cut ``49/2021/NĐ-CP`` in five. This one keeps dates, numbers
and document numbers whole and lets punctuation stand alone. A token is a syllable, as Vietnamese is written, or a word
where segmentation is asked for.

No character is lost: the text of the ``Doc`` is the text given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from extractor.spacy.segmenting import in_words

__all__ = ["TOKENIZER", "Segmenter", "VietnameseTokenizer", "make_tokenizer"]

TOKENIZER = "trichluc.VietnameseTokenizer.v1"
"""The name in spaCy's registry of tokenizers."""

Segmenter = Literal["syllables", "underthesea"]
"""What a token is: a syllable, or a word as underthesea sees it (its model is in the package; 0.1 MB/s)."""

_TOKEN = regex.compile(
    r"""
    https?://\S*[\w/]
  | [\w.+-]++@[\w-]++(?:\.[\w-]++)++
  | # Dates, numbers, document numbers, codes in capitals: 19/01/2024, 2,5, 49/2021/NĐ-CP, QĐ-TTg, IV/2024.
    (?: \d\w*+ | \p{Lu}{2}\w*+ | [IVX]++(?=/\d) )
    (?: [-/\u2010\u2011\u2013] (?=[\d\p{Lu}]) \w++ | (?<=\d) [.,:] (?=\d) \w++ )*+
  | \w++
  | (\S)\1*+  # a mark, or a row of the same: …, ---, .....
    """,
    regex.VERBOSE,
)


class VietnameseTokenizer(DummyTokenizer):
    """Turns a text into a ``Doc``. Its settings stand in the pipeline's config; it has no other state."""

    def __init__(self, vocab: Vocab, segmenter: Segmenter = "syllables") -> None:
        self.vocab = vocab
        self.segmenter = segmenter

    def __call__(self, text: str) -> Doc:
        """Make a ``Doc`` of a text."""
        tokens = [match.span() for match in _TOKEN.finditer(text)]
        if self.segmenter == "underthesea":
            tokens = list(in_words(text, tokens))
        words: list[str] = []
        spaces: list[bool] = []
        end = 0
        for start, stop in tokens:
            _add_gap(text[end:start], words, spaces)
            words.append(text[start:stop])
            spaces.append(False)
            end = stop
        _add_gap(text[end:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def make_tokenizer(segmenter: Segmenter = "syllables") -> Callable[[Language], VietnameseTokenizer]:
    """The tokenizer for a pipeline's config: ``[nlp.tokenizer] @tokenizers = "trichluc.VietnameseTokenizer.v1"``."""

    def make(nlp: Language) -> VietnameseTokenizer:
        return VietnameseTokenizer(nlp.vocab, segmenter)

    return make


registry.tokenizers.register(TOKENIZER, func=make_tokenizer)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Add white space: one space belongs to the token before it, what is more is a token of its own."""
    if gap.startswith(" ") and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)
