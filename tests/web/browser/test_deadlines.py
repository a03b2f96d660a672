"""Deadlines in a browser: a month, a line of time and a list; narrowed, taken along."""

from __future__ import annotations

import re

import icalendar
from playwright.sync_api import expect

from tests.web.browser.conftest import Open


def test_month_is_turned_and_a_day_opened(visit: Open) -> None:
    page = visit("/deadlines?month=2024-05")
    page.get_by_role("link", name="Month after").click()
    expect(page.locator("#month")).to_have_value("2024-06")
    page.get_by_role("link", name="Month before").click()
    page.locator(".day-head a").first.click()
    expect(page).to_have_url(re.compile(r"from=2024-05-\d\d&to=2024-05-\d\d"))
    assert page.locator(".dues tbody tr").count() > 0


def test_list_is_narrowed_to_a_body(visit: Open) -> None:
    page = visit("/deadlines?view=list&from=2023-01-01&to=2025-12-31&recurring=no")
    everything = page.locator(".dues tbody tr").count()
    page.get_by_label("Body").fill("uy ban nhan dan huyen")
    page.keyboard.press("Enter")
    page.wait_for_url("**body=uy*")
    assert 0 < page.locator(".dues tbody tr").count() < everything


def test_timeline_draws_what_it_lists(visit: Open) -> None:
    page = visit("/deadlines?view=timeline&from=2024-01-01&to=2024-12-31")
    assert page.locator(".dues svg").count() >= page.locator(".dues tbody tr").count() > 0


def test_calendar_is_subscribed_to(visit: Open) -> None:
    page = visit("/deadlines?month=2024-05")
    page.locator(".take summary").click()
    address = page.get_by_role("textbox", name=re.compile("address", re.IGNORECASE)).input_value()
    calendar = icalendar.Calendar.from_ical(page.request.get(address).body())
    assert len(calendar.walk("VEVENT")) > 0


def test_calendar_is_saved(visit: Open) -> None:
    page = visit("/deadlines?month=2024-05")
    page.locator(".take summary").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name=".ics").click()
    assert saved.value.suggested_filename.endswith(".ics")
