"""The walk of a new user, from texts in a folder to a correction that lasts: commands and pages as they are."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import icalendar
from playwright.sync_api import expect

from corpus.samples import chain_paths, sample_paths
from tests.conftest import ROOT
from tests.web.browser.conftest import Open, Watched, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page


SAMPLES = [*chain_paths(), *(path for path in sample_paths() if path.stem == "ke-hoach-cong-doan-tinh")]


def trichluc(*arguments: str | Path) -> str:
    """Run a command and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "corpus.cli", "--lang", "en", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode()


def days_of(page: Page, calendar: str) -> set[str]:
    """The days that a calendar program shows something on."""
    read = icalendar.Calendar.from_ical(page.request.get(calendar).body())
    return {event.decoded("DTSTART").isoformat()[:10] for event in read.walk("VEVENT")}


def correct_the_first_deadline(page: Page, day: str) -> None:
    page.locator("#text .m.due").first.click()
    page.get_by_text("Correct, or add a note").click()
    record = page.locator("#record")
    record.locator("[name=bound]").select_option("by")
    record.locator("[name=granularity]").select_option("day")
    record.locator("[name=start]").fill("")
    record.locator("[name=end]").fill(day)
    record.get_by_role("button", name="Save the correction").click()
    expect(record).to_contain_text(day)


def test_walk_of_a_new_user(visit: Open, watched: Watched, tmp_path: Path) -> None:
    soon = (dt.datetime.now(dt.UTC) + dt.timedelta(days=20)).date().isoformat()
    texts, store = tmp_path / "texts", tmp_path / "archive.db"
    texts.mkdir()
    for sample in SAMPLES:
        shutil.copy(sample, texts)
    trichluc("index", texts, "--store", store, "--jobs", "1")
    with serving(store) as address:
        watched.site = address
        # The archive at a glance, and a document in it.
        page = visit("/", base_url=address)
        expect(page.locator(".totals")).to_contain_text(str(len(SAMPLES)))
        page.get_by_role("link", name="Library").first.click()
        page.get_by_role("searchbox").first.fill("thang cong nhan")
        page.locator(".hit h2 a", has_text="Tháng Công nhân").click()
        page.wait_for_url("**/documents/*")
        document = page.url
        # What is due by it.
        page.get_by_role("link", name="Its deadlines").click()
        expect(page.locator(".dues tbody tr").first).to_be_visible()
        # What is due in one's own calendar: of this document, nothing but what is past.
        page.locator(".take summary").click()
        subscribed = page.locator("#calendar").input_value()
        assert days_of(page, subscribed) == set()
        # Who cites a resolution.
        page.get_by_role("link", name="Citations").first.click()
        page.locator("#ref").fill("61-NQ/TU")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("142/CTr-UBND")
        # A wrong date is corrected, and the calendar knows.
        page.goto(document)
        correct_the_first_deadline(page, soon)
        assert days_of(page, subscribed) == {soon}
        # Everything is extracted anew, and the correction is still there.
        trichluc("index", texts, "--store", store, "--redo", "all", "--jobs", "1")
        page.reload()
        expect(page.locator("#record")).to_contain_text(soon)
        expect(page.locator("#record .record-head .badge").nth(1)).to_have_text("corrected")
        # And it can be handed on as annotation.
        page.get_by_role("button", name="Mark the document as reviewed whole").click()
        expect(page.get_by_role("button", name="Take the mark back")).to_be_visible()
    trichluc("reviews", "export", "--store", store, "--gold", tmp_path / "gold")
    assert "value" in trichluc("evaluate", tmp_path / "gold", "--errors", "--layer", "deadlines")
