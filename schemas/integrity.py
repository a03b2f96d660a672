"""What must hold between the records of one directive.

No record can check these for itself; they are checked once for the whole document, in time linear in its records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from schemas.directive import Directive
    from schemas.section import Section
    from schemas.span import Span


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


class _Identified(_Spanned, Protocol):
    @property
    def id(self) -> str: ...


class _Placed(_Identified, Protocol):
    """A record that stands in a section."""

    @property
    def section(self) -> str | None: ...


def violations(directive: Directive) -> Iterator[str]:
    """Yield a message for everything in ``directive`` that contradicts itself, naming the field."""
    return chain(
        _spans_outside(directive),
        _ids_repeated(directive),
        _out_of_order(directive),
        _outline_broken(directive),
        _misplaced(directive),
        _references_dangling(directive),
    )


def _placed(directive: Directive) -> tuple[tuple[str, Sequence[_Placed]], ...]:
    """The lists of records that stand in sections, by field name."""
    return (
        ("citations", directive.citations),
        ("deadlines", directive.deadlines),
        ("targets", directive.targets),
        ("responsibilities", directive.responsibilities),
    )


def _spans(directive: Directive) -> Iterator[tuple[str, int, Span]]:
    """Every span with the field it stands in, a ``{}`` for the index."""
    for index, section in enumerate(directive.sections):
        yield "sections[{}].span", index, section.span
    for name, records in _placed(directive):
        field = f"{name}[{{}}].span"
        for index, record in enumerate(records):
            yield field, index, record.span
    for index, deadline in enumerate(directive.deadlines):
        if deadline.task_span is not None:
            yield "deadlines[{}].task_span", index, deadline.task_span
    for index, responsibility in enumerate(directive.responsibilities):
        for task in responsibility.tasks:
            yield "responsibilities[{}].tasks", index, task
    for index, recipient in enumerate(directive.recipients):
        yield "recipients[{}].span", index, recipient.span
    for index, diagnostic in enumerate(directive.diagnostics):
        if diagnostic.span is not None:
            yield "diagnostics[{}].span", index, diagnostic.span
    if directive.signature is not None:
        yield "signature.span", 0, directive.signature.span


def _spans_outside(directive: Directive) -> Iterator[str]:
    chars = directive.source.chars
    for field, index, span in _spans(directive):
        if span.end > chars:
            yield f"{field.format(index)} ends at {span.end}, but source.chars is {chars}"


def _ids_repeated(directive: Directive) -> Iterator[str]:
    lists: tuple[tuple[str, Sequence[_Identified]], ...] = (("sections", directive.sections), *_placed(directive))
    seen: set[str] = set()
    for name, records in lists:
        for index, record in enumerate(records):
            if record.id in seen:
                yield f"{name}[{index}].id {record.id!r} is not unique in the document"
            seen.add(record.id)


def _out_of_order(directive: Directive) -> Iterator[str]:
    lists: tuple[tuple[str, Sequence[_Spanned]], ...] = (
        ("sections", directive.sections),
        *_placed(directive),
        ("recipients", directive.recipients),
    )
    for name, records in lists:
        last = 0
        for index, record in enumerate(records):
            start = record.span.start
            if start < last:
                yield f"{name}[{index}].span starts at {start}, before the record ahead of it: not document order"
            last = start


def _outline_broken(directive: Directive) -> Iterator[str]:
    above: dict[str, Section] = {}
    for index, section in enumerate(directive.sections):
        if section.parent is not None:
            parent = above.get(section.parent)
            field = f"sections[{index}]"
            if parent is None:
                yield f"{field}.parent {section.parent!r} is no section listed before it"
            elif not parent.span.contains(section.span):
                yield f"{field}.span does not lie within the span of its parent {section.parent!r}"
            elif section.level != parent.level + 1:
                yield f"{field}.level is {section.level}, but its parent {section.parent!r} has level {parent.level}"
        above[section.id] = section


def _misplaced(directive: Directive) -> Iterator[str]:
    spans = {section.id: section.span for section in directive.sections}
    for name, records in _placed(directive):
        for index, record in enumerate(records):
            if record.section is None:
                continue
            span = spans.get(record.section)
            if span is None:
                yield f"{name}[{index}].section {record.section!r} is no section of the document"
            elif not span.start <= record.span.start < span.end:
                yield f"{name}[{index}].section {record.section!r} is not where the record starts"


def _references_dangling(directive: Directive) -> Iterator[str]:
    responsibilities = {record.id for record in directive.responsibilities}
    for index, deadline in enumerate(directive.deadlines):
        for body in deadline.bodies:
            if body not in responsibilities:
                yield f"deadlines[{index}].bodies {body!r} is no responsibility of the document"
    deadlines = {record.id for record in directive.deadlines}
    for index, target in enumerate(directive.targets):
        if target.deadline is not None and target.deadline not in deadlines:
            yield f"targets[{index}].deadline {target.deadline!r} is no deadline of the document"
