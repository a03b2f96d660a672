"""Deadlines of many documents for other tools: each with what is needed of its document, nothing to look up.

A contract of its own beside ``Directive``: a planning tool wants what is due and who said so, not the whole record.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from schemas.deadline import ClockTime
from schemas.number import Key
from schemas.record import Confidence, Filled, Id, Inferred, PageNumber, Record
from schemas.recurrence import Recurrence
from schemas.span import Span
from schemas.vocabulary import Bound, DocumentType, Granularity


class DueDocument(Record):
    """The document that sets a deadline."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the file's bytes: the identity of the document."
    )
    doc_type: DocumentType | None = Field(None, description="Type of the document.")
    number: Filled | None = Field(None, description="Number and symbol as printed.")
    key: Key | None = Field(None, description="The number in canonical form.")
    title: Filled | None = Field(None, description="The subject (trích yếu).")
    issuer: Filled | None = Field(None, description="The body that issues.")
    issued_on: dt.date | None = Field(None, description="Date of the document.")


class DueDeadline(Record):
    """One deadline with its document, the bodies it binds by name, and the days that it takes up."""

    uid: Annotated[str, Field(pattern=r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")] = Field(
        description="Identity that lasts: the same when the document is read anew. The UID of the calendar event, too."
    )
    document: DueDocument = Field(description="The document that sets the deadline.")
    id: Id = Field(description="Id of the deadline in the record of its document.")
    bound: Bound = Field(description="Which side of its dates the work falls on.")
    first_day: dt.date | None = Field(
        None, description="First day that it takes up; the last one where only that is set."
    )
    last_day: dt.date | None = Field(
        None,
        description="Last day on which the work is in time, inclusive whatever the bound; null where there is none.",
    )
    start: dt.date | None = Field(None, description="First day as in the record.")
    end: dt.date | None = Field(None, description="Last day as in the record: exclusive where bound is 'before'.")
    time: ClockTime | None = Field(None, description="Local time of day by ISO 8601: 08:00.")
    granularity: Granularity | None = Field(
        None, description="The unit of time that the text names; the deadline is no more precise."
    )
    rrule: Recurrence | None = Field(None, description="The recurrence as an RFC 5545 rule, without 'RRULE:'.")
    task: Filled | None = Field(None, description="The work that is bound.")
    bodies: tuple[Filled, ...] = Field((), description="Names of the bodies that must do it.")
    section: Filled | None = Field(None, description="Where it stands, as markers from the top: II › 1 › a.")
    page: PageNumber | None = Field(None, description="The page where the evidence begins; null where there are none.")
    text: Filled = Field(description="The evidence, exactly as in the text.")
    span: Span = Field(description="Where the evidence stands in the text, in Unicode code points.")
    inferred: Inferred = ()
    confidence: Confidence | None = Field(None, description="Estimated probability, from 0 to 1, that it is right.")


class DeadlineList(Record):
    """Deadlines of many documents, by the date of their documents."""

    schema_version: Literal["1"] = Field("1", description="Version of this contract.")
    deadlines: tuple[DueDeadline, ...] = Field((), description="The deadlines.")
