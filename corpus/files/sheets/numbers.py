"""Numbers, dates and times in cells as they are shown: the number formats that workbooks use.

Signs are those of a Vietnamese machine, ``1.234,5``, because there the sheets were made and read; the stored value has
none. Formats: ECMA-376 part 1, 18.8.30 and 18.8.31.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import regex

__all__ = ["Value", "is_date_format", "shown"]

Value = str | bool | int | float | datetime | date | time | None

_TRUE, _FALSE = "TRUE", "FALSE"
_GENERAL = "general"
_MOST_DIGITS = 11  # of a number in a cell without a format
_LITERALS = regex.compile(r'"[^"]*+"|\\.|\[[^\]]*+\]|_.|\*.')
_DATE_LETTERS = regex.compile(r"[dmyhs]", regex.I)
_DATE_PARTS = regex.compile(r"d+|m+|y+|h+|s+(?:\.0+)?|am/pm|a/p|\"[^\"]*+\"|\\.|\[[^\]]*+\]|.", regex.I | regex.S)
_PLACES = regex.compile(r"[0#?]+(?:,[0#?]+)*(?P<fraction>\.[0#?]*)?")
_VIETNAMESE = str.maketrans(",.", ".,")


def shown(value: Value, number_format: str = "General") -> str:
    """Return what a cell shows for a value in a number format; a format that is not known shows the bare value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    if isinstance(value, datetime | date | time):
        return _shown_date(value, number_format)
    try:
        return _shown_number(Decimal(str(value)), number_format)
    except InvalidOperation:  # not finite
        return str(value)


def is_date_format(number_format: str) -> bool:
    """Tell whether a number in this format is a date or a time."""
    bare = _LITERALS.sub("", number_format.partition(";")[0])
    return bare.lower() != _GENERAL and bool(_DATE_LETTERS.search(bare)) and "0" not in bare.replace("s.0", "s")


def _shown_number(value: Decimal, number_format: str) -> str:
    sections = number_format.split(";")
    if value < 0 and len(sections) > 1 and sections[1]:
        value, section = -value, sections[1]
    elif value == 0 and len(sections) > 2:
        section = sections[2]
    else:
        section = sections[0]
    if section.strip().lower() in {_GENERAL, "@", ""}:
        return _bare(value)
    bare = _LITERALS.sub(lambda match: " " * len(match[0]), section)
    places = _PLACES.search(bare)
    if places is None:
        return _unquoted(section) if section.strip() else _bare(value)
    if "%" in bare:
        value *= 100
    digits = len(places["fraction"] or ".") - 1
    least = sum(letter == "0" for letter in (places["fraction"] or ""))
    text = _rounded(value, digits, least, grouped="," in places[0])
    return (_unquoted(section[: places.start()]) + text + _unquoted(section[places.end() :])).strip()


def _rounded(value: Decimal, digits: int, least: int, *, grouped: bool) -> str:
    """Round as sheets do and write with at least so many decimals."""
    number = value.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    text = f"{number:,f}" if grouped else f"{number:f}"
    if digits > least and "." in text:
        whole, _, fraction = text.partition(".")
        fraction = fraction[:least] + fraction[least:].rstrip("0")
        text = f"{whole}.{fraction}" if fraction else whole
    return text.translate(_VIETNAMESE)


def _bare(value: Decimal) -> str:
    if value == value.to_integral_value():
        return f"{value.quantize(Decimal(1)):f}" if abs(value) < Decimal(10) ** 20 else f"{value:f}"
    whole = len(str(abs(int(value))))
    return _rounded(value, max(1, _MOST_DIGITS - 1 - whole), 0, grouped=False)


def _unquoted(text: str) -> str:
    """What a format shows around the number: its literal words, without colours, paddings and conditions."""

    def literal(match: regex.Match[str]) -> str:
        part = match[0]
        if part.startswith('"'):
            return part[1:-1]
        if part.startswith("\\"):
            return part[1:]
        currency = regex.match(r"\[\$([^-\]]*)", part)
        return currency[1] if currency else ""

    return _LITERALS.sub(literal, text)


def _shown_date(value: datetime | date | time, number_format: str) -> str:
    section = number_format.partition(";")[0]
    if not is_date_format(section):
        section = "hh:mm" if isinstance(value, time) else "dd/mm/yyyy"
    parts = [match[0] for match in _DATE_PARTS.finditer(section)]
    half_day = any(part.lower() in {"am/pm", "a/p"} for part in parts)
    written = []
    for index, part in enumerate(parts):
        letter = part[0].lower()
        if letter == "m" and _is_minute(parts, index):
            written.append(f"{getattr(value, 'minute', 0):0{min(len(part), 2)}d}")
        elif letter in "dmyhs" and not part.lower().startswith("a"):
            written.append(_date_part(value, letter, len(part.partition(".")[0]), half_day=half_day))
        elif part.lower() in {"am/pm", "a/p"}:
            written.append("SA" if getattr(value, "hour", 0) < 12 else "CH")
        else:
            written.append(_unquoted(part))
    return "".join(written).strip()


def _is_minute(parts: list[str], index: int) -> bool:
    """Tell ``m`` of minutes from that of months: behind an hour, or before a second."""
    before = next((part[0].lower() for part in reversed(parts[:index]) if part[0].lower() in "dmyhs"), "")
    after = next((part[0].lower() for part in parts[index + 1 :] if part[0].lower() in "dmyhs"), "")
    return before == "h" or after == "s"


def _date_part(value: datetime | date | time, letter: str, width: int, *, half_day: bool) -> str:
    match letter:
        case "y":
            year = getattr(value, "year", 0)
            return f"{year:04d}" if width > 2 else f"{year % 100:02d}"
        case "m" | "d":
            number = getattr(value, "month" if letter == "m" else "day", 0)
        case "h":
            number = getattr(value, "hour", 0)
            number = (number % 12 or 12) if half_day else number
        case _:
            number = getattr(value, "second", 0)
    return f"{number:0{min(width, 2)}d}"
