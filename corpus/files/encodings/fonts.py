"""What the name of a font says of the encoding of its text (``fonts.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from corpus.files.encodings.data import load

__all__ = ["FontFacts", "font_facts"]

# `ABCDEF+.VnTime,Bold` of PDF files: a tag for the subset, a style.
_SUBSET = regex.compile(r"\A[A-Z]{6}\+")
_STYLE = regex.compile(r"(?:[ ,_-]*+(?:Bold|Italic|Oblique|Regular|Normal|MT|PS))++\Z", regex.IGNORECASE)
_IGNORED = str.maketrans("", "", " -_")


@dataclass(frozen=True, slots=True)
class FontFacts:
    """``charset``: the name of the encoding that the font shows; ``capitals``: whether every letter looks a capital."""

    charset: str
    capitals: bool = False


@cache
def font_facts(name: str) -> FontFacts | None:
    """Return what a font's name tells, ``None`` for fonts of Unicode and fonts that are not known.

    >>> font_facts("ABCDEF+.VnTimeH,Bold"), font_facts("Times New Roman")
    (FontFacts(charset='TCVN3', capitals=True), None)
    """
    family = _STYLE.sub("", _SUBSET.sub("", name.strip().strip("'\""))).translate(_IGNORED)
    plain = family.lower()
    for charset, facts in load("fonts.toml").items():
        ending: str = facts.get("capitals", "")
        # Style sheets write names in small letters: there an `h` is a mark of capitals where the rest is a name.
        stem = plain.removesuffix(ending.lower())
        known = stem.removeprefix(".") in facts["names"]
        if plain.startswith(tuple(facts["prefixes"])) or plain in facts["names"] or known:
            capitals = bool(ending) and (family.endswith(ending) or (family == plain != stem and known))
            return FontFacts(charset, capitals)
    return None
