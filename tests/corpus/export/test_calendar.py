"""Calendars read back by ``icalendar``: the days that the text says and no others, entries that last."""

from __future__ import annotations

import datetime as dt
import io
import sqlite3
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.export import Options, export, export_to
from corpus.export.calendar import LeftOut, Placement, place
from corpus.export.calendar.entries import entry
from corpus.store import Store, StoredFile, writing
from schemas import Bound, Granularity, Span
from schemas.due import DueDeadline, DueDocument
from tests.corpus.export.conftest import PLAN, Export, archive
from tests.corpus.store.conftest import prepared, sha256, state

ISSUED = dt.date(2031, 3, 10)
STORED_AT = "2031-05-01T06:30:00+00:00"


def deadline(
    bound: str,
    start: str | None = None,
    end: str | None = None,
    unit: str | None = "day",
    rule: str | None = None,
    issued: dt.date | None = ISSUED,
    **others: object,
) -> DueDeadline:
    first, last = (dt.date.fromisoformat(day) if day else None for day in (start, end))
    last_day = last - dt.timedelta(days=1) if last and bound == "before" else last
    return DueDeadline.model_validate(
        {
            "uid": "00000000-0000-5000-8000-000000000000",
            "document": DueDocument(sha256="0" * 64, issued_on=issued),
            "id": "d1",
            "bound": bound,
            "start": first,
            "end": last,
            "first_day": first or last_day,
            "last_day": last_day,
            "granularity": unit,
            "rrule": rule,
            "text": "thời hạn",
            "span": Span(start=0, end=8),
            **others,
        }
    )


def row(**others: object) -> sqlite3.Row:
    """A document's row as far as an entry looks at it."""
    values = {"stored_at": STORED_AT, "secrecy": None, **others}
    connection = sqlite3.connect(":memory:")
    connection.row_factory = sqlite3.Row
    found: sqlite3.Row = connection.execute(
        f"SELECT {', '.join(f'? AS {name}' for name in values)}", tuple(values.values())
    ).fetchone()
    connection.close()
    return found


def read(calendar: bytes) -> list[Any]:
    return [part for part in icalendar.Calendar.from_ical(calendar).walk() if part.name in {"VEVENT", "VTODO"}]


def entries(exported: Export, **options: object) -> dict[str, Any]:
    """Every entry by the evidence that its description quotes."""
    found = read(exported("ics", language="en", **options))
    return {str(part["description"]).split("“")[1].split("”")[0]: part for part in found}


DAYS = [
    pytest.param(deadline("on", "2031-06-15", "2031-06-15"), ("2031-06-15", "2031-06-15"), id="on a day"),
    pytest.param(
        deadline("before", None, "2031-06-15"), ("2031-06-14", "2031-06-14"), id="before a day: the last in time"
    ),
    pytest.param(deadline("by", None, "2031-06-15"), ("2031-06-15", "2031-06-15"), id="by a day"),
    pytest.param(deadline("from", "2031-06-15"), ("2031-06-15", "2031-06-15"), id="from a day: it begins"),
    pytest.param(deadline("within", "2031-05-05", "2031-05-20"), ("2031-05-05", "2031-05-20"), id="from day to day"),
    pytest.param(
        deadline("within", "2031-01-01", "2031-12-31"),
        ("2031-01-01", "2031-12-31"),
        id="printed days are never too long",
    ),
    pytest.param(
        deadline("within", "2031-06-01", "2031-06-30", "month"), ("2031-06-01", "2031-06-30"), id="in a month"
    ),
    pytest.param(
        deadline("within", "2031-06-21", "2031-06-30", "month"),
        ("2031-06-21", "2031-06-30"),
        id="at the end of a month",
    ),
    pytest.param(deadline("by", None, "2031-06-30", "month"), ("2031-06-01", "2031-06-30"), id="by a month: all of it"),
    pytest.param(
        deadline("before", None, "2031-07-01", "quarter"),
        ("2031-04-01", "2031-06-30"),
        id="before a quarter: the one before",
    ),
    pytest.param(deadline("from", "2031-04-01", None, "quarter"), ("2031-04-01", "2031-06-30"), id="from a quarter"),
    pytest.param(
        deadline("by", None, "2031-06-11", "week"), ("2031-06-09", "2031-06-15"), id="by a week: Monday to Sunday"
    ),
]


@pytest.mark.parametrize(("given_", "days"), DAYS)
def test_days(given_: DueDeadline, days: tuple[str, str]) -> None:
    first, last = map(dt.date.fromisoformat, days)
    assert place(given_, Granularity.QUARTER) == Placement(first, last)


