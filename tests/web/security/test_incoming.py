"""Names of files that visitors add."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web.incoming import keep, safe_name
from corpus.web.settings import Settings


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("Kế hoạch 31.docx", "Kế hoạch 31.docx", id="as it is"),
        pytest.param("../../../etc/cron.d/x.txt", "x.txt", id="folders above"),
        pytest.param("/etc/passwd", "passwd", id="absolute"),
        pytest.param("C:\\Windows\\x.docx", "x.docx", id="folders of Windows"),
        pytest.param("..", "van-ban", id="the folder above"),
        pytest.param("", "van-ban", id="nothing"),
        pytest.param(".bashrc", "bashrc", id="hidden"),
        pytest.param("~$plan.docx", "$plan.docx", id="lock file"),
        pytest.param("a\x00b\r\nc.txt", "a b c.txt", id="controls"),
        pytest.param("a\u202etxt.exe", "a txt.exe", id="turned around"),
        pytest.param("CON.txt", "_CON.txt", id="device of Windows"),
        pytest.param('<script>"x".txt', "script x .txt", id="markup"),
        pytest.param("x" * 400 + ".docx", "x" * 175 + ".docx", id="too long"),
        pytest.param("ế" * 200 + ".pdf", "ế" * 58 + ".pdf", id="too long in bytes"),
    ],
)
def test_names(name: str, kept: str) -> None:
    assert safe_name(name) == kept


@given(st.text())
def test_every_name_is_one_that_a_folder_can_hold(name: str) -> None:
    kept = safe_name(name)
    assert kept
    assert len(kept.encode()) <= 200
    assert not set(kept) & set('/\\\0\r\n"<>')
    assert not kept.startswith(".")
    assert Path(kept).name == kept


def test_what_is_kept_stays_in_its_folder(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "archive.db")
    path = keep(settings, "../../outside.txt", io.BytesIO(b"content"))
    assert (path.parent.parent, path.read_bytes()) == (settings.incoming_folder.resolve(), b"content")


def test_the_same_content_is_the_same_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "archive.db")
    assert keep(settings, "a.txt", b"content") == keep(settings, "a.txt", b"content")


def test_other_content_of_the_same_name_is_another_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "archive.db")
    assert keep(settings, "a.txt", b"content") != keep(settings, "a.txt", b"other content")
