"""Adding documents in a browser: dropped or chosen, with a script and without."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from playwright.sync_api import expect

from corpus.samples import sample_paths
from tests.web.browser.conftest import Open, Watched

PATIENCE_MS = 60_000
TEXT = sample_paths()[0].read_text("utf-8").replace("Nam", "Việt", 1)
"""A document that the archive does not have yet."""

DROP = """
([name, content]) => {
  const data = new DataTransfer();
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  data.items.add(new File([bytes], name));
  document.getElementById("adding").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
}
"""


def test_dropped_files_are_read_and_their_failures_explained(visit: Open) -> None:
    page = visit("/add")
    for name, content in (("dropped.txt", TEXT.encode()), ("nothing.txt", b"\n")):
        page.evaluate(DROP, [name, base64.b64encode(content).decode()])
    dropped = page.locator(".job", has_text="dropped.txt")
    expect(dropped.get_by_role("link")).to_be_visible(timeout=PATIENCE_MS)
    nothing = page.locator(".job.failed", has_text="nothing.txt")
    expect(nothing).to_contain_text("is empty, or holds nothing but white space", timeout=PATIENCE_MS)
    expect(page.get_by_role("status")).to_have_text("Everything that was sent has been read.", timeout=PATIENCE_MS)


@pytest.mark.parametrize("script", [True, False], ids=["with a script", "without"])
def test_chosen_file_is_read(visit: Open, tmp_path: Path, script: bool) -> None:
    file = tmp_path / f"chosen-{script}.txt"
    file.write_text(f"{TEXT}\n{script}\n", "utf-8")
    page = visit("/add", java_script_enabled=script)
    page.get_by_label("Drop files here, or choose them").set_input_files(file)
    if not script:
        page.get_by_role("button", name="Send").click()
    # Without a script, the page comes anew by itself until everything is read.
    expect(page.locator(".job", has_text=file.name).get_by_role("link")).to_be_visible(timeout=PATIENCE_MS)


def test_file_that_is_too_large_is_not_sent(visit: Open) -> None:
    page = visit("/add")
    page.evaluate(
        "() => { const blob = new File([new Uint8Array(51_000_000)], 'large.pdf');"
        " const data = new DataTransfer(); data.items.add(blob);"
        " document.getElementById('adding').dispatchEvent(new DragEvent('drop', { dataTransfer: data })); }"
    )
    expect(page.locator("#sending")).to_contain_text("Larger than 50 MB")


def test_session_that_is_over_is_said(visit: Open, watched: Watched) -> None:
    watched.expected.append("403")
    page = visit("/add")
    page.context.clear_cookies()
    page.evaluate(DROP, ["late.txt", base64.b64encode(TEXT.encode()).decode()])
    expect(page.locator("#sending")).to_contain_text("The session is over")
