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

from extractor.errors import LexiconError, TrichLucError
from extractor.pipeline import find_all, read
from extractor.record import build_record
from schemas import Directive, Source

__all__ = ["Directive", "LexiconError", "Source", "TrichLucError", "extract"]


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


def _anonymous(text: str) -> Source:
    return Source(sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), chars=len(text))
