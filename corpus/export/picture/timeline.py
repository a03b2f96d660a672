"""Deadlines along a line of time, drawn: a row for each, by their last day; periods are bars, days are dots."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from corpus.export.picture.svg import LINE, MUTED, Box, canvas, group, label, path, rectangle, to_bytes
from corpus.export.plain import one_line
from schemas.due import DueDeadline

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["timeline_picture"]

_MARGIN, _HEAD, _ROW, _TEXT = 24.0, 78.0, 30.0, 420.0
_DAY_WIDTH = 6.0
_DOT = 10.0
_DAY = dt.timedelta(days=1)
_INK, _BAR = "#1d4ed8", "#93c5fd"
_DESCRIPTION = {
    "vi": "{count} thời hạn từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}, xếp theo ngày cuối.",
    "en": "{count} deadlines from {first:%d/%m/%Y} to {last:%d/%m/%Y}, by their last day.",
}
_MONTH = {"vi": "Tháng {month}/{year}", "en": "{month}/{year}"}


def timeline_picture(
    deadlines: Iterable[DueDeadline], first: dt.date, last: dt.date, title: str, *, language: Literal["vi", "en"] = "vi"
) -> bytes:
    """The picture as an SVG file: the deadlines with a day between two days (inclusive), whatever else is given."""
    shown = sorted((deadline for deadline in deadlines if _is_within(deadline, first, last)), key=_by_last_day)
    width = 2 * _MARGIN + _TEXT + ((last - first).days + 1) * _DAY_WIDTH
    height = _HEAD + max(len(shown), 1) * _ROW + _MARGIN
    root = canvas(width, height, title, _DESCRIPTION[language].format(count=len(shown), first=first, last=last))
    label(root, _MARGIN, 30, title, 18, width - 2 * _MARGIN, font_weight="600")
    _draw_months(root, first, last, height, _MONTH[language])
    for number, deadline in enumerate(shown):
        _draw_row(root, deadline, _HEAD + number * _ROW, first, last)
    return to_bytes(root)


def _is_within(deadline: DueDeadline, first: dt.date, last: dt.date) -> bool:
    begin, end = _days(deadline)
    return begin is not None and end is not None and begin <= last and end >= first


def _days(deadline: DueDeadline) -> tuple[dt.date | None, dt.date | None]:
    return deadline.first_day, deadline.last_day or deadline.first_day


def _by_last_day(deadline: DueDeadline) -> tuple[dt.date, dt.date, str]:
    begin, end = _days(deadline)
    assert begin is not None
    assert end is not None
    return end, begin, deadline.uid


def _draw_months(root: Element, first: dt.date, last: dt.date, height: float, words: str) -> None:
    """A line where each month begins, its name above."""
    for day in _month_starts(first, last):
        x = _x(day, first)
        path(root, f"M {x:.1f} {_HEAD - 12:.1f} V {height - _MARGIN:.1f}", stroke="#e2e8f0")
        label(root, x + 4, _HEAD - 18, words.format(month=day.month, year=day.year), 12, 120, fill=MUTED)


def _month_starts(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    days = (first + number * _DAY for number in range((last - first).days + 1))
    return [day for day in days if day.day == 1 or day == first]


def _draw_row(root: Element, deadline: DueDeadline, y: float, first: dt.date, last: dt.date) -> None:
    begin, end = _days(deadline)
    assert begin is not None
    assert end is not None
    bodies = "; ".join(deadline.bodies)
    number = deadline.document.key or deadline.document.number or deadline.document.title or ""
    name = "\n".join(filter(None, (one_line(deadline.text), deadline.task and one_line(deadline.task), bodies, number)))
    row = group(root, name)
    path(row, f"M {_MARGIN:.1f} {y + _ROW - 1:.1f} H {_x(last + _DAY, first):.1f}", stroke="#f1f5f9")
    label(row, _MARGIN, y + 13, deadline.task or deadline.text, 12, _TEXT - 20)
    label(row, _MARGIN, y + 25, " · ".join(filter(None, (f"{end:%d/%m}", number, bodies))), 10, _TEXT - 20, fill=MUTED)
    left, right = _x(max(begin, first), first), _x(min(end, last) + _DAY, first)
    middle = y + _ROW / 2
    if begin < end:
        rectangle(row, Box(left, middle - 5, right - left, 10), rx="3", fill=_BAR, stroke=LINE)
    if first <= end <= last:
        rectangle(row, Box(right - _DAY_WIDTH / 2 - _DOT / 2, middle - _DOT / 2, _DOT, _DOT), rx="5", fill=_INK)


def _x(day: dt.date, first: dt.date) -> float:
    return _MARGIN + _TEXT + (day - first).days * _DAY_WIDTH
