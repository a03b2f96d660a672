"""Records in the making, in columns: what they are changed by is known when all bodies have been read."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from extractor.find.mentions import BodyMention, ResponsibilityMention
from extractor.find.responsibilities.tasks import Part
from extractor.find.spans_of_words import Span
from schemas.vocabulary import Role

__all__ = ["Drafts"]

#: What joins those who help to him who does the work.
_HELPED = (" cùng ", ", cùng ")


class Drafts:
    """A record for each body that is made answerable, in document order.

    Attributes:
        bodies: The bodies.
        parts: The parts that they have; those of one list share one.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.bodies: list[BodyMention] = []
        self.parts: list[Part] = []
        self._roles: list[Role] = []
        self._grounds: list[tuple[str, ...]] = []

    def __len__(self) -> int:
        return len(self.bodies)

    def add(self, part: Part) -> None:
        """Add a record for each body of a list."""
        members = part.group.members
        listed = len(members) > 1
        grounds = (part.rule, "listed") if listed else (part.rule,)
        helped = _helpers_from(self._text, part) if listed else math.inf
        for member in members:
            if not member.persons:
                self.bodies.append(member)
                self.parts.append(part)
                self._roles.append(Role.COORDINATE if member.start >= helped else part.role)
                self._grounds.append(grounds)

    def last_to_be_told(self) -> BodyMention | None:
        """Return the last body, if it is one that is reported to."""
        return self.bodies[-1] if self.bodies and self._roles[-1] is Role.REPORT_TO else None

    def give_the_lead(self, index: int) -> None:
        """Make a body of a headed block the one that presides."""
        self._roles[index] = Role.LEAD
        self._grounds[index] = ("chairs", *self._grounds[index])

    def records(self, tasks: Iterable[tuple[Span, ...]]) -> list[ResponsibilityMention]:
        """Return the records with their `tasks`."""
        return list(map(ResponsibilityMention, self.bodies, self._roles, tasks, self._grounds))


def _helpers_from(text: str, part: Part) -> float:
    """Return where those begin in a list who only help: `Giao Thanh tra tỉnh cùng với Sở Tư pháp kiểm tra …`."""
    if part.role is not Role.EXECUTE and part.role is not Role.LEAD:
        return math.inf
    members = part.group.members
    return next((after.start for before, after in pairwise(members) if text.startswith(_HELPED, before.end)), math.inf)
