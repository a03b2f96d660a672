"""Bodies that a directive makes answerable for work."""

from pydantic import Field

from schemas.record import Confidence, Evidence, Filled, Id, Inferred
from schemas.span import Span
from schemas.vocabulary import Role


class Responsibility(Evidence):
    """One place where the document makes a body, or a kind of bodies, answerable; its evidence is the mention."""

    body: Filled = Field(description="Canonical name: abbreviations expanded, level and place completed.")
    parent_body: Filled | None = Field(None, description="Canonical name of the owner of a sub-unit.")
    role: Role = Field(description="The part the body has in the work.")
    tasks: tuple[Span, ...] = Field((), description="Where its tasks stand in the source text.")
    section: Id | None = Field(None, description="Id of the section of the mention; null outside the outline.")
    inferred: Inferred = ()
    confidence: Confidence
