"""Findings as records: flow positions led back to the source, ids given, sections named.

A record is made right here where everything in it is sure to be what the contract asks for, being made so a few lines
above; otherwise the model is asked. What the model refuses stays a dictionary of values, for `validation` to tell why.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError

from extractor.confidence import confidence_of
from extractor.names import in_spelling_of, writes_old_uy
from extractor.pipeline import Findings
from extractor.reading import HeaderFacts, Reading, Remark, SignatureFacts, Unit
from extractor.record.certain import (
    is_certain_body,
    is_certain_citation,
    is_certain_header,
    is_certain_quantity,
    is_certain_signature,
    is_certain_time,
)
from extractor.record.identifiers import record_ids
from extractor.record.places import Evidence, Places, holds_plain, span_of
from schemas import (
    Citation,
    Deadline,
    Diagnostic,
    Header,
    Recipient,
    Record,
    Responsibility,
    Section,
    Signature,
    Source,
    Span,
    Target,
)
from schemas.making import maker_of
from schemas.vocabulary import DiagnosticCode

__all__ = ["record_values"]

_Values = dict[str, Any]
_Record = TypeVar("_Record", bound=Record)
_Made = TypeVar("_Made")

_section = maker_of(Section)
_citation = maker_of(Citation)
_deadline = maker_of(Deadline)
_target = maker_of(Target)
_responsibility = maker_of(Responsibility)
_signature = maker_of(Signature)
_recipient = maker_of(Recipient)
_diagnostic = maker_of(Diagnostic)
_header = maker_of(Header)

_CODES = {code.value: code for code in DiagnosticCode}


def record_values(reading: Reading, findings: Findings, source: Source) -> _Values:
    """Return the fields of a `schemas.Directive`; every list is in the order of the source."""
    places, old_uy = Places(reading, source), writes_old_uy(reading.source.source)
    return {
        "schema_version": "1",
        "source": source,
        "header": _header_of(reading.header, old_uy=old_uy),
        "sections": _sections(reading, places),
        "citations": _citations(reading, places, findings, old_uy=old_uy),
        "deadlines": _deadlines(reading, places, findings),
        "targets": _targets(reading, places, findings),
        "responsibilities": _responsibilities(places, findings, old_uy=old_uy),
        "signature": _signature_of(reading.signature, places),
        "recipients": _recipients(reading, places),
        "diagnostics": [_diagnostic_of(places, remark) for remark in (*reading.remarks, *findings.remarks)],
    }


def _header_of(facts: HeaderFacts, *, old_uy: bool) -> Header | _Values:
    values = facts._asdict()
    if old_uy:
        values |= {name: _spelled(values[name]) for name in ("issuer", "parent_issuer")}
    return _header(values) if is_certain_header(facts) else _checked(Header, values)


def _sections(reading: Reading, places: Places) -> list[Section | _Values]:
    """Return the sections; in the source as in the flow they hold their children, as `Places.outer` sees to."""
    units, ids, outer, text = reading.units, places.section_ids, places.outer, reading.text
    page = places.page
    found: list[Section | _Values] = []
    for unit in _in_order_of_source(units, outer):
        start, end = outer[unit.index]
        parent, heading = unit.parent, unit.heading
        values = {
            "id": ids[unit.index],
            "parent": None if parent is None else ids[parent],
            "level": unit.level,
            "marker": unit.marker,
            "kind": unit.kind,
            "heading": (text[heading[0] : heading[1]] or None) if heading else None,
            "page": page(start) if page else None,
            "span": span_of(start, end),
        }
        above = 0 if parent is None else units[parent].level if parent < unit.index else -1
        is_certain = unit.marker and unit.level == above + 1 and start < end
        found.append(_section(values) if is_certain else values)
    return found


def _in_order_of_source(units: Sequence[Unit], spans: Sequence[tuple[int, int]]) -> Sequence[Unit]:
    """Return the units by where they begin in the source, parents first."""
    starts = [start for start, _ in spans]
    if starts == sorted(set(starts)):
        return units
    return sorted(units, key=lambda unit: (starts[unit.index], unit.level))


def _citations(reading: Reading, places: Places, findings: Findings, *, old_uy: bool) -> list[Citation | _Values]:
    mentions, ids = findings.citations, record_ids("citations", len(findings.citations))
    evidence = places.evidence([(mention.start, mention.end) for mention in mentions])
    records: list[Citation | _Values] = []
    for mention, at, identifier, signals in zip(mentions, evidence, ids, findings.signals.citations, strict=True):
        _, span, text, page, section = at
        values = {
            "id": identifier,
            "span": span,
            "text": text,
            "page": page,
            "doc_type": mention.doc_type,
            "key": mention.key,
            "serial": mention.serial,
            "year": mention.year,
            "symbol": mention.symbol,
            "name": mention.name,
            "issued_on": mention.issued_on,
            "issuer": _spelled(mention.issuer) if old_uy else mention.issuer,
            "title": _words(reading.text, mention.title),
            "provisions": mention.provisions,
            "relation": mention.relation,
            "section": section,
            "inferred": (),
            "confidence": confidence_of("citations", signals),
        }
        is_certain = type(span) is Span and is_certain_citation(mention)
        records.append(_citation(values) if is_certain else _checked(Citation, values))
    return _in_order(records, evidence)


def _deadlines(reading: Reading, places: Places, findings: Findings) -> list[Deadline | _Values]:
    mentions, ids = findings.deadlines, record_ids("deadlines", len(findings.deadlines))
    bodies = record_ids("responsibilities", len(findings.responsibilities))
    bound, shown = findings.bodies_of_deadline, findings.signals.deadlines
    evidence = places.evidence([(mention.expression.start, mention.expression.end) for mention in mentions])
    work = places.spans([mention.task for mention in mentions])
    records: list[Deadline | _Values] = []
    for mention, at, task_span, identifier, held, signals in zip(
        mentions, evidence, work, ids, bound, shown, strict=True
    ):
        _, span, text, page, section = at
        expression = mention.expression
        task = _words(reading.text, mention.task)
        values = {
            "id": identifier,
            "span": span,
            "text": text,
            "page": page,
            "bound": expression.bound,
            "start": expression.first,
            "end": expression.last,
            "time": expression.time,
            "granularity": expression.granularity,
            "rrule": expression.rrule,
            "task": task,
            "task_span": task_span,
            "bodies": tuple([bodies[index] for index in held]),
            "section": section,
            "inferred": expression.inferred,
            "confidence": confidence_of("deadlines", signals),
        }
        is_certain = type(span) is Span and (type(task_span) is Span if task else task_span is None)
        is_certain = is_certain and is_certain_time(expression)
        records.append(_deadline(values) if is_certain else _checked(Deadline, values))
    return _in_order(records, evidence)


def _targets(reading: Reading, places: Places, findings: Findings) -> list[Target | _Values]:
    mentions, ids = findings.targets, record_ids("targets", len(findings.targets))
    deadlines = record_ids("deadlines", len(findings.deadlines))
    bound, shown = findings.deadline_of_target, findings.signals.targets
    evidence = places.evidence([(mention.quantity.start, mention.quantity.end) for mention in mentions])
    records: list[Target | _Values] = []
    for mention, at, identifier, deadline, signals in zip(mentions, evidence, ids, bound, shown, strict=True):
        _, span, text, page, section = at
        quantity = mention.quantity
        values = {
            "id": identifier,
            "span": span,
            "text": text,
            "page": page,
            "comparator": quantity.comparator,
            "value": _decimal(quantity.value),
            "value_max": None if quantity.value_max is None else _decimal(quantity.value_max),
            "unit": quantity.unit or None,
            "change": quantity.change,
            "subject": _words(reading.text, mention.subject),
            "deadline": None if deadline is None else deadlines[deadline],
            "section": section,
            "inferred": (),
            "confidence": confidence_of("targets", signals),
        }
        is_certain = type(span) is Span and is_certain_quantity(quantity)
        records.append(_target(values) if is_certain else _checked(Target, values))
    return _in_order(records, evidence)


def _responsibilities(places: Places, findings: Findings, *, old_uy: bool) -> list[Responsibility | _Values]:
    mentions, ids = findings.responsibilities, record_ids("responsibilities", len(findings.responsibilities))
    evidence = places.evidence([mention.mention[:2] for mention in mentions])
    work = places.lists([mention.tasks for mention in mentions])
    records: list[Responsibility | _Values] = []
    for mention, at, identifier, signals in zip(
        mentions, evidence, ids, findings.signals.responsibilities, strict=True
    ):
        _, span, text, page, section = at
        named, tasks = mention.mention, work[mention.tasks]
        values = {
            "id": identifier,
            "span": span,
            "text": text,
            "page": page,
            "body": _spelled(named.body) if old_uy else named.body,
            "parent_body": _spelled(named.parent_body) if old_uy else named.parent_body,
            "role": mention.role,
            "tasks": tasks,
            "section": section,
            "inferred": named.inferred,
            "confidence": confidence_of("responsibilities", signals),
        }
        is_certain = type(span) is Span and is_certain_body(named) and not holds_plain(tasks)
        records.append(_responsibility(values) if is_certain else _checked(Responsibility, values))
    return _in_order(records, evidence)


def _signature_of(facts: SignatureFacts | None, places: Places) -> Signature | _Values | None:
    if facts is None or not (facts.authority or facts.position or facts.signer):
        return None
    span = places.span(facts.start, facts.end)
    values = {"authority": facts.authority, "position": facts.position, "signer": facts.signer, "span": span}
    is_certain = type(span) is Span and is_certain_signature(facts)
    return _signature(values) if is_certain else _checked(Signature, values)


def _recipients(reading: Reading, places: Places) -> list[Recipient | _Values]:
    evidence = places.evidence([(item.start, item.end) for item in reading.recipients])
    records: list[Recipient | _Values] = []
    for _, span, text, _, _ in evidence:
        values = {"text": text, "span": span}
        records.append(_recipient(values) if type(span) is Span else values)
    return _in_order(records, evidence)


def _diagnostic_of(places: Places, remark: Remark) -> Diagnostic | _Values:
    span = None if remark.start is None or remark.end is None else places.span(remark.start, remark.end)
    code = _CODES.get(remark.code)
    values = {"code": code or remark.code, "message": remark.message, "span": span}
    is_certain = code and remark.message and type(span) is not dict
    return _diagnostic(values) if is_certain else _checked(Diagnostic, values)


def _checked(model: type[_Record], values: _Values) -> _Record | _Values:
    """Return the record of `values`, or the values if the contract refuses them."""
    try:
        return model.model_validate(values)
    except ValidationError:
        return values


def _in_order(records: list[_Made], evidence: Sequence[Evidence]) -> list[_Made]:
    """Return the records in the order of the source, which differs from the flow's in the columns of a drawn table."""
    starts = [at[0] for at in evidence]
    if starts == sorted(starts):
        return records
    return [records[index] for index in sorted(range(len(records)), key=starts.__getitem__)]


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    """Return the words of a flow span, None where there are none."""
    return text[span[0] : span[1]] or None if span else None


def _spelled(name: str | None) -> str | None:
    """Return a name as a document writes it that has the old spelling."""
    return name and in_spelling_of(name, old_uy=True)


def _decimal(value: Decimal) -> str:
    """Return the canonical decimal string: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
