"""From a record to rows. Pure, so that it can be done where the extraction is done, away from the database."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.outline import section_paths
from corpus.store.folding import as_written, folded, lookup_form, number_form
from schemas import Bound

if TYPE_CHECKING:
    from corpus.extraction import Document
    from schemas import Citation, Deadline, Directive, Evidence, Header, Responsibility, Section, Span, Target, Term

__all__ = ["COLUMNS", "DOCUMENT_COLUMNS", "PreparedDocument", "Value", "issuers", "prepare", "search_forms"]

Value = str | int | float | None
"""What SQLite stores without a conversion."""

Row = tuple[Value, ...]

_EVIDENCE = ("id", "position", "text", "span_start", "span_end", "page", "section_id", "section_path")

DOCUMENT_COLUMNS = (
    "sha256", "doc_type", "number", "key", "title", "issuer", "parent_issuer", "place", "issued_on", "urgency",
    "secrecy", "addressees", "signed_for", "signer_position", "signer", "inferred", "media_type", "characters", "pages",
    "loader", "loader_version", "is_recognised", "recognition_confidence", "load_warnings", "extractor_version",
)  # fmt: skip

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "records": ("text", "record"),
    "sections": (
        "id", "position", "parent_id", "level", "marker", "path", "kind", "heading", "span_start", "span_end", "page",
    ),
    "citations": (
        *_EVIDENCE, "relation", "doc_type", "key", "serial", "year", "symbol", "name", "issuer", "issued_on", "title",
        "provisions", "inferred", "confidence",
    ),
    "deadlines": (
        *_EVIDENCE, "bound", "starts_on", "ends_on", "first_day", "last_day", "time", "granularity", "rrule",
        "task", "task_start", "task_end", "inferred", "confidence",
    ),
    "targets": (
        *_EVIDENCE, "comparator", "value", "value_max", "amount", "unit", "change", "subject", "deadline_id",
        "inferred", "confidence",
    ),
    "target_words": ("id", "folded"),
    "responsibilities": (*_EVIDENCE, "body", "parent_body", "role", "inferred", "confidence"),
    "tasks": ("responsibility_id", "position", "text", "span_start", "span_end"),
    "deadline_bodies": ("deadline_id", "responsibility_id"),
    "recipients": ("position", "text", "span_start", "span_end"),
    "diagnostics": ("position", "code", "message", "span_start", "span_end"),
    "lookups": ("kind", "value"),
}  # fmt: skip
"""The columns of every table whose rows belong to one document, without ``document_id``."""

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """One document as rows, ready to be written; made of plain values, so that it crosses processes cheaply."""

    sha256: str
    extractor_version: str
    document: Row
    """In the order of ``DOCUMENT_COLUMNS``."""
    rows: Mapping[str, list[Row]]
    """By table, in the order of ``COLUMNS``."""
    bodies: Mapping[str, str]
    """Names of the bodies made answerable, with their folded forms."""
    search: tuple[str, ...]
    """The eight columns of the search index, in its order."""


def prepare(document: Document, *, extractor_version: str) -> PreparedDocument:
    """Lay a record out as rows."""
    directive, text = document.directive, document.loaded.text
    header = directive.header
    shelf = _Shelf(directive, text)
    return PreparedDocument(
        sha256=directive.source.sha256,
        extractor_version=extractor_version,
        document=_document(document, extractor_version),
        rows={
            "records": [(text, _without_path(directive).model_dump_json())],
            "sections": list(shelf.sections()),
            "citations": list(shelf.citations()),
            "deadlines": list(shelf.deadlines()),
            "targets": list(shelf.targets()),
            "target_words": list(shelf.target_words()),
            "responsibilities": list(shelf.responsibilities()),
            "tasks": list(shelf.tasks()),
            "deadline_bodies": [
                (deadline.id, body) for deadline in directive.deadlines for body in dict.fromkeys(deadline.bodies)
            ],
            "recipients": [
                (position, recipient.text, recipient.span.start, recipient.span.end)
                for position, recipient in enumerate(directive.recipients)
            ],
            "diagnostics": [
                (position, noticed.code.value, noticed.message, *_ends(noticed.span))
                for position, noticed in enumerate(directive.diagnostics)
            ],
            "lookups": list(_lookups(header)),
        },
        bodies={duty.body: lookup_form(duty.body) for duty in directive.responsibilities},
        search=search_forms(header.title, issuers(header.issuer, header.parent_issuer), header.place, text),
    )


def _without_path(directive: Directive) -> Directive:
    """The record as that of a content, which may lie in several places: those are in ``locations``."""
    return directive.model_copy(update={"source": directive.source.model_copy(update={"path": None})})


def search_forms(title: str | None, issuer: str | None, place: str | None, body: str) -> tuple[str, ...]:
    """The columns of the search index: every field as written, then every field folded."""
    written = tuple(as_written(field or "") for field in (title, issuer, place, body))
    return (*written, *map(folded, written))


def issuers(issuer: str | None, parent_issuer: str | None) -> str:
    """The bodies above a document as one searchable field."""
    return "\n".join(filter(None, (issuer, parent_issuer)))


def _document(document: Document, extractor_version: str) -> Row:
    directive, loaded = document.directive, document.loaded
    header, signature, source = directive.header, directive.signature, directive.source
    warnings = [{"code": told.code.value, "detail": told.detail, "page": told.page} for told in loaded.warnings]
    return (
        source.sha256,
        _term(header.doc_type),
        header.number,
        header.key,
        header.title,
        header.issuer,
        header.parent_issuer,
        header.place,
        _day(header.issued_on),
        _term(header.urgency),
        _term(header.secrecy),
        _json(header.addressees),
        signature.authority if signature is not None else None,
        signature.position if signature is not None else None,
        signature.signer if signature is not None else None,
        _json(header.inferred),
        source.media_type,
        source.chars,
        len(source.pages) or None,
        source.loader,
        source.loader_version,
        source.ocr,
        source.ocr_confidence,
        _json(warnings),
        extractor_version,
    )


def _lookups(header: Header) -> Iterator[Row]:
    number = number_form(header.key or header.number or "")
    issuer = lookup_form(header.issuer or "")
    title = lookup_form(header.title or "")
    if number:
        yield "number", number
    if number and issuer:
        yield "number_issuer", f"{number} {issuer}"
    if title and issuer:
        yield "title_issuer", f"{title} | {issuer}"


class _Shelf:
    """The rows of one record's layers; what they share is worked out once."""

    def __init__(self, directive: Directive, text: str) -> None:
        self._directive = directive
        self._text = text
        self._paths = section_paths(directive)

    def _evidence(self, record: Evidence, position: int, section: str | None) -> Row:
        path = self._paths[section] if section is not None else None
        return (record.id, position, record.text, record.span.start, record.span.end, record.page, section, path)

    def sections(self) -> Iterator[Row]:
        for position, section in enumerate(self._directive.sections):
            yield self._section(section, position)

    def _section(self, section: Section, position: int) -> Row:
        path, span = self._paths[section.id], section.span
        above, kind = section.parent, _term(section.kind)
        return (
            section.id, position, above, section.level, section.marker, path, kind, section.heading,
            *_ends(span), section.page,
        )  # fmt: skip

    def citations(self) -> Iterator[Row]:
        for position, citation in enumerate(self._directive.citations):
            yield self._evidence(citation, position, citation.section) + _citation(citation)

    def deadlines(self) -> Iterator[Row]:
        for position, deadline in enumerate(self._directive.deadlines):
            yield self._evidence(deadline, position, deadline.section) + _deadline(deadline)

    def targets(self) -> Iterator[Row]:
        for position, target in enumerate(self._directive.targets):
            yield self._evidence(target, position, target.section) + _target(target)

    def target_words(self) -> Iterator[Row]:
        for target in self._directive.targets:
            yield target.id, lookup_form(f"{target.subject or ''} {target.text}")

    def responsibilities(self) -> Iterator[Row]:
        for position, duty in enumerate(self._directive.responsibilities):
            yield self._evidence(duty, position, duty.section) + _responsibility(duty)

    def tasks(self) -> Iterator[Row]:
        for duty in self._directive.responsibilities:
            for position, span in enumerate(duty.tasks):
                yield (duty.id, position, span.of(self._text), span.start, span.end)


