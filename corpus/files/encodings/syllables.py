"""Which strings of letters are Vietnamese syllables, by the rules of spelling in ``syllables.toml``.

A wrong guess at an encoding gives letters that are Vietnamese one by one and no syllable together: that is what
detection rests on. The rules allow more syllables than dictionaries list, and hardly any string that no text has.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.files.encodings.data import Table, load

__all__ = ["is_syllable", "syllables"]

_QUALITY = "ăâêôơư"
_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class _Rules:
    """The parts of ``syllables.toml``; ``bases`` are the syllables without tone."""

    tones: tuple[str, ...]
    stops: tuple[str, ...]
    tones_of_stops: tuple[str, ...]
    bases: frozenset[str]
    native: tuple[str, ...]


def is_syllable(word: str) -> bool:
    """Say whether a word (NFC, any case) is spelled as a Vietnamese syllable.

    >>> is_syllable("Nghĩa"), is_syllable("nghỉã"), is_syllable("ngia")
    (True, False, False)
    """
    return _is_syllable(word.lower())


@lru_cache(_REMEMBERED)
def _is_syllable(word: str) -> bool:
    base, tone, place = _parted(word)
    rules = _rules()
    if tone not in rules.tones or base not in rules.bases:
        return False
    return not tone or (place in _places(base) and _fits(base, tone, rules))


def syllables() -> Iterator[str]:
    """Yield every syllable that the rules allow, in small letters, with the tone mark wherever usage puts it.

    >>> {"hòa", "hoà", "ươn"} <= set(syllables())
    True
    """
    rules = _rules()
    for base in rules.native:
        yield base
        for tone in rules.tones:
            if tone and _fits(base, tone, rules):
                for place in _places(base):
                    yield unicodedata.normalize("NFC", base[: place + 1] + tone + base[place + 1 :])


def _parted(word: str) -> tuple[str, str, int]:
    """Return the syllable without its tone, the tone's mark and the index of the letter that bears it."""
    base, tone, place = "", "", -1
    for index, letter in enumerate(word):
        parts = unicodedata.normalize("NFD", letter)
        marks = "".join(mark for mark in parts[1:] if mark in _rules().tones)
        if marks:
            tone, place = tone + marks, index
        base += unicodedata.normalize("NFC", "".join(part for part in parts if part not in marks))
    return base, tone, place


def _fits(base: str, tone: str, rules: _Rules) -> bool:
    """Say whether a rhyme that ends abruptly has one of its two tones."""
    return not base.endswith(rules.stops) or tone in rules.tones_of_stops


def _places(base: str) -> tuple[int, ...]:
    """Return where the tone may stand: on the last vowel with a mark of its own, else on any vowel of the rhyme.

    Usage differs on `hòa` and `hoà`, `thúy` and `thuý`; the `u` of `qu` and the `i` of `gi` are no vowels.
    """
    marked = [index for index, letter in enumerate(base) if letter in _QUALITY]
    if marked:
        return (marked[-1],)
    first = 2 if base.startswith(("qu", "gi")) and len(base) > 2 and base[2] in "aeiouy" else 0
    vowels = [index for index, letter in enumerate(base) if index >= first and letter in "aeiouy"]
    return tuple(vowels[:2]) if len(vowels) < 3 else (vowels[1], vowels[-1])


@cache
def _rules() -> _Rules:
    table = load("syllables.toml")
    tones: Table = table["tones"]
    native = dict.fromkeys(
        onset + rhyme for onset in table["onsets"] for rhyme in table["rhymes"] if _spelled(onset, rhyme, table)
    )
    highland = {
        onset + rhyme
        for onset in [*table["onsets"], *table["borrowed_onsets"]]
        for rhyme in [*table["rhymes"], *table["borrowed_rhymes"]]
        if onset in table["borrowed_onsets"] or rhyme in table["borrowed_rhymes"]
    }
    return _Rules(
        tones=tuple(tones.values()),
        stops=tuple(table["stops"]),
        tones_of_stops=tuple(tones[name] for name in table["tones_of_stops"]),
        bases=frozenset(native) | highland,
        native=tuple(native),
    )


def _spelled(onset: str, rhyme: str, table: Table) -> bool:
    """Say whether an onset is written as it is before this rhyme: `k`, `gh`, `ngh` before front vowels alone."""
    front = rhyme[0] in "eêiy"
    if onset in table["before_front_vowels"]:
        return front
    if onset in table["before_other_vowels"]:
        return not front or (onset == "g" and rhyme[0] == "i")  # `gì`, `giếng`: the `i` is written once
    if onset in {"gi", "qu"}:
        return rhyme[0] not in onset  # `gia` is `gi` and `a`, `quốc` is `qu` and `ôc`
    return True
