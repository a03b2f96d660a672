"""A text of Vietnamese as bytes, one for each character, as on an old code page.

What is asked of every character of a text (is one of them odd, does a digit stand right behind a letter, where does a
word begin) is answered over bytes in a quarter of the time that a pattern takes over the string: `bytes.translate` puts
characters into classes, `bytes.find` looks for what stands together. Positions are those of the string.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from functools import cache

__all__ = ["UNKNOWN", "byte_classes", "decoded", "encoded", "strangers"]

#: What stands for a character that is not on the page, and for a question mark.
UNKNOWN = b"?"

_UNKNOWN = re.compile(re.escape(UNKNOWN))

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
#: The signs beyond ASCII that official documents print.
_SIGNS = "\u00a0…–—“”‘’«»•·§°±²³÷≤≥"
_FREE = "\ufffe"  # what `codecs` takes for a byte that stands for nothing


def encoded(text: str) -> bytes:
    """Return `text` with a byte for each character; ASCII stays ASCII, what is not on the page becomes `UNKNOWN`.

    >>> encoded("số 3 ☃")[3:]
    b' 3 ?'
    """
    return _encoding()(text)[0]


def decoded(page: bytes) -> str:
    """Return the text of a `page` that has nothing unknown on it."""
    return codecs.charmap_decode(page, "strict", _page())[0]


def strangers(text: str, page: bytes) -> frozenset[str]:
    """Return the characters of `text` that its `page` does not have, which most texts have none of."""
    found = {text[match.start()] for match in _UNKNOWN.finditer(page)} if UNKNOWN in page else set()
    return frozenset(found - {"?"})


def byte_classes(class_of: Callable[[str], str]) -> bytes:
    """Return the table for `bytes.translate` that puts each character of the page into the class `class_of` it.

    A class is a character of the page itself.
    """
    return encoded("".join(map(class_of, _page())))


@cache
def _page() -> str:
    """Return the character that each byte stands for."""
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES} | {"đ", "ð"}
    small = "".join(sorted(letter for letter in letters if not letter.isascii()))
    others = iter(small + small.upper() + _SIGNS)
    kept = {byte: chr(byte) for byte in (0, ord("\t"), ord("\n"), *range(0x20, 0x7F))}
    return "".join(kept.get(byte) or next(others, _FREE) for byte in range(256))


@cache
def _encoding() -> Callable[[str], tuple[bytes, int]]:
    encoding = codecs.charmap_build(_page())
    return lambda text: codecs.charmap_encode(text, "replace", encoding)
