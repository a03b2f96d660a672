"""Numbers as Vietnamese prints and spells them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractor.lexicon import load

__all__ = ["NUMBER", "NUMBER_WORDS", "parse_number", "parse_number_words", "words_of_numbers"]

#: The pattern of a number in digits: groups of three parted by dots (or commas), a decimal comma (or point).
NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,3})?|\d{1,3}(?:,\d{3}){2,4}|\d{1,9}(?:[.,]\d{1,4})?)"

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}")


@cache
def _values() -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    lexicon = load("numbers")
    return lexicon["digits"], lexicon["multipliers"], frozenset(lexicon["fillers"]["words"])


def words_of_numbers() -> frozenset[str]:
    """Return the words of which numbers are spelled, in small letters."""
    digits, multipliers, fillers = _values()
    return frozenset((*digits, *multipliers, *fillers))


def _words_pattern() -> str:
    word = "|".join(sorted(words_of_numbers(), key=lambda word: (-len(word), word)))
    return rf"(?:(?:{word})(?: (?:{word})){{0,8}})(?!\p{{L}})"


#: The pattern of a number in words (`hai mươi lăm`); not everything that it matches has a value.
NUMBER_WORDS = _words_pattern()


def parse_number(printed: str, *, counting: bool = False) -> Decimal:
    """Return the value of a number in digits, exactly as printed.

    Args:
        printed: A match of `NUMBER`.
        counting: The number counts whole things, so that `12,500` is twelve thousand five hundred.

    >>> parse_number("80.000"), parse_number("2,5"), parse_number("1.234,5")
    (Decimal('80000'), Decimal('2.5'), Decimal('1234.5'))
    """
    whole, comma, fraction = printed.partition(",")
    if _GROUPED.fullmatch(printed):
        if printed.count(",") > 1:
            return Decimal(printed.replace(",", ""))
        return Decimal(whole.replace(".", "") + (f".{fraction}" if comma else ""))
    if counting and comma and len(fraction) == 3 and whole != "0":
        return Decimal(whole + fraction)
    return Decimal(printed.replace(",", "."))


def parse_number_words(words: str) -> Decimal | None:
    """Return the value of a number in words, None for words that make no number: two digits, a magnitude by itself.

    >>> parse_number_words("một trăm hai mươi lăm")
    Decimal('125')
    """
    digits, multipliers, fillers = _values()
    total = group = 0
    digit: int | None = None
    scale = 0  # the last thousand, million or thousand million read
    for word in words.lower().split():
        if word in fillers:
            continue
        if word in digits:
            if digit is not None:
                return None
            digit = digits[word]
        elif multipliers[word] > 10 and digit is None and not group and not total:
            return None  # `trên tỷ đồng` says no number, and `tỷ lệ` is no number at all
        elif multipliers[word] <= 100:
            group += (1 if digit is None else digit) * multipliers[word]
            digit = None
        else:
            group += digit or 0
            last, scale = scale, multipliers[word]
            total = (total + group or 1) * scale if scale > last else total + (group or 1) * scale
            group, digit = 0, None
    return Decimal(total + group + (digit or 0))
