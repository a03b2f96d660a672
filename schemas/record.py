"""What all records have in common."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.span import Span

Id = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_.-]*$")]
"""A record's identifier, unique in its document; also a valid XML and HTML identifier."""

Filled = Annotated[str, Field(min_length=1)]
"""Text that is not empty: a value that is not given is null, never an empty string."""

Number = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$")]
"""A canonical decimal: a point, no grouping, no leading or trailing zeros (``80000``, ``2.5``)."""

PageNumber = Annotated[int, Field(strict=True, ge=1)]
"""A page by its place in the file: the first is 1, whatever numbers are printed on the pages."""

Inferred = Annotated[
    tuple[Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")], ...],
    Field(
        description="What the text does not print and was inferred, by name: a field, or a part of one (year, place)."
    ),
]


Confidence = Annotated[
    float,
    Field(
        ge=0,
        le=1,
        description="Estimated probability, from 0 to 1, that a reader who annotates the text would record the same.",
    ),
]
"""How far a record may be relied on: of many records with confidence 0.8, about eight in ten are right.

Right means that the evidence is the same by half of the shorter span, and the value in the fields by which a record is
judged: type, number or name and date of a citation; bound, dates and rule of a deadline; comparator, values and kind of
unit of a target; body and role of a responsibility. What speaks for and against a record, ``extractor.explain`` tells.
"""


class Record(BaseModel):
    """A frozen record: complete when made, never changed, with no field that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Record):
    """A record that rests on a stretch of the source text."""

    id: Id = Field(description="Identifier, unique in the document.")
    span: Span = Field(description="Where the evidence stands in the source text.")
    text: str = Field(description="The evidence itself, exactly as in the source text.")
    page: PageNumber | None = Field(None, description="The page where the evidence begins; null where there are none.")

    @model_validator(mode="after")
    def _text_is_as_long_as_its_span(self) -> Self:
        self.span.require_fit(self.text)
        return self
