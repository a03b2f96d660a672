"""Words whose marks a scanner lost or changed, mended where what is meant is certain.

Optical readers keep the letters of Vietnamese and stumble over its marks: `yêu câu` for `yêu cầu`, `thành phô` for
`thành phố`. A word of two syllables that official documents write in one way only (``lexicon/official_words.toml``) is
mended when exactly one of its syllables differs, and in its marks alone. Every replacement is as long as what it
replaces, so offsets stay true.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from functools import cache

import ahocorasick

from extractor.lexicon import load

__all__ = ["mend"]

#: A text with no damage in this many characters has not been scanned; the rest of it is left alone.
_PROBE = 4_000


def mend(text: str) -> str:
    """Return `text` with damaged words mended; it has the same length, and a clean text is returned as it is.

    >>> mend("Đề nghị UBND thành phô triên khai Kê hoạch")
    'Đề nghị UBND thành phố triển khai Kế hoạch'
    """
    probed = _mended(text[:_PROBE])
    if len(text) <= _PROBE:
        return probed
    return _mended(text) if probed != text[:_PROBE] else text


def _mended(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        return text
    parts: list[str] = []
    done = 0
    for last, word in _words().iter(_bare()(lower)):
        start, end = last + 1 - len(word), last + 1
        printed = lower[start:end]
        if printed == word or start < done or not _one_syllable_differs(printed, word):
            continue
        second = start + word.index(" ") + 1
        if text[start].islower() and text[second].isupper():
            continue  # `cổ phần Cấp nước`: a name begins there
        if (start and lower[start - 1].isalpha()) or lower[end : end + 1].isalpha():
            continue
        parts.append(text[done:start])
        parts += (meant.upper() if char.isupper() else meant for char, meant in zip(text[start:end], word, strict=True))
        done = end
    if not done:
        return text
    parts.append(text[done:])
    return "".join(parts)


def _one_syllable_differs(printed: str, word: str) -> bool:
    space = word.index(" ")
    return (printed[:space] == word[:space]) != (printed[space:] == word[space:])


@cache
def _bare() -> Callable[[str], str]:
    """Return what takes the marks off small letters, and puts a question mark for what is no such letter.

    There are fewer than 256 of them and of the signs of ASCII, so a charmap will do, as that of an old code page: it
    takes a tenth of the time of `str.translate`, which asks a dictionary for each character.
    """
    bare = {chr(code): chr(code) for code in range(0x80) if not chr(code).isupper()} | {"đ": "d", "ð": "d"}
    for code in (*range(0xE0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if chr(code).islower() and base.isascii() and base.isalpha():
            bare[chr(code)] = base
    unused = 256 - len(bare)
    page = codecs.charmap_build("".join(bare) + "\ufffe" * unused)
    letters = "".join(bare.values()).encode() + b"?" * unused
    return lambda lower: codecs.charmap_encode(lower, "replace", page)[0].translate(letters).decode()


@cache
def _words() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in load("official_words")["words"]:
        automaton.add_word(_bare()(word), word)
    automaton.make_automaton()
    return automaton
