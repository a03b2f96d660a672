"""Which page of a document a position of its text stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["NO_PAGES", "Page", "PageMap"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the stretch of the text that was read from it, and what was left out of the flow.

    ``start`` and ``end`` are half-open offsets into the text; a page without text is empty (``start == end``).
    ``number`` counts the sheets of the file from 1, whatever numbers are printed on them.
    """

    number: int
    start: int
    end: int
    ocr: bool = False
    """Whether the page was read by optical character recognition."""

    confidence: float | None = None
    """Mean confidence of the recognition, from 0 to 1; ``None`` where nothing was recognised."""

    header: str = ""
    """Printed above the text on every page, and so left out of it."""

    footer: str = ""
    """Printed below the text on every page, and so left out of it: mostly the printed page number."""


@dataclass(frozen=True, slots=True)
class PageMap:
    """The pages of a document in order. Empty for formats that know no pages, or only when they are printed."""

    pages: tuple[Page, ...] = ()

    def __post_init__(self) -> None:
        end = 0
        for page in self.pages:
            if not end <= page.start <= page.end:
                raise ValueError(f"page {page.number} begins before the end of the one before it, or ends before it")
            end = page.end

    @classmethod
    def of(cls, pages: Iterable[Page]) -> PageMap:
        """Build a map from pages in order."""
        return cls(tuple(pages))

    def at(self, offset: int) -> Page | None:
        """Return the page that holds a position of the text, ``None`` where there are no pages.

        What stands between two pages (the break itself) belongs to the first of them.
        """
        index = bisect_right(self.pages, offset, key=lambda page: page.start) - 1
        if index < 0:
            return self.pages[0] if self.pages else None
        return self.pages[index]

    @property
    def ocr(self) -> bool:
        """Whether any page was read by optical character recognition."""
        return any(page.ocr for page in self.pages)

    @property
    def confidence(self) -> float | None:
        """Mean confidence of the recognised pages, weighted by the length of their text; ``None`` without any."""
        recognised = [(page.confidence, page.end - page.start) for page in self.pages if page.confidence is not None]
        length = sum(weight for _, weight in recognised)
        if not length:
            return None
        return sum(confidence * weight for confidence, weight in recognised) / length

    def __bool__(self) -> bool:
        return bool(self.pages)

    def __len__(self) -> int:
        return len(self.pages)


NO_PAGES = PageMap()
"""The map of a document in a format without pages."""
