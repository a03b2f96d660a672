"""Automatic numbers in print: the number formats of ECMA-376 part 1, 17.18.59 that documents use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

__all__ = ["BULLETS", "bullet", "numeral"]

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_MOST_ROMAN = 3999
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_RUSSIAN = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"

BULLETS: Mapping[str, str] = MappingProxyType(
    {
        # Private letters of the fonts Symbol and Wingdings, as Word stores them (U+F000 plus the letter's byte).
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf06e": "■",
        "\uf06f": "□",
        "\uf071": "□",
        "\uf0a8": "◻",
        "\uf076": "◆",
        "\uf075": "◆",
        "\uf0d8": "➢",
        "\uf0fc": "✓",
        "\uf0fe": "☑",
        "\uf02d": "-",
        "\uf02b": "+",
        "\uf02a": "*",
        "\uf0e0": "→",
        "\uf0b3": "≥",
        "\uf0a3": "≤",
        "\uf0b1": "±",
        "\uf0b0": "°",
        "\uf0b4": "×",
        "\uf0ae": "→",
        "\uf0e8": "➔",
    }
)
"""What symbol fonts show for the private letters that are stored."""

_ANY_BULLET = "•"


def numeral(number: int, form: str) -> str:
    """Write a number in a format of the standard; one that is not known is written in digits, as Word does."""
    writer = _WRITERS.get(form)
    return writer(number) if writer and number > 0 else str(number)


def bullet(sign: str) -> str:
    """Return a bullet as it is shown; private letters that are not known become a plain one."""
    shown = sign.strip()
    if shown == "o":  # of Courier New, drawn as a ring
        return "○"
    return "".join(BULLETS.get(letter, _ANY_BULLET if "\ue000" <= letter <= "\uf8ff" else letter) for letter in shown)


def _roman(number: int) -> str:
    if number > _MOST_ROMAN:
        return str(number)
    letters = []
    for worth, letter in _ROMAN:
        count, number = divmod(number, worth)
        letters.append(letter * count)
    return "".join(letters)


def _lettered(alphabet: str) -> Callable[[int], str]:
    """A, B … Z, AA, BB …: the letter is repeated, as the standard has it."""

    def write(number: int) -> str:
        rounds, index = divmod(number - 1, len(alphabet))
        return alphabet[index] * (rounds + 1)

    return write


_upper_letter = _lettered(_LETTERS)
_WRITERS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02d}",
        "upperRoman": _roman,
        "lowerRoman": lambda number: _roman(number).lower(),
        "upperLetter": _upper_letter,
        "lowerLetter": lambda number: _upper_letter(number).lower(),
        "russianUpper": _lettered(_RUSSIAN),
        "numberInDash": lambda number: f"- {number} -",
        "decimalEnclosedParen": lambda number: f"({number})",
        "decimalEnclosedFullstop": lambda number: f"{number}.",
        "none": lambda number: "",
    }
)
