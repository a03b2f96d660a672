"""The days that a recurrence takes up within a range."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.questions.recurring import stretches

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)


def days(rule: str, first: dt.date = FIRST, last: dt.date = LAST) -> list[tuple[str, str]]:
    return [(stretch.first.isoformat(), stretch.last.isoformat()) for stretch in stretches(rule, first, last)]


@pytest.mark.parametrize(
    ("rule", "count", "first"),
    [
        pytest.param("FREQ=YEARLY", 1, ("2024-01-01", "2024-12-31"), id="year"),
        pytest.param("FREQ=MONTHLY;INTERVAL=6", 2, ("2024-01-01", "2024-06-30"), id="half-year"),
        pytest.param("FREQ=MONTHLY;INTERVAL=3", 4, ("2024-01-01", "2024-03-31"), id="quarter"),
        pytest.param("FREQ=MONTHLY", 12, ("2024-01-01", "2024-01-31"), id="month"),
        pytest.param("FREQ=WEEKLY", 52, ("2024-01-01", "2024-01-07"), id="week"),
        pytest.param("FREQ=MONTHLY;BYMONTHDAY=25", 12, ("2024-01-25", "2024-01-25"), id="day of the month"),
        pytest.param("FREQ=WEEKLY;BYDAY=MO", 53, ("2024-01-01", "2024-01-01"), id="day of the week"),
        pytest.param("FREQ=YEARLY;BYMONTH=11", 1, ("2024-11-01", "2024-11-30"), id="month of the year"),
        pytest.param("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", 1, ("2024-12-15", "2024-12-15"), id="day of the year"),
    ],
)
def test_occurrences_of_a_year(rule: str, count: int, first: tuple[str, str]) -> None:
    found = days(rule)
    assert (len(found), found[0]) == (count, first)


def test_a_month_without_the_day_is_left_out() -> None:
    assert len(days("FREQ=MONTHLY;BYMONTHDAY=31")) == 7


def test_the_last_day_of_months() -> None:
    assert days("FREQ=MONTHLY;BYMONTHDAY=-1", dt.date(2024, 2, 1), dt.date(2024, 2, 29)) == [
        ("2024-02-29", "2024-02-29")
    ]


def test_a_period_is_due_at_its_end() -> None:
    assert days("FREQ=MONTHLY;INTERVAL=3", dt.date(2024, 3, 15), dt.date(2024, 4, 15)) == [("2024-01-01", "2024-03-31")]


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;INTERVAL=5", "FREQ=YEARLY;INTERVAL=2", "FREQ=WEEKLY;INTERVAL=2"])
def test_a_rule_without_a_place_in_the_calendar_gives_no_days(rule: str) -> None:
    assert days(rule) == []
