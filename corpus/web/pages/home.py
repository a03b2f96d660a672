"""Home: what the archive holds, in pictures, and what is due soon."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from corpus.cli.wording import clean
from corpus.questions.agenda import Day, agenda
from corpus.questions.deadlines import Asked, deadlines
from corpus.questions.figures import CitedOften, Count, figures, last_run, most_cited
from corpus.web.archives import Archive
from corpus.web.naming import citations_address, numbered, record_address
from corpus.web.pages.days import day_of
from corpus.web.pictures import Bar, Column, bar, columns
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import DocumentType

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_AHEAD = 30
"""Days."""
_SHOWN = 8
"""Rows of a ranking."""
_NEXT = 5
"""Deadlines that come next."""
_YEARS = 20
"""Columns: what is older stands together in the first."""
_LABELLED = 5
"""Every fifth day has its name."""
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rank:
    """A row of a ranking."""

    name: str
    value: int
    bar: Markup | None
    href: str | None = None
    about: str = ""
    is_rest: bool = False


@router.get("/")
def show_home(request: Request, archive: Archive, today: str | None = None) -> HTMLResponse:
    """Counts and pictures of the archive."""
    words = Words(wording(language_of(request)))
    held, run = figures(archive), last_run(archive)
    if not held.documents:
        return render(request, "home.html", held=held, run=run)
    first = day_of(today)
    last = first + (_AHEAD - 1) * _ONE_DAY
    days = agenda(archive, Asked(first, last))
    soon = deadlines(archive, Asked(first, last, recurring=False), limit=_NEXT)
    return render(
        request,
        "home.html",
        held=held,
        run=run,
        years=_years(held.years, words),
        year_rows=[(count.value, count.documents) for count in held.years if count.value],
        undated=next((count.documents for count in held.years if count.value is None), 0),
        types=_ranking(held.types, "type", words, _type_name),
        issuers=_ranking(held.issuers, "issuer", words, clean),
        cited=_cited(most_cited(archive, limit=_SHOWN)),
        due=_due(days, first, last, words),
        due_rows=list(days.items()),
        due_total=Day(sum(one.dated for one in days.values()), sum(one.recurring for one in days.values())),
        soon=[(one, record_address(one.sha256, one.deadline_id)) for one in soon.items],
        ahead=_AHEAD,
        first=first,
        last=last,
    )


def _years(counts: Sequence[Count], words: Words) -> Markup | None:
    """A column for every year, those in between without documents, too."""
    known = {int(count.value): count.documents for count in counts if count.value is not None}
    if not known:
        return None
    say = words.say
    last = max(known)
    first = max(min(known), last - _YEARS + 1)
    drawn = []
    if min(known) < first:
        earlier = sum(count for year, count in known.items() if year < first)
        label = say("home.years.earlier", year=first)
        about = say("home.years.column", year=label, count=words.number(str(earlier)))
        drawn.append(Column("…", about, [Bar("", earlier)], words.number(str(earlier))))
    for year in range(first, last + 1):
        count = words.number(str(known.get(year, 0)))
        drawn.append(
            Column(
                str(year),
                say("home.years.column", year=year, count=count),
                [Bar("", known.get(year, 0))],
                count if year in known else "",
                href=f"/library?year={year}" if year in known else None,
                kind="minor" if (last - year) % 2 else "",
            )
        )
    most = max(known, key=lambda year: known[year])
    description = say("home.years.description", year=most, count=words.number(str(known[most])))
    return columns(drawn, say("home.years.title"), description, id_="years")


def _due(days: Mapping[str, Day], first: dt.date, last: dt.date, words: Words) -> Markup:
    """A column for every day; what recurs would hide what has a day of its own, and is told beside it."""
    say = words.say
    drawn = []
    for place in range((last - first).days + 1):
        day = first + place * _ONE_DAY
        counted = days.get(day.isoformat(), Day())
        drawn.append(
            Column(
                "" if place % _LABELLED else say("home.due.label", day=day.day, month=day.month),
                say(
                    "home.due.column",
                    day=words.day(day),
                    dated=words.number(str(counted.dated)),
                    recurring=words.number(str(counted.recurring)),
                ),
                [Bar("dated", counted.dated)],
                href=f"/deadlines?view=list&from={day}&to={day}&recurring=yes" if counted.total else None,
            )
        )
    description = say(
        "home.due.description",
        first=words.day(first),
        last=words.day(last),
        dated=words.number(str(sum(one.dated for one in days.values()))),
        recurring=words.number(str(sum(one.recurring for one in days.values()))),
    )
    return columns(drawn, say("home.due.title", days=_AHEAD), description, id_="due", height=110, kind="low")


def _ranking(counts: Sequence[Count], facet: str, words: Words, name: Callable[[str], str]) -> Sequence[Rank]:
    """The commonest values, what has none, and the others as one."""
    said = [count for count in counts if count.value is not None]
    most = max((count.documents for count in said), default=0)
    ranks = [
        Rank(
            name(count.value or ""), count.documents, bar(count.documents, most),
            f"/library?{urlencode({facet: count.value})}",
        )
        for count in said[:_SHOWN]
    ]  # fmt: skip
    if others := said[_SHOWN:]:
        total = sum(count.documents for count in others)
        label = words.say(f"home.{facet}.rest", count=words.number(str(len(others))))
        ranks.append(Rank(label, total, None, is_rest=True))
    if unknown := sum(count.documents for count in counts if count.value is None):
        ranks.append(Rank(words.say(f"home.{facet}.unknown"), unknown, None, is_rest=True))
    return ranks


def _cited(works: Sequence[CitedOften]) -> Sequence[Rank]:
    most = max((work.documents for work in works), default=0)
    return [
        Rank(
            numbered(one.work.doc_type, one.work.key, one.work.name or one.work.identity), one.documents,
            bar(one.documents, most), citations_address(work=one.work.identity), clean(one.work.title or ""),
        )
        for one in works
    ]  # fmt: skip


def _type_name(value: str) -> str:
    return DocumentType(value).label
