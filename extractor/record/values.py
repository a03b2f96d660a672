"""Findings as the plain values of a record: flow positions led back to the source, ids given, sections named."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from extractor.confidence import confidence_of
from extractor.find.mentions import CitationMention, DeadlineMention, ResponsibilityMention, TargetMention
from extractor.names import in_spelling_of, writes_old_uy
from extractor.pipeline import Findings
from extractor.reading import HeaderFacts, Reading
from extractor.record.identifiers import record_id
from schemas import Source

__all__ = ["record_values"]

_Values = dict[str, Any]


def record_values(reading: Reading, findings: Findings, source: Source) -> _Values:
    """Return the fields of a `schemas.Directive`, not validated yet; every list is in the order of the source."""
    places = _Places(reading, source)
    signals = findings.signals
    return {
        "source": source,
        "header": _header(places),
        "sections": _sections(places),
        "citations": _in_order(
            _citation(places, index, mention) | {"confidence": confidence_of("citations", signals.citations[index])}
            for index, mention in enumerate(findings.citations)
        ),
        "deadlines": _in_order(
            _deadline(places, index, mention, findings.bodies_of_deadline[index])
            | {"confidence": confidence_of("deadlines", signals.deadlines[index])}
            for index, mention in enumerate(findings.deadlines)
        ),
        "targets": _in_order(
            _target(places, index, mention, findings.deadline_of_target[index])
            | {"confidence": confidence_of("targets", signals.targets[index])}
            for index, mention in enumerate(findings.targets)
        ),
        "responsibilities": _in_order(
            _responsibility(places, index, mention)
            | {"confidence": confidence_of("responsibilities", signals.responsibilities[index])}
            for index, mention in enumerate(findings.responsibilities)
        ),
        "signature": _signature(places),
        "recipients": _in_order(places.evidence(item.start, item.end) for item in reading.recipients),
        "diagnostics": [
            {
                "code": remark.code,
                "message": remark.message,
                "span": None if remark.start is None or remark.end is None else places.span(remark.start, remark.end),
            }
            for remark in (*reading.remarks, *findings.remarks)
        ],
    }


class _Places:
    """Where things stand: in the source, and in which section."""

    def __init__(self, reading: Reading, source: Source) -> None:
        self.reading = reading
        self.source = source
        self.text = reading.text
        self.units = self._nested_spans()
        self._old_uy = writes_old_uy(reading.source.source)
        self._tasks: dict[tuple[tuple[int, int], ...], tuple[dict[str, int], ...]] = {}

    def span(self, start: int, end: int) -> dict[str, int]:
        """Return the source span of a flow span."""
        first, last = self.reading.source_span(start, end)
        return {"start": first, "end": last}

    def tasks(self, spans: tuple[tuple[int, int], ...]) -> tuple[dict[str, int], ...]:
        """Return the source spans of the work of a body, which the others of its list share."""
        found = self._tasks.get(spans)
        if found is None:
            found = self._tasks[spans] = tuple(self.span(start, end) for start, end in spans)
        return found

    def evidence(self, start: int, end: int) -> _Values:
        """Return the source span of a flow span with the text that stands there."""
        first, last = self.reading.source_span(start, end)
        return {"span": {"start": first, "end": last}, "text": self.reading.source.source[first:last]}

    def record(self, identifier: str, start: int, end: int) -> _Values:
        """Return what every record has that rests on a stretch of the text."""
        values = self.evidence(start, end)
        values["id"] = identifier
        values["section"] = self._section(start, values["span"]["start"])
        values["page"] = self.source.page_at(values["span"]["start"])
        return values

    def words(self, span: tuple[int, int] | None) -> str | None:
        """Return the words of a flow span, None where there are none."""
        return self.text[span[0] : span[1]] or None if span else None

    def spelled(self, name: str | None) -> str | None:
        """Return the name of a body as the document spells it."""
        return name and in_spelling_of(name, old_uy=self._old_uy)

    def _section(self, position: int, origin: int) -> str | None:
        """Return the id of the innermost section of a flow position that holds its source position too."""
        index = self.reading.paragraph_at(position).unit
        while index is not None:
            start, end = self.units[index]
            if start <= origin < end:
                return record_id("sections", index)
            index = self.reading.units[index].parent
        return None

    def _nested_spans(self) -> list[tuple[int, int]]:
        """Return the source span of every unit, each wide enough for its children.

        In the flow the children of a unit lie within it. In the source they need not: the lines of a drawn table hold
        a piece of every column.
        """
        spans = [self.reading.source_span(unit.start, unit.end) for unit in self.reading.units]
        for unit in reversed(self.reading.units):
            if unit.parent is not None:
                (first, last), (start, end) = spans[unit.parent], spans[unit.index]
                spans[unit.parent] = min(first, start), max(last, end)
        return spans


def _header(places: _Places) -> _Values:
    header = {name: getattr(places.reading.header, name) for name in HeaderFacts.__slots__}
    return header | {name: places.spelled(header[name]) for name in ("issuer", "parent_issuer")}


def _sections(places: _Places) -> list[_Values]:
    sections = [
        {
            "id": record_id("sections", unit.index),
            "parent": None if unit.parent is None else record_id("sections", unit.parent),
            "level": unit.level,
            "marker": unit.marker,
            "kind": unit.kind,
            "heading": places.words(unit.heading),
            "page": places.source.page_at(places.units[unit.index][0]),
            "span": {"start": places.units[unit.index][0], "end": places.units[unit.index][1]},
        }
        for unit in places.reading.units
    ]
    return sorted(sections, key=lambda section: (section["span"]["start"], section["level"]))


def _citation(places: _Places, index: int, mention: CitationMention) -> _Values:
    return places.record(record_id("citations", index), mention.start, mention.end) | {
        "doc_type": mention.doc_type,
        "key": mention.key,
        "serial": mention.serial,
        "year": mention.year,
        "symbol": mention.symbol,
        "name": mention.name,
        "issued_on": mention.issued_on,
        "issuer": places.spelled(mention.issuer),
        "title": places.words(mention.title),
        "provisions": mention.provisions,
        "relation": mention.relation,
    }


def _deadline(places: _Places, index: int, mention: DeadlineMention, bodies: tuple[int, ...]) -> _Values:
    expression = mention.expression
    return places.record(record_id("deadlines", index), expression.start, expression.end) | {
        "bound": expression.bound,
        "start": expression.first,
        "end": expression.last,
        "time": expression.time,
        "granularity": expression.granularity,
        "rrule": expression.rrule,
        "task": places.words(mention.task),
        "task_span": places.span(*mention.task) if mention.task else None,
        "bodies": tuple(record_id("responsibilities", body) for body in bodies),
        "inferred": expression.inferred,
    }


def _target(places: _Places, index: int, mention: TargetMention, deadline: int | None) -> _Values:
    quantity = mention.quantity
    return places.record(record_id("targets", index), quantity.start, quantity.end) | {
        "comparator": quantity.comparator,
        "value": _decimal(quantity.value),
        "value_max": None if quantity.value_max is None else _decimal(quantity.value_max),
        "unit": quantity.unit or None,
        "change": quantity.change,
        "subject": places.words(mention.subject),
        "deadline": None if deadline is None else record_id("deadlines", deadline),
    }


def _responsibility(places: _Places, index: int, mention: ResponsibilityMention) -> _Values:
    body = mention.mention
    return places.record(record_id("responsibilities", index), body.start, body.end) | {
        "body": places.spelled(body.body),
        "parent_body": places.spelled(body.parent_body),
        "role": mention.role,
        "tasks": places.tasks(mention.tasks),
        "inferred": body.inferred,
    }


def _signature(places: _Places) -> _Values | None:
    facts = places.reading.signature
    if facts is None or not (facts.authority or facts.position or facts.signer):
        return None
    return {
        "authority": facts.authority,
        "position": facts.position,
        "signer": facts.signer,
        "span": places.span(facts.start, facts.end),
    }


def _in_order(records: Iterable[_Values]) -> list[_Values]:
    """Return the records in the order of the source, which differs from the flow's in the columns of a drawn table."""
    return sorted(records, key=lambda record: record["span"]["start"])


def _decimal(value: Decimal) -> str:
    """Return the canonical decimal string: no exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
