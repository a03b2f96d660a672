"""The few elements of SVG that pictures are made of, and how wide text is."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from corpus.export.plain import one_line, without_controls

__all__ = [
    "LINE",
    "MUTED",
    "TEXT",
    "Box",
    "canvas",
    "fitted",
    "group",
    "label",
    "path",
    "rectangle",
    "text_width",
    "to_bytes",
    "wrapped",
]

LINE, MUTED, TEXT = "#94a3b8", "#475569", "#0f172a"
"""Colours of lines, of text of less weight, and of text. Contrast of text on white is 7:1 or more (WCAG 2.2, 1.4.6)."""

_WIDE, _NARROW = frozenset("mwMW%@–—…"), frozenset("iIjl.,:;'|!()[] ft-/")
_BOLD = 1.18
"""How much wider bold letters are."""
_FONT = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in pixels from the top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


def canvas(width: float, height: float, title: str, description: str) -> ET.Element:
    """An empty picture with a name and a description for those who do not see it."""
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "width": _number(width),
            "height": _number(height),
            "viewBox": f"0 0 {_number(width)} {_number(height)}",
            "role": "img",
            "aria-labelledby": "picture-title picture-description",
            "font-family": _FONT,
        },
    )
    ET.SubElement(root, "title", {"id": "picture-title"}).text = one_line(title)
    ET.SubElement(root, "desc", {"id": "picture-description"}).text = one_line(description)
    rectangle(root, Box(0, 0, width, height), fill="#ffffff")
    return root


def group(parent: ET.Element, name: str | None = None, **attributes: str) -> ET.Element:
    """A group; with a name, which is shown where the pointer rests on it."""
    made = ET.SubElement(parent, "g", attributes)
    if name:
        ET.SubElement(made, "title").text = without_controls(name)
    return made


def rectangle(parent: ET.Element, box: Box, **attributes: str) -> ET.Element:
    """A rectangle; the names of attributes have ``_`` for ``-``."""
    place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    return ET.SubElement(parent, "rect", {name: _number(value) for name, value in place.items()} | _named(attributes))


def path(parent: ET.Element, shape: str, **attributes: str) -> ET.Element:
    """A line along a path; it is not filled."""
    return ET.SubElement(parent, "path", {"d": shape, "fill": "none"} | _named(attributes))


def label(parent: ET.Element, x: float, y: float, text: str, size: float, room: float, **attributes: str) -> None:
    """A line of text, shortened to the room that there is. ``y`` is the base line."""
    is_bold = "font_weight" in attributes
    look = {"x": _number(x), "y": _number(y), "font-size": _number(size), "fill": TEXT}
    ET.SubElement(parent, "text", look | _named(attributes)).text = fitted(
        one_line(text), size * (_BOLD if is_bold else 1), room
    )


def text_width(text: str, size: float) -> float:
    """About how wide text is, in pixels: rather too much than too little, whatever letters a computer has."""
    units = sum(
        0.92 if sign in _WIDE else 0.36 if sign in _NARROW else 0.72 if sign.isupper() else 0.6 for sign in text
    )
    return units * size


def wrapped(text: str, size: float, room: float, lines: int, *, is_bold: bool = False) -> list[str]:
    """The text in at most so many lines, the last one with all that is left over: it is for ``label`` to shorten."""
    weight = size * (_BOLD if is_bold else 1)
    found: list[str] = []
    for word in one_line(text).split():
        if found and (len(found) == lines or text_width(f"{found[-1]} {word}", weight) <= room):
            found[-1] += f" {word}"
        else:
            found.append(word)
    return found


def fitted(text: str, size: float, room: float) -> str:
    """The text, shortened where it is wider than the room that there is."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def to_bytes(root: ET.Element) -> bytes:
    """The file."""
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _named(attributes: dict[str, str]) -> dict[str, str]:
    return {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
