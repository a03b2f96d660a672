"""Who gets a copy."""

from typing import Self

from pydantic import Field, model_validator

from schemas.record import Record
from schemas.span import Span


class Recipient(Record):
    """One entry of the list of recipients (Nơi nhận), exactly as printed."""

    text: str = Field(description="The entry, exactly as in the source text.")
    span: Span = Field(description="Where the entry stands in the source text.")

    @model_validator(mode="after")
    def _text_is_as_long_as_its_span(self) -> Self:
        self.span.require_fit(self.text)
        return self