RECURRENCES = [
    ("FREQ=MONTHLY;BYMONTHDAY=25", "2031-03-25", None),
    ("FREQ=MONTHLY;BYMONTHDAY=5", "2031-04-05", None),
    ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", "2031-06-15", None),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2032-02-29", None),
    ("FREQ=WEEKLY;BYDAY=FR", "2031-03-14", None),
    ("FREQ=DAILY", "2031-03-10", None),
    ("FREQ=MONTHLY;BYDAY=1MO", "2031-04-07", None),
    ("FREQ=WEEKLY;BYDAY=TH;BYHOUR=15;BYMINUTE=30", "2031-03-13", "FREQ=WEEKLY;BYDAY=TH"),
    ("FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20311231T000000Z", "2031-03-25", "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20311231"),
]


@pytest.mark.parametrize(("rule", "day", "written"), RECURRENCES, ids=[rule for rule, *_ in RECURRENCES])
def test_first_occurrence_is_on_or_after_the_date_of_the_document(rule: str, day: str, written: str | None) -> None:
    first = dt.date.fromisoformat(day)
    given_ = deadline("recurring", rule=rule)
    assert place(given_, Granularity.QUARTER) == Placement(first, first, written or rule)


def test_recurrence_within_printed_limits() -> None:
    given_ = deadline("recurring", "2031-09-01", "2031-12-31", rule="FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=25")
    day = dt.date(2031, 9, 25)
    assert place(given_, Granularity.QUARTER) == Placement(
        day, day, "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=25;UNTIL=20311231"
    )


def test_month_of_every_year_is_the_whole_month() -> None:
    given_ = deadline("recurring", unit="month", rule="FREQ=YEARLY;BYMONTH=12")
    assert place(given_, Granularity.QUARTER) == Placement(
        dt.date(2031, 12, 1), dt.date(2031, 12, 31), "FREQ=YEARLY;BYMONTH=12"
    )


LEFT_OUT = [
    pytest.param(deadline("before", unit="day"), LeftOut.NO_DATE, id="relative to an event"),
    pytest.param(deadline("within", unit="term"), LeftOut.NO_DATE, id="a term without years"),
    pytest.param(deadline("by", None, "2031-12-31", "year"), LeftOut.TOO_LONG, id="by a year"),
    pytest.param(deadline("by", None, "2035-12-31", "term"), LeftOut.TOO_LONG, id="by a term"),
    pytest.param(deadline("within", "2031-01-01", "2031-06-30", "half_year"), LeftOut.TOO_LONG, id="a half-year"),
    pytest.param(deadline("recurring", unit="year", rule="FREQ=YEARLY"), LeftOut.NO_DAY, id="every year"),
    pytest.param(
        deadline("recurring", unit="quarter", rule="FREQ=MONTHLY;INTERVAL=3"), LeftOut.NO_DAY, id="every quarter"
    ),
    pytest.param(
        deadline("recurring", rule="FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=25"),
        LeftOut.NO_DAY,
        id="in which months is not said",
    ),
    pytest.param(deadline("recurring", rule="FREQ=WEEKLY"), LeftOut.NO_DAY, id="every week"),
    pytest.param(
        deadline("recurring", unit="month", rule="FREQ=YEARLY;BYMONTH=2"), LeftOut.NO_DAY, id="every February"
    ),
    pytest.param(deadline("recurring"), LeftOut.NO_DAY, id="how often is not said"),
    pytest.param(
        deadline("recurring", rule="FREQ=MONTHLY;BYMONTHDAY=25", issued=None),
        LeftOut.NO_DAY,
        id="since when is not known",
    ),
    pytest.param(
        deadline("recurring", "2031-09-01", "2031-09-20", rule="FREQ=MONTHLY;BYMONTHDAY=25"),
        LeftOut.NO_DAY,
        id="never comes",
    ),
]


@pytest.mark.parametrize(("given_", "reason"), LEFT_OUT)
def test_left_out(given_: DueDeadline, reason: LeftOut) -> None:
    assert place(given_, Granularity.QUARTER) is reason


@pytest.mark.parametrize(
    ("longest", "is_entered"),
    [("day", False), ("week", False), ("month", False), ("quarter", True), ("half_year", True), ("term", True)],
)
def test_longest_period(longest: str, is_entered: bool) -> None:
    given_ = deadline("within", "2031-07-01", "2031-09-30", "quarter")
    assert isinstance(place(given_, Granularity(longest)), Placement) == is_entered


