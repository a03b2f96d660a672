"""A document as tab-separated lines, for ``grep``, ``cut`` and ``awk``.

Columns: file, what it is, line number, section, value, evidence. The second column and the order are the same in every
language.
"""

from __future__ import annotations

from collections.abc import Iterator

from corpus.cli.messages import Messages
from corpus.cli.places import Places
from corpus.cli.wording import cited_document, clean, quantity, when
from corpus.extraction import Document

__all__ = ["fact_lines"]

_HEADER_FIELDS = ("doc_type", "number", "key", "issuer", "parent_issuer", "place", "issued_on", "title")


def fact_lines(document: Document, say: Messages) -> Iterator[str]:
    """Yield one line a fact, in the order of the record."""
    directive, places = document.directive, Places(document)

    def line(what: str, start: int | None, section: str | None, value: object, evidence: str) -> str:
        number = "" if start is None else str(places.line(start))
        columns = (document.loaded.name, what, number, places.path(section), str(value), evidence)
        return "\t".join(map(clean, columns))

    for name in _HEADER_FIELDS:
        value = getattr(directive.header, name)
        if value is not None:
            yield line(f"header.{name}", None, None, value, "")
    for section in directive.sections:
        yield line("section", section.span.start, section.id, section.kind or "", section.heading or "")
    for citation in directive.citations:
        value = f"{cited_document(citation)} {citation.relation}"
        yield line("citation", citation.span.start, citation.section, value, citation.text)
    for deadline in directive.deadlines:
        yield line("deadline", deadline.span.start, deadline.section, when(deadline, say), deadline.text)
    for target in directive.targets:
        yield line("target", target.span.start, target.section, quantity(target, say), target.text)
    for duty in directive.responsibilities:
        yield line("responsibility", duty.span.start, duty.section, f"{duty.role} {duty.body}", duty.text)
    if directive.signature is not None:
        signature = directive.signature
        yield line("signature", signature.span.start, None, signature.signer or "", signature.position or "")
    for diagnostic in directive.diagnostics:
        start = diagnostic.span.start if diagnostic.span is not None else None
        yield line("diagnostic", start, None, diagnostic.code, diagnostic.message)
