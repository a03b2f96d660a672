"""Which documents and deadlines are exported."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields

__all__ = ["EVERYTHING", "Selection"]


@dataclass(frozen=True, slots=True)
class Selection:
    """Every condition that is given must hold; ``None`` is no condition. Days are inclusive.

    ``body`` and ``issuer`` hold where the name contains these words, with or without diacritics.
    """

    issued_from: dt.date | None = None
    issued_to: dt.date | None = None
    doc_type: str | None = None
    """A value of ``schemas.DocumentType``: ``ke_hoach``."""
    issuer: str | None = None
    document: int | None = None
    """The id of one document in the archive."""
    among: frozenset[int] | None = None
    """The ids of the documents to choose from: where it is known which have what is asked for."""
    due_from: dt.date | None = None
    """Of deadlines: those that are due on this day or later."""
    due_to: dt.date | None = None
    """Of deadlines: those that are due on this day or earlier."""
    body: str | None = None
    """Of deadlines: those that bind this body."""

    @property
    def is_of_deadlines(self) -> bool:
        """Whether some condition is on deadlines: a format without deadlines cannot keep it."""
        return any(condition is not None for condition in (self.due_from, self.due_to, self.body))

    @property
    def is_everything(self) -> bool:
        """Whether there is no condition at all."""
        return all(getattr(self, condition.name) is None for condition in fields(self))


EVERYTHING = Selection()
"""No condition."""
