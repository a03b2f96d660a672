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
_COPIES = (
    "SELECT other_id AS other FROM duplicates WHERE document_id = :document"
    " UNION SELECT document_id FROM duplicates WHERE other_id = :document"
)
"""Documents that are nearly the same: a draft and the signed copy, a .doc and its .pdf."""
_END = b"END:VCALENDAR\r\n"


def write_calendar(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the calendar; the reasons for what is left out are those of ``LeftOut``.

    Of documents that are nearly the same, the first with a date counts: nobody wants each deadline twice. The library
    folds lines and escapes text; the entries are written one by one, so that memory stays flat.
    """
    head: bytes = _calendar(options).to_ical()
    out.write(head.removesuffix(_END))
    tally = Tally()
    entered: set[int] = set()
    for document, deadlines in due_deadlines(snapshot):
        if any(row["other"] in entered for row in snapshot.of(document, _COPIES)):
            tally.leave_out(LeftOut.COPY.value, len(deadlines))
            continue
        entered.add(document["id"])
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
    if options.refresh is not None:  # RFC 7986, 5.7; and its forerunner, which Outlook reads
        made.add("refresh-interval", options.refresh, parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", needed("icalendar", "ics").vDuration(options.refresh).to_ical().decode())
    return made
