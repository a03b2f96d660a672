"""Names of elements and attributes of WordprocessingML (ECMA-376 part 1, 17) as lxml spells them."""

from __future__ import annotations

from lxml import etree

__all__ = ["attribute", "child", "is_on", "relation_id", "value", "w"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def w(name: str) -> str:
    """The full name of an element or attribute: ``w("p")`` is a paragraph."""
    return f"{{{_W}}}{name}"


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a name, and so on down the path; ``None`` where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def attribute(element: etree._Element | None, name: str) -> str | None:
    """Return an attribute of an element, ``None`` where either is missing."""
    return None if element is None else element.get(w(name))


def value(element: etree._Element | None, *path: str) -> str | None:
    """Return the ``w:val`` of the element at the end of a path."""
    return attribute(child(element, *path), "val")


def relation_id(element: etree._Element) -> str | None:
    """Return the relationship that an element refers to."""
    return element.get(f"{{{_R}}}id")


def is_on(element: etree._Element | None) -> bool | None:
    """Return what a toggle says: ``None`` where it is missing (17.17.4)."""
    if element is None:
        return None
    return element.get(w("val"), "true") not in {"0", "false", "off"}
