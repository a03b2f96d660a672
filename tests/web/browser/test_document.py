"""A document in a browser: the text and its records, one leading to the other, and what a reader says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.web.browser.axe import findings
from tests.web.browser.conftest import Open, Watched, address_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

PLAN = address_of("ke-hoach-cong-doan-tinh")
REVIEWED = address_of("bao-cao-doan-thanh-nien")
FOREST = address_of("chi-thi-tinh-uy")


def record(page: Page) -> Locator:
    return page.locator("#record")


def test_click_in_the_text_shows_the_values(visit: Open) -> None:
    page = visit(PLAN)
    page.locator("#text #d1").first.click()
    expect(record(page)).to_contain_text("2024-05-31")
    expect(page.locator("#text #d1")).to_have_class(re.compile(r"\bcurrent\b"))
    expect(page).to_have_url(re.compile(r"record=d1"))


def test_choice_in_the_list_marks_the_place_in_the_text(visit: Open) -> None:
    page = visit(PLAN)
    link = page.locator(".list.tgt .record-link").last
    shown = re.search(r"record=(\w+)", link.get_attribute("href") or "")
    assert shown is not None
    link.click()
    mark = page.locator(f"#text #{shown[1]}")
    expect(mark).to_have_class(re.compile(r"\bcurrent\b"))
    expect(mark).to_be_in_viewport()


def test_link_to_a_place_shows_the_record_that_stands_there(visit: Open) -> None:
    page = visit(f"{PLAN}#d2")
    expect(record(page).locator(".record-card.due")).to_be_visible()
    expect(page.locator("#text #d2")).to_be_in_viewport()


def test_body_of_a_deadline_leads_to_its_record(visit: Open) -> None:
    page = visit(f"{PLAN}?record=d1")
    record(page).locator("dd .record-link").first.click()
    expect(record(page).locator(".badge.rsp")).to_be_visible()


def test_layer_can_be_hidden(visit: Open) -> None:
    page = visit(PLAN)
    background = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator("#text .m.cit").first.evaluate(background) == "underline"
    page.locator("#show-cit").uncheck()
    assert page.locator("#text .m.cit").first.evaluate(background) == "none"


def test_record_is_corrected_and_the_correction_taken_back(visit: Open) -> None:
    page = visit(f"{REVIEWED}?record=d2")
    before = record(page).locator(".record-said").inner_text()
    record(page).get_by_text("Correct, or add a note").click()
    record(page).locator("[name=end]").fill("2031-05-05")
    record(page).get_by_label("Note").fill("đã hỏi lại")
    record(page).get_by_label("Reviewer").fill("Lê An")
    record(page).get_by_role("button", name="Save the correction").click()
    expect(record(page).locator(".record-head .badge").nth(1)).to_have_text("corrected")
    expect(record(page)).to_contain_text("đã hỏi lại")
    page.get_by_text("Reviews (1)").click()
    record(page).get_by_role("button", name="Take back").click()
    expect(record(page).locator(".record-said")).to_have_text(before)
    expect(record(page).locator(".record-head .badge")).to_have_count(1)


def test_record_is_rejected_and_confirmed_again(visit: Open) -> None:
    page = visit(f"{REVIEWED}?record=t1")
    record(page).get_by_role("button", name="Reject").click()
    expect(page.locator("#text .m.rejected")).to_have_count(1)
    record(page).get_by_role("button", name="Confirm").click()
    expect(page.locator("#text .m.rejected")).to_have_count(0)
    expect(record(page).locator(".record-head .badge").nth(1)).to_have_text("confirmed")


def test_wrong_value_is_told_beside_what_was_typed(visit: Open, watched: Watched) -> None:
    watched.expected.append("422")
    page = visit(f"{REVIEWED}?record=t2")
    record(page).get_by_text("Correct, or add a note").click()
    record(page).locator("[name=value]").fill("many")
    record(page).get_by_role("button", name="Save the correction").click()
    expect(record(page).get_by_role("alert").first).to_contain_text("Not saved")
    expect(record(page).locator("[name=value]")).to_have_value("many")


SELECT = """
(words) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}
"""


def test_missing_record_is_added_from_the_selected_words(visit: Open) -> None:
    page = visit(FOREST)
    bodies = page.locator("#text .m.rsp").count()
    assert page.evaluate(SELECT, "rừng")
    page.locator(".adding-link", has_text="Responsibility").click()
    expect(record(page).locator("[name=evidence]")).to_have_value("rừng")
    record(page).locator("[name=body]").fill("Hạt Kiểm lâm")
    record(page).locator("[name=role]").select_option("lead")
    record(page).get_by_role("button", name="Add", exact=True).click()
    expect(record(page).locator(".record-head .badge").nth(1)).to_have_text("added")
    assert page.locator("#text .m.rsp").count() > bodies


def test_document_can_be_reviewed_without_script(visit: Open) -> None:
    page = visit(f"{REVIEWED}?record=c1", java_script_enabled=False)
    record(page).get_by_role("button", name="Confirm").click()
    expect(record(page).locator(".record-head .badge").nth(1)).to_have_text("confirmed")


def test_picture_of_a_page_stands_beside_its_text(visit: Open) -> None:
    page = visit("/library?q=12%2FKH-UBND")
    page.locator(".hit h2 a").first.click()
    page.get_by_role("link", name="Show the pages beside").click()
    picture = page.locator("figure.page img")
    expect(picture).to_be_in_viewport()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    expect(page.locator(".leaf .sheet")).to_contain_text("trước ngày 15/9/2031")
    assert findings(page) == []


def test_original_is_downloaded(visit: Open) -> None:
    page = visit(PLAN)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Original").click()
    assert saved.value.suggested_filename == "ke-hoach-cong-doan-tinh.txt"
