"""Where a record stands in the outline, in words that a reader can follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from schemas import Directive

__all__ = ["BULLETS", "section_paths"]

BULLETS = frozenset("-+*•–")
"""Markers that number nothing."""

_BETWEEN = " › "


def section_paths(directive: Directive) -> Mapping[str, str]:
    """The markers from the top down to every section, by its id: ``II › 1 › a``, bullets left out."""
    paths: dict[str, str] = {}
    for section in directive.sections:
        above = paths[section.parent] if section.parent is not None else ""
        own = "" if section.marker in BULLETS else section.marker or section.heading or ""
        paths[section.id] = _BETWEEN.join(filter(None, (above, own)))
    return paths
