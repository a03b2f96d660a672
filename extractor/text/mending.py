"""Words whose marks a scanner lost or changed, mended where what is meant is certain.

Optical readers keep the letters of Vietnamese and stumble over its marks: `yêu câu` for `yêu cầu`, `thành phô` for
`thành phố`. A word of two syllables that official documents write in one way only (``lexicon/official_words.toml``) is
mended when exactly one of its syllables differs, and in its marks alone. Every replacement is as long as what it
replaces, so offsets stay true.
"""

from __future__ import annotations

from functools import cache

import ahocorasick

from extractor.lexicon import load
from extractor.text.codepage import UNKNOWN, byte_classes, decoded, encoded, strangers
from extractor.text.letters import unmarked

__all__ = ["mend"]

#: A text with no damage in this many characters has not been scanned; the rest of it is left alone.
_PROBE = 4_000


def mend(text: str, page: bytes) -> str:
    """Return `text` with damaged words mended; it has the same length, and a clean text is returned as it is.

    Args:
        text: Any text.
        page: The text over the code page (see `codepage.encoded`); tone marks may stand in the old place there.

    >>> mend("UBND thành phô", encoded("UBND thành phô"))
    'UBND thành phố'
    """
    probed = _mended(text, page, 0, _PROBE)
    if probed is text or len(text) <= _PROBE:
        return probed
    return _mended(probed, page, _PROBE - _longest(), len(text))


def _mended(text: str, page: bytes, first: int, last: int) -> str:
    """Return `text` with the damaged words in ``text[first:last]`` mended, and the same text if there are none."""
    part = page[first:last]
    small = part.translate(_small())
    parts: list[str] = []
    done = 0
    for end, sound in _words().iter(_bare_words(_with_known_letters(text[first:last], part))):
        start = end - len(sound)
        if small[start:end] == sound:  # most are sound
            continue
        start, end = start + first, end + first
        if start < done:
            continue
        printed, word = text[start:end], decoded(sound)
        if not _one_syllable_differs(printed.lower(), word) or _joins_names(printed, word):
            continue
        if text[start - 1 : start].isalpha() or text[end : end + 1].isalpha():
            continue
        parts += (text[done:start], _in_case_of(printed, word))
        done = end
    return "".join((*parts, text[done:])) if done else text


def _one_syllable_differs(printed: str, word: str) -> bool:
    space = word.index(" ")
    return printed[space] == " " and (printed[:space] == word[:space]) != (printed[space:] == word[space:])


def _joins_names(printed: str, word: str) -> bool:
    """Say whether a name begins with the second syllable: `cổ phần Cấp nước`."""
    return printed[0].islower() and printed[word.index(" ") + 1].isupper()


def _in_case_of(printed: str, word: str) -> str:
    return "".join(meant.upper() if char.isupper() else meant for char, meant in zip(printed, word, strict=True))


def _with_known_letters(text: str, page: bytes) -> bytes:
    """Return `page` with a plain letter for each foreign one in `text`, such as a scanner makes of ours (`thöại`)."""
    foreign = strangers(text, page) & _foreign().keys()
    for letter in foreign:
        text = text.replace(letter, _foreign()[letter])
    return encoded(text) if foreign else page


def _bare_words(page: bytes) -> str:
    """Return a text in small letters without marks, with a space before it and for all that is no letter.

    So every word begins behind a space, and the automaton tells most letters from the beginning of one by a single
    comparison, where it would have to try twenty first letters.
    """
    return " " + page.translate(_bare()).decode("ascii")


@cache
def _small() -> bytes:
    return byte_classes(str.lower)


@cache
def _bare() -> bytes:
    """Return the table of letters without case and marks; what is no letter becomes a space."""

    return byte_classes(lambda char: unmarked(char).lower() if char.isalpha() else " ")


@cache
def _foreign() -> dict[str, str]:
    """Return the letters of Latin script that are not on the code page, and those that they are without marks."""
    letters = (chr(code) for code in range(0xC0, 0x1B1))
    return {char: unmarked(char) for char in letters if encoded(char) == UNKNOWN and unmarked(char).isascii()}


@cache
def _longest() -> int:
    return max(map(len, load("official_words")["words"]))


@cache
def _words() -> ahocorasick.Automaton:
    """Return the automaton of the words without marks; it gives each as the code page has it."""
    automaton = ahocorasick.Automaton()
    for word in map(encoded, load("official_words")["words"]):
        automaton.add_word(_bare_words(word), word)
    automaton.make_automaton()
    return automaton
