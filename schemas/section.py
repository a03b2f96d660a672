"""The outline of a directive."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.record import Filled, Id, PageNumber, Record
from schemas.span import Span
from schemas.vocabulary import SectionKind


class Section(Record):
    """A headed or numbered unit of the body, from its marker to its end, with everything below it."""

    id: Id = Field(description="Identifier, unique in the document.")
    parent: Id | None = Field(None, description="Id of the section that holds this one; null at the top.")
    level: Annotated[int, Field(strict=True, ge=1)] = Field(
        description="Depth in the outline: 1 at the top, one more than the parent's elsewhere."
    )
    marker: Filled | None = Field(
        None, description="The printed marker without its closing punctuation: II, 1.1, a, Điều 3, -."
    )
    kind: SectionKind | None = Field(None, description="What the section is about, where its heading says so.")
    heading: Filled | None = Field(None, description="Text of the heading, on its own line or run in.")
    page: PageNumber | None = Field(None, description="The page where the unit begins; null where there are none.")
    span: Span = Field(description="From the marker to the end of the unit, children included.")

    @model_validator(mode="after")
    def _shows_in_print(self) -> Self:
        if self.marker is None and self.heading is None:
            raise ValueError("a section needs a marker or a heading")
        if (self.parent is None) != (self.level == 1):
            raise ValueError(f"level {self.level} does not fit parent {self.parent!r}: only level 1 has no parent")
        return self
