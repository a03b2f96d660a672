"""A line of time."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from corpus.web.pictures import Stretch, axis, track

FIRST, LAST, TODAY = dt.date(2031, 1, 1), dt.date(2031, 12, 31), dt.date(2031, 3, 1)


def parts(markup: str, kind: str) -> list[ET.Element]:
    return [part for part in ET.fromstring(markup).iter() if kind in part.get("class", "").split()]


def test_every_month_has_its_name() -> None:
    names = [part.text for part in parts(axis(FIRST, LAST, TODAY, "{month}/{year}"), "month")]
    assert names == [f"{month}/2031" for month in range(1, 13)]


def test_of_many_months_two_a_year_are_named() -> None:
    names = [part.text for part in parts(axis(FIRST, dt.date(2033, 6, 30), TODAY, "{month}/{year}"), "month")]
    assert names == ["1/2031", "7/2031", "1/2032", "7/2032", "1/2033"]


def test_of_many_years_each_is_named_once() -> None:
    names = [part.text for part in parts(axis(FIRST, dt.date(2036, 6, 30), TODAY, "{month}/{year}"), "month")]
    assert names == [f"1/{year}" for year in range(2031, 2037)]


def test_the_end_of_a_month_has_no_name_at_the_beginning() -> None:
    names = [part.text for part in parts(axis(dt.date(2031, 1, 30), dt.date(2031, 6, 1), TODAY, "{month}"), "month")]
    assert names == ["2", "3", "4", "5", "6"]


@pytest.mark.parametrize(("today", "lines"), [(TODAY, 1), (dt.date(2030, 12, 31), 0)])
def test_today_is_marked_where_it_is_in_sight(today: dt.date, lines: int) -> None:
    assert len(parts(axis(FIRST, LAST, today, ""), "today")) == lines


@pytest.mark.parametrize(
    ("stretch", "period", "due"),
    [
        pytest.param(Stretch(dt.date(2031, 3, 1), dt.date(2031, 3, 31)), 1, 1, id="a month"),
        pytest.param(Stretch(None, dt.date(2031, 3, 31)), 0, 1, id="a day"),
        pytest.param(Stretch(dt.date(2031, 3, 31), dt.date(2031, 3, 31)), 0, 1, id="one day from itself"),
        pytest.param(Stretch(dt.date(2030, 1, 1), dt.date(2032, 12, 31)), 1, 0, id="longer than the line"),
        pytest.param(Stretch(dt.date(2029, 1, 1), dt.date(2030, 12, 31)), 0, 0, id="before the line"),
    ],
)
def test_a_period_is_a_bar_and_its_last_day_a_mark(stretch: Stretch, period: int, due: int) -> None:
    made = track(stretch, FIRST, LAST, TODAY)
    assert (len(parts(made, "period")), len(parts(made, "due"))) == (period, due)


def test_a_period_takes_its_days() -> None:
    (bar,) = parts(track(Stretch(dt.date(2031, 1, 1), dt.date(2031, 12, 30)), FIRST, LAST, TODAY), "period")
    assert bar.get("x") == "0%"
    assert float(bar.get("width", "")[:-1]) == pytest.approx(100 * 364 / 365, abs=0.001)
