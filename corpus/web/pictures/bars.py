"""Amounts side by side: columns along a line, and the bar in a row of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corpus.web.pictures.elements import element, percent, picture

__all__ = ["Bar", "Column", "bar", "columns"]

_HEAD, _FOOT = 18.0, 20.0
"""Room for the amounts above the columns and for the names below them, in pixels."""
_FILLED = 0.72
"""Of the width of a column's place."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a column."""

    kind: str
    """Its class, which gives its colour."""
    value: int


@dataclass(frozen=True, slots=True)
class Column:
    """Parts on top of each other, the first at the bottom."""

    label: str
    """Below it; empty for none."""
    about: str
    """What it says in words: its name when it is read aloud or pointed at."""
    bars: Sequence[Bar]
    amount: str = ""
    """Above it."""
    href: str | None = None
    kind: str = ""
    """A class of the whole: ``minor`` is left out of the labels where room is scarce."""

    @property
    def value(self) -> int:
        """Of all its parts."""
        return sum(bar.value for bar in self.bars)


def bar(value: int, most: int) -> Markup:
    """A bar that fills its cell as far as ``value`` is of ``most``: an ornament of the figure that is beside it."""
    share = min(1.0, max(0.0, value / most)) if most else 0.0
    drawn = element("rect", class_="fill", x=0, y=0, width=percent(share), height=10, rx=1.5)
    return element("svg", drawn, class_="bar", height=10, aria_hidden="true", focusable="false")


def columns(
    columns_: Sequence[Column], title: str, description: str, *, id_: str, height: float = 180, kind: str = ""
) -> Markup:
    """Columns on a common ground, in their order; their heights are in proportion to their values."""
    room = height - _HEAD - _FOOT
    most = max((column.value for column in columns_), default=0)
    slot = 1 / max(1, len(columns_))
    ground = height - _FOOT
    drawn = [
        element("line", class_="ground", x1=0, x2="100%", y1=ground + 0.5, y2=ground + 0.5),
        *(
            _column(column, place * slot, slot, ground, room / most if most else 0)
            for place, column in enumerate(columns_)
        ),
    ]
    return picture(drawn, title, description, id_=id_, class_=f"columns {kind}".rstrip(), height=height, role="group")


def _column(column: Column, left: float, slot: float, ground: float, scale: float) -> Markup:
    inset = slot * (1 - _FILLED) / 2
    parts = [element("rect", class_="area", x=percent(left), y=0, width=percent(slot), height="100%")]
    top = ground
    for part in column.bars:
        tall = part.value * scale
        if part.value:
            tall = max(tall, 1.0)  # what is there is seen
        top -= tall
        parts.append(
            element(
                "rect",
                class_=f"col {part.kind}",
                x=percent(left + inset),
                y=top,
                width=percent(slot * _FILLED),
                height=tall,
            )
        )
    middle = percent(left + slot / 2)
    if column.amount:
        parts.append(element("text", column.amount, class_="amount", x=middle, y=top - 5, text_anchor="middle"))
    if column.label:
        parts.append(element("text", column.label, class_="name", x=middle, y=ground + 15, text_anchor="middle"))
    inner = (element("title", column.about), *parts)
    kind = f"column {column.kind}".rstrip()
    if column.href is None:
        return element("g", *inner, class_=kind)
    return element("a", *inner, class_=kind, href=column.href, aria_label=column.about)
