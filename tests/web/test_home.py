"""The first page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import Serve


@pytest.mark.parametrize(("language", "words"), [("vi", "Kho văn bản"), ("en", "The archive")])
def test_the_first_page_speaks_the_language_asked_for(client: TestClient, language: str, words: str) -> None:
    answer = client.get("/", params={"lang": language})
    assert (answer.status_code, f"<h1>{words}</h1>" in answer.text) == (200, True)


def test_an_archive_that_does_not_exist_yet_is_an_empty_one(serve: Serve, empty_archive: Path) -> None:
    assert serve(empty_archive).get("/").status_code == 200
