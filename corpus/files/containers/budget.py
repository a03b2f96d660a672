"""What may still be unpacked of one input, through all archives inside archives."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.errors import DecompressionBombError, NestedTooDeepError, TooManyMembersError
from corpus.files.limits import Limits

__all__ = ["Budget", "Member"]


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside another, or the file itself where it holds no others."""

    name: str
    content: bytes


@dataclass(slots=True)
class Budget:
    """Counts the bytes and members unpacked so far."""

    limits: Limits
    name: str
    """What messages call the input as a whole."""

    bytes: int = field(default=0)
    members: int = field(default=0)

    def spend(self, size: int) -> None:
        """Count a member before it is unpacked. Raises ``DecompressionBombError`` or ``TooManyMembersError``."""
        self.bytes += size
        self.members += 1
        if self.bytes > self.limits.expanded_bytes:
            raise DecompressionBombError(name=self.name, limit=self.limits.expanded_bytes)
        if self.members > self.limits.members:
            raise TooManyMembersError(name=self.name, members=self.members, limit=self.limits.members)

    def descend(self, depth: int, name: str) -> None:
        """Check a container at a depth from 1. Raises ``NestedTooDeepError``."""
        if depth > self.limits.depth:
            raise NestedTooDeepError(name=name, limit=self.limits.depth)
