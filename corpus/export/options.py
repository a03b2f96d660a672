"""How an export is laid out: what only some formats look at."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from schemas import Granularity

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of every format, each with the value that most people want."""

    table: str | None = None
    """Of CSV and Parquet: one table alone, by its name."""
    bom: bool = False
    """Of CSV: begin with a byte order mark, so that Excel knows UTF-8."""
    delimiter: str = ","
    """Of CSV: what stands between cells. Excel in Vietnamese expects ``;``."""
    todo: bool = False
    """Of iCalendar: tasks (VTODO) instead of events (VEVENT)."""
    alarms: tuple[int, ...] = (7, 1)
    """Of iCalendar: how many days before the last day to remind, at eight in the morning."""
    longest: Granularity = Granularity.QUARTER
    """Of iCalendar: the longest period that is entered for a deadline whose day the text does not say."""
    refresh: dt.timedelta | None = None
    """Of iCalendar: how often a program that subscribes to it shall ask for it."""
    around: str | None = None
    """Of the picture: only what cites the work of this number, or is cited by it, directly or through others."""
    most: int = 50
    """Of the picture: at most so many boxes, those with the most neighbours."""
    language: Literal["vi", "en"] = "vi"
    """Of iCalendar and pictures: the language of labels; what is quoted is Vietnamese always."""