# From here on, whole files.


def test_what_is_entered_and_what_is_not(store: Store) -> None:
    out = io.BytesIO()
    report = export_to(store, "ics", out)
    assert (report.written, dict(report.left_out)) == (5, {"no_date": 1, "no_day": 1, "too_long": 1})
    assert len(read(out.getvalue())) == 5


def test_event_of_a_day(exported: Export) -> None:
    event = entries(exported)["trước ngày 15/6/2031"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2031, 6, 14), dt.date(2031, 6, 15))
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_event_of_a_quarter_takes_up_all_of_it(exported: Export) -> None:
    event = entries(exported)["trong quý III/2031"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (dt.date(2031, 7, 1), dt.date(2031, 10, 1))


def test_event_that_recurs(exported: Export) -> None:
    event = entries(exported)["trước ngày 25 hằng tháng"]
    assert (event["dtstart"].dt, event["rrule"].to_ical()) == (dt.date(2031, 3, 25), b"FREQ=MONTHLY;BYMONTHDAY=25")


def test_hour_is_told_and_the_event_stays_one_of_the_whole_day(exported: Export) -> None:
    event = entries(exported)["trước 17 giờ ngày 30/4/2031"]
    assert event["dtstart"].dt == dt.date(2031, 4, 30)
    assert event["summary"].startswith("17:00 ")


def test_description_names_evidence_document_and_bodies(exported: Export) -> None:
    told = str(entries(exported)["trước ngày 15/6/2031"]["description"])
    assert told.startswith("Deadline: “trước ngày 15/6/2031”\nWork: ")
    assert "To be done by: Ban Chính sách" in told
    assert "Document: Kế hoạch 31/KH-CĐVC of 10/03/2031, Công đoàn Viên chức tỉnh Hà Giang" in told
    assert "Section: III › 1" in told


def test_labels_in_vietnamese(exported: Export) -> None:
    assert "Văn bản: Kế hoạch 31/KH-CĐVC ngày 10/03/2031".encode() in exported("ics").replace(b"\r\n ", b"")


def test_lines_are_folded_and_end_as_they_must(exported: Export) -> None:
    lines = exported("ics").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def trigger(component: Any) -> list[tuple[str | None, dt.timedelta]]:
    return [(alarm["trigger"].params.get("RELATED"), alarm["trigger"].dt) for alarm in component.walk("VALARM")]


EIGHT = dt.timedelta(hours=8)
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "todo", "alarms"),
    [
        pytest.param("trước ngày 15/6/2031", False, [(None, EIGHT - 3 * DAY), (None, EIGHT)], id="a day"),
        pytest.param(
            "trong quý III/2031", False, [("END", EIGHT - 4 * DAY), ("END", EIGHT - DAY)], id="a period: its last day"
        ),
        pytest.param(
            "trước ngày 15/6/2031", True, [("END", EIGHT - 3 * DAY), ("END", EIGHT)], id="a task: when it is due"
        ),
        pytest.param(
            "trước ngày 25 hằng tháng", True, [(None, EIGHT - 3 * DAY), (None, EIGHT)], id="a task that recurs"
        ),
    ],
)
def test_alarms(exported: Export, text: str, todo: bool, alarms: list[tuple[str | None, dt.timedelta]]) -> None:
    assert trigger(entries(exported, alarms=(0, 3), todo=todo)[text]) == alarms


def test_no_alarms(exported: Export) -> None:
    assert b"VALARM" not in exported("ics", alarms=())


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        pytest.param("trước ngày 15/6/2031", None, dt.date(2031, 6, 14), id="a day"),
        pytest.param("trong quý III/2031", dt.date(2031, 7, 1), dt.date(2031, 9, 30), id="a period"),
        pytest.param("trước ngày 25 hằng tháng", dt.date(2031, 3, 25), None, id="one that recurs"),
    ],
)
def test_task(exported: Export, text: str, start: dt.date | None, due: dt.date | None) -> None:
    task = entries(exported, todo=True)[text]
    assert task.name == "VTODO"
    assert [task[name].dt if name in task else None for name in ("dtstart", "due")] == [start, due]


def test_document_that_is_secret_makes_a_confidential_entry() -> None:
    given_ = deadline("on", "2031-06-15", "2031-06-15")
    day = dt.date(2031, 6, 15)
    made = entry(given_, Placement(day, day), row(secrecy="mat"), Options())
    assert made["class"] == "CONFIDENTIAL"


