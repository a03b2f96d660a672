"""At home in spaCy: the records of a directive as spans of a ``Doc``.

    >>> from extractor.spacy import blank
    >>> nlp = blank()
    >>> _ = nlp.add_pipe("trichluc")
    >>> doc = nlp("CHỈ THỊ\\nVề công tác lưu trữ\\n\\nThực hiện Kết luận số 76-KL/TU ngày 15/4/2031.")
    >>> [(span.text, span.label_, span._.record.key) for span in doc.spans["citations"]]
    [('Kết luận số 76-KL/TU ngày 15/4/2031', 'thuc_hien', '76-KL/TU')]

Needs the extra ``spacy``. Components, tokenizer, colours and the reading of bytes are registered by entry points: after
installation ``nlp.add_pipe("trichluc")`` works in any pipeline, without an import.
"""

from __future__ import annotations

import spacy
from spacy.language import Language

from extractor.spacy.colours import COLOURS
from extractor.spacy.components import JOINT_KEY, DirectiveComponent, LayerComponent, lay_out
from extractor.spacy.layers import LAYERS, MENTIONS, Layer, LayerName, LayerRecord
from extractor.spacy.tokenizer import TOKENIZER, Segmenter, VietnameseTokenizer

__all__ = [
    "COLOURS",
    "JOINT_KEY",
    "LAYERS",
    "MENTIONS",
    "TOKENIZER",
    "DirectiveComponent",
    "Layer",
    "LayerComponent",
    "LayerName",
    "LayerRecord",
    "Segmenter",
    "VietnameseTokenizer",
    "blank",
    "lay_out",
]


def blank(segmenter: Segmenter = "syllables") -> Language:
    """An empty Vietnamese pipeline with the tokenizer for official texts."""
    return spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER, "segmenter": segmenter}}})
