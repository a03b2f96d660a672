"""Paragraphs in the making."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate

from extractor.outline.numbering import Marker
from extractor.outline.strips import Strip, Strips
from extractor.reading import PartOfDocument

__all__ = ["Draft", "Drafts"]


@dataclass(slots=True)
class Draft:
    """One paragraph of a head or of a closing block.

    Attributes:
        pieces: Its stretches of the working copy, ascending.
        first: Its first strip.
        last: Its last strip.
        part: Where in the document it stands.
    """

    first: Strip
    last: Strip
    pieces: list[tuple[int, int]] = field(default_factory=list)
    part: PartOfDocument = PartOfDocument.BODY

    @classmethod
    def of(cls, strip: Strip, part: PartOfDocument = PartOfDocument.BODY) -> Draft:
        """Begin a paragraph with `strip`."""
        return cls(strip, strip, [(strip.start, strip.end)], part)

    def add(self, strip: Strip) -> None:
        """Continue the paragraph with `strip`."""
        self.pieces.append((strip.start, strip.end))
        self.last = strip


@dataclass(slots=True)
class Drafts:
    """The paragraphs of a body, in columns: a gazette has tens of thousands, and most are one number of a table.

    Attributes:
        strips: What they are made of; places of strips count in it.
        first: The place of the first strip of each paragraph.
        last: The place of its last strip.
        further: The places of all its strips but the first, of a paragraph that has more than one.
        markers: The marker that its first strip seems to begin with, of a paragraph that has one.
        loose: The paragraphs before which the text was broken off, so that they may be wrapped prose; ascending.
        noise: The paragraphs that are noise; ascending.
        letterhead: Those that are a letterhead which the text brings after the title.
        parts: Where in the document each stands.
        units: Index of the unit that each belongs to.
    """

    strips: Strips
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    further: dict[int, list[int]] = field(default_factory=dict)
    markers: dict[int, Marker] = field(default_factory=dict)
    loose: list[int] = field(default_factory=list)
    noise: list[int] = field(default_factory=list)
    letterhead: list[int] = field(default_factory=list)
    parts: list[PartOfDocument] = field(default_factory=list)
    units: list[int | None] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.first)

    def begin(self, place: int) -> int:
        """Begin a paragraph with the strip at `place`; return its index."""
        self.first.append(place)
        self.last.append(place)
        return len(self.first) - 1

    def go_on(self, index: int, place: int) -> None:
        """Continue a paragraph with the strip at `place`."""
        self.last[index] = place
        self.further.setdefault(index, []).append(place)

    def set_aside(self, part: PartOfDocument) -> None:
        """Make all paragraphs stand in one `part`, but for those that say otherwise, and in no unit."""
        self.markers.clear()
        self.units = [None] * len(self)
        self.parts = [part] * len(self)
        for index in self.letterhead:
            self.parts[index] = PartOfDocument.LETTERHEAD
        for index in self.noise:
            self.parts[index] = PartOfDocument.NOISE

    def flow(self) -> tuple[list[int], list[int]]:
        """Return the places of all strips in the order of the paragraphs, and which of them open one."""
        if not self.further:
            return self.first, list(range(len(self.first)))
        places: list[int] = []
        counts = [1] * len(self)
        done = 0
        for index, further in sorted(self.further.items()):
            places += self.first[done : index + 1]
            places += further
            counts[index] += len(further)
            done = index + 1
        places += self.first[done:]
        opening = list(accumulate(counts, initial=0))
        return places, opening[:-1]

    def opening(self, index: int) -> str:
        """Return the words of the first strip of a paragraph."""
        return self.strips.texts[self.first[index]]

    def ending(self, index: int) -> str:
        """Return the words of the last strip of a paragraph."""
        return self.strips.texts[self.last[index]]
