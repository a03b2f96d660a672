"""Deadlines: a month of the calendar, a line of time, and a list; narrowed by body and document, to be taken along."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
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
from corpus.web.pages.days import day_of, read_day
from corpus.web.pages.downloads import every, table_file
from corpus.web.pictures import Stretch, axis, track
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import Bound

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_ADDRESS = "/deadlines"
_VIEWS = ("month", "timeline", "list")
_WHICH = ("due", "overdue", "undated")
_IN_CELL = 3
_ROWS = 50
_AHEAD = dt.timedelta(days=91)
"""How far a line of time and a list go where no end is asked for."""
_LONGEST = dt.timedelta(days=3_660)
_SUGGESTED = 100
"""Bodies that are offered as one types."""
_MOST_TYPED = 300
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
_ONE_DAY = dt.timedelta(days=1)
_COLUMNS = (
    "due_on", "first_day", "task", "text", "bodies", "bound", "rrule", "doc_type", "number", "title", "issuer",
    "issued_on", "section", "page", "document", "id", "inferred", "confidence",
)  # fmt: skip

Typed = Annotated[str, Query(max_length=_MOST_TYPED)]


@dataclass(frozen=True, slots=True)
class Question:
    """What an address asks for."""

    view: str
    which: str
    month: dt.date
    """Its first day."""
    first: dt.date | None
    last: dt.date | None
    body: str
    document: str
    recurring_said: str
    """``yes``, ``no``, or empty."""
    today: dt.date
    is_of_today: bool = field(repr=False, default=True)
    """Whether today is the day on which it is asked."""

    @property
    def recurring(self) -> bool:
        """Whether what recurs is shown: in a month unless it is left out; in a list, which it fills, on request."""
        return self.recurring_said == "yes" or (self.view == "month" and self.recurring_said != "no")

    @property
    def asked(self) -> Asked:
        """The same in the words of the archive."""
        body, document = self.body.strip() or None, self.document.strip() or None
        if self.which == "undated":
            return Asked(body=body, document=document, undated=True)
        if self.which == "overdue":
            return Asked(self.first, self.last, self.today, body, document)
        first, last = self.range
        return Asked(first, last, body=body, document=document, recurring=self.recurring)

    @property
    def range(self) -> tuple[dt.date, dt.date]:
        """From the day asked for, or today, for some time."""
        first = self.first or (min(self.last, self.today) if self.last else self.today)
        last = self.last or min(first, _LATEST - _AHEAD) + _AHEAD
        return first, max(first, min(last, first + min(_LONGEST, _LATEST - first)))

    def filters(self) -> Mapping[str, str]:
        """What narrows it, as the calendar knows it."""
        return {"body": self.body.strip(), "document": self.document.strip()}

    def address(self, address: str = _ADDRESS, /, **changes: str | dt.date | None) -> str:
        """The address of this question with other values; what is usual is left out."""
        values: dict[str, str | dt.date | None] = {
            "view": self.view,
            "which": self.which if self.which != "due" else None,
            "month": f"{self.month:%Y-%m}" if self.view == "month" else None,
            "from": self.first,
            "to": self.last,
            "body": self.body,
            "document": self.document,
            "recurring": self.recurring_said,
            "today": None if self.is_of_today else self.today,
        }
        query = {name: str(value) for name, value in (values | changes).items() if value}
        return f"{address}?{urlencode(query)}"


def _question(
    view: Typed = "",
    which: Typed = "",
    month: Typed = "",
    from_: Annotated[str, Query(alias="from", max_length=_MOST_TYPED)] = "",
    to: Typed = "",
    body: Typed = "",
    document: Typed = "",
    recurring: Typed = "",
    today: Typed = "",
) -> Question:
    now = day_of(today)
    first, last = _known(from_), _known(to)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return Question(
        view if view in _VIEWS else "list" if which in _WHICH[1:] else "month",
        which if which in _WHICH else "due",
        _known(f"{month}-01") or (first or now).replace(day=1),
        first,
        last,
        body,
        document,
        recurring if recurring in ("yes", "no") else "",
        now,
        read_day(today) is None,
    )


Asking = Annotated[Question, Depends(_question)]


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


@router.get(_ADDRESS)
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
        views=_VIEWS,
        which=_WHICH,
        suggested=[body.name for body in bodies(archive, order=BodyOrder.DUTIES, limit=_SUGGESTED).items],
        subscribed=calendar_address(request, question.filters()),
        saved=_saved(question),
        shown=shown,
    )


@router.get(f"{_ADDRESS}.csv")
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
        "csv": question.address(f"{_ADDRESS}.csv"),
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
        "previous": question.address(month=f"{before:%Y-%m}") if before >= _EARLIEST else None,
        "following": question.address(month=f"{following:%Y-%m}") if following <= _LATEST else None,
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


def _known(typed: str) -> dt.date | None:
    """A day of the calendar that is drawn."""
    day = read_day(typed)
    return day if day is not None and _EARLIEST <= day <= _LATEST else None
