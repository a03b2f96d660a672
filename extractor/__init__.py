"""One text becomes one record.

    >>> from extractor import extract
    >>> record = extract("CHỈ THỊ\\nVề công tác lưu trữ\\n\\nThực hiện Kết luận số 76-KL/TU ngày 15/4/2031.")
    >>> record.header.doc_type.value, record.citations[0].key
    ('chi_thi', '76-KL/TU')

The extractor is pure: the same text gives the same record, and nothing is read or written but the lexicon that comes
with the package.
"""

from __future__ import annotations

import hashlib

from extractor.confidence import Explanation
from extractor.errors import LexiconError, TrichLucError
from extractor.pipeline import find_all, read
from extractor.record import build_record, explanations
from schemas import Directive, Source

__all__ = ["Directive", "Explanation", "LexiconError", "Source", "TrichLucError", "explain", "extract"]


def extract(text: str, *, source: Source | None = None) -> Directive:
    """Return the record of a directive.

    Any string is accepted and gives a record, however little there is in it; its diagnostics say what is odd about the
    text. Time and memory grow linearly with the length of the text.

    Args:
        text: The text exactly as loaded; every span of the record counts its code points.
        source: Where the text comes from. Without it the record names the text by the hash of its UTF-8 bytes.
    """
    reading = read(text)
    return build_record(reading, find_all(reading), source or _anonymous(text))


def explain(text: str) -> dict[str, Explanation]:
    """Return, by the id of the record, why each record that `extract` gives for `text` has its confidence.

    >>> explanation = explain("CHỈ THỊ\\nVề lưu trữ\\n\\nThực hiện Kết luận số 76-KL/TU ngày 15/4/2031.")["c1"]
    >>> "dated" in explanation.weights
    True
    """
    return explanations(find_all(read(text)))


def _anonymous(text: str) -> Source:
    return Source(sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), chars=len(text))
