"""What puts a whole text in doubt: there is nothing in it, or it is not Vietnamese."""

from __future__ import annotations

from extractor.reading import Reading, Remark

__all__ = ["remarks_on_text"]

_SAMPLE = 8_000
"""Code points that are looked at: a letterhead and some pages."""

_FEWEST_WORDS = 8
"""A text of fewer words is too short to tell the language by."""

_LEAST_SHARE = 0.05
"""Of the words of Vietnamese prose two in three bear a mark that other languages of Latin script do not have."""

_COMMONEST = b"\xe1\xbb"
_MARKED = (*(letter.encode() for letter in "đĐăĂơƠưƯ"), b"\xe1\xba", _COMMONEST)
"""What such marks are in UTF-8: the last two begin all letters from U+1E80 to U+1EFF (ạ, ế, ữ)."""


def remarks_on_text(reading: Reading) -> tuple[Remark, ...]:
    """Say what a reader must know before trusting anything else in the record."""
    sample = reading.text[:_SAMPLE]
    content = b""
    for reach in (_SAMPLE // 2, _SAMPLE):
        content = sample[:reach].encode("utf-8", "surrogatepass")
        if content.count(_COMMONEST) > _LEAST_SHARE * (len(sample) + 1) / 2:
            return ()  # beyond doubt, as mostly: of two code points one is no more than a space
    words = len(sample.split())
    if not words:
        return (Remark("empty_text", "the text holds nothing but white space"),)
    marked = sum(map(content.count, _MARKED))
    if words >= _FEWEST_WORDS and marked < _LEAST_SHARE * words:
        message = f"{marked} Vietnamese letters in {words} words: hardly any of the text is Vietnamese"
        return (Remark("not_vietnamese", message),)
    return ()
