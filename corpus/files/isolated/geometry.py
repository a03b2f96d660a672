"""Boxes, and how a page is turned."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Box", "Place", "around", "box_of", "upright"]

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left corner."""

Place = Callable[[float, float], tuple[float, float]]
"""Moves a point of the page as it is stored (from the lower left corner) to where it stands on the turned page."""


def around(one: Box, other: Box) -> Box:
    """Return the box around two boxes."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def box_of(one: tuple[float, float], other: tuple[float, float]) -> Box:
    """Return the box with two points in opposite corners."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])


def upright(bounds: Box, turn: int) -> tuple[Place, float, float]:
    """Return how a point of the page moves when the page is turned clockwise, and the page's width and height then."""
    left, bottom, right, top = bounds
    width, height = right - left, top - bottom
    match turn:
        case 90:
            return (lambda x, y: (y - bottom, x - left)), height, width
        case 180:
            return (lambda x, y: (right - x, y - bottom)), width, height
        case 270:
            return (lambda x, y: (top - y, right - x)), height, width
        case _:
            return (lambda x, y: (x - left, top - y)), width, height