def test_reading_a_document_anew_updates_the_same_entries(exported: Export, store: Store) -> None:
    store.connection.execute("UPDATE documents SET stored_at = '2031-05-01T00:00:00+00:00'")
    before = {str(part["uid"]): int(part["sequence"]) for part in read(exported("ics"))}
    with Store.create(store.path) as other, writing(other) as writer:
        again = StoredFile("/kho/again.txt", sha256(PLAN), prepared(PLAN, version="2.0"), redo=True)
        writer.put_file(state("/kho/again.txt"), [again], [])
    store.connection.execute(
        "UPDATE documents SET stored_at = '2031-06-01T00:00:00+00:00' WHERE extractor_version = '2.0'"
    )
    after = {str(part["uid"]): int(part["sequence"]) for part in read(exported("ics"))}
    assert after.keys() == before.keys()
    assert sum(after[uid] > before[uid] for uid in after) == 4
    assert all(after[uid] >= before[uid] for uid in after)


def test_copies_of_a_document_are_entered_once(store: Store, tmp_path: Path) -> None:
    with archive(tmp_path / "copies.db", PLAN, PLAN.replace("hội thi", "Hội thi")) as copies:
        copies.connection.execute("INSERT INTO duplicates VALUES (1, 2, 'number', 0.98)")
        report = export(copies, "ics", tmp_path / "a.ics")
    assert (report.written, report.left_out["copy"]) == (4, 6)


UNITS = [None, *Granularity]
BOUNDS = [bound for bound in Bound if bound is not Bound.RECURRING]
RULES = st.sampled_from(
    [
        None,
        "FREQ=YEARLY",
        "FREQ=MONTHLY;INTERVAL=6",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=WEEKLY;BYDAY=MO,+1TU",
        "FREQ=DAILY;BYDAY=SA",
        "FREQ=HOURLY;INTERVAL=4",
        "FREQ=YEARLY;BYMONTH=02;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=4,9",
        "FREQ=YEARLY;BYMONTH=11",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=+05;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=25;UNTIL=20240101",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2",
    ]
)
WORDS = st.text(min_size=1)


@st.composite
def deadlines(draw: st.DrawFn) -> DueDeadline:
    """Any deadline that the records allow."""
    bound = draw(st.sampled_from([*BOUNDS, Bound.RECURRING]))
    one, other = sorted((draw(st.dates()), draw(st.dates())))
    start: dt.date | None = None if bound in {Bound.BEFORE, Bound.BY} else draw(st.sampled_from([None, one]))
    end: dt.date | None = None if bound is Bound.FROM else draw(st.sampled_from([None, other]))
    if bound is Bound.ON:
        end = start
    assume(not (bound is Bound.BEFORE and end == dt.date.min))
    text = draw(WORDS)
    return deadline(
        bound.value,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        draw(st.sampled_from(UNITS)),
        draw(RULES) if bound is Bound.RECURRING else None,
        issued=draw(st.none() | st.dates()),
        text=text,
        span=Span(start=0, end=len(text)),
        task=draw(st.none() | WORDS),
        bodies=tuple(draw(st.lists(WORDS, max_size=2))),
    )


def days_said(given_: DueDeadline) -> set[dt.date]:
    """The days that a deadline names itself."""
    return {day for day in (given_.first_day, given_.last_day) if day is not None}


@given(deadlines(), st.booleans(), st.sampled_from(list(Granularity)))
def test_any_deadline_is_a_valid_entry_on_days_that_it_says_or_none(
    given_: DueDeadline, todo: bool, longest: Granularity
) -> None:
    placed = place(given_, longest)
    if isinstance(placed, LeftOut):
        return
    made = entry(given_, placed, row(), Options(todo=todo))
    back = icalendar.Event.from_ical(made.to_ical()) if not todo else icalendar.Todo.from_ical(made.to_ical())
    assert back.errors == []
    assert (str(back["uid"]), made.to_ical()) == (given_.uid, back.to_ical())
    if given_.rrule is None:
        # The days that are said lie in the entry, and an entry of one day is a day that was said as one.
        assert all(placed.first <= day <= placed.last for day in days_said(given_))
        if placed.first == placed.last:
            assert placed.first in days_said(given_)
            assert given_.granularity in {None, Granularity.DAY, Granularity.TIME} or given_.start == given_.end
    else:
        assert "rrule" in back
        begin = given_.start or given_.document.issued_on
        assert begin is not None
        assert placed.last >= begin
