"""The words by which documents are called, and letters without their marks."""

from __future__ import annotations

import unicodedata
from functools import cache

from extractor.lexicon import load
from extractor.text.recurring import recurring
from schemas.vocabulary import DocumentType

__all__ = ["NOT_A_DOCUMENT", "TypeWord", "fold", "fold_word", "kinds", "type_word_before"]

TypeWord = tuple[int, DocumentType | None]
"""Where a type word begins, and the kind that it names (None: the symbol must say)."""

NOT_A_DOCUMENT: TypeWord = (-1, None)
"""The word before the number says that it is a form, a standard or a part of a document."""

_LONGEST = 4  # words in the longest name of a kind
_WINDOW = 48
_RECURRING = 1024  # words that are remembered: few come before most numbers
_LONGEST_WORD = 16  # letters of those
#: What an ending is: the name of a kind, another word that stands before numbers, the last words of one.
_KIND, _OTHER, _PART = "kind", "other", "part"
_OPENING = "\"'([“‘"


@cache
def _marks() -> dict[int, str]:
    # Letters that stay are listed too: `str.translate` is twice as slow where it misses a letter in its table.
    table = {code: chr(code) for code in range(0x80)} | {ord("đ"): "d", ord("Đ"): "D"}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        plain = unicodedata.normalize("NFD", chr(code))
        if len(plain) > 1:
            table[code] = plain[0]
    return table


def fold(words: str) -> str:
    """Return `words` in small letters without marks, as scanners leave them: ``Quyết định`` is ``quyet dinh``.

    The result is as long as `words`, so that positions stay true.
    """
    plain = words.translate(_marks())
    folded = plain.lower()
    return folded if len(folded) == len(words) else "".join(letter.lower()[:1] for letter in plain)


@cache
def kinds() -> dict[str, DocumentType | None]:
    """Return the kind that each type word names, by its folded form."""
    found: dict[str, DocumentType | None] = {
        fold(kind.label): kind for kind in DocumentType if kind is not DocumentType.KHAC
    }
    for word, kind in {**load("document_types")["lines"], **load("document_words")["words"]}.items():
        found[fold(word)] = DocumentType(kind) if kind else None
    return found


@cache
def _others() -> frozenset[str]:
    return frozenset(fold(word) for word in load("document_words")["not_documents"]["words"])


@cache
def _endings() -> dict[str, str]:
    """Return all ends of what `type_word_before` knows, in whole words, and what they are: most words are none."""
    known = (name.split(" ") for name in (*kinds(), *_others()))
    parts = {" ".join(words[place:]): _PART for words in known for place in range(len(words))}
    return parts | dict.fromkeys(_others(), _OTHER) | dict.fromkeys(kinds(), _KIND)


@recurring(_RECURRING, longest=_LONGEST_WORD)
def fold_word(word: str) -> str:
    """Return `fold` of a single word; short ones are remembered, since few make up most of the names of documents."""
    return fold(word)


def type_word_before(text: str, end: int) -> TypeWord | None:
    """Return the type word that ends at `end`, `NOT_A_DOCUMENT` if another word forbids one, or None.

    The longest one counts (``Thông tư liên tịch``), in any case and with damaged diacritics.
    """
    floor = max(end - _WINDOW, 0)
    window = text[max(text.rfind("\n", floor, end) + 1, floor) : end]
    words = window.rstrip()
    start = end - len(window) + len(words) + 1
    endings = _endings()
    found: TypeWord | None = None
    phrase = ""
    for printed in reversed(words.rsplit(" ", _LONGEST)[-_LONGEST:]):
        word = printed.lstrip(_OPENING)
        phrase = f"{fold_word(word)} {phrase}" if phrase else fold_word(word)
        meaning = endings.get(phrase)
        if meaning is None:
            break
        start -= len(word) + 1
        if meaning == _OTHER:
            return NOT_A_DOCUMENT
        if meaning == _KIND:
            found = (start, kinds()[phrase])
        if len(word) < len(printed):
            break
    return found
