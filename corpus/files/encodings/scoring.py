"""How likely a word is, read as Vietnamese or as another language in Latin letters.

Scores are natural logarithms of rough probabilities; only differences between readings of the same letters count. A
word in Vietnamese is a syllable by the rules of spelling, and its marked letters have their frequency
(``letters.toml``). A wrong reading of a few words gives mostly strings that are no syllable; where both are syllables,
frequency decides.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from functools import cache

import regex

from corpus.files.encodings.data import load
from corpus.files.encodings.syllables import is_syllable

__all__ = ["noise_score", "vietnamese_score", "western_score"]

_NO_SYLLABLE = -8.0
"""A marked word that is no syllable: misprints and foreign names, one in some hundred; more for each of its marks."""
_MOST_MARKED = 3
"""Marked letters that a syllable has at most: `được`."""
_FURTHER_MARKED = -6.0
_NO_SYLLABLE_PLAIN = -3.3
"""The same without marks: one plain word in six of a Vietnamese text is a code, a foreign word or a name."""
_ABBREVIATION = -2.0
_RARE = -9.0
"""A letter that the language does not have."""
_PUNCTUATION = -0.5
_SIGN = -3.0
_RARE_SIGN = -4.5
_STRAY_SIGN = -9.0
"""A sign inside or at a word, like the `®` of `®Þnh`."""
_PLAIN_WESTERN_SYLLABLE = -0.8
_MARKED_WESTERN = -2.0
"""A Western text has marks on one word in ten, a Vietnamese on three in four."""
_NEIGHBOURS = -3.0
_AFTER_VOWEL = -1.0
_NOISE = -4.0
_NOISE_PLAIN = -1.0
_NOISE_LETTER = -5.0

_WORD = regex.compile(r"[\p{L}\p{M}]++")
_ABBREVIATED = regex.compile(r"[A-ZĐƯƠÂÔÊĂ]++")
_AT_REST = frozenset("“”‘’–—…•‚„\u00a0")
"""Punctuation of any text in Windows-1252."""
_OPENING = frozenset("“‘‚„")
_SIGNS = frozenset("°²³ºª§×½¼¾±«»·€©®µ−∙‐")
"""Signs that stand by themselves or after a word in any text."""
_AFTER_WORD = frozenset("°²³ºª")


def vietnamese_score(shown: str) -> float:
    """Score a word (a run of letters and signs without spaces) as Vietnamese.

    >>> vietnamese_score("định") > vietnamese_score("ñònh")
    True
    """
    text = unicodedata.normalize("NFC", shown)
    return sum(_vietnamese_word(match.group()) for match in _WORD.finditer(text)) + _signs(text)


def western_score(shown: str) -> float:
    """Score a word as any other language in Latin letters, in text that is Unicode or Windows-1252 already."""
    text = unicodedata.normalize("NFC", shown)
    return sum(_western_word(match.group()) for match in _WORD.finditer(text)) + _signs(text)


def noise_score(shown: str) -> float:
    """Score a word as neither: what no reading should be preferred for."""
    marked = sum(letter > "\x7f" or letter < " " for letter in shown)
    return _NOISE + marked * _NOISE_LETTER if marked else _NOISE_PLAIN


def _vietnamese_word(word: str) -> float:
    if word.isascii():
        return 0.0 if len(word) == 1 or word.isupper() or is_syllable(word) else _NO_SYLLABLE_PLAIN
    marked = [_frequencies("vietnamese").get(letter, _RARE) for letter in word.lower() if letter > "\x7f"]
    if is_syllable(word):
        return sum(marked)
    if _ABBREVIATED.fullmatch(word):
        return sum(marked) + _ABBREVIATION
    return sum(marked) + _NO_SYLLABLE + max(0, len(marked) - _MOST_MARKED) * _FURTHER_MARKED


def _western_word(word: str) -> float:
    if word.isascii():
        return _PLAIN_WESTERN_SYLLABLE if word.islower() and is_syllable(word) else 0.0
    score = _MARKED_WESTERN
    before = ""
    for letter in word.lower():
        if letter > "\x7f":
            score += _frequencies("western").get(letter, _RARE)
            if before > "\x7f":
                score += _NEIGHBOURS
            elif before and before in "aeiouy" and unicodedata.normalize("NFD", letter)[0] in "aeiouy":
                score += _AFTER_VOWEL
        before = letter
    return score


def _signs(text: str) -> float:
    """Score what is no letter."""
    score = 0.0
    for index, sign in enumerate(text):
        if " " <= sign <= "\x7f" or (sign.isalpha() and sign not in "ªº") or unicodedata.combining(sign):
            continue
        before = text[index - 1].isalpha() if index else False
        after = text[index + 1].isalpha() if index + 1 < len(text) else False
        if sign in _OPENING and before:
            score += _RARE_SIGN
        elif sign in _AT_REST:
            score += _SIGN if before and after and sign not in "’–\u00a0" else _PUNCTUATION
        elif after or (before and sign not in _AFTER_WORD):
            score += _STRAY_SIGN
        else:
            score += _SIGN if sign in _SIGNS else _RARE_SIGN
    return score


@cache
def _frequencies(language: str) -> Mapping[str, float]:
    """Return the logarithm of the share of each marked letter among the marked letters of a language."""
    counts: dict[str, int] = load("letters.toml")[language]
    total = sum(counts.values())
    return {letter: math.log(count / total) for letter, count in counts.items()}
