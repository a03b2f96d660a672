"""Headings and leads that schedule what stands under them (`1.1. Năm 2024`, `Đến hết quý II: …`)."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.find.mentions import DeadlineMention
from extractor.reading import Reading

__all__ = ["Schedule"]


class Schedule:
    """For every unit the deadline in its heading or its lead, if there is one."""

    def __init__(self, reading: Reading, deadlines: Sequence[DeadlineMention]) -> None:
        self._reading = reading
        self._of_unit: dict[int, int] = {}
        for index, deadline in enumerate(deadlines):
            start = deadline.expression.start
            paragraph = reading.paragraph_at(start)
            if paragraph.unit is None:
                continue
            unit = reading.units[paragraph.unit]
            in_heading = unit.heading is not None and unit.heading[0] <= start < unit.heading[1]
            in_lead = paragraph.start == unit.start and reading.text[paragraph.end - 1] == ":"
            if in_heading or in_lead:
                self._of_unit.setdefault(unit.index, index)

    def over(self, unit: int | None) -> int | None:
        """Return the deadline that schedules `unit`: its own heading's, else that of the nearest unit that holds it."""
        while unit is not None:
            if unit in self._of_unit:
                return self._of_unit[unit]
            unit = self._reading.units[unit].parent
        return None
