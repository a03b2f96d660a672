"""The values of a record one by one, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.cli.wording import clean
from corpus.web.reading.paper import AnyRecord, Paper
from corpus.web.words import Words
from schemas import Citation, Deadline, Responsibility, Target

__all__ = ["Fact", "Line", "facts_of"]

_MOST_TASKS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A value, and what it names: a page of its own, or a record of the same document."""

    text: str
    address: str | None = None
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A field with its values."""

    label: str
    lines: Sequence[Line]
    is_inferred: bool = False


def facts_of(paper: Paper, record: AnyRecord, words: Words) -> Iterator[Fact]:
    """The fields of a record that say something, each with whether it was inferred."""
    for name, value in _values(paper, record, words):
        lines = [one for one in value if one.text]
        if lines:
            is_inferred = name in record.inferred or (name in ("start", "end") and "year" in record.inferred)
            yield Fact(words.say(f"records.field.{name}"), lines, is_inferred)


def _values(paper: Paper, record: AnyRecord, words: Words) -> Iterator[tuple[str, Sequence[Line]]]:
    if isinstance(record, Citation):
        yield from _of_citation(record, words)
    elif isinstance(record, Deadline):
        yield from _of_deadline(paper, record, words)
    elif isinstance(record, Target):
        yield from _of_target(paper, record, words)
    else:
        yield from _of_responsibility(paper, record, words)


def _of_citation(record: Citation, words: Words) -> Iterator[tuple[str, Sequence[Line]]]:
    yield "relation", _lines(_term("relation", record.relation, words))
    yield "doc_type", _lines(record.doc_type.label if record.doc_type is not None else None)
    yield "key", _lines(record.key)
    yield "name", _lines(record.name)
    yield "issued_on", _lines(_day(record.issued_on, words))
    yield "issuer", _lines(record.issuer)
    yield "title", _lines(record.title)
    yield "provisions", _lines(*record.provisions)


def _of_deadline(paper: Paper, record: Deadline, words: Words) -> Iterator[tuple[str, Sequence[Line]]]:
    bodies = {one.id: one.body for one in paper.directive.responsibilities}
    yield "bound", _lines(_term("bounds", record.bound, words))
    yield "start", _lines(_day(record.start, words))
    yield "end", _lines(_day(record.end, words))
    yield "time", _lines(record.time)
    yield "granularity", _lines(_term("granularity", record.granularity, words))
    yield "rrule", _lines(words.recurrence(record.rrule) if record.rrule else None)
    yield "task", _lines(record.task)
    yield "bodies", [_link(one, bodies[one]) for one in record.bodies if one in bodies]


def _of_target(paper: Paper, record: Target, words: Words) -> Iterator[tuple[str, Sequence[Line]]]:
    due = next((one for one in paper.directive.deadlines if one.id == record.deadline), None)
    yield "comparator", _lines(_term("comparators", record.comparator, words))
    yield "value", _lines(words.number(record.value))
    yield "value_max", _lines(words.number(record.value_max) if record.value_max else None)
    yield "unit", _lines(record.unit)
    yield "change", _lines(_term("changes", record.change, words))
    yield "subject", _lines(record.subject)
    yield "deadline", [_link(due.id, words.when(due))] if due is not None else []


def _of_responsibility(paper: Paper, record: Responsibility, words: Words) -> Iterator[tuple[str, Sequence[Line]]]:
    due = [one for one in paper.directive.deadlines if record.id in one.bodies]
    yield "body", _lines(record.body)
    yield "parent_body", _lines(record.parent_body)
    yield "role", _lines(_term("role", record.role, words))
    yield "tasks", _lines(*(span.of(paper.text) for span in record.tasks[:_MOST_TASKS]))
    yield "deadline", [_link(one.id, words.when(one)) for one in due]


def _term(key: str, value: StrEnum | None, words: Words) -> str | None:
    return words.say(f"records.{key}.{value}") if value is not None else None


def _day(value: dt.date | None, words: Words) -> str | None:
    return words.day(value) if value is not None else None


def _lines(*values: str | None) -> list[Line]:
    return [Line(clean(value)) for value in values if value]


def _link(record_id: str, text: str) -> Line:
    return Line(clean(text), record=record_id)
