"""The parts of a head, and the type lines that it turns on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

import regex

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.outline.damaged import closest, is_damaged
from extractor.outline.shapes import EDGES, fold
from extractor.outline.strips import Strip
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType

__all__ = ["Head", "is_speck", "is_type_line_in_small_letters", "names_issuer", "opening_type", "type_of_line"]

#: A type line is short; one in small letters is its bare name.
_LINE_LENGTH = 60
_SMALL_LINE_LENGTH = 16
#: With dirt beside it, it is at most this long, and the dirt at either end so many scraps.
_DIRTY_LINE_LENGTH = 36
_SCRAPS = 3
#: A speck has fewer letters than this, or is one short word.
_SPECK_LETTERS = 4
_SPECK_LENGTH = 12
#: Lines that are remembered: those of a body's letterhead stand over all of its documents.
_RECURRING = 256


@dataclass(slots=True)
class Head:
    """The strips of a head by what they are, and where the text after it begins.

    Attributes:
        letterhead: Bodies, titles of the state, number, place and date, marks of urgency; taken apart into columns.
        beside: What stands beside the columns of the letterhead and is none of them: specks.
        subject: The `V/v …` lines of an official letter.
        type_line: The strips of the type line.
        doc_type: What the type line says.
        title: The strips of the trích yếu.
        addressees: The strips of `Kính gửi …`.
        promulgated: It says that it was promulgated with another document.
        end: Index of the first strip after the head.
    """

    letterhead: list[Strip] = field(default_factory=list)
    beside: list[Strip] = field(default_factory=list)
    subject: list[Strip] = field(default_factory=list)
    type_line: list[Strip] = field(default_factory=list)
    doc_type: DocumentType | None = None
    title: list[Strip] = field(default_factory=list)
    addressees: list[Strip] = field(default_factory=list)
    promulgated: bool = False
    end: int = 0


@cache
def _type_lines() -> dict[str, DocumentType]:
    return {fold(line): DocumentType[kind.upper()] for line, kind in load("document_types")["lines"].items()}


@cache
def _opening_types() -> dict[str, DocumentType]:
    titles = load("document_types")["titles"]
    return _type_lines() | {fold(title): DocumentType[kind.upper()] for title, kind in titles.items()}


@cache
def _openings() -> re.Pattern[str]:
    table = load("document_types")
    return compile_plain(rf"{any_of(line.upper() for line in (*table['lines'], *table['titles']))}(?=[\s:]+\S)")


def type_of_line(text: str, *, lenient: bool = False) -> DocumentType | None:
    """Return the type that `text` names, if it is a type line: nothing else on it, in capitals or alone.

    Args:
        text: A line.
        lenient: It stands below a letterhead, where a colon or the dirt of a stamp beside it does not deceive.
    """
    if len(text) > _LINE_LENGTH or text[0] == "(" or (text.endswith(":") and not lenient):
        return None
    bare = text.strip(EDGES).rstrip("0123456789")  # of a footnote
    whole = bare.isupper() or (len(bare) < _SMALL_LINE_LENGTH and bare[:1].isupper())
    if whole and (found := _type_lines().get(fold(bare))):
        return found
    return _type_of_damaged(bare, whole=whole) if lenient else None


@lru_cache(_RECURRING)
def _type_of_damaged(bare: str, *, whole: bool) -> DocumentType | None:
    """Return the type of a line that a scanner misread, or that the dirt of a stamp stands beside."""
    if is_damaged(bare):
        return closest(bare, _type_lines()) or _type_among_dirt(bare)
    return _type_among_dirt(bare) if whole and len(bare) < _DIRTY_LINE_LENGTH else None


def _type_among_dirt(bare: str) -> DocumentType | None:
    """Return the type that is left of a line when scraps of a letter or two are taken from its ends."""
    words = bare.split()
    if not words or not (_is_scrap(words[0]) or _is_scrap(words[-1])):
        return None
    for first in range(min(_SCRAPS, len(words) - 1) + 1):
        for last in range(min(_SCRAPS, len(words) - 1 - first) + 1):
            scraps = (*words[:first], *words[len(words) - last :])
            if scraps and all(map(_is_scrap, scraps)):
                kind = _type_lines().get(fold(" ".join(words[first : len(words) - last]).strip(EDGES)))
                if kind is not None:
                    return kind
    return None


def _is_scrap(word: str) -> bool:
    return sum(map(str.isalpha, word)) <= 1


def opening_type(text: str) -> tuple[DocumentType, int] | None:
    """Return the type that `text` begins with in capitals, and where the title begins that stands on the same line."""
    match = _openings().match(text)
    return (_opening_types()[fold(match.group())], match.end()) if match else None


def names_issuer(text: str) -> bool:
    """Say whether what follows a type on its line is who issues: `NGHỊ ĐỊNH CỦA CHÍNH PHỦ`."""
    return text.isupper() and _of_issuer().fullmatch(text.rstrip(EDGES)) is not None


@cache
def _of_issuer() -> re.Pattern[str]:
    kinds = sorted(load("letterhead")["issuers"]["kinds"], key=len, reverse=True)
    return compile_plain(rf"CỦA (?:{'|'.join(regex.escape(kind.upper()) for kind in kinds)})(?: [^.;:\d]{{1,60}})?")


def is_type_line_in_small_letters(text: str) -> bool:
    """Say whether `text` would be a type line if it were printed in capitals, its issuer named on it perhaps."""
    if not text.islower() or len(text) > _LINE_LENGTH or text.endswith(":"):
        return False
    line = " ".join(text.upper().split())
    if type_of_line(line) is not None:
        return True
    opening = opening_type(line)
    return opening is not None and names_issuer(line[opening[1] :].lstrip())


def is_speck(text: str) -> bool:
    """Say whether `text` is what a scanner makes of a stamp or a stain."""
    if len(text) < _SPECK_LENGTH and " " not in text and not text[0].isupper():
        return True
    few = sum(map(str.isalpha, text[: 2 * _SPECK_LENGTH])) < _SPECK_LETTERS
    return few and sum(map(str.isalpha, text)) < _SPECK_LETTERS
