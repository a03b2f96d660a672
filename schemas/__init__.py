"""What a directive is: frozen records, closed vocabularies, and the JSON Schema published from them.

The lowest floor of Trích Lục; it imports nothing of the others. ``Directive`` is the record of one document::

    directive = Directive.model_validate_json(line)
    for deadline in directive.deadlines:
        print(deadline.bound.label, deadline.end, deadline.span.of(text))
"""

from schemas.citation import Citation
from schemas.deadline import Deadline
from schemas.diagnostic import Diagnostic
from schemas.directive import Directive
from schemas.header import Header
from schemas.published import json_schema
from schemas.recipient import Recipient
from schemas.record import Evidence, Record
from schemas.responsibility import Responsibility
from schemas.section import Section
from schemas.signature import Signature
from schemas.source import Page, Source
from schemas.span import Span
from schemas.target import Target
from schemas.vocabulary import (
    Bound,
    Change,
    Comparator,
    DiagnosticCode,
    DocumentType,
    Granularity,
    Relation,
    Role,
    Secrecy,
    SectionKind,
    Term,
    Urgency,
)

__all__ = [
    "Bound",
    "Change",
    "Citation",
    "Comparator",
    "Deadline",
    "Diagnostic",
    "DiagnosticCode",
    "Directive",
    "DocumentType",
    "Evidence",
    "Granularity",
    "Header",
    "Page",
    "Recipient",
    "Record",
    "Relation",
    "Responsibility",
    "Role",
    "Secrecy",
    "Section",
    "SectionKind",
    "Signature",
    "Source",
    "Span",
    "Target",
    "Term",
    "Urgency",
    "json_schema",
]
