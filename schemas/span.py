"""Where a record's evidence stands in the source text."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Offset = Annotated[int, Field(strict=True, ge=0)]
"""A position between two code points of the source text; 0 is before the first."""


class Span(BaseModel):
    """A stretch of the source text: half-open offsets in Unicode code points, so that ``source[start:end]`` is it.

    Offsets refer to the text exactly as it was loaded: a file's bytes decoded, without newline translation or any
    normalisation. Never empty.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Offset = Field(description="Offset of the first code point.")
    end: Offset = Field(description="Offset after the last code point.")

    @model_validator(mode="after")
    def _is_not_empty(self) -> Self:
        if self.start >= self.end:
            raise ValueError(f"start {self.start} must come before end {self.end}")
        return self

    @property
    def length(self) -> int:
        """The number of code points covered."""
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly within this span; a span contains itself."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The evidence: the part of the source ``text`` that the span covers."""
        return text[self.start : self.end]

    def require_fit(self, text: str) -> None:
        """Raise ``ValueError`` if ``text`` cannot be the evidence, being longer or shorter than the span."""
        if len(text) != self.end - self.start:
            raise ValueError(f"text has {len(text)} code points, but its span covers {self.length}")
