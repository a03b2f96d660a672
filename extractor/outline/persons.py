"""Names of persons as they stand under a document, also where a stamp or a scanner damaged them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicon import load
from extractor.outline.shapes import EDGES, unmarked
from extractor.outline.strips import Strip
from extractor.patterns import compile_plain

__all__ = ["is_surname", "person_name", "trailing_name"]

#: A word of a name: `Hoa`, `ĐứcMạnh` without its space, `Y` and `H'Yim` as the peoples of the highlands are named.
_NAME_WORD = r"(?:\p{Lu}'?)?\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)?"
_NAME = compile_plain(rf"(?:[YHK]'?|{_NAME_WORD})(?: {_NAME_WORD}){{1,4}}")
_GIVEN = compile_plain(_NAME_WORD)
_NAME_LENGTH = 40
#: What clings to a name.
_EDGES = EDGES + "?!"
#: What some copies print after the name.
_SIGNED = compile_plain(r"\s{1,3}\(?[đĐ]ã ký\)?$")
#: A name has from two to so many words.
_WORDS = 5
#: A surname that lost its first letter or has another one wrong is known if it has at least so many.
_TELLING = 5


@cache
def _ranks() -> re.Pattern[str]:
    ranks = "|".join(map(re.escape, sorted(load("closing")["signature"]["ranks"], key=len, reverse=True)))
    return compile_plain(rf"(?:(?:{ranks})[.,]?\s?){{0,4}}")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(load("closing")["signature"]["surnames"])


@cache
def _damaged_surnames() -> dict[str, str | None]:
    """Return the bare shapes in which the long surnames are still known; None where two of them look the same."""
    found: dict[str, str | None] = {}
    for surname in _surnames():
        bare = unmarked(surname).lower()
        shapes = [bare, bare[1:]] if len(bare) >= _TELLING else []
        for shape in shapes:
            found[shape] = None if found.get(shape, surname) != surname else surname
    return found


def is_surname(word: str) -> bool:
    """Say whether `word` is one of the common surnames."""
    return word in _surnames()


def _surname(word: str) -> str | None:
    """Return the surname that `word` is, damaged or not, None if it is none for certain."""
    if word in _surnames():
        return word
    bare = unmarked(word).lower()
    if not bare.isalpha() or len(bare) < _TELLING - 1:
        return None
    return _damaged_surnames().get(bare) or _damaged_surnames().get(bare[:-1] + "n")


def person_name(text: str) -> str | None:
    """Return the name that `text` is, without titles, if it is the name of a person and nothing else."""
    bare = text.strip(_EDGES)
    if not (bare[:1].isupper() or bare[:1] == "£"):
        return None
    if "ã ký" in bare:
        bare = _SIGNED.sub("", bare)
    bare = bare.replace("£", "L")  # as scanners read the stroke of an L
    if len(bare) > 2 * _NAME_LENGTH:
        return None
    if ranks := _ranks().match(bare):
        bare = bare[ranks.end() :]
    words = bare.split()
    bare = " ".join(words)
    if bare.isupper() and words[0].capitalize() in _surnames() and 2 <= len(words) <= _WORDS:
        bare = bare.title()
    if not _NAME.fullmatch(bare) or len(bare) > _NAME_LENGTH:
        return None
    return bare


def trailing_name(parts: Sequence[Strip]) -> str | None:
    """Return the last name that a scanner ran together with a recipient or the print of a stamp."""
    for part in reversed(parts):
        words = part.text.rstrip(EDGES).split()
        if len(words) > 1 and _GIVEN.fullmatch(words[-1]):
            for place in range(max(0, len(words) - _WORDS), len(words) - 1):
                surname = _surname(words[place])
                if surname is None or not all(_GIVEN.fullmatch(word) for word in words[place + 1 :]):
                    continue
                before = words[place - 1] if place else ""
                if surname == words[place] and (before.isalpha() or before.endswith(",")):
                    break  # `đồng chí Trần Văn Hoa`, `Lưu: VT, Hoa`: somebody else
                return " ".join((surname, *words[place + 1 :]))
    return None
