"""What the API answers where that is no record of ``schemas``.

A document is named by ``id``, the first 16 digits of the SHA-256 of its file: that lasts when it is indexed again, in
any archive. Files are called by their names, without the folders of the server.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Annotated, Generic, Literal, Protocol, Self, TypedDict, TypeVar

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from corpus.citator.matching import KnownWork
from corpus.files import WarningCode
from corpus.questions.documents import HASH_DIGITS, Brief
from corpus.reviews import Layer, Review, State, Verdict
from corpus.web.naming import file_name
from schemas import (
    Bound,
    Change,
    Comparator,
    Directive,
    DocumentType,
    Granularity,
    Relation,
    Role,
    Span,
)

__all__ = [
    "Addition",
    "Answer",
    "Body",
    "Chain",
    "ChainEdge",
    "ChainNode",
    "CitedWork",
    "Citing",
    "Conflict",
    "Document",
    "DocumentSummary",
    "DueDay",
    "Duplicate",
    "Duty",
    "Extraction",
    "Failure",
    "Found",
    "Goal",
    "KeptReview",
    "LoadWarning",
    "Mark",
    "Mention",
    "Page",
    "SaidReview",
    "Saying",
    "Statistics",
    "TextToExtract",
    "Work",
    "standing",
]

Item = TypeVar("Item")

Confidence = Annotated[
    float | None, Field(description="Estimated probability, from 0 to 1, that a reader would record the same.")
]
SectionPath = Annotated[str | None, Field(description="The section in markers from the top: `II › 1 › a`.")]
Evidence = Annotated[str, Field(description="The words of the document that say so.")]


class Answer(BaseModel):
    """Part of an answer: complete, and with nothing that is not described."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Page(Answer, Generic[Item]):
    """A part of a list."""

    items: Sequence[Item]
    next: str | None = Field(description="The cursor of the next page (`after`); null on the last one.")


class DocumentSummary(Answer):
    """A document in one line."""

    id: str = Field(description="The first 16 digits of the SHA-256 of the file: how addresses name the document.")
    sha256: str
    doc_type: DocumentType | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None
    place: str | None
    file: str = Field(description="The name of the file.")

    @classmethod
    def of(cls, brief: Brief) -> Self:
        """Say what the archive says."""
        return cls(
            id=brief.sha256[:HASH_DIGITS],
            sha256=brief.sha256,
            doc_type=DocumentType(brief.doc_type) if brief.doc_type else None,
            number=brief.number,
            title=brief.title,
            issuer=brief.issuer,
            issued_on=day(brief.issued_on),
            place=brief.place,
            file=file_name(brief.path),
        )


class Document(Answer):
    """A document with its record."""

    document: DocumentSummary
    characters: int = Field(description="The length of the text in code points, the unit of every span.")
    media_type: str
    stored_at: dt.datetime
    extractor_version: str
    is_reviewed: bool = Field(description="Whether the record has reviews applied to it.")
    record: Directive = Field(description="What is held to be true: the extraction with its reviews, if there are any.")


class Mark(Answer):
    """A stretch of a snippet that was searched for."""

    start: int
    end: int


class Found(Answer):
    """A document that was found, with the stretch of its text that shows why."""

    document: DocumentSummary
    snippet: str
    span: Span = Field(description="Where the snippet stands in the text.")
    marks: Sequence[Mark] = Field(description="Offsets in code points into the snippet.")


class Hits(Page[Found]):
    """A page of what was found, the best first."""

    total: int = Field(description="How many documents were found, counted up to 1000.")
    is_more: bool = Field(description="Whether there are more than `total`.")


class Work(Answer):
    """A work that is cited, held or listed; whether the archive has a copy or not."""

    identity: str = Field(description="Canonical: the same in every archive.")
    doc_type: str | None
    key: str | None = Field(description="The canonical number: `195-KH/TU`.")
    name: str | None
    scope: str = Field(description="Within which its number is unique.")
    issuer: str | None
    issued_on: dt.date | None
    title: str | None

    @classmethod
    def of(cls, work: KnownWork) -> Self:
        """Say what the archive says."""
        return cls(
            identity=work.identity,
            doc_type=work.doc_type,
            key=work.key,
            name=work.name,
            scope=work.scope,
            issuer=work.issuer,
            issued_on=day(work.issued_on),
            title=work.title,
        )


class _Found(Protocol):
    """An answer of the archive that stands somewhere in a text."""

    @property
    def section(self) -> str | None: ...
    @property
    def page(self) -> int | None: ...
    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def confidence(self) -> float | None: ...


class _Standing(TypedDict):
    """The fields of every model that stands somewhere in a text."""

    section: str | None
    page: int | None
    text: str
    span: Span
    confidence: float | None


def standing(one: _Found) -> _Standing:
    """Where an answer stands, and how sure it is: for the model that is made of it."""
    span = Span(start=one.start, end=one.end)
    return _Standing(section=one.section, page=one.page, text=one.text, span=span, confidence=one.confidence)


class Mention(Answer):
    """One place where a document cites what was asked for."""

    document: DocumentSummary
    citation: str = Field(description="The id of the citation in the record.")
    relation: Relation
    status: str = Field(description="`resolved`, `ambiguous`, `unresolved` or `unparseable`.")
    reason: str | None
    section: SectionPath
    page: int | None
    text: Evidence
    span: Span
    confidence: Confidence
    depth: int = Field(description="1: it cites the work itself; 2: a document that carries the work down; and so on.")


class Citing(Page[Mention]):
    """Who cites a reference, the latest document first."""

    works: Sequence[Work] = Field(description="What the reference can mean; several where it says too little.")


