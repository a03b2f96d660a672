"""One deadline as a component of a calendar: an event (VEVENT) or a task (VTODO)."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from typing import TYPE_CHECKING

from corpus.export.calendar.days import Placement
from corpus.export.calendar.words import WORDS, Words
from corpus.export.libraries import needed
from corpus.export.options import Options
from corpus.export.plain import one_line, shortened
from schemas import Bound
from schemas.due import DueDeadline

if TYPE_CHECKING:
    from icalendar import Alarm, Component, Event, Todo

__all__ = ["entry"]

_SUMMARY = 120
"""Characters: a calendar shows one line."""
_ONE_DAY = dt.timedelta(days=1)
_MORNING = dt.timedelta(hours=8)
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def entry(deadline: DueDeadline, placed: Placement, document: sqlite3.Row, options: Options) -> Component:
    """The component, complete with its alarms."""
    icalendar = needed("icalendar", "ics")
    words = WORDS[options.language]
    made: Event | Todo = icalendar.Todo() if options.todo else icalendar.Event()
    made.add("uid", deadline.uid)
    _stamp(made, dt.datetime.fromisoformat(document["stored_at"]))
    _put_on_days(made, deadline, placed, is_task=options.todo)
    made.add("summary", _summary(deadline, words))
    made.add("description", "\n".join(_description(deadline, words)))
    if deadline.document.doc_type is not None:
        made.add("categories", [deadline.document.doc_type.label])
    if document["secrecy"] is not None:
        made.add("class", "CONFIDENTIAL")
    for days in sorted(set(options.alarms), reverse=True):
        made.add_component(_alarm(days, placed, deadline, options))
    return made


def _stamp(made: Component, stored_at: dt.datetime) -> None:
    """When the record was made. It is the revision too: a later extraction replaces an earlier one in the calendar."""
    made.add("dtstamp", stored_at)
    made.add("last-modified", stored_at)
    made.add("sequence", max(0, int((stored_at - _COUNTED_FROM).total_seconds() // 60)))


def _put_on_days(made: Component, deadline: DueDeadline, placed: Placement, *, is_task: bool) -> None:
    """Whole days. An event ends before its end (RFC 5545, section 3.6.1); a task is due on the day that is shown."""
    if not is_task:
        made.add("dtstart", placed.first)
        made.add("dtend", placed.last + _ONE_DAY)
        # A period does not make anybody busy.
        made.add("transp", "TRANSPARENT")
    elif placed.rule is not None:
        made.add("dtstart", placed.first)
        made.add("duration", placed.last + _ONE_DAY - placed.first)
    elif deadline.bound is Bound.FROM:
        made.add("dtstart", placed.first)
    else:
        if placed.first < placed.last:
            made.add("dtstart", placed.first)
        made.add("due", placed.last)
    if placed.rule is not None:
        made.add("rrule", needed("icalendar", "ics").vRecur.from_ical(placed.rule))


def _alarm(days: int, placed: Placement, deadline: DueDeadline, options: Options) -> Alarm:
    """A reminder at eight in the morning, so many days before the last day of the entry; of an open one, its first."""
    made: Alarm = needed("icalendar", "ics").Alarm()
    made.add("action", "DISPLAY")
    made.add("description", _summary(deadline, WORDS[options.language]))
    before = _MORNING - dt.timedelta(days=days)
    if options.todo and placed.rule is None and deadline.bound is not Bound.FROM:
        made.add("trigger", before, parameters={"RELATED": "END"})  # the day that it is due
    elif placed.first < placed.last:
        made.add("trigger", before - _ONE_DAY, parameters={"RELATED": "END"})  # the end is the day after the last
    else:
        made.add("trigger", before)
    return made


def _summary(deadline: DueDeadline, words: Words) -> str:
    what = shortened(deadline.task or deadline.text, _SUMMARY)
    time = f"{deadline.time} " if deadline.time else ""
    begins = f"{words.begins}: " if deadline.bound is Bound.FROM else ""
    return f"{time}{begins}{what}"


def _description(deadline: DueDeadline, words: Words) -> Iterator[str]:
    document = deadline.document
    label = document.doc_type.label if document.doc_type is not None else ""
    day = f"{words.of_day} {document.issued_on:%d/%m/%Y}" if document.issued_on is not None else ""
    number = document.key or document.number or ""
    lines = (
        (words.deadline, f"“{one_line(deadline.text)}”"),
        (words.work, one_line(deadline.task or "")),
        (words.bodies, "; ".join(map(one_line, deadline.bodies))),
        (words.document, ", ".join(filter(None, (" ".join(filter(None, (label, number, day))), document.issuer)))),
        (words.subject, document.title or ""),
        (words.section, deadline.section or ""),
        (words.page, str(deadline.page or "")),
        (words.inferred, ", ".join(deadline.inferred)),
        (words.confidence, f"{deadline.confidence:.0%}" if deadline.confidence is not None else ""),
    )
    return (f"{name}: {one_line(value)}" for name, value in lines if value)
