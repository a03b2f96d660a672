"""Deadlines: a month of the calendar, a line of time, and a list; narrowed by body and document, to be taken along."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from corpus.cli.messages import Messages
from corpus.errors import QueryError
from corpus.export.tables import Cell
from corpus.questions.agenda import Day, agenda
from corpus.questions.deadlines import Asked, Due, deadlines
from corpus.questions.duties import BodyOrder, bodies
from corpus.store import Store
from corpus.web.api.calendar import calendar_address
from corpus.web.archives import Archive
from corpus.web.naming import document_address, file_name, record_address
from corpus.web.pages.days import read_day
from corpus.web.pages.deadlines_asked import ADDRESS, EARLIEST, LATEST, VIEWS, WHICH, Asking, Question
from corpus.web.pages.downloads import every, table_file
from corpus.web.pictures import Stretch, axis, track
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import Bound

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_IN_CELL = 3
_ROWS = 50
_SUGGESTED = 100
"""Bodies that are offered as one types."""
_ONE_DAY = dt.timedelta(days=1)
_COLUMNS = (
    "due_on", "first_day", "task", "text", "bodies", "bound", "rrule", "doc_type", "number", "title", "issuer",
    "issued_on", "section", "page", "document", "id", "inferred", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A deadline as it is shown."""

    due: Due
    address: str
    """Of its place in the document."""
    document: str
    named: str
    when: str
    """Its time in words, as the text has it."""
    rule: str
    """How often it recurs, in words; empty where it does not."""
    is_past: bool
    track: Markup | None = None


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the calendar."""

    day: dt.date
    is_of_month: bool
    is_today: bool
    counted: Day
    rows: Sequence[Row]
    address: str
    """Of the list of its deadlines."""


@router.get(ADDRESS)
def show_deadlines(request: Request, archive: Archive, question: Asking, after: str | None = None) -> HTMLResponse:
    """What is due, as it is asked for."""
    words = Words(wording(language_of(request)))
    shown: Mapping[str, object] = {}
    reason = None
    try:
        if question.view == "month":
            shown = _month(archive, question, words)
        elif question.view == "timeline":
            shown = _timeline(archive, question, words, after)
        else:
            shown = _list(archive, question, words, after)
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
    return render(
        request,
        "deadlines.html",
        question=question,
        reason=reason,
        views=VIEWS,
        which=WHICH,
        suggested=[body.name for body in bodies(archive, order=BodyOrder.DUTIES, limit=_SUGGESTED).items],
        subscribed=calendar_address(request, question.filters()),
        saved=_saved(question),
        shown=shown,
    )


@router.get(f"{ADDRESS}.csv")
def save_deadlines(archive: Archive, question: Asking) -> Response:
    """The same deadlines as a table."""
    asked = _of_month(question) if question.view == "month" else question.asked
    found = every(lambda limit, after: deadlines(archive, asked, limit=limit, after=after))
    return table_file("deadlines.csv", _COLUMNS, map(_cells, found))


def _saved(question: Question) -> Mapping[str, str]:
    """Where the deadlines are that are shown, in other formats."""
    asked = _of_month(question) if question.view == "month" else question.asked
    days = {"from": asked.first, "to": asked.last}
    said = {name: str(value) for name, value in {**days, **question.filters()}.items() if value}
    api = said | {"overdue_on": str(asked.overdue_on or ""), "undated": "true" if asked.undated else ""}
    api["recurring"] = "" if asked.recurring else "false"
    return {
        "csv": question.address(f"{ADDRESS}.csv"),
        "json": f"/api/v1/deadlines?{urlencode({name: value for name, value in api.items() if value})}",
        "ics": f"/api/v1/deadlines.ics?{urlencode(said)}",
    }


def _of_month(question: Question) -> Asked:
    """Everything due in a month, whatever range is asked for besides."""
    last = question.month.replace(day=calendar.monthrange(question.month.year, question.month.month)[1])
    return replace(question, which="due", first=question.month, last=last).asked


def _month(archive: Store, question: Question, words: Words) -> dict[str, object]:
    asked = _of_month(question)
    days = agenda(archive, asked, most=_IN_CELL)
    weeks = [
        [_cell(day, days.get(day.isoformat(), Day()), question, words) for day in week]
        for week in calendar.Calendar().monthdatescalendar(question.month.year, question.month.month)
    ]
    before, following = question.month - _ONE_DAY, (question.month + 31 * _ONE_DAY).replace(day=1)
    return {
        "weekdays": [
            (words.say(f"deadlines.weekday.short_{place}"), words.say(f"deadlines.weekday.long_{place}"))
            for place in range(7)
        ],
        "weeks": weeks,
        "total": Day(sum(day.dated for day in days.values()), sum(day.recurring for day in days.values())),
        "previous": question.address(month=f"{before:%Y-%m}") if before >= EARLIEST else None,
        "following": question.address(month=f"{following:%Y-%m}") if following <= LATEST else None,
        "this_month": question.address(month=f"{question.today:%Y-%m}"),
    }


def _cell(day: dt.date, counted: Day, question: Question, words: Words) -> DayCell:
    is_of_month = day.month == question.month.month
    return DayCell(
        day,
        is_of_month,
        day == question.today,
        counted,
        [_row(due, question, words) for due in counted.first],
        replace(
            question,
            view="list",
            which="due",
            first=day,
            last=day,
            recurring_said="yes" if question.recurring else "no",
        ).address(),
    )


def _timeline(archive: Store, question: Question, words: Words, after: str | None) -> dict[str, object]:
    first, last = question.range
    found = deadlines(archive, question.asked, limit=_ROWS, after=after)
    rows = []
    for due in found.items:
        row = _row(due, question, words)
        end = dt.date.fromisoformat(due.due_on) if due.due_on else None
        if end is not None:
            begin = read_day(due.first_day)
            row = replace(
                row, track=track(Stretch(begin, end, "again" if row.rule else ""), first, last, question.today)
            )
        rows.append(row)
    return {
        "rows": rows,
        "next": question.address(after=found.next) if found.next else None,
        "is_later": after is not None,
        "axis": axis(first, last, question.today, words.say("deadlines.month_short", month="{month}", year="{year}")),
        "range": (first, last),
    }


def _list(archive: Store, question: Question, words: Words, after: str | None) -> dict[str, object]:
    found = deadlines(archive, question.asked, limit=_ROWS, after=after)
    return {
        "rows": [_row(due, question, words) for due in found.items],
        "next": question.address(after=found.next) if found.next else None,
        "is_later": after is not None,
        "range": question.range if question.which == "due" else (question.first, question.last),
    }


def _row(due: Due, question: Question, words: Words) -> Row:
    return Row(
        due,
        record_address(due.sha256, due.deadline_id),
        document_address(due.sha256),
        due.number or due.title or file_name(due.path),
        words.when(_Time(due)),
        words.recurrence(due.rrule) if due.rrule else "",
        bool(due.due_on and not due.rrule and due.due_on < question.today.isoformat() and due.bound != Bound.FROM),
    )


class _Time:
    """What a deadline of the archive says of time, as words are made of it."""

    def __init__(self, due: Due) -> None:
        self.bound = Bound(due.bound)
        self.start, self.end = read_day(due.starts_on), read_day(due.ends_on)
        self.time, self.rrule = due.time, due.rrule


def _cells(due: Due) -> Sequence[Cell]:
    return (
        due.due_on, due.first_day, due.task, due.text, list(due.bodies), due.bound, due.rrule, due.doc_type, due.number,
        due.title, due.issuer, due.issued_on, due.section, due.page, due.sha256, due.deadline_id, list(due.inferred),
        due.confidence,
    )  # fmt: skip
