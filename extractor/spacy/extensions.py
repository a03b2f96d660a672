"""What can be asked of a ``Doc`` and a ``Span`` by ``._.``.

``doc._.directive``
    The record of the document (``schemas.Directive``), or ``None``. It may be set, to a record that a person has
    corrected, say: components then lay out that record instead of extracting their own.
``span._.record``
    The record that a span stands for; the span's id (``span.id_``) is that of the record.
``span._.parent``
    The span of the section that a record stands in; of a section, the one that it is part of.
``span._.children``
    The spans of the sections that a section is divided into.
"""

from __future__ import annotations

from spacy.tokens import Doc, Span

from extractor.spacy.held import HeldDirective, held_by, hold
from extractor.spacy.layers import LAYERS, LayerRecord
from schemas import Directive, Section

__all__ = ["add_extensions", "span_of"]


def add_extensions() -> None:
    """Add the extensions to spaCy's classes; where another package has taken a name, it is left to that package."""
    if not Doc.has_extension("directive"):
        Doc.set_extension("directive", getter=_directive, setter=hold)
    for name, getter in (("record", _record), ("parent", _parent), ("children", _children)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


def span_of(doc: Doc, record: LayerRecord, label: str) -> Span:
    """The tokens that hold any of a record's evidence, under the record's id."""
    start, end = record.span.start, record.span.end
    span = doc.char_span(start, end, label=label, span_id=record.id, alignment_mode="expand")
    assert span is not None  # the evidence lies in the text
    return span


def _directive(doc: Doc) -> Directive | None:
    held = held_by(doc)
    return None if held is None else held.directive


def _record(span: Span) -> LayerRecord | None:
    held = held_by(span.doc)
    return None if held is None else _stands_for(span, held)


def _parent(span: Span) -> Span | None:
    held = held_by(span.doc)
    record = None if held is None else _stands_for(span, held)
    if held is None or record is None:
        return None
    above = record.parent if isinstance(record, Section) else record.section
    section = None if above is None else held.by_id[above]
    return None if section is None else _section_span(span.doc, section)


def _children(span: Span) -> tuple[Span, ...]:
    held = held_by(span.doc)
    record = None if held is None else _stands_for(span, held)
    if held is None or not isinstance(record, Section):
        return ()
    return tuple(_section_span(span.doc, part) for part in held.directive.sections if part.parent == record.id)


def _section_span(doc: Doc, section: LayerRecord) -> Span:
    return span_of(doc, section, LAYERS["sections"].label(section))


def _stands_for(span: Span, held: HeldDirective) -> LayerRecord | None:
    record = held.by_id.get(span.id_)
    # Other components number their spans as well: ours hold the evidence.
    if record is None or record.span.start < span.start_char or span.end_char < record.span.end:
        return None
    return record
