"""The closed vocabularies of the records: string enumerations whose members carry their Vietnamese label.

Values are the Vietnamese term in ASCII snake case (``ke_hoach``) where the convention has a term, so that nothing is
lost in translation, and an English word where the notion is ours (``before``).
"""

from schemas.vocabulary.diagnostics import DiagnosticCode
from schemas.vocabulary.documents import DocumentType, Secrecy, Urgency
from schemas.vocabulary.measures import Bound, Change, Comparator, Granularity
from schemas.vocabulary.relations import Relation, Role
from schemas.vocabulary.structure import SectionKind
from schemas.vocabulary.term import Term

__all__ = [
    "Bound",
    "Change",
    "Comparator",
    "DiagnosticCode",
    "DocumentType",
    "Granularity",
    "Relation",
    "Role",
    "Secrecy",
    "SectionKind",
    "Term",
    "Urgency",
]
