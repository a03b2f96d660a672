"""Curves of measurements as a picture: size to the right, seconds upwards, both in powers of ten.

There, what grows in proportion is a line at 45 degrees, which is drawn for comparison.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

__all__ = ["Curve", "curves_picture"]

_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM, _GAP = 460, 300, 64, 44, 46, 30
_STYLE = """
text{font-family:system-ui,'Segoe UI',Roboto,sans-serif;font-size:13px;fill:#22201c}.head{font-size:15px}
.grid{stroke:#d8d4ca}.line{stroke:#00796b;stroke-width:2;fill:none}.point{fill:#00796b}
.straight{stroke:#a39c8c;stroke-dasharray:5 4}.back{fill:#fff}
@media (prefers-color-scheme:dark){text{fill:#e6e3dc}.grid{stroke:#34373c}.line{stroke:#4db6ac}.point{fill:#4db6ac}
.straight{stroke:#7d786d}.back{fill:#17181b}}
"""


@dataclass(frozen=True, slots=True)
class Curve:
    """A measurement: its name, the unit of its sizes, and (size, seconds) in order of size."""

    name: str
    unit: str
    points: Sequence[tuple[float, float]]


def curves_picture(curves: Sequence[Curve]) -> str:
    """The curves side by side, as SVG."""
    width = len(curves) * (_LEFT + _WIDTH + _GAP)
    height = _TOP + _HEIGHT + _BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t">',
        '<title id="t">Seconds of one processor, by the size of the work</title>',
        f"<style>{_STYLE.strip()}</style>",
        f'<rect class="back" width="{width}" height="{height}" rx="8"/>',
    ]
    for number, curve in enumerate(curves):
        parts.append(f'<g transform="translate({number * (_LEFT + _WIDTH + _GAP) + _LEFT} {_TOP})">')
        parts += [*_plot(curve), "</g>"]
    return "\n".join([*parts, "</svg>", ""])


def _plot(curve: Curve) -> Iterator[str]:
    sizes, seconds = zip(*curve.points, strict=True)
    right, up = _Axis(sizes, _WIDTH), _Axis(seconds, _HEIGHT)
    yield f'<text class="head" x="0" y="-18">{escape(curve.name)}</text>'
    for power in right.powers():
        x = right.at(10.0**power)
        yield f'<line class="grid" x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{_HEIGHT}"/>'
        yield f'<text x="{x:.1f}" y="{_HEIGHT + 18}" text-anchor="middle">{_number(power)}</text>'
    for power in up.powers():
        y = _HEIGHT - up.at(10.0**power)
        yield f'<line class="grid" x1="0" y1="{y:.1f}" x2="{_WIDTH}" y2="{y:.1f}"/>'
        yield f'<text x="-8" y="{y + 4:.1f}" text-anchor="end">{_number(power)} s</text>'
    yield f'<text x="{_WIDTH}" y="{_HEIGHT + 38}" text-anchor="end">{escape(curve.unit)}</text>'
    yield _straight(curve, right, up)
    places = [(right.at(size), _HEIGHT - up.at(second)) for size, second in curve.points]
    yield f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
    for x, y in places:
        yield f'<circle class="point" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _straight(curve: Curve, right: _Axis, up: _Axis) -> str:
    """What grows in proportion, through the point in the middle."""
    size, second = curve.points[len(curve.points) // 2]
    first, last = (
        (right.at(end), _HEIGHT - up.at(second * end / size)) for end in (curve.points[0][0], curve.points[-1][0])
    )
    return f'<line class="straight" x1="{first[0]:.1f}" y1="{first[1]:.1f}" x2="{last[0]:.1f}" y2="{last[1]:.1f}"/>'


class _Axis:
    """Powers of ten laid out on so many pixels."""

    def __init__(self, values: Sequence[float], length: float) -> None:
        self._low = math.floor(math.log10(min(values)))
        self._high = max(math.ceil(math.log10(max(values))), self._low + 1)
        self._length = length

    def powers(self) -> range:
        return range(self._low, self._high + 1)

    def at(self, value: float) -> float:
        return (math.log10(value) - self._low) / (self._high - self._low) * self._length


def _number(power: int) -> str:
    return f"{10**power:,}".replace(",", " ") if power >= 0 else f"{10.0**power:g}"
