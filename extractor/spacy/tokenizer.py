"""A tokenizer for Vietnamese official texts.

spaCy's own for Vietnamese needs pyvi, which takes ``19/01/2024`` apart, or splits at white space only, which leaves
``31/3/2024,`` one token; its rules for other languages cut ``49/2021/NĐ-CP`` in five. This one keeps dates, numbers
and document numbers whole and lets punctuation stand alone. A token is a syllable, as Vietnamese is written, or a word
where segmentation is asked for.

No character is lost: the text of the ``Doc`` is the text given.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from extractor.patterns import compile_plain
from extractor.spacy.segmenting import in_words

__all__ = ["TOKENIZER", "Segmenter", "VietnameseTokenizer", "make_tokenizer"]

TOKENIZER = "trichluc.VietnameseTokenizer.v1"
"""The name in spaCy's registry of tokenizers."""

Segmenter = Literal["syllables", "underthesea"]
"""What a token is: a syllable, or a word as underthesea sees it (its model comes with it; 0.3 MB/s instead of 7)."""

_WORD = r"[\w\u0300-\u036f]"
"""A letter, a digit, or a mark that stands as a character of its own."""
_SPACE = r"\s\x1c-\x1f"
"""White space as ``str.isspace`` has it: not every engine counts the separators of information among it."""
_TOKEN = compile_plain(
    rf"""(
    # Dates, numbers, document numbers, codes in capitals: 19/01/2024, 2,5, 49/2021/NĐ-CP, QĐ-TTg, IV/2024.
    (?: \d{_WORD}*+ | [\p{{Lu}}]{{2}}{_WORD}*+ | [IVX]++(?=/\d) )
    (?: [-/\u2010\u2011\u2013] (?=[\d\p{{Lu}}]) {_WORD}++ | (?<=\d) [.,:] (?=\d) {_WORD}++ )*+
    # A word, an address of a page or of a person.
  | {_WORD}++ (?: ://\S*[\w/] | (?:[.+-]{_WORD}++){{0,4}} @ {_WORD}++ (?:[.-]{_WORD}++){{1,6}} )?+
    # A mark, or a row of the same: …, ---, .....
  | ([^{_SPACE}])\2*+
    )([{_SPACE}]*+)""",
    re.VERBOSE,
)
"""A token, and the white space after it."""


class VietnameseTokenizer(DummyTokenizer):
    """Turns a text into a ``Doc``. Its settings stand in the pipeline's config; it has no other state."""

    def __init__(self, vocab: Vocab, segmenter: Segmenter = "syllables") -> None:
        self.vocab = vocab
        self.segmenter = segmenter

    def __call__(self, text: str) -> Doc:
        """Make a ``Doc`` of a text."""
        tokens = [(word, gap) for word, _, gap in _TOKEN.findall(text)]
        if self.segmenter == "underthesea":
            tokens = list(in_words(tokens))
        lead = text[: len(text) - len(text.lstrip())]
        words, spaces = ([lead], [False]) if lead else ([], [])
        for word, gap in tokens:
            # One space belongs to the token before it; more white space is a token of its own.
            words.append(word)
            spaces.append(gap[:1] == " ")
            if rest := gap.removeprefix(" "):
                words.append(rest)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)


def make_tokenizer(segmenter: Segmenter = "syllables") -> Callable[[Language], VietnameseTokenizer]:
    """The tokenizer for a pipeline's config: ``[nlp.tokenizer] @tokenizers = "trichluc.VietnameseTokenizer.v1"``."""

    def make(nlp: Language) -> VietnameseTokenizer:
        return VietnameseTokenizer(nlp.vocab, segmenter)

    return make


registry.tokenizers.register(TOKENIZER, func=make_tokenizer)
