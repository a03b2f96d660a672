"""A document as tab-separated lines, for ``grep``, ``cut``, ``sort`` and ``awk``.

Columns: file, what it is, line number, section, value, evidence, confidence. The second column and the order are the
same in every language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.cli.messages import Messages
from corpus.cli.places import Places
from corpus.cli.wording import cited_document, clean, quantity, when
from corpus.extraction import Document
from schemas import Citation, Deadline, Directive, Responsibility, Target

__all__ = ["fact_lines", "review_lines"]

_HEADER_FIELDS = ("doc_type", "number", "key", "issuer", "parent_issuer", "place", "issued_on", "title")


@dataclass(frozen=True, slots=True)
class _Fact:
    """One line in the making; facts that were judged to be records name the record, and how sure it is."""

    what: str
    start: int | None
    section: str | None
    value: object
    evidence: str
    record: str | None = None
    confidence: float | None = None


def fact_lines(document: Document, say: Messages) -> Iterator[str]:
    """Yield one line a fact, in the order of the record."""
    places = Places(document)
    for fact in _facts(document.directive, say):
        confidence = "" if fact.confidence is None else f"{fact.confidence:.2f}"
        yield "\t".join((*_columns(document, places, fact), confidence))


def review_lines(document: Document, say: Messages) -> Iterator[str]:
    """Yield one line a record that may be doubted, the least sure first, with what its confidence rests on.

    Columns: confidence, file, what it is, line number, section, value, evidence, the sum behind the confidence.
    """
    from extractor import explain

    places = Places(document)
    reasons = explain(document.loaded.text)
    judged = [fact for fact in _facts(document.directive, say) if fact.confidence is not None]
    for fact in sorted(judged, key=lambda fact: fact.confidence or 0.0):
        reason = str(reasons[fact.record]) if fact.record is not None else ""
        yield "\t".join((f"{fact.confidence:.2f}", *_columns(document, places, fact), reason))


def _columns(document: Document, places: Places, fact: _Fact) -> tuple[str, ...]:
    number = "" if fact.start is None else str(places.line(fact.start))
    columns = (document.loaded.name, fact.what, number, places.path(fact.section), str(fact.value), fact.evidence)
    return tuple(map(clean, columns))


def _facts(directive: Directive, say: Messages) -> Iterator[_Fact]:
    for name in _HEADER_FIELDS:
        value = getattr(directive.header, name)
        if value is not None:
            yield _Fact(f"header.{name}", None, None, value, "")
    for section in directive.sections:
        yield _Fact("section", section.span.start, section.id, section.kind or "", section.heading or "")
    for citation in directive.citations:
        yield _judged("citation", citation, f"{cited_document(citation)} {citation.relation}")
    for deadline in directive.deadlines:
        yield _judged("deadline", deadline, when(deadline, say))
    for target in directive.targets:
        yield _judged("target", target, quantity(target, say))
    for duty in directive.responsibilities:
        yield _judged("responsibility", duty, f"{duty.role} {duty.body}")
    if directive.signature is not None:
        signature = directive.signature
        yield _Fact("signature", signature.span.start, None, signature.signer or "", signature.position or "")
    for diagnostic in directive.diagnostics:
        start = diagnostic.span.start if diagnostic.span is not None else None
        yield _Fact("diagnostic", start, None, diagnostic.code, diagnostic.message)


def _judged(what: str, record: Citation | Deadline | Target | Responsibility, value: str) -> _Fact:
    return _Fact(what, record.span.start, record.section, value, record.text, record.id, record.confidence)
