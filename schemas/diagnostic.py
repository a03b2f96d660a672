"""What the extractor noticed."""

from pydantic import Field

from schemas.record import Filled, Record
from schemas.span import Span
from schemas.vocabulary import DiagnosticCode


class Diagnostic(Record):
    """A deviation of the text from the convention, or something that could not be read from it with certainty."""

    code: DiagnosticCode = Field(description="What kind of thing was noticed.")
    message: Filled = Field(description="What it is in this place, for a human reader.")
    span: Span | None = Field(None, description="Where; null for what concerns the whole document.")
