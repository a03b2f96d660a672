"""Deadlines along a line of time, as a reader of SVG finds them."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET

import pytest

from corpus.export import Selection
from corpus.export.due import selected_deadlines
from corpus.export.picture import timeline_picture
from corpus.store import Store

SVG = "{http://www.w3.org/2000/svg}"
FIRST, LAST = dt.date(2031, 4, 1), dt.date(2031, 9, 30)


@pytest.fixture
def picture(store: Store) -> ET.Element:
    return ET.fromstring(timeline_picture(selected_deadlines(store), FIRST, LAST, "Quý II, III", language="en"))


def rows(picture: ET.Element) -> list[ET.Element]:
    return picture.findall(f"{SVG}g")


def test_row_for_every_deadline_with_a_day_by_its_last_day(picture: ET.Element) -> None:
    evidence = [(row.findtext(f"{SVG}title") or "").splitlines()[0] for row in rows(picture)]
    assert evidence == [
        "trước 17 giờ ngày 30/4/2031",
        "từ ngày 05/5/2031 đến ngày 20/5/2031",
        "trước ngày 15/6/2031",
        "trong quý III/2031",
    ]


def test_days_are_dots_and_periods_have_bars(picture: ET.Element) -> None:
    assert [len(row.findall(f"{SVG}rect")) for row in rows(picture)] == [1, 2, 1, 2]


def test_period_that_goes_beyond_the_range_is_cut(store: Store) -> None:
    july = timeline_picture(selected_deadlines(store), dt.date(2031, 7, 1), dt.date(2031, 7, 31), "July")
    (row,) = rows(ET.fromstring(july))
    (bar,) = row.findall(f"{SVG}rect")
    width = float(ET.fromstring(july).attrib["width"])
    assert float(bar.attrib["x"]) + float(bar.attrib["width"]) <= width


def test_months_are_named(picture: ET.Element) -> None:
    named = [text.text for text in picture.findall(f"{SVG}text")]
    assert named[1:] == [f"{month}/2031" for month in range(4, 10)]


def test_picture_says_what_it_shows(picture: ET.Element) -> None:
    assert picture.findtext(f"{SVG}desc") == "4 deadlines from 01/04/2031 to 30/09/2031, by their last day."


def test_nothing_is_due(store: Store) -> None:
    due = selected_deadlines(store, Selection(body="không có"))
    assert rows(ET.fromstring(timeline_picture(due, FIRST, LAST, "none"))) == []
