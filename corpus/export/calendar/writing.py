"""The calendar file, entry by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from corpus.export.calendar.days import LeftOut, place
from corpus.export.calendar.entries import entry
from corpus.export.calendar.words import WORDS
from corpus.export.due import due_deadlines
from corpus.export.libraries import needed
from corpus.export.options import Options
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally

if TYPE_CHECKING:
    from icalendar import Calendar

__all__ = ["write_calendar"]

_PRODUCT = "-//Trich Luc//trichluc//VI"
_END = b"END:VCALENDAR\r\n"


def write_calendar(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the calendar; the reasons for what is left out are those of ``LeftOut``.

    The library folds lines and escapes text; the entries are written one by one, so that memory stays flat.
    """
    head: bytes = _calendar(options).to_ical()
    out.write(head.removesuffix(_END))
    tally = Tally()
    for document, deadlines in due_deadlines(snapshot):
        for deadline in deadlines:
            placed = place(deadline, options.longest)
            if isinstance(placed, LeftOut):
                tally.leave_out(placed.value)
                continue
            out.write(entry(deadline, placed, document, options).to_ical())
            tally.write()
    out.write(_END)
    return tally.report()


def _calendar(options: Options) -> Calendar:
    made: Calendar = needed("icalendar", "ics").Calendar()
    made.add("prodid", _PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", WORDS[options.language].calendar)
    return made
