"""Days in addresses: what is no day there is taken for none said, for an address is not refused for a slip."""

from __future__ import annotations

import datetime as dt

__all__ = ["day_of", "read_day"]


def read_day(typed: str | None) -> dt.date | None:
    """The day that an address names (ISO 8601); ``None`` for none, and for what is no day."""
    try:
        return dt.date.fromisoformat(typed) if typed else None
    except ValueError:
        return None


def day_of(today: str | None) -> dt.date:
    """The day from which is counted: the one asked for (``?today=2031-05-01``), else today's on this machine."""
    return read_day(today) or dt.date.today()