def _citation(citation: Citation) -> Row:
    return (
        citation.relation.value,
        _term(citation.doc_type),
        citation.key,
        citation.serial,
        citation.year,
        citation.symbol,
        citation.name,
        citation.issuer,
        _day(citation.issued_on),
        citation.title,
        _json(citation.provisions),
        _json(citation.inferred),
        citation.confidence,
    )


def _deadline(deadline: Deadline) -> Row:
    first, last = _days(deadline)
    return (
        deadline.bound.value,
        _day(deadline.start),
        _day(deadline.end),
        _day(first),
        _day(last),
        deadline.time,
        _term(deadline.granularity),
        deadline.rrule,
        deadline.task,
        *_ends(deadline.task_span),
        _json(deadline.inferred),
        deadline.confidence,
    )


def _days(deadline: Deadline) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day that a deadline takes up, both inclusive.

    What only has an end is due on that day, what must be done before a day is due on the day before (but before five
    o'clock of a day, still on that day); what only has a beginning has no last day.
    """
    last = deadline.end
    is_within_the_day = deadline.time is not None and not deadline.time.startswith("00:00")
    if last is not None and last > dt.date.min and deadline.bound is Bound.BEFORE and not is_within_the_day:
        last -= _ONE_DAY
    return deadline.start or last, last


def _target(target: Target) -> Row:
    return (
        target.comparator.value,
        target.value,
        target.value_max,
        float(target.value),
        target.unit,
        _term(target.change),
        target.subject,
        target.deadline,
        _json(target.inferred),
        target.confidence,
    )


def _responsibility(duty: Responsibility) -> Row:
    return (duty.body, duty.parent_body, duty.role.value, _json(duty.inferred), duty.confidence)


def _term(term: Term | None) -> str | None:
    """The bare value: a member of a vocabulary is a string too, but costs more to carry and to store."""
    return term.value if term is not None else None


def _ends(span: Span | None) -> tuple[int, int] | tuple[None, None]:
    return (span.start, span.end) if span is not None else (None, None)


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date is not None else None


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
