"""What an address of the page of deadlines asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Query

from corpus.questions.deadlines import Asked
from corpus.web.pages.days import day_of, read_day

__all__ = ["ADDRESS", "EARLIEST", "LATEST", "VIEWS", "WHICH", "Asking", "Question"]

ADDRESS = "/deadlines"
VIEWS = ("month", "timeline", "list")
WHICH = ("due", "overdue", "undated")
EARLIEST, LATEST = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""Days that are drawn."""

_AHEAD = dt.timedelta(days=91)
"""How far a line of time and a list go where no end is asked for."""
_LONGEST = dt.timedelta(days=3_660)
_MOST_TYPED = 300

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
        last = self.last or min(first, LATEST - _AHEAD) + _AHEAD
        return first, max(first, min(last, first + min(_LONGEST, LATEST - first)))

    def filters(self) -> Mapping[str, str]:
        """What narrows it, as the calendar knows it."""
        return {"body": self.body.strip(), "document": self.document.strip()}

    def address(self, address: str = ADDRESS, /, **changes: str | dt.date | None) -> str:
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
        view if view in VIEWS else "list" if which in WHICH[1:] else "month",
        which if which in WHICH else "due",
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


def _known(typed: str) -> dt.date | None:
    """A day of the calendar that is drawn."""
    day = read_day(typed)
    return day if day is not None and EARLIEST <= day <= LATEST else None
