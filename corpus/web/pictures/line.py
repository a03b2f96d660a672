"""A line of time: the months above, and in each row the days that something takes up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.web.pictures.elements import element, percent

__all__ = ["Stretch", "axis", "track"]

_ONE_DAY = dt.timedelta(days=1)
_HEIGHT = 22
_ALL, _SOME = 13, 48
"""So many months have their names all; of more the Januaries and Julys, of still more the Januaries."""
_MINOR = 3
"""Every third name stays where room is scarce."""
_NARROW = 0.05
"""Of the width: a first month that takes less has no name, for that of the next one is there."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from the first to the last, both inclusive; no first day: only a last one."""

    first: dt.date | None
    last: dt.date
    kind: str = ""


def axis(first: dt.date, last: dt.date, today: dt.date, name: str) -> Markup:
    """The months between two days; ``name`` says how a month is written (``{month}/{year}``)."""
    drawn = [
        element(
            "text",
            name.format(month=day.month, year=day.year),
            class_="month minor" if place % _MINOR else "month",
            x=percent(_share(day, first, last)),
            dx=3,
            y=14,
        )
        for place, day in enumerate(_labelled(first, last))
    ]
    return element("svg", *_grid(first, last, today), *drawn, class_="axis", height=_HEIGHT, aria_hidden="true")


def track(stretch: Stretch, first: dt.date, last: dt.date, today: dt.date) -> Markup:
    """The days of one row: a bar where it is a period, and a mark at its last day. An ornament of the dates beside."""
    parts = list(_grid(first, last, today))
    begin = stretch.first or stretch.last
    left, right = _share(max(begin, first), first, last), _share(min(stretch.last, last) + _ONE_DAY, first, last)
    if begin < stretch.last and begin <= last and stretch.last >= first:
        parts.append(
            element(
                "rect", class_=f"period {stretch.kind}", x=percent(left), y=7, width=percent(right - left), height=8
            )
        )
    if first <= stretch.last <= last:
        middle = (_share(stretch.last, first, last) + _share(stretch.last + _ONE_DAY, first, last)) / 2
        parts.append(element("circle", class_=f"due {stretch.kind}", cx=percent(middle), cy=11, r=4.5))
    return element("svg", *parts, class_="track", height=_HEIGHT, aria_hidden="true", focusable="false")


def _labelled(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    """The months that are named."""
    starts = list(_months(first, last))
    if len(starts) > _SOME:
        return [day for day in starts if day.month == 1]
    if len(starts) > _ALL:
        return [day for day in starts if day.month in (1, 7)]
    if len(starts) > 1 and _share(starts[1], first, last) < _NARROW:
        return starts[1:]
    return starts


def _grid(first: dt.date, last: dt.date, today: dt.date) -> Iterator[Markup]:
    for day in _months(first, last):
        if day > first:
            place = percent(_share(day, first, last))
            yield element("line", class_="grid", x1=place, x2=place, y1=0, y2=_HEIGHT)
    if first <= today <= last:
        place = percent(_share(today, first, last))
        yield element("line", class_="today", x1=place, x2=place, y1=0, y2=_HEIGHT)


def _months(first: dt.date, last: dt.date) -> Sequence[dt.date]:
    """The first day, and the first days of the months after it."""
    found = [first]
    day = first.replace(day=1)
    while (day := (day + 32 * _ONE_DAY).replace(day=1)) <= last:
        found.append(day)
    return found


def _share(day: dt.date, first: dt.date, last: dt.date) -> float:
    return (day - first) / (last + _ONE_DAY - first)
