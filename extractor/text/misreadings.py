"""Misreadings that are certain in context: what no Vietnamese text means as it is printed (`lexicon/ocr.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import ahocorasick

from extractor.lexicon import load
from extractor.text.codepage import byte_classes, encoded
from extractor.text.letters import unmarked
from extractor.text.phrases import occurrences

__all__ = ["find_misreadings", "glued_numbers", "glued_words", "with_misread_words"]


def find_misreadings(page: bytes) -> set[str]:
    """Return the misreadings that may stand in a text, as printed: most texts have none.

    Args:
        page: The text over the code page (see `codepage.encoded`).
    """
    return {printed for _, printed in _automaton().iter(_words_alone(page))}


def with_misread_words(text: str, misread: set[str]) -> str:
    """Return `text` with those of the `misread` words as they are meant that keep their length."""
    for printed, meant in load("ocr")["words"].items() if misread else ():
        if printed in misread:
            text = _replaced(text, printed, meant)
    return text


def glued_words(text: str, misread: set[str]) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of those of the `misread` words that lost the space between them, and what is meant."""
    for printed, meant in load("ocr")["glued"].items() if misread else ():
        if printed in misread:
            yield from ((start, start + len(printed), meant) for start in _whole_words(text, printed))


def glued_numbers(text: str, page: bytes) -> Iterator[int]:
    """Yield where a number begins in `text` that is glued to the word before it (`số31`)."""
    before = _number_behind_word()
    for place in occurrences(page.translate(_ends_and_digits()), b"x1"):
        if before.match(text, place + 1):
            yield place + 1


def _replaced(text: str, printed: str, meant: str) -> str:
    parts: list[str] = []
    done = 0
    for start in _whole_words(text, printed):
        parts += (text[done:start], meant)
        done = start + len(printed)
    parts.append(text[done:])
    return "".join(parts)


def _whole_words(text: str, printed: str) -> Iterator[int]:
    """Yield where `printed` stands as a whole word; many texts hold its letters inside longer ones."""
    for start in occurrences(text, printed):
        end = start + len(printed)
        before, after = text[start - 1 : start], text[end : end + 1]
        if not (before.isalnum() or after.isalnum() or before == "_" or after == "_"):
            yield start


def _words_alone(page: bytes) -> str:
    """Return a text with a space before it, and for all that is no letter or digit.

    So every word begins behind a space, and the automaton tells most characters from the beginning of one by a single
    comparison, where it would have to try all the first letters: it takes two thirds of the time.
    """
    return " " + page.translate(_letters_and_digits()).decode("latin-1")


@cache
def _letters_and_digits() -> bytes:
    return byte_classes(lambda char: char if char.isalnum() else " ")


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for table in ("words", "glued"):
        for printed in load("ocr")[table]:
            automaton.add_word(_words_alone(encoded(printed)), printed)
    automaton.make_automaton()
    return automaton


@cache
def _number_behind_word() -> re.Pattern[str]:
    """Return the pattern of the place between a word and the number glued to it."""
    behind = "|".join(rf"(?<=\b{word})" for word in load("ocr")["before_number"]["words"])
    return re.compile(rf"(?=\d)(?:{behind})")


@cache
def _ends_and_digits() -> bytes:
    """Return the table of `x`, the end of a word that a number may be glued to, and `1`, what may be a digit."""
    last = {unmarked(word[-1]) for word in load("ocr")["before_number"]["words"]}
    return byte_classes(lambda char: "x" if unmarked(char) in last else "1" if char.isdigit() or char == "?" else " ")
