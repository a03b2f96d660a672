"""The text as it was loaded, with a normalised working copy."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.text.offsets import OffsetMap

__all__ = ["SourceText"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A loaded text, never changed, beside the working copy in which patterns are matched.

    Attributes:
        source: The text exactly as loaded; all published offsets point into it.
        text: The working copy (see `extractor.text.normalise`); its lines are the source's lines.
        offsets: Leads from the working copy back to the source.
    """

    source: str
    text: str
    offsets: OffsetMap

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the working copy's ``text[start:end]`` (not empty)."""
        return self.offsets.span(start, end)
