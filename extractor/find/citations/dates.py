"""Issue dates in citations: ``, ngày 18/5/2021``, ``ngày 01 tháng 12 năm 2021``."""

from __future__ import annotations

import re
from datetime import date

from extractor.patterns import compile_plain

__all__ = ["DATE", "date_after", "read_date"]

_DAY = r"[\dlIO]{1,2}"
#: A day of the calendar in figures or in words, scanned figures included; `read_date` reads it.
DATE = (
    rf"(?:(?P<d>{_DAY})[ ]?[/.-][ ]?(?P<m>{_DAY})[ ]?[/.-][ ]?(?P<y>[\dO]{{4}})"
    rf"|(?P<day>{_DAY})[ ]tháng[ ](?P<month>{_DAY})[ ,]{{1,2}}n\p{{L}}m\s(?P<year>[\dO]{{4}}))(?!\d)"
)
# A line that begins with `ngày` goes on with the one before.
_AFTER = compile_plain(
    rf"(?i:(?:[ ]?[,;_-]{{1,3}})?(?:[ ]|\n(?=ngày))?\(?(?:(?:(?:mới|vừa|đã|được)[ ])?(?:ký|ban hành|kí|đề)[ ])?"
    rf"(?:ngày[ ]?|(?<=\()){DATE}\)?)"
)
_BLANK = compile_plain(r"(?:[ ]?,)?[ ]?[Nn]gày[ ]?(?:[…._/\d ]|tháng|năm){1,40}(?<![ ,])")
_PLAIN = str.maketrans("lIO", "110")


def read_date(match: re.Match[str]) -> date | None:
    """Return the date of a `DATE` match, or None if there is no such day."""
    day, month, year = match.group("d", "m", "y") if match["d"] else match.group("day", "month", "year")
    try:
        return date(int(year.translate(_PLAIN)), int(month.translate(_PLAIN)), int(day.translate(_PLAIN)))
    except ValueError:
        return None


def date_after(text: str, position: int) -> tuple[int, date | None] | None:
    """Return where the date that follows at `position` ends, and the date; None if no date follows.

    A date that is still to be filled in (``ngày … tháng … năm 2024``) ends the mention all the same, and is unknown.
    """
    match = _AFTER.match(text, position)
    if match:
        return match.end(), read_date(match)
    if text.startswith((" ngày", ", ngày"), position):
        blank = _BLANK.match(text, position)
        if blank and blank.end() - position > len(", ngày") + 1:
            return blank.end(), None
    return None
