"""Deadlines as an iCalendar file (RFC 5545) that every calendar program imports.

Importing a newer export updates what an older one brought: ``UID`` lasts when a document is read anew, and
``SEQUENCE`` grows.
No day is invented: see ``corpus.export.calendar.days``.
"""

from corpus.export.calendar.days import LeftOut, Placement, place
from corpus.export.calendar.writing import write_calendar

__all__ = ["LeftOut", "Placement", "place", "write_calendar"]
