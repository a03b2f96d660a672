"""What an export wrote, and what it left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

__all__ = ["Report", "Tally"]


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of an export that is done."""

    written: int
    """Records: documents, deadlines or nodes, as the format has them."""
    left_out: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """How many were left out, by reason; every format names its reasons."""


class Tally:
    """Counts while an export runs."""

    def __init__(self) -> None:
        self._written = 0
        self._left_out: Counter[str] = Counter()

    def write(self) -> None:
        """Count one record that was written."""
        self._written += 1

    def leave_out(self, reason: str, count: int = 1) -> None:
        """Count records that were not."""
        if count:
            self._left_out[reason] += count

    def report(self) -> Report:
        """The counts so far."""
        return Report(self._written, MappingProxyType(dict(sorted(self._left_out.items()))))
