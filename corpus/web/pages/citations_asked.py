"""What an address of the page of citations asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query

from schemas import Relation

__all__ = ["ADDRESS", "STATUSES", "Asking", "Question", "Typed"]

ADDRESS = "/citations"
STATUSES = ("resolved", "ambiguous", "unresolved")
_VIEWS = ("citing", "chain", "cited")
_MOST_TYPED = 500

Typed = Annotated[str, Query(max_length=_MOST_TYPED)]


@dataclass(frozen=True, slots=True)
class Question:
    """What an address asks for."""

    ref: str
    work: str
    """A work by its canonical identity: goes before a reference."""
    document: str
    """A document by its content: goes before a work."""
    view: str
    relation: str
    status: str
    through: bool
    """Also who cites it through others."""

    @property
    def is_asked(self) -> bool:
        """Whether anything is."""
        return bool(self.ref.strip() or self.work or self.document)

    def address(self, path: str = ADDRESS, /, **changes: str | None) -> str:
        """The address of this question with other values; what is usual is left out."""
        values: dict[str, str | None] = {
            "ref": self.ref,
            "work": self.work,
            "document": self.document,
            "view": self.view if self.view != "citing" else None,
            "relation": self.relation,
            "status": self.status,
            "through": "yes" if self.through else None,
        }
        query = {name: value for name, value in (values | changes).items() if value}
        return f"{path}?{urlencode(query)}" if query else path


def _question(
    ref: Typed = "",
    work: Typed = "",
    document: Typed = "",
    view: Typed = "",
    relation: Typed = "",
    status: Typed = "",
    through: Typed = "",
) -> Question:
    return Question(
        ref,
        work,
        document,
        view if view in _VIEWS else "citing",
        relation if relation in {one.value for one in Relation} else "",
        status if status in STATUSES else "",
        through == "yes",
    )


Asking = Annotated[Question, Depends(_question)]