class CitedWork(Answer):
    """One mention in a document, and what it means."""

    citation: str = Field(description="The id of the citation in the record.")
    relation: Relation
    status: str | None
    reason: str | None
    section: SectionPath
    page: int | None
    text: Evidence
    span: Span
    doc_type: str | None
    key: str | None
    name: str | None
    work: Work | None
    candidates: Sequence[Work] = Field(description="Where it is ambiguous: what it can be.")
    held: str | None = Field(description="The id of the document that is the work, where the archive holds it.")
    confidence: Confidence


class ChainNode(Answer):
    """A document of the archive, or a work that it does not hold."""

    id: str = Field(description="Unique in the chain.")
    document: str | None = Field(description="The id of the document, where the archive holds it.")
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: dt.date | None


class ChainEdge(Answer):
    """`below` carries out `above`."""

    above: str
    below: str
    relation: Relation


class Chain(Answer):
    """A document with all above that it carries out, and all below that carries it out."""

    asked: str = Field(description="The node of the document that was asked for.")
    nodes: Sequence[ChainNode] = Field(description="From the top down.")
    edges: Sequence[ChainEdge]
    is_complete: bool = Field(description="False where it was cut off.")


class Saying(Answer):
    """One of the things said, and how often."""

    value: str
    times: int


class Conflict(Answer):
    """What is said of one work, or of one number in one term, and cannot all be right."""

    kind: Literal["dates", "titles", "years"]
    key: str | None
    name: str | None
    works: Sequence[str] = Field(description="Identities.")
    sayings: Sequence[Saying]


class DueDay(Answer):
    """One deadline, or one occurrence of a recurring one."""

    document: DocumentSummary
    id: str = Field(description="The id of the deadline in the record.")
    due_on: dt.date | None = Field(description="The last day for it, inclusive; of an open one the first day.")
    first_day: dt.date | None
    bound: Bound
    start: dt.date | None
    end: dt.date | None
    time: str | None
    granularity: Granularity | None
    rrule: str | None
    task: str | None
    bodies: Sequence[str]
    section: SectionPath
    page: int | None
    text: Evidence
    span: Span
    inferred: Sequence[str] = Field(description="What the text does not print and was inferred.")
    confidence: Confidence


class Goal(Answer):
    """A rate, a count or an amount to reach."""

    document: DocumentSummary
    id: str = Field(description="The id of the target in the record.")
    subject: str | None
    comparator: Comparator
    value: str
    value_max: str | None
    unit: str | None
    change: Change | None
    due_on: dt.date | None
    section: SectionPath
    page: int | None
    text: Evidence
    span: Span
    confidence: Confidence


class Body(Answer):
    """A body that some document makes answerable."""

    name: str
    duties: int
    documents: int


class Duty(Answer):
    """One task of a body; or one place that makes it answerable, where the text names no task of its own."""

    document: DocumentSummary
    responsibility: str = Field(description="The id of the responsibility in the record.")
    body: str
    parent_body: str | None
    role: Role
    task: str | None
    due_on: dt.date | None = Field(description="The first day by which some of it is due.")
    section: SectionPath
    page: int | None
    text: Evidence
    span: Span
    confidence: Confidence


class Failure(Answer):
    """A file that could not be read, and why."""

    file: str
    code: str = Field(description="Stable, for programs: `empty`, `encrypted`, `corrupt`.")
    reason: str = Field(description="In words, in the visitor's language.")
    failed_at: dt.datetime | None = None


class Duplicate(Answer):
    """Two documents that are nearly the same."""

    file: str
    other_file: str
    number: str | None
    reason: str
    similarity: float


class Statistics(Answer):
    """What an archive holds."""

    documents: int
    locations: int = Field(description="Files and members of archives where the documents were found.")
    failures: int
    characters: int
    file_bytes: int = Field(description="Size of the archive's file.")
    records: Mapping[str, int] = Field(description="By layer.")
    types: Mapping[str, int] = Field(description="Documents by type; `unknown` where it is not known.")
    years: Mapping[str, int] = Field(description="Documents by the year of issue; `unknown` where it is not known.")
    citations: Mapping[str, int] = Field(description="Citations by status; `open` is what was not looked at.")
    duplicates: int
    last_run: dt.datetime | None


class TextToExtract(Answer):
    """A text to extract."""

    text: str = Field(min_length=1, description="The text of one document.")
    name: str = Field("text.txt", min_length=1, max_length=200, description="What messages call it.")


class LoadWarning(Answer):
    """Something that a reader of the text should know."""

    code: WarningCode
    detail: str
    page: int | None


class Extraction(Answer):
    """What was read in a file, and the text that every span counts in. Nothing of it is kept."""

    record: Directive
    text: str
    warnings: Sequence[LoadWarning]


class Addition(Answer):
    """What came of a file that was added."""

    documents: Sequence[DocumentSummary]
    failures: Sequence[Failure] = Field(description="What in the file could not be read.")


class SaidReview(Answer):
    """What a reader says of a record as it is shown."""

    layer: Layer
    verdict: Verdict
    record_id: str | None = Field(
        None, max_length=100, description="The id of the record; null for the header, the document and what is added."
    )
    record: Mapping[str, JsonValue] | None = Field(
        None,
        description="The fields as the reader has them: of what is added, all; of what is corrected, the wrong ones.",
    )
    note: str | None = Field(None, max_length=4000)
    reviewer: str | None = Field(None, max_length=200)


class KeptReview(Answer):
    """A review as the archive has it."""

    id: str = Field(description="The same in every archive that it is brought into.")
    review: Review
    state: State | None = Field(description="What became of it.")
    record_id: str | None = Field(description="The record that it decides.")


def day(text: str | None) -> dt.date | None:
    """A day as the archive has it."""
    return dt.date.fromisoformat(text) if text else None
