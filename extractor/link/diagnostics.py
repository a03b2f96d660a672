"""What puts a whole text in doubt: there is nothing in it, or it is not Vietnamese."""

from __future__ import annotations

import regex

from extractor.reading import Reading, Remark

__all__ = ["remarks_on_text"]

_SAMPLE = 20_000
"""Code points that are looked at: a letterhead and several pages."""

_FEWEST_LETTERS = 40
"""A text with fewer letters is too short to tell the language by."""

_LEAST_SHARE = 0.02
"""A quarter of the letters of Vietnamese prose bear marks that other languages of Latin script do not have."""

_LETTER = regex.compile(r"\p{L}")
_VIETNAMESE = regex.compile(r"[ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỳỵỷỹ]", regex.IGNORECASE)


def remarks_on_text(reading: Reading) -> tuple[Remark, ...]:
    """Say what a reader must know before trusting anything else in the record."""
    sample = reading.text[:_SAMPLE]
    if not sample.strip():
        return (Remark("empty_text", "the text holds nothing but white space"),)
    letters = len(_LETTER.findall(sample))
    marked = len(_VIETNAMESE.findall(sample))
    if letters >= _FEWEST_LETTERS and marked < _LEAST_SHARE * letters:
        message = f"{marked} of {letters} letters bear Vietnamese marks: hardly any of the text is Vietnamese"
        return (Remark("not_vietnamese", message),)
    return ()
