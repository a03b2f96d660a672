"""What a reader says of one record: that it is right, how it is right, that it is none, or that one is missing."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import AwareDatetime, Field, JsonValue, model_validator

from schemas import Citation, Deadline, Record, Responsibility, Span, Target

__all__ = ["MODELS", "RECORD_LAYERS", "Anchor", "Layer", "Review", "Reviewable", "Verdict"]

_NAMESPACE = uuid.UUID("0b0d6a4e-3a57-5c0e-8f64-5d2f0f7f9a31")
"""Drawn once for this program. Never to change: reviews that were handed on are known by what follows from it."""

_CONTEXT = 32
"""Code points before and after a quotation that tell it from the same words elsewhere."""


class Layer(StrEnum):
    """What of a document is reviewed."""

    DOCUMENT = "document"
    """The whole: confirmed says that every layer below was read, and nothing in them is wrong or missing."""
    HEADER = "header"
    CITATIONS = "citations"
    DEADLINES = "deadlines"
    TARGETS = "targets"
    RESPONSIBILITIES = "responsibilities"


class Verdict(StrEnum):
    """What is said of a record."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    ADDED = "added"


Reviewable = Citation | Deadline | Target | Responsibility
"""A record of a layer."""

MODELS: Mapping[Layer, type[Reviewable]] = {
    Layer.CITATIONS: Citation,
    Layer.DEADLINES: Deadline,
    Layer.TARGETS: Target,
    Layer.RESPONSIBILITIES: Responsibility,
}
RECORD_LAYERS = tuple(MODELS)
"""The layers of records that rest on a stretch of the text."""

_VERDICTS = {
    Layer.DOCUMENT: {Verdict.CONFIRMED, Verdict.REJECTED},
    Layer.HEADER: {Verdict.CONFIRMED, Verdict.CORRECTED},
}


class Anchor(Record):
    """A place in a text that can be found again in another reading of the same file.

    Position and quotation, with some of the text around it, as in the W3C Web Annotation Data Model (4.2.4, 4.2.5).
    """

    span: Span = Field(description="Where it stands in the text that was reviewed.")
    text: str = Field(description="What stands there.")
    before: str = Field("", description="The text before it, some words of it.")
    after: str = Field("", description="The text after it.")
    nth: Annotated[int, Field(ge=1)] = Field(
        1, description="Which of several records of a layer that rest on the very same stretch, from 1."
    )

    @model_validator(mode="after")
    def _text_is_as_long_as_its_span(self) -> Self:
        self.span.require_fit(self.text)
        return self

    @classmethod
    def at(cls, span: Span, text: str, *, nth: int = 1) -> Self:
        """Mark a stretch of ``text``."""
        start, end = span.start, span.end
        return cls(
            span=span,
            text=span.of(text),
            before=text[max(0, start - _CONTEXT) : start],
            after=text[end : end + _CONTEXT],
            nth=nth,
        )


class Review(Record):
    """One thing said of one document. Never changed: who thinks better of it says so in another one.

    ``record`` holds the values as the reviewer holds them to be true, also where they are confirmed: so they last when
    the document is extracted anew and read differently. What depends on the other records of the extraction (ids,
    sections, links by id) is left out of it; ``links`` names the linked records by their places.
    """

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the file's bytes: the identity of the document."
    )
    layer: Layer = Field(description="What of the document is reviewed.")
    verdict: Verdict = Field(description="What is said of it.")
    anchor: Anchor | None = Field(
        None, description="The evidence of the record that was reviewed; null for the header and the document."
    )
    record: dict[str, JsonValue] | None = Field(
        None, description="The record as it is held to be true; null where it is rejected, and for the document."
    )
    quotes: tuple[Anchor, ...] = Field(
        (), description="The places of the record's spans: its evidence, then that of its work."
    )
    links: tuple[Anchor, ...] = Field(
        (), description="The evidence of the records that it points at: a deadline's bodies, a target's deadline."
    )
    note: Annotated[str, Field(min_length=1, max_length=4000)] | None = Field(
        None, description="What the reviewer adds."
    )
    reviewer: Annotated[str, Field(min_length=1, max_length=200)] | None = Field(None, description="Who says so.")
    made_at: AwareDatetime = Field(description="When it was said.")
    withdrawn_at: AwareDatetime | None = Field(None, description="When it was taken back; null where it stands.")

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if self.verdict not in _VERDICTS.get(self.layer, set(Verdict)):
            raise ValueError(f"the {self.layer} cannot be {self.verdict}")
        if (self.anchor is not None) != (self.layer in MODELS):
            raise ValueError("anchor must be given for a record of a layer, and for nothing else")
        is_said = self.verdict is not Verdict.REJECTED and self.layer is not Layer.DOCUMENT
        if (self.record is not None) != is_said:
            raise ValueError(
                f"record must be {'given' if is_said else 'null'} where the {self.layer} is {self.verdict}"
            )
        if bool(self.quotes) != (is_said and self.layer in MODELS):
            raise ValueError("quotes must be given for a record of a layer that is not rejected, and for nothing else")
        return self

    @cached_property
    def id(self) -> str:
        """The UUID (version 5, RFC 9562) of what is said: the same in every archive that it is brought into."""
        said = self.model_dump(mode="json", exclude={"withdrawn_at", "made_at"})
        said["made_at"] = self.made_at.astimezone(dt.UTC).isoformat(timespec="microseconds")
        return str(uuid.uuid5(_NAMESPACE, json.dumps(said, ensure_ascii=False, sort_keys=True)))
