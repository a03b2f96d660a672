"""The record of one document."""

from itertools import islice
from typing import Literal, Self

from pydantic import Field, model_validator

from schemas.citation import Citation
from schemas.deadline import Deadline
from schemas.diagnostic import Diagnostic
from schemas.header import Header
from schemas.integrity import violations
from schemas.recipient import Recipient
from schemas.record import Record
from schemas.responsibility import Responsibility
from schemas.section import Section
from schemas.signature import Signature
from schemas.source import Source
from schemas.target import Target

_TOLD = 10
"""How many contradictions an error tells: the first ones show the cause."""


class Directive(Record):
    """Everything extracted from one document, each list in document order.

    Beyond what each record checks for itself, the whole is checked once when it is made: every span lies in the
    source, every id is unique, every reference resolves, lists are in document order, the outline is a tree. What
    contradicts this is a ``pydantic.ValidationError`` that names the fields, ten of them at most.
    """

    schema_version: Literal["1"] = Field("1", description="Version of this contract.")
    source: Source = Field(description="The text that everything was extracted from.")
    header: Header = Field(description="Type, number, issuer, date, title.")
    sections: tuple[Section, ...] = Field((), description="The outline, parents before children.")
    citations: tuple[Citation, ...] = Field((), description="Mentions of other documents.")
    deadlines: tuple[Deadline, ...] = Field((), description="Time expressions that bind work.")
    targets: tuple[Target, ...] = Field((), description="Quantities to reach.")
    responsibilities: tuple[Responsibility, ...] = Field((), description="Bodies answerable for work.")
    signature: Signature | None = Field(None, description="The signature block, where there is one.")
    recipients: tuple[Recipient, ...] = Field((), description="The list of recipients (Nơi nhận).")
    diagnostics: tuple[Diagnostic, ...] = Field((), description="What was noticed about the text.")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if found := tuple(islice(violations(self), _TOLD)):
            raise ValueError("; ".join(found))
        return self
