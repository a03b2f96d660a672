"""The two forms in which text is searched, and the folded forms that documents are looked up by.

The forms are part of the database: what the search index was given must be given again, letter for letter, to take a
document out of it. A change here needs a migration that builds the index anew.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["as_written", "folded", "has_marks", "lookup_form", "number_form"]

_MARKS = re.compile("[\u0300-\u036f]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")
_OLD_DD = "\u00d0\u0189"
"""Eth and African D: what old converters write for Đ."""

# The open syllables `oa`, `oe`, `uy` used to carry their mark on the second vowel (`hoà`), now on the first (`hòa`).
# In `quý` the u belongs to the consonant.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MODERN_TONES = {
    case(unicodedata.normalize("NFC", pair + tone)): case(unicodedata.normalize("NFC", pair[0] + tone) + pair[1])
    for pair in ("oa", "oe", "uy")
    for tone in _TONES
    for case in (str, str.capitalize, str.upper)
}
_OLD_TONES = re.compile(f"(?<![Qq])[oOuU][{''.join(sorted({old[1] for old in _MODERN_TONES}))}](?![^\\W\\d_])")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[\W_]+")
_LEADING_ZEROS = re.compile("^0+(?=[0-9])")


def as_written(text: str) -> str:
    """The text with composed letters and tone marks in the modern place; nothing else is folded, case neither."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    for letter in _OLD_DD:
        text = text.replace(letter, "Đ")
    return _OLD_TONES.sub(lambda match: _MODERN_TONES.get(match[0], match[0]), _INVISIBLE.sub("", text))


def folded(text: str) -> str:
    """The text without marks, and đ as d: ``Đắk Lắk`` is ``Dak Lak``. Case stays."""
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFD", as_written(text)))
    return bare.replace("đ", "d").replace("Đ", "D")


def has_marks(text: str) -> bool:
    """Whether a typed word says which marks it means: it has some, or a đ."""
    return folded(text) != text


def lookup_form(text: str) -> str:
    """The words alone, folded, in lower case, one space between them: names and titles that mean the same."""
    return _NOT_WORD.sub(" ", folded(text)).strip().casefold()


def number_form(number: str) -> str:
    """A document's number however it is typed: ``049 - KH / TU`` and ``49-kh/tu`` are the same."""
    plain = _SPACES.sub("", _DASHES.sub("-", folded(number))).casefold()
    return _LEADING_ZEROS.sub("", plain)
