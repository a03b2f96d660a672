"""The outline of a document as a tree of links into its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.cli.wording import clean
from corpus.outline import BULLETS
from corpus.web.reading.paper import Paper
from schemas import Section

__all__ = ["Branch", "outline"]

_MOST = 150
"""Entries: of a longer outline the upper levels are shown."""
_LONGEST = 110
_PUNCTUATION = " .)-–/:"


@dataclass(frozen=True, slots=True)
class Branch:
    """A section with those in it."""

    id: str
    marker: str
    heading: str
    has_heading: bool
    below: list[Branch] = field(default_factory=list)


def outline(paper: Paper) -> Sequence[Branch]:
    """The numbered sections; bullets would bury them."""
    numbered = [section for section in paper.directive.sections if section.marker not in BULLETS]
    deepest = _deepest(numbered)
    top: list[Branch] = []
    known: dict[str, list[Branch]] = {}
    for section in numbered:
        if section.level > deepest:
            continue
        branch = Branch(section.id, section.marker or "", _heading(section, paper.text), bool(section.heading))
        known[section.id] = branch.below
        known.get(section.parent or "", top).append(branch)
    return top


def _deepest(sections: Sequence[Section]) -> int:
    """The level down to which the outline is not too long; the first one is always shown."""
    levels = sorted(section.level for section in sections)
    if len(levels) <= _MOST:
        return max(levels, default=0)
    return max(levels[_MOST] - 1, levels[0])


def _heading(section: Section, text: str) -> str:
    """The heading, or how the section begins."""
    beginning = text[section.span.start : min(section.span.end, section.span.start + 2 * _LONGEST)]
    beginning = beginning.lstrip().removeprefix(section.marker or "").lstrip(_PUNCTUATION)
    words = clean(section.heading or beginning.partition("\n")[0])
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]}…"
