"""The last stage: findings in flow positions become one validated record with its evidence in the source.

A finding that breaks the contract (a value that the schema refuses) is left out and reported as a diagnostic: a wrong
record is worse than a missing one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.pipeline import Findings
from extractor.reading import HeaderFacts, Reading
from schemas import (
    Citation,
    Deadline,
    Diagnostic,
    Directive,
    Header,
    Recipient,
    Responsibility,
    Section,
    Signature,
    Source,
    Span,
    Target,
)
from schemas.vocabulary import DiagnosticCode

__all__ = ["build_record"]

_CODES = {str(code): code for code in DiagnosticCode}
_Model = TypeVar("_Model", bound=BaseModel)
_Record = TypeVar("_Record", Citation, Deadline, Responsibility, Target)


def build_record(reading: Reading, findings: Findings, source: Source) -> Directive:
    """Return the record of what was found in `reading`; the only place where models are made."""
    return _Builder(reading, findings).build(source)


class _Builder:
    def __init__(self, reading: Reading, findings: Findings) -> None:
        self._reading = reading
        self._findings = findings
        self._diagnostics: list[Diagnostic] = []
        self._unit_spans = self._nested_spans()

    def build(self, source: Source) -> Directive:
        header = self._header()
        sections = self._sections()
        citations = self._citations()
        responsibilities, responsibility_ids = self._responsibilities()
        deadlines, deadline_ids = self._deadlines(responsibility_ids)
        targets = self._targets(deadline_ids)
        signature = self._signature()
        recipients = self._recipients()
        for remark in (*self._reading.remarks, *self._findings.remarks):
            where = {} if remark.start is None or remark.end is None else {"span": self._span(remark.start, remark.end)}
            self._diagnostics.append(Diagnostic(code=_CODES[remark.code], message=remark.message, **where))
        return Directive(
            source=source,
            header=header,
            sections=sections,
            citations=citations,
            deadlines=deadlines,
            targets=targets,
            responsibilities=responsibilities,
            signature=signature,
            recipients=recipients,
            diagnostics=tuple(self._diagnostics),
        )

    def _header(self) -> Header:
        facts = self._reading.header
        values = {name: getattr(facts, name) for name in HeaderFacts.__slots__}
        return self._make(Header, values, None) or Header()

    def _sections(self) -> tuple[Section, ...]:
        text = self._reading.text
        sections = [
            Section(
                id=_section_id(unit.index),
                parent=None if unit.parent is None else _section_id(unit.parent),
                level=unit.level,
                marker=unit.marker,
                kind=unit.kind,
                heading=text[slice(*unit.heading)] or None if unit.heading else None,
                span=self._unit_spans[unit.index],
            )
            for unit in self._reading.units
        ]
        return tuple(sorted(sections, key=lambda section: (section.span.start, section.level)))

    def _citations(self) -> tuple[Citation, ...]:
        text = self._reading.text
        records = []
        for index, mention in enumerate(self._findings.citations):
            record = self._evidence(
                Citation,
                f"c{index + 1}",
                (mention.start, mention.end),
                doc_type=mention.doc_type,
                key=mention.key,
                serial=mention.serial,
                year=mention.year,
                symbol=mention.symbol,
                name=mention.name,
                issued_on=mention.issued_on,
                issuer=mention.issuer,
                title=text[slice(*mention.title)] or None if mention.title else None,
                provisions=mention.provisions,
                relation=mention.relation,
            )
            if record:
                records.append(record)
        return _in_order(records)

    def _responsibilities(self) -> tuple[tuple[Responsibility, ...], dict[int, str]]:
        records, ids = [], {}
        for index, found in enumerate(self._findings.responsibilities):
            mention = found.mention
            record = self._evidence(
                Responsibility,
                f"r{index + 1}",
                (mention.start, mention.end),
                body=mention.body,
                parent_body=mention.parent_body,
                role=found.role,
                tasks=tuple(self._span(start, end) for start, end in found.tasks),
                inferred=mention.inferred,
            )
            if record:
                records.append(record)
                ids[index] = record.id
        return _in_order(records), ids

    def _deadlines(self, bodies: dict[int, str]) -> tuple[tuple[Deadline, ...], dict[int, str]]:
        text = self._reading.text
        records, ids = [], {}
        for index, found in enumerate(self._findings.deadlines):
            expression = found.expression
            record = self._evidence(
                Deadline,
                f"d{index + 1}",
                (expression.start, expression.end),
                bound=expression.bound,
                start=expression.first,
                end=expression.last,
                time=expression.time,
                granularity=expression.granularity,
                rrule=expression.rrule,
                task=text[slice(*found.task)] if found.task else None,
                task_span=self._span(*found.task) if found.task else None,
                bodies=tuple(bodies[i] for i in self._findings.bodies_of_deadline[index] if i in bodies),
                inferred=expression.inferred,
            )
            if record:
                records.append(record)
                ids[index] = record.id
        return _in_order(records), ids

    def _targets(self, deadlines: dict[int, str]) -> tuple[Target, ...]:
        text = self._reading.text
        records = []
        for index, found in enumerate(self._findings.targets):
            quantity = found.quantity
            deadline = self._findings.deadline_of_target[index]
            record = self._evidence(
                Target,
                f"t{index + 1}",
                (quantity.start, quantity.end),
                comparator=quantity.comparator,
                value=_decimal(quantity.value),
                value_max=None if quantity.value_max is None else _decimal(quantity.value_max),
                unit=quantity.unit or None,
                change=quantity.change,
                subject=text[slice(*found.subject)] if found.subject else None,
                deadline=None if deadline is None else deadlines.get(deadline),
            )
            if record:
                records.append(record)
        return _in_order(records)

    def _signature(self) -> Signature | None:
        facts = self._reading.signature
        if facts is None or not (facts.authority or facts.position or facts.signer):
            return None
        return Signature(
            authority=facts.authority,
            position=facts.position,
            signer=facts.signer,
            span=self._span(facts.start, facts.end),
        )

    def _recipients(self) -> tuple[Recipient, ...]:
        return tuple(
            Recipient(text=self._source_text(span), span=span)
            for span in sorted(
                (self._span(item.start, item.end) for item in self._reading.recipients), key=lambda span: span.start
            )
        )

    def _evidence(
        self, model: type[_Model], identifier: str, where: tuple[int, int], /, **values: Any
    ) -> _Model | None:
        """Make a record that rests on a span; records of the text's sections say in which they stand."""
        span = self._span(*where)
        values |= {"id": identifier, "span": span, "text": self._source_text(span)}
        values["section"] = self._section_of(where[0], span)
        return self._make(model, values, span)

    def _nested_spans(self) -> list[Span]:
        """Return the source span of every unit, each wide enough for its children.

        In the flow the children of a unit lie within it. In the source they need not: the lines of a drawn table hold
        a piece of every column.
        """
        ends = [self._reading.source_span(unit.start, unit.end) for unit in self._reading.units]
        for unit in reversed(self._reading.units):
            if unit.parent is not None:
                (first, last), (start, end) = ends[unit.parent], ends[unit.index]
                ends[unit.parent] = min(first, start), max(last, end)
        return [Span(start=start, end=end) for start, end in ends]

    def _section_of(self, position: int, span: Span) -> str | None:
        """Return the id of the innermost section of a flow position in which the evidence begins, in the source too."""
        index = self._reading.paragraph_at(position).unit
        while index is not None:
            section = self._unit_spans[index]
            if section.start <= span.start < section.end:
                return _section_id(index)
            index = self._reading.units[index].parent
        return None

    def _make(self, model: type[_Model], values: dict[str, Any], span: Span | None) -> _Model | None:
        try:
            return model(**values)
        except ValidationError as error:
            self._diagnostics.append(
                Diagnostic(code=DiagnosticCode.INVALID_RECORD, message=_reasons(model, error), span=span)
            )
            return None

    def _span(self, start: int, end: int) -> Span:
        first, last = self._reading.source_span(start, end)
        return Span(start=first, end=last)

    def _source_text(self, span: Span) -> str:
        return span.of(self._reading.source.source)


def _section_id(index: int) -> str:
    return f"s{index + 1}"


def _in_order(records: list[_Record]) -> tuple[_Record, ...]:
    """Return the records in the order of the source, which differs from the flow's in the columns of a drawn table."""
    return tuple(sorted(records, key=lambda record: record.span.start))


def _decimal(value: Decimal) -> str:
    """Return the canonical decimal string: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _reasons(model: type[BaseModel], error: ValidationError) -> str:
    reasons: Iterable[str] = (
        f"{'.'.join(map(str, detail['loc'])) or 'record'}: {detail['msg']}" for detail in error.errors()
    )
    return f"{model.__name__} left out: " + "; ".join(reasons)
